"""One kind of file becomes another, or one sentence says why not."""

import pytest

from writerdesk.cli.running import main
from writerdesk.exchange import read_file

STORY = "Sure! Here is your story:\n\n---\n\n# The Coast\n\nIt *simply* was.\n\n***\n\nIt rained.\n"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(STORY, "utf-8")
    return path


@pytest.mark.parametrize("ending", ["docx", "md"])
def test_a_text_becomes_another_kind_of_file_and_reads_the_same(source, tmp_path, ending, capsys):
    target = tmp_path / f"b.{ending}"
    assert main(["convert", str(source), "--to", str(target)]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "1 paragraph of introduction is set aside." in told.err
    assert read_file(target).documents[0].paragraphs == read_file(source).documents[0].paragraphs


def test_as_it_is_nothing_is_set_aside(source, tmp_path, capsys):
    target = tmp_path / "b.txt"
    assert main(["convert", str(source), "--to", str(target), "--as-is"]) == 0
    assert target.read_text("utf-8") == STORY
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["{a}", "--to", "{a}"], "is there already"),
        (["{a}", "--to", "b.pdf"], "needs the window"),
        (["{a}", "--to", "b.xyz"], ".docx, .txt, .md"),
        (["nothing.txt", "--to", "b.txt"], "is not there"),
        (["{a}", "--to", "b.txt", "--encoding", "klingon"], "klingon"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(source, tmp_path, monkeypatch, words, told, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["convert", *(word.format(a=source) for word in words)]) == 1
    said = capsys.readouterr()
    assert told in said.err
    assert said.err.count("\n") == 1
    assert source.read_text("utf-8") == STORY


def test_a_file_that_is_there_is_replaced_when_asked(source, tmp_path):
    target = tmp_path / "b.txt"
    target.write_text("old")
    assert main(["convert", str(source), "--to", str(target), "--force"]) == 0
    assert "It rained." in target.read_text("utf-8")


@pytest.mark.parametrize("look", ["plain", "book", "manuscript"])
def test_word_files_come_in_every_look(source, tmp_path, look):
    target = tmp_path / "b.docx"
    assert main(["convert", str(source), "--to", str(target), "--look", look]) == 0
    assert read_file(target).documents[0].paragraphs == read_file(source).documents[0].paragraphs
