"""Pages look as ours do, or as the writer's own look says."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from writerdesk.cli.running import main
from writerdesk.exchange.looks import STYLED, Style, look, look_names, own_looks_folder
from writerdesk.problem import Kind, Problem

DOCUMENT = Path(__file__).parents[2] / "docs" / "looks.md"


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    own_looks_folder().mkdir(parents=True)

    def write(name, told):
        text = told if isinstance(told, str) else json.dumps(told)
        (own_looks_folder() / f"{name}.json").write_text(text, "utf-8")

    return write


def test_ours_are_there_and_each_has_a_page_and_a_face():
    assert look_names() == ("plain", "book", "manuscript")
    for name in look_names():
        page = look(name)
        assert page.name == name
        assert page.text.font
        assert page.paper_size("en-US")[0] > 5


def test_a_look_of_ones_own_says_only_what_differs(own):
    own("mine", {"like": "manuscript", "contact": ["12 Mill Lane"], "text": {"font": "Courier"}})
    assert look_names() == ("plain", "book", "manuscript", "mine")
    mine, ours = look("mine"), look("manuscript")
    assert (mine.contact, mine.text.font, mine.text.size) == (("12 Mill Lane",), "Courier", 12)
    assert (mine.header, mine.styles, mine.margins) == (ours.header, ours.styles, ours.margins)


def test_it_may_stand_in_the_place_of_ours(own):
    own("book", {"like": "book", "styles": {"body": {"align": "left"}}})
    assert look_names() == ("plain", "book", "manuscript")
    assert look("book").style("body").align == "left"
    assert look("book").hyphenate


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("{", "1:2"),
        ("[1]", "1:1"),
        ({"like": "gothic"}, "like"),
        ({"fount": "x"}, "fount"),
        ({"text": {"fount": "x"}}, "text.fount"),
        ({"text": {"size": "big"}}, "text.size"),
        ({"styles": {"body": {"align": "middle"}}}, "body.align"),
        ({"styles": {"poem": {}}}, "styles.poem"),
        ({"page": {"margins": [1, 2]}}, "page"),
        ({"page": {"paper": "huge"}}, "page"),
    ],
)
def test_a_look_that_is_wrong_is_told_with_its_place(own, told, where):
    own("mine", told)
    with pytest.raises(Problem) as caught:
        look("mine")
    assert (caught.value.kind, caught.value.details["where"]) == (Kind.LOOK_BROKEN, where)
    assert "mine.json" in str(caught.value)


def test_a_look_that_is_not_there_is_told_with_those_that_are(own, tmp_path, capsys):
    own("mine", {})
    (tmp_path / "a.txt").write_text("It rained.")
    for name in ("gothic", "../mine", ""):
        words = ["convert", str(tmp_path / "a.txt"), "--to", str(tmp_path / "b.docx")]
        assert main([*words, "--look", name]) == 1
        assert "There are: plain, book, manuscript, mine." in capsys.readouterr().err
    assert main([*words, "--look", "mine"]) == 0


def test_the_document_tells_all_a_look_can_say(own):
    told = DOCUMENT.read_text("utf-8")
    for name in (*STYLED, *(field.name for field in fields(Style))):
        assert f"`{name}`" in told
    own("example", re.search(r"```json\n(.*?)```", told, re.DOTALL)[1])
    assert look("example").text.font == "Courier New"
