"""The table of commands: no key stands twice, and none the platform keeps for itself."""

import pytest
from PySide6.QtGui import QKeySequence

from writerdesk.ui.commands import Where, all_commands
from writerdesk.ui.menus import with_mnemonics

PLATFORMS = ("linux", "win32", "darwin")
RESERVED = {
    "linux": {"Alt+F4", "Alt+Tab", "Ctrl+Alt+Del", "F10"},
    "win32": {"Alt+F4", "Alt+Tab", "Ctrl+Alt+Del", "F10", "Ctrl+Esc"},
    "darwin": {"Ctrl+H", "Ctrl+M", "Ctrl+Tab", "Ctrl+Space", "Ctrl+`"},
}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_key_stands_twice_where_both_hold(platform):
    held = {}
    for command in all_commands():
        key = command.key_on(platform)
        if not key:
            continue
        for other in held.get(key, []):
            assert Where.WINDOW not in (command.where, other.where), (command, other)
            assert command.where is not other.where, (command, other)
        held.setdefault(key, []).append(command)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_key_takes_what_others_need(platform):
    for command in all_commands():
        key = command.key_on(platform)
        parts = key.split("+")
        assert not {"Ctrl", "Alt"} <= set(parts), command
        assert not ("Alt" in parts and len(parts[-1]) == 1), command
        assert key not in RESERVED[platform], command


def test_qt_understands_every_key_and_every_id_is_its_own():
    for command in all_commands():
        for key in (command.key, command.mac):
            assert not key or not QKeySequence(key).isEmpty(), command
    ids = [command.id for command in all_commands()]
    assert len(set(ids)) == len(ids)


def test_every_entry_of_a_menu_has_a_letter_of_its_own():
    marked = with_mnemonics(["Copy", "Cut", "Close", "Überarbeiten", "Über"])
    letters = [words[words.index("&") + 1].lower() for words in marked]
    assert len(set(letters)) == len(letters)
    assert with_mnemonics(["a", "a"]) == ["&a", "a"]


def test_nobody_goes_without_a_letter_because_another_took_the_only_one():
    assert with_mnemonics(["ab", "ac", "a"]) == ["a&b", "a&c", "&a"]
