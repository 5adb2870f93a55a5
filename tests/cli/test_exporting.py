"""A draft of a story goes out as a file."""

import pytest

from writerdesk.cli.running import main
from writerdesk.cli.stories import opened
from writerdesk.exchange import NoteKind, Ours, read_file, to_docx, write_whole
from writerdesk.exchange.values import Note, document_of
from writerdesk.manuscript import Paragraph, ParagraphId, Place

FOOTNOTE = Note(
    NoteKind.FOOTNOTE,
    Place(ParagraphId(0, 0), 3),
    Place(ParagraphId(0, 0), 3),
    (Paragraph("Of the northern coast."),),
)


@pytest.fixture
def story(tmp_path):
    draft = document_of([Paragraph("The tide came in."), Paragraph("It went.")])
    write_whole(tmp_path / "a.docx", to_docx(draft, [FOOTNOTE]).data)
    (tmp_path / "b.txt").write_text("It rained *twice*.\n", "utf-8")
    path = tmp_path / "tide.writerdesk"
    assert main(["new", str(path), str(tmp_path / "a.docx"), str(tmp_path / "b.txt")]) == 0
    return path


@pytest.mark.parametrize("draft", ["2", "B"])
@pytest.mark.parametrize("ending", ["txt", "md", "docx"])
def test_a_draft_goes_out_as_it_came_in(story, tmp_path, draft, ending):
    target = tmp_path / f"out.{ending}"
    assert main(["export", str(story), "--draft", draft, "--to", str(target)]) == 0
    imported, source = read_file(target), read_file(tmp_path / "b.txt")
    assert imported.documents[0].paragraphs == source.documents[0].paragraphs


def test_a_word_file_says_which_draft_it_is(story, tmp_path):
    target = tmp_path / "out.docx"
    for draft in ("1", "2"):
        command = ["export", str(story), "--draft", draft, "--to", str(target), "--force"]
        assert main(command) == 0
        ours = read_file(target).ours
        with opened(story) as keeping:
            id = keeping.story.drafts[int(draft) - 1].id
            assert ours == Ours(keeping.id, id, keeping.history(id)[-1].id)


def test_footnotes_go_out_as_footnotes_again(story, tmp_path):
    target = tmp_path / "out.docx"
    assert main(["export", str(story), "--draft", "1", "--to", str(target)]) == 0
    (note,) = read_file(target).notes
    assert (note.kind, note.start.offset, note.paragraphs) == (
        NoteKind.FOOTNOTE,
        3,
        FOOTNOTE.paragraphs,
    )


@pytest.mark.parametrize(
    ("draft", "target", "told"),
    [("9", "out.txt", "no draft"), ("1", "out.pdf", "needs the window"), ("1", "out.odd", ".docx")],
)
def test_what_cannot_be_done_is_one_sentence(story, tmp_path, draft, target, told, capsys):
    assert main(["export", str(story), "--draft", draft, "--to", str(tmp_path / target)]) == 1
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
