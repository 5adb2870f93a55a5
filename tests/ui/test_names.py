"""Who is the same is asked once, and a whole draft gets the story's names with a preview."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.desk import said, window_of
from writerdesk.story.characters import characters
from writerdesk.ui.places_dialog import PlacesDialog

_A = [f"In year {n} Pip ran over hill {n} and Ida called him home." for n in range(9)]
_B = [text.replace("Pip", "Rusty") for text in _A]


@pytest.fixture
def window(qtbot):
    return window_of(qtbot, (_A, _B))


@pytest.fixture
def panel(window, qtbot):
    window.story.show_mode("write")
    window.actions_["panel.characters"].trigger()
    panel = window.story.beside.characters
    qtbot.waitUntil(lambda: panel.same.isVisible(), timeout=60_000)
    return panel


def test_a_yes_makes_one_sheet_whose_name_for_the_story_can_be_chosen(window, panel, qtbot):
    workspace = window.story.workspace
    assert panel.same.names.text() == "Pip (A 9 ×) · Rusty (B 9 ×)"
    panel.same.yes.click()
    [pip] = characters(workspace.story)
    assert panel.same.isHidden()
    panel.show_sheet(pip.id)
    assert [panel.page.in_story.itemText(n) for n in range(2)] == ["Pip", "Rusty"]
    panel.page.in_story.activated.emit(1)
    assert characters(workspace.story)[0].name == "Rusty"
    workspace.undo_act()
    workspace.undo_act()
    assert characters(workspace.story) == ()


def test_a_no_is_not_asked_again(window, panel):
    panel.same.no.click()
    assert panel.same.isHidden()
    panel.follow()
    assert panel.same.isHidden()
    assert characters(window.story.workspace.story) == ()


def test_a_draft_gets_the_names_of_the_story_in_one_act(window, panel, qtbot):
    workspace = window.story.workspace
    panel.same.yes.click()
    other = workspace.story.drafts[1].id
    window.story.show_draft(other)
    window.actions_["draft.names"].trigger()
    [dialog] = window.findChildren(PlacesDialog)
    assert len(dialog.chosen) == 9
    assert dialog.tree.topLevelItem(0).text(0) == "Rusty → Pip: 9 places"
    dialog.tree.topLevelItem(0).child(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog._do.text() == "Change 8 Names"
    dialog.accept()
    texts = [p.text for p in workspace.story.draft(other).text.paragraphs]
    assert sum("Pip" in text for text in texts) == 8
    assert "Pip" in window.story.write.editor.toPlainText()
    window.messages.shown[-1].offers[0].act()
    assert [p.text for p in workspace.story.draft(other).text.paragraphs] == _B


def test_a_draft_that_has_the_names_of_the_story_says_so(window):
    window.story.show_mode("write")
    window.actions_["draft.names"].trigger()
    [dialog] = window.findChildren(PlacesDialog)
    assert dialog.chosen == ()
    assert dialog.tree.isHidden()


def test_tidying_is_shown_first_and_one_undo(qtbot):
    window = window_of(qtbot, (['"Go," she said.  "Now."'], ["Other."]))
    window.story.show_mode("write")
    window.actions_["format.tidy"].trigger()
    [dialog] = window.findChildren(PlacesDialog)
    assert len(dialog.chosen) == 5
    dialog.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.accept()
    assert said(window, 0) == ["“Go,” she said.  “Now.”"]
    window.story.write.editor.undo()
    window.story.live.tell_all()
    assert said(window, 0) == ['"Go," she said.  "Now."']
    window.close()
