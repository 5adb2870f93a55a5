"""What can be done to a draft from the list and the Draft menu, by the entries a writer uses."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from writerdesk.story.items import Draft
from writerdesk.ui.draft_details import DraftDetails, origin_told
from writerdesk.ui.draft_rows import two_lines

MODE = "write"


def test_a_new_draft_is_written_on_at_once(window):
    window.story.show_mode("compare")
    window.actions_["draft.new"].trigger()
    assert window.story.mode == "write"
    assert window.story.draft == window.story.rows[-1].id
    QTest.keyClicks(window.story.write.editor, "So")
    window.story.live.tell_all()
    assert window.story.workspace.story.drafts[-1].text.paragraphs[0].text == "So"


def test_undoing_a_new_draft_that_was_written_in_says_that_it_stays(window):
    window.actions_["draft.new"].trigger()
    QTest.keyClicks(window.story.write.editor, "Kept.")
    window.story.show_mode("overview")
    window.actions_["edit.undo"].trigger()
    assert [row.letter for row in window.story.rows] == ["A", "B", "C", "D"]
    assert window.status.done.text() == "D was changed since then and was left as it is."


def opened(window, id):
    menu = window.actions_.menu(id)
    menu.aboutToShow.emit()
    return {action.text().replace("&", ""): action for action in menu.actions()}


def draft(window, number=0):
    return window.story.workspace.story.drafts[number]


def dialog_of(window):
    return next(one for one in window.findChildren(DraftDetails) if one.isVisible())


def test_a_colour_can_be_chosen_and_given_back(window):
    opened(window, "colour")["Plum"].trigger()
    assert draft(window).colour == "3"
    assert window.story.row(draft(window).id).number == 3
    assert opened(window, "colour")["Plum"].isChecked()
    opened(window, "colour")["Of its letter"].trigger()
    assert draft(window).colour == ""


def test_a_language_can_be_chosen_and_decides_the_quotes(window):
    opened(window, "language")["Deutsch"].trigger()
    assert draft(window).text.language == "de"
    QTest.keyClicks(window.story.write.editor, '"')
    assert window.story.write.editor.toPlainText().startswith("„")


def test_the_menu_of_the_list_offers_to_compare(window):
    entries = window.actions_.menu("draft").actions()
    assert "Compare with…" in [entry.text().replace("&", "") for entry in entries]


def test_details_say_where_a_draft_came_from_and_keep_what_is_changed(window):
    window.actions_["draft.details"].trigger()
    dialog = dialog_of(window)
    dialog.name.setText("Ice")
    dialog.goal.setValue(4000)
    dialog.written_by.setCurrentIndex(dialog.written_by.findData("model"))
    dialog.status.setCurrentIndex(dialog.status.findData("done"))
    dialog.accept()
    changed = draft(window)
    assert (changed.name, changed.goal, changed.written_by, changed.status) == (
        "Ice",
        4000,
        "model",
        "done",
    )
    window.story.workspace.undo_act()
    assert draft(window).name == ""


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        ((), "written here"),
        (("file", "one.txt"), "the file “one.txt”"),
        (("copy", "b"), "a copy of B"),
        (("taken", "b"), "passages taken from B"),
        (("copy", "gone"), "written here"),
    ],
)
def test_every_origin_is_told(window, origin, said):
    story = window.story.workspace.story.put(Draft("b", letter="B"))
    assert origin_told(story, Draft("a", letter="A", origin=origin)) == said


def test_what_was_set_aside_is_put_back_as_one_undo(window):
    from dataclasses import replace

    workspace = window.story.workspace
    workspace.change_draft(replace(draft(window), set_aside=("Here is a story:\nabout ice",)))
    chip = window.story.write.set_aside
    assert chip.isVisible()
    assert not chip.back.isVisible()
    chip.chip.click()
    chip.back.click()
    said = [paragraph.text for paragraph in draft(window).text.paragraphs]
    assert said[:3] == ["Here is a story:", "about ice", "The harbour froze in March."]
    assert not chip.isVisible()
    assert not window.actions_["draft.put_back"].isEnabled()
    workspace.undo_act()
    assert draft(window).text.paragraphs[0].text == "The harbour froze in March."
    assert chip.isVisible()


def test_a_status_is_seen_in_the_list_and_checked_in_the_menu(window):
    window.actions_["status.done"].trigger()
    assert window.actions_["status.done"].isChecked()
    window.actions_["status.done"].trigger()
    assert draft(window).status == ""


def test_a_draft_dragged_before_another_stands_there(window):
    model = window.story.list.model
    carried: QMimeData = model.mimeData([model.index(2)])
    model.dropMimeData(carried, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert [row.letter for row in window.story.rows] == ["C", "A", "B"]


def test_deleting_offers_the_draft_back(window):
    window.actions_["draft.delete"].trigger()
    assert [row.letter for row in window.story.rows] == ["B", "C"]
    window.messages.shown[-1].offers[0].act()
    assert [row.letter for row in window.story.rows] == ["A", "B", "C"]


def test_a_long_name_takes_two_lines_and_only_then_ends_in_dots(window):
    metrics, said = window.fontMetrics(), "People suppose that a tuner hears"
    room = metrics.horizontalAdvance(said)
    assert two_lines(said, metrics, room) == [said]
    assert two_lines(said, metrics, room - 8) == ["People suppose that a tuner", "hears"]
    first, second = two_lines(f"{said} {said} {said}", metrics, room)
    assert first == said
    assert second.endswith("…")


def test_one_draft_is_the_manuscript_until_another_is_or_none(window):
    manuscript = window.actions_["draft.manuscript"]
    manuscript.trigger()
    told = [row.is_manuscript for row in window.story.rows]
    assert told == [True, False, False]
    window.story.show_draft(window.story.rows[1].id)
    assert not manuscript.isChecked()
    manuscript.trigger()
    assert [row.is_manuscript for row in window.story.rows] == [False, True, False]
    assert manuscript.isChecked()
    manuscript.trigger()
    assert not any(row.is_manuscript for row in window.story.rows)
    window.story.workspace.undo_act()
    assert window.story.rows[1].is_manuscript


def test_without_drafts_the_window_says_how_to_begin_and_nothing_is_written_astray(window):
    story = window.story
    story.told.emit("A and B say the same, word for word.")
    for row in story.rows:
        story.workspace.delete_draft(row.id)
    assert not window.status.done.text()
    page = story.pages.currentWidget()
    assert page.words.startswith("No drafts yet")
    page.findChild(QPushButton).click()
    assert len(story.rows) == 1
    assert story.mode == "write"
    assert story.pages.currentWidget() is story.write
