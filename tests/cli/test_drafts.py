"""Stories are made, filled, listed and searched without a window."""

import json

import pytest

from writerdesk.cli import running
from writerdesk.resources import seeds

_FILES = [str(path) for path in sorted(seeds().glob("drowned-piano-*.txt"))]


@pytest.fixture
def told(tmp_path, capsys):
    story = str(tmp_path / "story.writerdesk")

    def say(*words):
        code = running.main([words[0], story, *words[1:]])
        out = capsys.readouterr()
        return code, out.out, out.err

    return say


def test_a_story_is_made_of_files_and_tells_its_drafts(told):
    code, out, _ = told("new", *_FILES[:2])
    assert code == 0
    assert out.splitlines()[0].startswith("A  The road into Underfell")
    assert told("import", _FILES[2])[0] == 0
    drafts = json.loads(told("drafts", "--json")[1])
    assert [(one["number"], one["letter"], one["words"], one["goal"]) for one in drafts] == [
        (1, "A", 1525, 3000),
        (2, "B", 1363, 3000),
        (3, "C", 1414, 3000),
    ]
    assert drafts[0]["defects"] == []
    assert drafts[2]["defects"] == [
        {"kind": "ends_mid_sentence", "paragraph": 18, "text": "…in the room that"}
    ]
    assert "1,414 of 3,000 words, ends “…in the room that”" in told("drafts")[1]


def test_a_file_that_is_not_there_makes_no_story(told, tmp_path):
    code, _, err = told("new", _FILES[0], str(tmp_path / "nothing.txt"))
    assert code == 1
    assert err.count("\n") == 1
    assert not (tmp_path / "story.writerdesk").exists()


def test_a_story_is_never_made_over_another(told):
    told("new")
    code, _, err = told("new")
    assert code == 1
    assert "was left as it is" in err


def test_words_are_found_with_what_is_around_them(told):
    told("new", *_FILES)
    _, out, _ = told("search", "lamps", "on", "the", "hill")
    assert [line.split()[0] for line in out.splitlines()] == ["A23", "B20", "C18"]
    [found] = json.loads(told("search", '"eats the bowler"', "--json")[1])
    assert (found["draft"], found["paragraph"]) == ("B", 21)
    start, end = found["spans"][0]
    assert found["text"][start:end] == "eats the bowler"
    assert "Nearest: dormouse." in told("search", "dormose")[1]
    lines = told("search", "the", "water", "--concordance")[1].splitlines()
    assert lines
    assert len({line.index(" the water ") for line in map(str.lower, lines)}) == 1
    assert (
        json.loads(told("search", "bowler", "--concordance", "--json")[1])[0]["words"] == "bowler"
    )


def test_no_story_there_is_one_sentence(told):
    for words in (["drafts"], ["search", "salt"], ["import", _FILES[0]]):
        code, out, err = told(*words)
        assert (code, out, err.count("\n")) == (1, "", 1)
