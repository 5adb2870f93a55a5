"""A file is told by its bytes and read in a child; whatever is wrong with it is one sentence."""

import os

import pytest

from writerdesk.exchange import (
    Note,
    NoteKind,
    Wishes,
    read,
    read_file,
    write_whole,
)
from writerdesk.exchange.limits import LARGEST_FILE
from writerdesk.exchange.values import DoneKind, Imported, LeftOut, LeftOutKind, document_of
from writerdesk.exchange.wire import (
    decoded_answer,
    decoded_request,
    encoded_answer,
    encoded_request,
)
from writerdesk.manuscript import Mark, Paragraph, ParagraphId, Place
from writerdesk.problem import Kind, Problem

STORY = "Sure! Here is your story:\n\n---\n\nIt simply *was*.\n"


def test_a_file_read_in_a_child_is_what_reading_it_here_gives(tmp_path):
    write_whole(tmp_path / "a.txt", STORY.encode())
    there, here = read_file(tmp_path / "a.txt"), read(STORY.encode(), "a.txt")
    assert there.documents[0].is_identical(here.documents[0])
    assert there.raw.is_identical(here.raw)
    assert (there.set_aside, there.done) == (here.set_aside, here.done)
    assert (there.left_out, there.encoding) == (here.left_out, here.encoding)


def test_how_to_read_reaches_the_child(tmp_path):
    write_whole(tmp_path / "a.txt", b"*\xe9*")
    text = read_file(tmp_path / "a.txt", Wishes(encoding="cp1251", as_is=True))
    assert text.documents[0].paragraphs[0].text == "*й*"


def test_a_problem_the_child_meets_is_about_the_file(tmp_path):
    write_whole(tmp_path / "odd.txt", bytes(range(0x80, 0x100)) * 2)
    with pytest.raises(Problem) as caught:
        read_file(tmp_path / "odd.txt")
    assert caught.value.kind == Kind.ENCODING_UNKNOWN
    assert "odd.txt" in str(caught.value)
    assert all(len(sample) == 2 for sample in caught.value.details["samples"])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Kind.OLD_WORD),
        (b"%PDF-1.7\n", Kind.UNKNOWN_FORMAT),
        (b"\x89PNG\r\n\x1a\n", Kind.UNKNOWN_FORMAT),
        (b"SQLite format 3\0", Kind.UNKNOWN_FORMAT),
        (b"PK\x03\x04 and then nothing", Kind.DAMAGED),
    ],
)
def test_what_is_no_draft_is_refused_whatever_its_name(data, kind):
    with pytest.raises(Problem) as caught:
        read(data, "a.txt")
    assert caught.value.kind == kind


def test_a_file_that_is_not_there_or_is_a_folder_is_a_problem(tmp_path):
    for path, kind in ((tmp_path / "a.txt", Kind.FILE_MISSING), (tmp_path, Kind.NOT_READABLE)):
        with pytest.raises(Problem) as caught:
            read_file(path)
        assert caught.value.kind == kind


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes as POSIX has them")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(Problem) as caught:
        read_file(tmp_path / "pipe.txt")
    assert caught.value.kind == Kind.NOT_READABLE


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(Problem) as caught:
        read_file(tmp_path / "big.txt")
    assert caught.value.kind == Kind.TOO_LARGE


def test_questions_and_answers_survive_the_pipe(tmp_path):
    wishes = Wishes("utf-8", True, frozenset((DoneKind.SPACES,)))
    assert decoded_request(encoded_request(b"\n\0x", "ä.txt", wishes)) == (
        b"\n\0x",
        "ä.txt",
        wishes,
    )
    place = Place(ParagraphId(0, 1), 2)
    note = Note(
        NoteKind.COMMENT, place, place, (Paragraph("n", marks=(Mark(0, 1, "x"),)),), "A", "D"
    )
    left_out = (LeftOut(LeftOutKind.IMAGES, 2, "x"),)
    imported = Imported((document_of([Paragraph("é")]),), (note,), left_out=left_out, goal=3)
    back = decoded_answer(encoded_answer(imported), tmp_path)
    assert back.documents[0].is_identical(imported.documents[0])
    assert (back.notes, back.left_out, back.goal, back.raw) == ((note,), left_out, 3, None)
