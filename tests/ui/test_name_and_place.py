"""A story's file is named, moved and copied with all its versions, and nothing is written over."""

from PySide6.QtTest import QTest

from tests.ui.test_faults import doors
from writerdesk.ui.name_and_place import NameAndPlace
from writerdesk.workspace.opening import open_workspace
from writerdesk.workspace.saving import How

MODE = "write"


def test_the_file_moves_and_writing_goes_on_there(window, qtbot, tmp_path):
    workspace, before = window.story.workspace, window.story.workspace.path
    QTest.keyClicks(window.story.write.editor, "First. ")
    with qtbot.waitSignal(window.place_changed, timeout=20_000):
        window.parts.placing.name_and_place("The Harbour", tmp_path / "The Harbour.writerdesk")
    assert workspace.path == tmp_path / "The Harbour.writerdesk"
    assert not before.exists()
    assert "The Harbour" in window.windowTitle()
    QTest.keyClicks(window.story.write.editor, "Second. ")
    window.story.live.tell_all()
    workspace.save()
    qtbot.waitUntil(lambda: workspace.saving.state.how is How.SAVED, timeout=20_000)
    versions = []
    workspace.history(window.story.draft, versions.extend)
    qtbot.waitUntil(lambda: len(versions) >= 3, timeout=20_000)
    window.close()
    again = open_workspace(tmp_path / "The Harbour.writerdesk", doors(), read_only=True)
    assert again.story.drafts[0].text.paragraphs[0].text.startswith("First. Second. The harbour")
    again.close()


def test_a_copy_has_what_was_just_typed_and_never_takes_a_place(window, qtbot, tmp_path):
    copy = tmp_path / "copy.writerdesk"
    QTest.keyClicks(window.story.write.editor, "Look: ")
    window.parts.placing.copy_to(copy)
    qtbot.waitUntil(lambda: "A copy" in window.status.done.text(), timeout=20_000)
    assert window.story.workspace.path != copy
    again = open_workspace(copy, doors(), read_only=True)
    assert again.story.drafts[0].text.paragraphs[0].text.startswith("Look: ")
    again.close()
    window.parts.placing.copy_to(copy)
    qtbot.waitUntil(lambda: bool(window.messages.shown), timeout=20_000)
    assert "is there already" in window.messages.shown[-1].words


def test_a_name_that_is_taken_is_told_before(window, tmp_path):
    path = window.story.workspace.path
    dialog = NameAndPlace("", path, window)
    assert dialog.path == path
    (tmp_path / "Taken.writerdesk").write_bytes(b"")
    dialog.folder.setText(str(tmp_path))
    dialog.name.setText("Taken")
    assert "already" in dialog._told.text()
    assert not dialog._buttons.buttons()[0].isEnabled()
    dialog.name.setText("Free: a name/with signs")
    assert dialog.path.parent == tmp_path
    assert dialog._buttons.buttons()[0].isEnabled()
    dialog.close()
