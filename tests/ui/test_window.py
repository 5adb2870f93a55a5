"""The window with a story in it, by real keys and clicks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit, QWidget

from tests.ui.desk import window_of
from writerdesk.manuscript import Kind, Mark, whole_passage
from writerdesk.preferences import Theme
from writerdesk.story.taking import Take
from writerdesk.ui.elided import ElidedLabel
from writerdesk.ui.help_doers import HelpDoers
from writerdesk.ui.look import Look
from writerdesk.ui.status import Status
from writerdesk.ui.window import Window


def write(window, said):
    window.story.show_mode("write")
    QTest.keyClicks(window.story.write.editor, said)


def texts(window, number=0):
    window.story.live.tell_all()
    drafts = window.story.workspace.story.drafts
    return [paragraph.text for paragraph in drafts[number].text.paragraphs]


def test_several_drafts_open_as_an_overview_and_a_card_opens_its_draft(window, qtbot):
    assert window.story.mode == "overview"
    window.story.overview.opened.emit(window.story.rows[1].id)
    assert window.story.mode == "write"
    assert window.story.write.editor.toPlainText().startswith("In March")


def test_what_is_typed_reaches_the_story_and_the_list_counts_it(window, qtbot):
    write(window, "Cold. ")
    qtbot.waitUntil(lambda: window.story.rows[0].facts.words == 10)
    assert texts(window)[0] == "Cold. The harbour froze in March."


def test_undo_survives_switching_drafts(window, qtbot):
    write(window, "Cold. ")
    window.story.show_draft(window.story.rows[1].id)
    window.story.show_draft(window.story.rows[0].id)
    window.story.write.editor.setFocus()
    window.story.write.editor.undo()
    assert texts(window)[0] == "The harbour froze in March."


def test_bold_and_a_heading_are_one_undo_each(window):
    window.story.show_mode("write")
    editor = window.story.write.editor
    window.actions_["edit.select_passage"].trigger()
    window.actions_["format.bold"].trigger()
    window.actions_["kind.heading1"].trigger()
    paragraph = editor.text.document.paragraphs[0]
    assert paragraph.kind == Kind.HEADING_1
    assert paragraph.marks == (Mark(0, len(paragraph.text), "bold"),)
    assert window.actions_["kind.heading1"].isChecked()
    editor.undo()
    editor.undo()
    assert editor.text.document.paragraphs[0].kind == Kind.BODY
    assert editor.text.document.paragraphs[0].marks == ()


def test_deleting_a_draft_can_be_undone_and_the_menu_names_it(window):
    window.story.show_draft(window.story.rows[2].id)
    window.actions_["draft.delete"].trigger()
    assert len(window.story.rows) == 2
    assert "C" in window.actions_["edit.undo"].text()
    window.actions_["edit.undo"].trigger()
    assert len(window.story.rows) == 3


def test_drafts_are_renamed_in_place_and_moved_by_key(window, qtbot):
    window.story.show_mode("write")
    view = window.story.list.view
    view.setFocus()
    window.actions_["draft.rename"].trigger()
    field = view.findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Ice")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.story.rows[0].name == "Ice")
    window.actions_["draft.down"].trigger()
    assert [row.letter for row in window.story.rows] == ["B", "A", "C"]


def test_a_change_from_elsewhere_is_brought_in_as_one_undo(window):
    write(window, "Cold. ")
    texts(window)
    workspace = window.story.workspace
    other, here = workspace.story.drafts[1], workspace.story.drafts[0]
    passage = whole_passage(other.id, other.text, 0, 1)
    workspace.take(Take(passage, here.id, here.text.ids[:1]))
    assert texts(window)[1] == "In March the harbour froze."
    assert window.story.write.editor.toPlainText().splitlines()[1].startswith("In March")
    window.story.write.editor.undo()
    assert len(texts(window)) == 2


def test_a_draft_that_stops_in_mid_sentence_says_so(window):
    assert window.story.rows[1].facts.cut_off == "counted anything, and the"
    assert window.story.rows[0].facts.cut_off == ""


def test_delete_in_the_text_deletes_a_letter_and_no_draft(window):
    window.story.show_mode("write")
    QTest.keyClick(window.story.write.editor, Qt.Key.Key_Delete)
    assert len(window.story.rows) == 3
    assert texts(window)[0] == "he harbour froze in March."


def test_every_theme_can_be_worn(window):
    for theme in Theme:
        window.actions_[f"theme.{theme.value}"].trigger()
        assert window.actions_[f"theme.{theme.value}"].isChecked()


@pytest.mark.parametrize("size", [(640, 480), (900, 600), (1440, 900)])
def test_every_control_has_a_name_for_those_who_do_not_see_it(qtbot, size):
    window = window_of(qtbot, size=size)
    for mode in ("overview", "write"):
        window.story.show_mode(mode)
        nameless = [widget for widget in controls(window) if not spoken(widget)]
        assert nameless == []
    window.close()
    start = Window(Look())
    start.show_start()
    qtbot.addWidget(start)
    start.show()
    assert [widget for widget in controls(start) if not spoken(widget)] == []


def controls(window):
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)
    return [w for w in window.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]


def spoken(widget):
    return widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())


def test_deleting_a_draft_says_so_and_offers_it_back(window):
    window.actions_["draft.delete"].trigger()
    assert window.messages.shown[0].words.startswith("A was taken out")
    window.messages.shown[0].offers[0].act()
    assert len(window.story.rows) == 3


def test_what_was_set_aside_opens_above_the_page(window):
    workspace = window.story.workspace
    draft = workspace.story.drafts[0]
    window.story.show_mode("write")
    workspace.change_draft(replace(draft, set_aside=("Here is your story, enjoy.",)))
    chip = window.story.write.set_aside
    assert chip.chip.text() == "▸ Set aside: 5 words"
    window.actions_["draft.set_aside"].trigger()
    assert chip.words.isVisible()


def test_typing_at_the_top_does_not_rename_the_story(window, qtbot):
    title = window.windowTitle()
    write(window, "Something else ")
    qtbot.waitUntil(lambda: window.story.rows[0].name.startswith("Something else"))
    assert window.windowTitle() == title


def test_the_help_menu_tells_keys_place_and_version(window):
    tells = HelpDoers(window, lambda: window.story.workspace.path, {})
    for dialog in (tells.keys(), tells.where(), tells.about()):
        assert dialog.windowTitle()


def test_how_safe_the_words_are_is_never_cut_off(qtbot):
    status = Status()
    qtbot.addWidget(status)
    status.show_writing()
    status.resize(900, 28)
    status.show()
    status.show_not_saved("the disk is full")
    assert status.safety.width() >= status.safety.sizeHint().width()


def test_a_name_with_no_room_ends_in_an_ellipsis_but_is_heard_whole(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("The road into Underfell went")
    wide, narrow = (_drawn(label, width) for width in (400, 60))
    assert label.minimumSizeHint().width() <= 400
    assert label.text() == "The road into Underfell went"
    assert wide != narrow


def _drawn(label, width):
    label.resize(width, 20)
    return label.grab().toImage()
