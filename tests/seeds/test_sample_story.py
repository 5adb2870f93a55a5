"""The sample story is what its README says; the readers of its notes and sheets rely on it."""

import re
from pathlib import Path

import pytest

from writerdesk.resources import seeds

_README = (seeds() / "README.md").read_text(encoding="utf-8")
_RULE = "---"
_PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "*": None})


def _drafts() -> tuple[Path, ...]:
    return tuple(sorted(seeds().glob("drowned-piano-*.txt")))


def _blocks(draft: int) -> list[str]:
    text = _drafts()[draft - 1].read_text(encoding="utf-8")
    return [block.strip() for block in text.split("\n\n")]


def _story(draft: int) -> list[str]:
    """What intake leaves: the paragraphs between the rules."""
    blocks = _blocks(draft)
    story = blocks[blocks.index(_RULE) + 1 :]
    return story[: story.index(_RULE)] if _RULE in story else story


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_PLAIN))


def _rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _numbers(cell: str) -> list[int]:
    if cell == "–":
        return []
    first, _, last = cell.partition("–")
    return list(range(int(first), int(last or first) + 1))


def _beats() -> list[list[str]]:
    return [row for row in _rows(_README) if row[0].isdigit()]


def test_there_are_three_drafts():
    assert [path.name for path in _drafts()] == [f"drowned-piano-{n}.txt" for n in (1, 2, 3)]


@pytest.mark.parametrize("draft", [1, 2, 3])
def test_a_draft_begins_with_an_introduction_and_is_as_long_as_a_short_story(draft):
    blocks = _blocks(draft)
    assert blocks[0].startswith("Okay, here")
    assert "over 3000 words" in blocks[0]
    assert blocks[1] == _RULE
    assert 900 <= len(" ".join(_story(draft)).split()) <= 1600


@pytest.mark.parametrize("draft", [1, 2, 3])
def test_a_draft_mixes_quotes_stars_and_doubled_spaces(draft):
    text = "\n\n".join(_story(draft))
    assert all(sign in text for sign in ("“", "”", '"', "’", "'", "*", "  "))


def test_only_the_third_stops_in_mid_sentence_and_only_the_second_offers_to_go_on():
    assert [_story(n)[-1][-1] in '.?!"”' for n in (1, 2, 3)] == [True, True, False]
    assert [_blocks(n)[-1].startswith("Would you like") for n in (1, 2, 3)] == [False, True, False]


@pytest.mark.parametrize("draft", [1, 2, 3])
def test_the_table_of_beats_places_every_paragraph_once(draft):
    placed = [number for row in _beats() for number in _numbers(row[1 + draft])]
    told = [n for n, text in enumerate(_story(draft), start=1) if text != "* * *"]
    assert sorted(placed) == told


@pytest.mark.parametrize(("one", "other"), [(1, 2), (1, 3), (2, 3)])
def test_hardly_a_sentence_is_shared(one, other):
    sentences = [
        {s for s in re.split(r"(?<=[.?!]) ", _folded(" ".join(_story(n)))) if len(s.split()) > 2}
        for n in (one, other)
    ]
    assert len(sentences[0] & sentences[1]) <= 1


def test_every_note_stands_where_it_says():
    notes = re.split(r"^## ", (seeds() / "notes.md").read_text(encoding="utf-8"), flags=re.M)[1:]
    heading = re.compile(r"(open|done), on (the story|(?:a (?:beat, at|passage of) )?draft (\d))")
    for note in notes:
        says = heading.fullmatch(note.splitlines()[0])
        assert says, note
        quoted = re.findall(r"^> (.*)$", note, flags=re.M)
        assert len(quoted) == int(says[2].startswith("a ")), note
        for words in quoted:
            assert _folded(" ".join(_story(int(says[3])))).count(_folded(words)) == 1, words


def test_every_sheet_has_a_name_and_every_relation_two_ends():
    text = (seeds() / "characters.md").read_text(encoding="utf-8")
    sheets = {s.splitlines()[0]: s for s in re.split(r"^## ", text, flags=re.M)[1:]}
    for name, sheet in sheets.items():
        rows = _rows(sheet)
        assert rows[0] == ["field", "story", "draft 1", "draft 2", "draft 3"], name
        assert [row[0] for row in rows[2:4]] == ["Name", "Also called"], name
        assert all(len(row) == 5 for row in rows), name
        for relation in re.findall(r"^- (.*)$", sheet, flags=re.M):
            says = re.fullmatch(r"(.+) → (.+) / (.+)", relation)
            assert says, relation
            assert says[2] in sheets, relation
            assert says[2] != name, relation


@pytest.mark.parametrize("draft", [1, 2, 3])
def test_every_name_on_a_sheet_is_in_its_draft(draft):
    told = _folded(" ".join(_story(draft)))
    text = (seeds() / "characters.md").read_text(encoding="utf-8")
    for row in _rows(text):
        if row[0] in ("Name", "Also called") and row[1 + draft] != "–":
            for name in row[1 + draft].split("; "):
                word = name.rsplit(maxsplit=1)[-1]
                assert re.search(rf"\b{re.escape(word)}\b", told), f"{name} in draft {draft}"
