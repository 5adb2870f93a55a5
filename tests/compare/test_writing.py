"""What programs are told of a comparison: every key, always there, and what stands under it."""

import json

from writerdesk.compare import NOTHING_OVERLOOKED, By, Pin, Relation, compare, to_json
from writerdesk.manuscript import Document, Mark, Paragraph, ParagraphId, Passage, scene_break

PAIR = {
    "left", "right", "kind", "moved", "confidence", "left_marks", "right_marks", "left_shown",
    "right_shown", "left_quiet", "right_quiet", "strands", "shared",
}  # fmt: skip
WHOLE = {
    "relation", "left", "right", "links", "pairs", "echoes", "names", "left_only", "right_only",
    "summary", "exact",
}  # fmt: skip
KINDS = {"same", "edited", "reworked", "rewritten"}
WORDS = ["left", "right", "kept", "changed", "added", "removed", "moved"]

LEFT = (
    Paragraph("The lake smelled of iron, and Pip said so\nto nobody. It was cold."),
    scene_break(),
    Paragraph("Pip ran home over the old bridge, and nobody saw the 🜁 lantern go out."),
    Paragraph("“Then go,” said Mary, and Pip went out into the dark of the long harbour."),
    Paragraph("Only here does it rain on the roof of the empty summer house all night long."),
)
RIGHT = (
    Paragraph('"Then go," said Mary, and Rusty went out into the dark of the long harbour.'),
    Paragraph("The lake smelled of iron, and Rusty said so\nto nobody. It was cold."),
    scene_break(),
    Paragraph(
        "Rusty ran home over the new bridge, and nobody saw the 🜁 lantern go out.",
        marks=(Mark(6, 9, "italic"),),
    ),
    Paragraph("A ship came in that nobody had ever sent for, with a cargo of grey umbrellas."),
)


def told_of(comparison):
    """Return what a program reads."""
    return json.loads(json.dumps(to_json(comparison)))


def document(paragraphs: tuple[Paragraph, ...], replica: int) -> Document:
    return Document.from_items((ParagraphId(replica, n), one) for n, one in enumerate(paragraphs))


def are_spans(marks, paragraphs):
    """Tell whether marks are stretches of paragraphs, by the paragraphs' numbers as keys."""
    return all(
        0 <= start < end <= len(paragraphs[int(number)])
        for number, some in marks.items()
        for start, end, *_ in some
    )


def is_span(paragraphs, number, start, end):
    return 0 <= start < end <= len(paragraphs[number])


def as_the_contract_says(told):
    assert set(told) == WHOLE
    left, right = told["left"]["paragraphs"], told["right"]["paragraphs"]
    for side in ("left", "right"):
        assert set(told[side]) == {"name", "words", "paragraphs"}
        assert told["summary"]["words"][side] == told[side]["words"]
    for i, j, sure, by in told["links"]:
        assert i < len(left)
        assert j < len(right)
        assert 0 <= sure <= 1
        assert by in {"found", "confirmed", "drawn"}
    for pair in told["pairs"]:
        assert set(pair) == PAIR
        assert pair["kind"] in KINDS
        assert isinstance(pair["moved"], bool)
        for side, texts in (("left", left), ("right", right)):
            for layer in ("marks", "shown", "quiet"):
                assert are_spans(pair[f"{side}_{layer}"], texts)
                assert set(map(int, pair[f"{side}_{layer}"])) <= set(pair[side])
            kinds = {one[2] for some in pair[f"{side}_quiet"].values() for one in some}
            assert kinds <= {"typography", "format"}
        for i, start, end, j, begin, until, kind, sure in pair["strands"]:
            assert is_span(left, i, start, end)
            assert is_span(right, j, begin, until)
            assert kind in KINDS
            assert 0 <= sure <= 1
    for one in (*told["echoes"], *(some for pair in told["pairs"] for some in pair["shared"])):
        assert is_span(left, *one[:3])
        assert is_span(right, *one[3:])
    assert set(told["summary"]) == {"words", "passages", "beats"}
    words = told["summary"]["words"]
    assert list(words) == WORDS
    assert words["kept"] + words["changed"] + words["removed"] + words["moved"] == words["left"]
    assert isinstance(told["exact"], bool)


def test_a_revision_is_told_as_the_contract_says():
    left, right = document(LEFT, 0), document(RIGHT, 1)
    told = told_of(compare(left, right, settings=NOTHING_OVERLOOKED))
    as_the_contract_says(told)
    assert told["relation"] == "revision"
    assert told["names"] == [["Pip", "Rusty", 3]]
    assert told["left_only"] == [4]
    assert told["right_only"] == [4]
    assert told["left"]["paragraphs"][:2] == [LEFT[0].text, "* * *"]
    moved, *_ = [pair for pair in told["pairs"] if pair["moved"]]
    assert (moved["left"], moved["right"]) == ([3], [0])
    quiet = {
        one[2] for pair in told["pairs"] for some in pair["right_quiet"].values() for one in some
    }
    assert quiet == {"typography", "format"}


def test_places_are_code_points_of_the_text_as_printed():
    told = told_of(compare(document(LEFT, 0), document(RIGHT, 1)))
    pair = next(pair for pair in told["pairs"] if pair["left"] == [2])
    text = told["left"]["paragraphs"][2]
    assert [text[start:end] for start, end in pair["left_marks"]["2"]] == ["Pip", "old"]


def test_tellings_are_told_as_the_contract_says_and_a_tie_by_hand_is_called_drawn():
    left = Document.from_paragraphs(["The dog ate the bread.", "Nobody came that winter."])
    right = Document.from_paragraphs(["In spring they all arrived.", "A loaf was gone. Rusty!"])
    pin = Pin(Passage("a", left.ids[:1]), Passage("b", right.ids[1:]), By.DRAWN)
    found = compare(left, right, pins=[pin])
    assert found.relation is Relation.TELLINGS
    told = told_of(found)
    as_the_contract_says(told)
    assert [0, 1, 1.0, "drawn"] in told["links"]


def test_two_empty_drafts_are_told_with_every_key():
    as_the_contract_says(told_of(compare(Document(), Document())))
