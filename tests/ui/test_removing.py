"""A draft is removed for good only when the writer has read what goes with it."""

from typing import Any

from tests.ui.desk import window_of
from writerdesk.folders import data_folder
from writerdesk.project import audit
from writerdesk.ui.removing import RemovingDialog


def ask(window) -> RemovingDialog:
    window.actions_["draft.remove"].trigger()
    return window.findChildren(RemovingDialog)[-1]


def words_on_disk(path, words):
    everything = [path, *data_folder().rglob("*")]
    return any(words in one.read_bytes() for one in everything if one.is_file())


def test_what_goes_is_told_and_keeping_it_changes_nothing(qtbot):
    window: Any = window_of(qtbot)
    dialog = ask(window)
    qtbot.waitUntil(lambda: "version" in dialog.gone.text())
    assert dialog.gone.text().startswith("From the story, its backups")
    dialog.reject()
    assert len(window.story.workspace.story.drafts) == 3
    window.close()


def test_a_removed_draft_is_nowhere_and_the_page_shows_another(qtbot):
    window: Any = window_of(qtbot, [["A secret for nobody, told once."], ["What stays."]])
    workspace = window.story.workspace
    workspace.save()
    workspace.saving.look_after()
    ask(window).accept()
    assert [one.letter for one in workspace.story.all_drafts] == ["B"]
    assert window.story.draft == workspace.story.drafts[0].id
    assert window.status.done.text() == "A is removed for good."
    window.close()
    assert not words_on_disk(workspace.path, b"A secret for nobody")
    assert words_on_disk(workspace.path, b"What stays.")
    assert audit(workspace.path).is_whole


def test_the_only_draft_leaves_an_empty_page_and_a_deleted_one_can_be_removed_later(qtbot):
    window: Any = window_of(qtbot, [["The only one there is."]])
    workspace = window.story.workspace
    ask(window).accept()
    (page,) = workspace.story.all_drafts
    assert page.text.paragraphs[0].text == ""
    workspace.new_draft()
    workspace.delete_draft(page.id)
    dialog = ask(window)
    dialog.draft.setCurrentIndex(dialog.draft.findData(page.id))
    assert "(deleted)" in dialog.draft.currentText()
    dialog.accept()
    assert page.id not in workspace.story.items
    window.close()
