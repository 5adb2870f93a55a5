"""``compare`` from the command line: a sentence, numbers for programs, a page to read."""

import json
from html.parser import HTMLParser

import pytest

from writerdesk.cli.running import main

LEFT = "The lake smelled of iron.\n\nPip ran home over the old bridge.\n\nThe end.\n"
RIGHT = "The lake smelled of iron.\n\nPip ran home over the new bridge.\n\nThe end.\n"


@pytest.fixture
def files(tmp_path):
    left, right = tmp_path / "a.txt", tmp_path / "b.txt"
    left.write_text(LEFT, "utf-8")
    right.write_text(RIGHT, "utf-8")
    return str(left), str(right)


def test_it_says_in_a_sentence_what_they_are_to_each_other(files, capsys):
    assert main(["compare", *files]) == 0
    assert "b.txt is a revision of a.txt" in capsys.readouterr().out


def test_programs_get_every_paragraph_as_it_stands(files, capsys):
    assert main(["compare", *files, "--json", "--as-is"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["left"]["name"] == "a.txt"
    assert told["left"]["paragraphs"] == LEFT.strip().split("\n\n")
    (changed,) = [pair for pair in told["pairs"] if pair["kind"] != "same"]
    ((start, end),) = changed["left_marks"]["1"]
    assert told["left"]["paragraphs"][1][start:end] == "old"


def test_the_page_stands_alone_and_is_well_formed(files, tmp_path):
    page = tmp_path / "page.html"
    assert main(["compare", *files, "--to", str(page)]) == 0
    html = page.read_text("utf-8")
    assert "<del>old</del>" in html
    assert "http" not in html
    assert _Tags.unclosed(html) == []


def test_two_files_of_one_name_are_told_apart_as_they_were_asked_for(files, tmp_path, capsys):
    (tmp_path / "older").mkdir()
    other = tmp_path / "older" / "a.txt"
    other.write_text(RIGHT, "utf-8")
    assert main(["compare", files[0], str(other)]) == 0
    assert f"{other} is a revision of {files[0]}" in capsys.readouterr().out


def test_a_file_that_is_there_is_not_replaced_unasked(files, tmp_path, capsys):
    page = tmp_path / "page.html"
    page.write_text("mine", "utf-8")
    assert main(["compare", *files, "--to", str(page)]) == 1
    assert page.read_text("utf-8") == "mine"
    assert "is there already" in capsys.readouterr().err


class _Tags(HTMLParser):
    """Looks whether every tag that opens is closed."""

    def __init__(self):
        super().__init__()
        self.open = []

    @classmethod
    def unclosed(cls, html):
        reader = cls()
        reader.feed(html)
        return [tag for tag in reader.open if tag not in ("meta", "br")]

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open[-1] in ("meta", "br"):
            self.open.pop()
        assert self.open.pop() == tag


def test_a_story_without_a_draft_named_says_which_drafts_can_be_said(files, tmp_path, capsys):
    story = str(tmp_path / "lake.writerdesk")
    assert main(["new", story, *files]) == 0
    capsys.readouterr()
    assert main(["compare", story, files[0]]) == 1
    said = capsys.readouterr().err
    assert "“lake.writerdesk” is a story: say which of its drafts" in said
    assert "as in “lake.writerdesk#A”" in said
    assert "A (“" in said
    assert "B (“" in said
    assert main(["compare", f"{story}#Q", files[0]]) == 1
    assert "has no draft “Q”. It has: A (“" in capsys.readouterr().err
    assert main(["compare", f"{story}#A", f"{story}#B"]) == 0


def test_a_story_without_drafts_says_that(files, tmp_path, capsys):
    story = str(tmp_path / "empty.writerdesk")
    assert main(["new", story]) == 0
    assert main(["compare", story, files[0]]) == 1
    assert "It has: no draft yet." in capsys.readouterr().err
