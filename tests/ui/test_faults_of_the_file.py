"""A story's file that is gone, replaced, newer or damaged: told, and every offer keeps its word."""

import shutil
import sqlite3
from contextlib import closing
from typing import Any

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import THREE, window_of
from tests.ui.test_faults import doors
from writerdesk.app import App
from writerdesk.folders import data_folder
from writerdesk.manuscript import Document, Paragraph
from writerdesk.problem import Problem
from writerdesk.project import schema
from writerdesk.ui.backups_dialog import BackupsDialog
from writerdesk.ui.look import Look
from writerdesk.ui.window import Window
from writerdesk.workspace.opening import open_workspace
from writerdesk.workspace.saving import How


def type_in(window, words):
    window.story.show_mode("write")
    QTest.keyClicks(window.story.write.editor, words)
    window.story.live.tell_all()
    window.story.workspace.save()


def told(window):
    return [message.words for message in window.messages.shown]


def take_offer(window, words):
    for message in window.messages.shown:
        for offer in message.offers:
            if offer.words == words:
                offer.act()
                return
    raise AssertionError((words, window.messages.shown))


def wait_for(qtbot, window, how):
    qtbot.waitUntil(lambda: window.story.workspace.saving.state.how is how, timeout=60_000)


def first_words(path):
    with_all = open_workspace(path, doors(), read_only=True)
    words = with_all.story.drafts[0].text.paragraphs[0].text
    versions = []
    with_all.history(with_all.story.drafts[0].id, versions.extend)
    with_all.close()
    QApplication.processEvents()
    # The clock stands still here, so all but the first and the last are thinned out.
    return words, versions[-1].number


def shown(qtbot, path) -> Any:
    window = Window(Look())
    qtbot.addWidget(window)
    window.show_story(open_workspace(path, doors()))
    window.show()
    return window


# Its text does not stand in the state of its record, so a damaged paragraph is met at opening.
_LONG = (["The harbour froze in March. " * 40, "Ida counted the boats."], *THREE[1:])


def closed_story(qtbot, drafts=THREE):
    window: Any = window_of(qtbot, drafts)
    path = window.story.workspace.path
    type_in(window, "Once. ")
    window.close()
    return path


@pytest.mark.parametrize("fault", ["deleted", "moved", "folder renamed"])
def test_a_file_that_is_gone_is_put_back_with_all_its_versions(qtbot, fault):
    window: Any = window_of(qtbot)
    type_in(window, "One. ")
    wait_for(qtbot, window, How.SAVED)
    path = window.story.workspace.path
    if fault == "deleted":
        path.unlink()
    elif fault == "moved":
        path.rename(path.with_name("elsewhere.writerdesk"))
    else:
        path.parent.rename(path.parent.with_name(f"{path.parent.name} renamed"))
    type_in(window, "Two. ")
    wait_for(qtbot, window, How.NOT_SAVED)
    assert "moved or deleted at " in told(window)[-1]
    # Words that may be lost may interrupt a screen reader; nothing else does.
    assert window.messages.shown[-1].urgent
    take_offer(window, "Put It Back There")
    wait_for(qtbot, window, How.SAVED)
    assert told(window) == []
    type_in(window, "Three. ")
    window.close()
    words, versions = first_words(path)
    assert words.startswith("One. Two. Three. The harbour")
    # At least one for what was brought in and each of the three; a slow hand is saved twice.
    assert versions >= 4


@pytest.mark.parametrize("fault", ["replaced", "written over"])
def test_a_file_another_program_replaced_is_kept_beside_ours(qtbot, fault):
    window: Any = window_of(qtbot)
    path = window.story.workspace.path
    wait_for(qtbot, window, How.SAVED)
    older = path.with_name("older")
    shutil.copyfile(path, older)
    type_in(window, "Ours. ")
    wait_for(qtbot, window, How.SAVED)
    if fault == "replaced":
        older.replace(path)
    else:
        path.write_bytes(older.read_bytes())
    type_in(window, "More. ")
    wait_for(qtbot, window, How.NOT_SAVED)
    assert "different version" in told(window)[-1]
    take_offer(window, "Compare Them")
    qtbot.waitUntil(lambda: window.story.compare.pane.reading is not None, timeout=30_000)
    ours, theirs = window.story.compare.pane.columns
    assert ours.document.paragraphs[0].text.startswith("Ours. More. The harbour")
    assert theirs.document.paragraphs[0].text.startswith("The harbour")
    assert theirs.fixed
    take_offer(window, "Keep Theirs Too, as a Second Story")
    wait_for(qtbot, window, How.SAVED)
    (kept,) = path.parent.glob("story (*).writerdesk")
    qtbot.waitUntil(lambda: any(f"as “{kept.name}”" in words for words in told(window)))
    with qtbot.waitSignal(window.story_asked) as asked:
        take_offer(window, "Open It")
    assert asked.args == [kept]
    window.close()
    # Nothing waits in a log: not ours, nor that of the file that was left.
    assert list((data_folder() / "recovery").iterdir()) == []
    (theirs,) = path.parent.glob("story (*).writerdesk")
    assert first_words(path)[0].startswith("Ours. More. The harbour")
    assert first_words(theirs)[0].startswith("The harbour")


