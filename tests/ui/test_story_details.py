"""What is said of the story as a whole: asked for in one dialog, changed as one act."""

from PySide6.QtTest import QTest

from writerdesk.ui.story_details import StoryDetails

MODE = "write"


def dialog_of(window):
    window.actions_["story.details"].trigger()
    return next(one for one in window.findChildren(StoryDetails) if one.isVisible())


def test_what_is_said_of_a_story_is_kept_as_one_act(window):
    dialog = dialog_of(window)
    dialog.title.setText(" The Frozen Harbour ")
    dialog.author.setText("Ida Marsh")
    dialog.goal.setValue(4000)
    dialog.spelled.setPlainText("skerry\n\nkittiwake\nskerry")
    dialog.accept()
    details = window.story.workspace.story.details
    assert (details.title, details.author, details.goal, details.spelled) == (
        "The Frozen Harbour",
        "Ida Marsh",
        4000,
        ("skerry", "kittiwake"),
    )
    assert window.windowTitle().startswith("The Frozen Harbour")
    assert "change to the story's details" in window.actions_["edit.undo"].text()
    window.story.workspace.undo_act()
    assert window.story.workspace.story.details.title == ""
    assert not window.windowTitle().startswith("The Frozen Harbour")


def test_nothing_is_an_act_if_nothing_was_changed(window):
    dialog_of(window).accept()
    assert window.story.workspace.next_undo is None


def test_the_language_of_the_story_decides_the_quotes_of_drafts_that_say_none(window):
    dialog = dialog_of(window)
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    dialog.accept()
    QTest.keyClicks(window.story.write.editor, '"')
    assert window.story.write.editor.toPlainText().startswith("„")
