"""What the writer prefers holds at once, in every window, and is kept."""

from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QSpinBox

from writerdesk import preferences
from writerdesk.app import App
from writerdesk.preferences import Marks, Preferences, Theme
from writerdesk.ui.commands import all_commands
from writerdesk.ui.preferring.dialog import PreferencesDialog, languages
from writerdesk.ui.preferring.keys_page import KeysPage, complaint


@pytest.fixture
def app(qtbot) -> Any:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    sheet, font, palette = application.styleSheet(), application.font(), application.palette()
    app = App(application)
    app.open([])
    app.windows[0].sample_asked.emit()
    yield app
    for window in tuple(app.windows):
        window.close()
    app._look.changed.disconnect()
    application.setStyleSheet(sheet)
    application.setFont(font)
    application.setPalette(palette)


def dialog_of(app) -> Any:
    window = app.windows[0]
    window.actions_["edit.preferences"].trigger()
    return next(one for one in window.findChildren(PreferencesDialog) if one.isVisible())


def field(dialog, kind, name) -> Any:
    return next(
        one
        for one in dialog.findChildren(kind)
        if name in (one.accessibleName(), getattr(one, "text", str)())
    )


def test_every_choice_holds_at_once_and_is_kept(app, qtbot):
    dialog = dialog_of(app)
    story = app.windows[0].story
    field(dialog, QComboBox, "Theme").setCurrentIndex(3)
    field(dialog, QComboBox, "Marks of a comparison").setCurrentIndex(2)
    field(dialog, QSpinBox, "Size of the text").setValue(24)
    field(dialog, QSpinBox, "Letters in a line").setValue(50)
    field(dialog, QCheckBox, "Less motion").setChecked(True)
    field(dialog, QCheckBox, "High contrast").setChecked(True)
    typographic = "Make quotes and dashes typographic as they are typed"
    field(dialog, QCheckBox, typographic).setChecked(False)
    field(dialog, QCheckBox, "Single letters do something in a comparison").setChecked(False)
    look = app._look
    assert look.appearance.theme is Theme.DARK
    assert look.appearance.marks is Marks.STRONG
    assert look.appearance.letters == 50
    assert look.lettering.editor == 24
    assert look.motion.level == 0
    assert look.palette.page == "#000000"
    assert not story.write.editor.smart
    assert not app.windows[0].actions_["format.smart"].isChecked()
    assert not story.compare.pane.view._letters
    kept = preferences.load(preferences.settings_file()).preferences
    assert kept.theme is Theme.DARK
    assert kept.editor_size == 24
    assert kept.line_letters == 50
    assert kept.less_motion
    assert not kept.letters_act
    dialog.close()


def test_a_key_given_holds_at_once_and_one_that_is_taken_is_refused(app):
    dialog = dialog_of(app)
    page = dialog.findChildren(KeysPage)[0]
    commands = {command.id: command for command in all_commands()}
    page.give(commands["draft.duplicate"], "Ctrl+Shift+J")
    action = app.windows[0].actions_["draft.duplicate"]
    assert action.shortcut().toString() == "Ctrl+Shift+J"
    page.give(commands["draft.goal"], "Ctrl+Shift+J")
    assert "Duplicate Draft" in page.told.text()
    page.give(commands["draft.duplicate"], "")
    assert action.shortcut().isEmpty()
    assert preferences.load(preferences.settings_file()).preferences.keys == {}
    dialog.close()


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("Ctrl+Alt+J", "many keyboards"),
        ("Alt+J", "open menus"),
        ("J", "for writing"),
        ("Shift+J", "for writing"),
        ("Ctrl+S", "Save Now"),
        ("Ctrl+Shift+J", ""),
        ("F12", ""),
        ("", ""),
    ],
)
def test_a_key_is_looked_at_before_it_is_given(key, wrong):
    commands = all_commands()
    command = next(one for one in commands if one.id == "draft.duplicate")
    told = complaint(command, key, commands, MappingProxyType({}))
    assert wrong in told
    assert bool(wrong) == bool(told)


def test_english_and_the_translations_can_be_chosen(qtbot):
    assert {"en", "de"} <= set(languages())
    assert Preferences().language == ""