def test_the_story_as_it_is_seen_is_saved_somewhere_else(qtbot, tmp_path):
    window: Any = window_of(qtbot)
    window.story.workspace.path.unlink()
    type_in(window, "Here. ")
    wait_for(qtbot, window, How.NOT_SAVED)
    elsewhere = tmp_path / "safe.writerdesk"
    window.at_work.faults.save_as_another(elsewhere)
    qtbot.waitUntil(elsewhere.exists, timeout=60_000)
    qtbot.waitUntil(lambda: "is saved as" in told(window)[-1])
    with qtbot.waitSignal(window.story_asked) as asked:
        take_offer(window, "Go On There")
    assert asked.args == [elsewhere]
    window.close()
    assert not window.isVisible()
    assert first_words(elsewhere)[0].startswith("Here. The harbour")


def test_a_newer_file_is_read_and_says_so(qtbot):
    path = closed_story(qtbot)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={schema.FORMAT + 1}")
        connection.execute("UPDATE meta SET value = '2.1' WHERE name = 'program'")
        connection.commit()
    window = shown(qtbot, path)
    assert "newer WriterDesk (2.1)" in told(window)[0]
    assert window.story.write.editor.isReadOnly()
    window.close()


def damage_a_paragraph(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE paragraph SET content = x'00' WHERE number = 2")


def test_a_damaged_passage_comes_back_from_the_backup_and_is_shown(qtbot):
    path = closed_story(qtbot, _LONG)
    damage_a_paragraph(path)
    window = shown(qtbot, path)
    assert "1 of 5 passages in this file was damaged. It was found whole" in told(window)[0]
    take_offer(window, "Show It")
    assert window.story.mode == "write"
    assert window.story.write.editor.toPlainText().endswith("Ida counted the boats.")
    margin, ids = window.story.margin, window.story.write.editor.text.document.ids
    assert [margin.is_mended(id) for id in ids] == [False, True]
    window.story.show_draft(window.story.rows[1].id)
    assert not any(margin.is_mended(id) for id in window.story.write.editor.text.document.ids)
    window.close()


def colours_of_line(editor):
    line = editor.cursorRect().adjusted(0, 0, 200, 0)
    picture = editor.viewport().grab(line).toImage()
    across, down = range(picture.width()), range(picture.height())
    return {picture.pixelColor(x, y).name().upper() for x in across for y in down}


def test_a_passage_nobody_has_is_marked_and_told(qtbot):
    window: Any = window_of(qtbot, _LONG)
    path = window.story.workspace.path
    window.close()
    for backup in (path.parent, *backups()):
        shutil.rmtree(backup) if backup.is_dir() and backup != path.parent else None
    damage_a_paragraph(path)
    window = shown(qtbot, path)
    assert told(window)[0] == "1 passage could not be found anywhere; its place is marked."
    assert not window.messages.shown[0].urgent
    before = told(window)
    with qtbot.waitSignal(window.story.workspace.auditing.finished, timeout=60_000):
        window.story.workspace.auditing.look()
    # What the audit finds is what is marked: it does not say that everything seen is whole.
    assert told(window) == before
    take_offer(window, "Show It")
    editor = window.story.write.editor
    danger = window.story.look.palette.danger.upper()
    assert danger in colours_of_line(editor)
    assert window.story.write.head.style_picker.text() == "Body ▾"
    # Written in, it is a passage like any other.
    QTest.keyClicks(editor, "New words.")
    window.story.live.tell_all()
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    assert danger not in colours_of_line(editor)
    assert window.story.workspace.story.drafts[0].text.paragraphs[-1] == Paragraph("New words.")
    take_offer(window, "Look in Older Backups…")
    (dialog,) = window.findChildren(BackupsDialog)
    assert dialog.list.count() == 0
    dialog.reject()
    window.close()


def test_a_short_draft_is_whole_though_its_passage_is_damaged_and_the_audit_says_so(qtbot):
    path = closed_story(qtbot)
    damage_a_paragraph(path)
    window = shown(qtbot, path)
    assert told(window) == []
    assert window.story.write.editor.toPlainText().endswith("Ida counted the boats.")
    auditing = window.story.workspace.auditing
    with qtbot.waitSignal(auditing.damage_found) as seen:
        auditing.look()
    assert seen.args[0].damaged_paragraphs == (2,)
    window.close()


def backups():
    return list((data_folder() / "backups").iterdir())


def test_a_file_with_broken_pages_is_served_and_saved_as_a_new_story(qtbot, tmp_path):
    path = closed_story(qtbot)
    content = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'paragraph'"
        ).fetchone()
    content[(page - 1) * 4096 : page * 4096] = b"\x55" * 4096
    path.write_bytes(content)
    window = shown(qtbot, path)
    assert any("file is damaged. What can be read" in words for words in told(window))
    assert window.story.write.editor.isReadOnly()
    window.at_work.faults.save_as_another(tmp_path / "healed.writerdesk")
    qtbot.waitUntil(lambda: "is saved as" in told(window)[-1], timeout=60_000)
    window.close()
    assert first_words(tmp_path / "healed.writerdesk")[0].startswith("Once. The harbour")
    assert path.read_bytes() == content


