"""Sending a draft off, and bringing an earlier version back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from writerdesk.exchange import read_file
from writerdesk.story.exporting import KINDS, exported, file_name
from writerdesk.ui.export_dialog import ExportDialog
from writerdesk.ui.look import Look

MODE = "write"


def test_every_kind_of_file_reads_back_as_the_same_text(window, tmp_path):
    story = window.story.workspace.story
    draft = story.drafts[0]
    for kind in KINDS.keys() - {"pdf"}:
        path = tmp_path / file_name(story, draft.id, kind)
        path.write_bytes(exported(story, draft.id, kind).data)
        back = read_file(path).documents[0]
        assert [p.text for p in back.paragraphs] == [p.text for p in draft.text.paragraphs]


def test_the_choice_of_an_export_is_no_larger_than_a_small_window(window, tmp_path):
    window.resize(900, 600)
    workspace = window.story.workspace
    dialog = ExportDialog(workspace.story, window.story.draft, tmp_path, Look(), window)
    assert dialog.height() < 600
    assert dialog.width() < 900


def test_the_keys_begin_at_the_kind_of_the_last_export(window, tmp_path):
    workspace = window.story.workspace
    dialog = ExportDialog(workspace.story, window.story.draft, tmp_path, Look(), window)
    dialog.kinds.choose("txt")
    dialog.open()
    assert dialog.focusWidget() is dialog.kinds.group.checkedButton()


def test_who_types_the_ending_of_another_kind_means_that_kind(window, tmp_path):
    story = window.story.workspace.story
    dialog = ExportDialog(story, window.story.draft, tmp_path, Look(), window)
    dialog.kinds.choose("txt")
    assert dialog.settle(tmp_path / "Storm") == tmp_path / "Storm.txt"
    assert dialog.settle(tmp_path / "Storm.PDF") == tmp_path / "Storm.PDF"
    assert dialog.wish(tmp_path / "Storm.PDF").kind == "pdf"


def test_exporting_says_so_and_a_refusal_offers_another_try(window, tmp_path, qtbot):
    dialog = ExportDialog(
        window.story.workspace.story, window.story.draft, tmp_path, Look(), window
    )
    dialog.kinds.choose("txt")
    assert not dialog.pages.isEnabled()
    window.parts.exporting.export(dialog.wish(tmp_path / "no" / "draft.txt"))
    assert len(window.messages.shown) == 1
    assert window.messages.shown[0].offers[0].words == "Try Again"
    (tmp_path / "no").mkdir()
    window.messages.shown[0].offers[0].act()
    assert window.messages.shown == []
    assert "draft.txt" in window.status.done.text()
    (tmp_path / "no").rename(tmp_path / "elsewhere")
    window.parts.exporting.export(dialog.wish(tmp_path / "no" / "draft.txt"))
    assert window.status.done.text() == ""
    (tmp_path / "elsewhere").rename(tmp_path / "no")
    window.messages.shown[0].offers[0].act()
    assert (tmp_path / "no" / "draft.txt").read_text().startswith("The harbour froze")
    again = window.actions_["story.export_again"]
    assert again.text().replace("&", "") == "Export Again to “draft.txt”"
    QTest.keyClicks(window.story.write.editor, "Look: ")
    again.trigger()
    assert (tmp_path / "no" / "draft.txt").read_text().startswith("Look: The harbour")


def test_a_file_word_has_open_is_told_with_what_can_be_done(window, tmp_path, monkeypatch):
    story, draft = window.story.workspace.story, window.story.draft
    dialog = ExportDialog(story, draft, tmp_path, Look(), window)
    dialog.kinds.choose("txt")
    path = tmp_path / "final.txt"
    path.write_bytes(b"old")
    held = PermissionError(13, "denied")
    held.winerror = 32  # pyright: ignore[reportAttributeAccessIssue]

    def refuse(_part, _target):
        raise held

    with monkeypatch.context() as windows:
        windows.setattr("pathlib.Path.replace", refuse)
        window.parts.exporting.export(dialog.wish(path))
    (message,) = window.messages.shown
    assert "another program has it open, probably Word. The old file is untouched" in message.words
    assert [offer.words for offer in message.offers] == ["Try Again", "Another Name…"]
    assert path.read_bytes() == b"old"
    message.offers[0].act()
    assert path.read_text().startswith("The harbour froze")


def test_an_earlier_version_is_looked_at_and_brought_back(window, qtbot):
    history, editor = window.story.history, window.story.write.editor
    QTest.keyClicks(editor, "Look: ")
    window.actions_["panel.history"].trigger()
    qtbot.waitUntil(lambda: history.list.count() == 3)
    assert not history.list.item(0).flags() & Qt.ItemFlag.ItemIsSelectable  # the day
    history.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: history.text.toPlainText().startswith("The harbour froze"))
    assert history.restore.isVisible()
    QTest.mouseClick(history.restore, Qt.MouseButton.LeftButton)
    assert editor.toPlainText().startswith("The harbour froze")
    window.story.list.view.setFocus()
    window.actions_["edit.undo"].trigger()
    assert editor.toPlainText().startswith("Look: ")


def test_a_version_gets_a_name_and_keeps_it(window, qtbot):
    history = window.story.history
    QTest.keyClicks(window.story.write.editor, "Look: ")
    window.actions_["panel.history"].trigger()
    qtbot.waitUntil(lambda: history.list.count() == 3)
    history.list.setCurrentRow(1)
    history.name_asked.emit(history.chosen, "Before the storm")
    qtbot.waitUntil(lambda: "Before the storm" in history.list.item(1).text())
    assert history.chosen.name == "Before the storm"


def test_a_version_is_compared_with_the_draft_as_it_stands(window, qtbot):
    history = window.story.history
    QTest.keyClicks(window.story.write.editor, "Look: ")
    window.actions_["panel.history"].trigger()
    qtbot.waitUntil(lambda: history.list.count() == 3)
    history.list.setCurrentRow(2)
    qtbot.waitUntil(history.compare.isVisible)
    with qtbot.waitSignal(window.story.compare.comparing.compared, timeout=60_000):
        QTest.mouseClick(history.compare, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: any("version" in slot for slot in window.story.compare.slots))
    assert window.story.mode == "compare"
    assert window.story.draft in window.story.compare.slots


def test_the_draft_as_it_stands_is_kept_under_a_name(window, qtbot):
    window.actions_["panel.history"].trigger()
    QTest.keyClicks(window.story.write.editor, "Look: ")
    window.story.versions.keep_as("Sent to Ada")
    history = window.story.history
    row = history.list.item
    qtbot.waitUntil(lambda: row(1) is not None and "Sent to Ada" in row(1).text())
    assert "Sent to Ada" in window.status.done.text()
