"""What stood open is known again; a session nobody can read is none."""

from pathlib import Path

import pytest

from writerdesk import session
from writerdesk.folders import make_private, settings_folder
from writerdesk.session import Compared, Sent, Session, Sitting

SENT = Sent("d1", "docx", "book", "/final.docx")
COMPARED = Compared(("d2", "d1"), "lined up", "d1", 7, 4)
A = Sitting("/a.writerdesk", "write", "d1", 7, 3, 12, "history", 20, "AAEC", (SENT,), COMPARED)
B = Sitting("/b.writerdesk", "overview")


def test_a_session_reads_back_as_it_was_written():
    written = Session().left(A).left(B).with_open([Path("/a.writerdesk")])
    session.save(written)
    assert session.load() == written
    assert session.load().at(Path("/a.writerdesk")) == A
    assert session.load().at(Path("/c.writerdesk")) == Sitting()


def test_a_story_left_again_is_known_once_and_first():
    assert Session().left(A).left(B).left(A).sittings == (A, B)


@pytest.mark.parametrize(
    "written", ["", "[]", '{"open": 5, "sittings": [7, {"path": 1, "sent": [3, {}]}]}', "{"]
)
def test_what_can_not_be_understood_is_nowhere(written):
    (make_private(settings_folder()) / "session.json").write_text(written)
    found = session.load()
    assert found.open == ()
    assert all(sitting == Sitting() for sitting in found.sittings)