def test_a_file_that_can_not_be_opened_offers_its_newest_backup(qtbot, qapp):
    path = closed_story(qtbot)
    path.write_bytes(b"x" * 5000)
    app: Any = App(qapp)
    app.open([path])
    (window,) = app.windows
    qtbot.addWidget(window)
    assert "is damaged" in told(window)[0]
    (offer,) = window.messages.shown[0].offers
    assert offer.words.startswith("Open the Backup of ")
    offer.act()
    assert window.story.workspace.path.name == "story (from a backup 1).writerdesk"
    assert window.story.workspace.story.drafts[0].text.paragraphs[0].text.startswith("Once. ")
    window.close()


def test_words_of_another_version_are_offered_as_a_draft(qtbot):
    window: Any = window_of(qtbot)
    path = window.story.workspace.path
    window.close()
    older = path.read_bytes()
    keeping = open_workspace(path, doors())
    draft = keeping.story.drafts[0]
    keeping.edit(draft.id, draft.text.splice(0, 1, ()))
    keeping.save()
    story = keeping.story
    typed = Document.from_paragraphs(["Typed and never saved."])
    keeping.edit(draft.id, typed)
    project = keeping._keeping._project
    keeping._saving._lane.result_of(keeping._saving._log_what_is_not_saved)
    assert story is not keeping.story
    # Killed here, and a sync program puts an older version in place.
    keeping._saving._lane.result_of(lambda: crash(project))
    for lane in (keeping._saving._writing_log, keeping._saving._syncing_log, keeping._saving._lane):
        lane.close()
    keeping._saving._clocks.saved()
    path.write_bytes(older)
    window = shown(qtbot, path)
    assert "Words that were typed into another version" in told(window)[-1]
    before = len(window.story.workspace.story.drafts)
    with qtbot.waitSignal(window.story.workspace.files_read, timeout=30_000):
        take_offer(window, "Add Them as a Draft")
    added = window.story.workspace.story.drafts
    assert len(added) == before + 1
    assert "Typed and never saved." in added[-1].text.paragraphs[0].text
    window.close()


def crash(project):
    project._connection.close()
    project._lock.release()


def test_a_backup_copy_never_replaces_a_file(qtbot, qapp):
    path = closed_story(qtbot)
    (path.with_stem("story (from a backup 1)")).write_text("mine")
    path.write_bytes(b"")
    app: Any = App(qapp)
    with pytest.raises(Problem) as problem:
        app._beginnings.open(path)
    backup = problem.value.details["backup"]
    assert app._beginnings.copy_of_backup(backup, path).stem.endswith("backup 2)")


def test_a_copy_of_a_backup_opens_in_a_window_of_its_own(qtbot, qapp):
    path = closed_story(qtbot)
    app: Any = App(qapp)
    app.open([path])
    (window,) = app.windows
    qtbot.addWidget(window)
    window.actions_["story.backups"].trigger()
    (dialog,) = window.findChildren(BackupsDialog)
    assert dialog.list.count() >= 1
    dialog.accept()
    second = app.windows[-1]
    qtbot.addWidget(second)
    assert second is not window
    assert second.story.workspace.path.name == "story (from a backup 1).writerdesk"
    assert window.story.workspace.path == path
    second.close()
    window.close()
