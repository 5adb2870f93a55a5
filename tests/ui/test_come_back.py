"""A draft that was sent off and comes back is known again, and says what is changed in it."""

import pytest

from tests.ui.desk import said
from writerdesk.exchange import Note, NoteKind, read_file, to_docx
from writerdesk.manuscript import Paragraph, Place
from writerdesk.ui.export_dialog import Wish

MODE = "write"


@pytest.fixture
def sent(window, qtbot, tmp_path):
    path = tmp_path / "final.docx"
    window.parts.exporting.export(Wish(window.story.draft, "docx", "plain", path))
    qtbot.waitUntil(path.exists, timeout=60_000)
    return path


def come_back(qtbot, window, path):
    window._give([path])

    def told():
        return [one for one in window.messages.shown if "you sent" in one.words]

    qtbot.waitUntil(lambda: bool(told()), timeout=20_000)
    return told()[0]


def edited(path):
    """What an editor makes of a file: a passage said otherwise, with a comment on it."""
    came = read_file(path)
    (text,) = came.documents
    changed = text.splice(1, 2, [(text.ids[1], Paragraph("Ida counted all the boats."))])
    at = Place(text.ids[1], 0), Place(text.ids[1], 3)
    comment = Note(NoteKind.COMMENT, *at, (Paragraph("Why her?"),), "Ada")
    path.write_bytes(to_docx(changed, [comment], ours=came.ours).data)


def test_a_file_that_comes_back_says_what_is_changed_and_becomes_a_draft_when_asked(
    window, sent, qtbot
):
    edited(sent)
    told = come_back(qtbot, window, sent)
    assert told.words.startswith("This is A as you sent it on 21 Nov 2026")
    assert told.words.endswith("changed since: 1 change, 1 comment.")
    assert [offer.words for offer in told.offers] == ["See the Changes", "Add as a Draft"]
    assert len(window.story.rows) == 3
    told.offers[0].act()
    page = window.story.compare
    qtbot.waitUntil(lambda: page.pane.reading is not None, timeout=60_000)
    assert (page.slots[0], len(page.pane.reading.stops)) == (window.story.rows[0].id, 1)
    told.offers[1].act()
    assert said(window, 3)[1] == "Ida counted all the boats."


def test_what_was_written_here_since_is_no_change_of_what_was_sent(window, sent, qtbot):
    window.story.write.editor.insertPlainText("Look: ")
    told = come_back(qtbot, window, sent)
    assert told.words == "This is A as you sent it on 21 Nov 2026. Nothing in it is changed."
    assert said(window, 0)[0].startswith("Look: ")


def test_a_file_says_nothing_of_itself_if_the_writer_will_not_have_it(window, qtbot, tmp_path):
    window.parts.recognise(recognised=False)
    path = tmp_path / "final.docx"
    window.parts.exporting.export(Wish(window.story.draft, "docx", "plain", path))
    assert read_file(path).ours is None
    with qtbot.waitSignal(window.story.workspace.files_read, timeout=60_000):
        window._give([path])
    assert len(window.story.rows) == 4
