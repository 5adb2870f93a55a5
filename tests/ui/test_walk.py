"""A walk through the whole window: every control says what it is, and a keyboard is enough."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolButton,
)

from writerdesk.ui.commands import Command, Menu, all_commands, menus, words_in_full
from writerdesk.ui.look import Look
from writerdesk.ui.window import Window

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
PANELS = ("panel.outline", "panel.history", "panel.changes")


def controls(widget):
    """Every control that can be seen, without the parts Qt makes of its own ones."""
    return [
        one
        for one in widget.findChildren(QAbstractButton) + widget.findChildren(object)
        if isinstance(one, CONTROLS)
        and one.isVisible()
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), (QComboBox, QAbstractSpinBox))
    ]


def nameless(widget):
    found = []
    for one in controls(widget):
        interface = QAccessible.queryAccessibleInterface(one)
        if not (interface and interface.text(QAccessible.Text.Name)):
            found.append((type(one).__name__, one.objectName(), one.parent()))
    return found


def out_of_reach(widget):
    """Enabled buttons that Tab never comes to and no command does the work of."""
    return [
        one.accessibleName() or one.text()
        for one in controls(widget)
        if isinstance(one, QAbstractButton)
        and one.isEnabled()
        and not one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(one, QToolButton) and one.defaultAction())
        # Arrows go on inside a group of which one button is pressed.
        and not (one.group() and one.group().exclusive() and one.group().checkedButton())
    ]


def check(widget):
    assert nameless(widget) == []
    assert out_of_reach(widget) == []


def test_the_start_page(qtbot):
    window = Window(Look())
    qtbot.addWidget(window)
    window.show()
    check(window)


@pytest.mark.parametrize("mode", ["overview", "write", "compare"])
def test_each_mode_with_each_panel(window, qtbot, mode):
    window.story.show_mode(mode)
    if mode == "compare":
        qtbot.waitUntil(lambda: window.story.compare.pane.reading is not None, timeout=60_000)
    check(window)
    if mode != "overview":
        for panel in PANELS:
            window.actions_[panel].trigger()
            check(window)


def test_the_bar_that_finds_and_replaces(window):
    window.story.show_mode("write")
    window.actions_["edit.replace"].trigger()
    check(window)


@pytest.mark.parametrize(
    "command",
    [
        *("draft.details", "story.details", "edit.replace_everywhere", "story.place"),
        *("story.check", "format.tidy", "draft.names"),
    ],
)
def test_each_dialog(window, command):
    window.actions_[command].trigger()
    (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    check(dialog)
    assert dialog.windowTitle()
    dialog.reject()


def test_every_command_of_the_table_can_be_done(window):
    assert [one.id for one in all_commands() if one.id not in window.actions_] == []


def test_every_entry_of_every_menu_has_a_letter_no_other_has(window):
    menus = [window.actions_.menu(menu.id) for menu in shown_menus(window)]
    for menu in (window.menuBar(), *menus):
        letters = [
            action.text()[action.text().index("&") + 1].lower()
            for action in menu.actions()
            if not action.isSeparator()
            and action.isVisible()
            and action.text()
            and "&" in action.text()
        ]
        assert len(set(letters)) == len(letters), menu.title()


def test_every_command_stands_in_a_menu_that_letters_open(window):
    for menu in shown_menus(window):
        assert "&" in window.actions_.menu(menu.id).title()
        for command in entries(menu):
            if command.id in window.actions_:
                assert "&" in window.actions_[command.id].text() or command.key, command


def test_the_list_of_commands_offers_all_that_can_be_done_now(window):
    window.actions_["help.palette"].trigger()
    from writerdesk.ui.things import choices_of

    offered = {choice.words for choice in choices_of(window.story, window.actions_)}
    missing = [
        command.id
        for command in all_commands()
        if command.id in window.actions_
        and window.actions_[command.id].isEnabled()
        and words_in_full()[command.id] not in offered
    ]
    assert missing == []


def shown_menus(window):
    return [menu for menu in menus() if any(one.id in window.actions_ for one in entries(menu))]


def entries(menu: Menu) -> list[Command]:
    found = []
    for entry in menu.entries:
        if isinstance(entry, Command):
            found.append(entry)
        elif entry is not None:
            found.extend(entries(entry))
    return found


def test_f6_goes_through_the_areas_and_tab_never_writes_in_them(window):
    window.story.show_mode("write")
    seen = set()
    for _turn in range(6):
        window.actions_["view.next_area"].trigger()
        seen.add(type(window.focusWidget()).__name__)
    assert len(seen) >= 3
