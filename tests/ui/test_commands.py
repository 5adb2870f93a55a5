"""The table of commands: no key stands twice, and none the platform keeps for itself."""

import pytest
from PySide6.QtGui import QKeySequence

from writerdesk.ui.commands import Where, all_commands, words_in_full
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
    for command, key in all_keys(platform):
        for other in held.get(key, []):
            assert Where.WINDOW not in (command.where, other.where), (command, other)
            assert command.where is not other.where, (command, other)
        held.setdefault(key, []).append(command)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_key_takes_what_others_need(platform):
    for command, key in all_keys(platform):
        parts = key.split("+")
        assert not {"Ctrl", "Alt"} <= set(parts), command
        assert not ("Alt" in parts and len(parts[-1]) == 1), command
        assert key not in RESERVED[platform], command


def test_qt_understands_every_key_and_every_id_is_its_own():
    for command in all_commands():
        for key in (command.key, command.mac, *command.also):
            assert not key or not QKeySequence(key).isEmpty(), command
    ids = [command.id for command in all_commands()]
    assert len(set(ids)) == len(ids)


def test_what_stands_in_a_menu_of_a_menu_is_called_by_both_where_neither_is_seen():
    called = words_in_full()
    assert called["ties.all"] == "Ties: All"
    assert called["edit.select_all"] == "Select All"
    assert len(set(called.values())) == len(called) == len(all_commands())


def test_a_key_the_writer_gave_is_the_only_one():
    zoom = next(command for command in all_commands() if command.id == "view.zoom_in")
    assert zoom.keys_on("linux", {}) == ("Ctrl+=", "Ctrl++", "Zoom In")
    assert zoom.keys_on("linux", {"view.zoom_in": "Ctrl+J"}) == ("Ctrl+J",)
    assert zoom.keys_on("linux", {"view.zoom_in": ""}) == ()


def all_keys(platform):
    return [(one, key) for one in all_commands() for key in one.keys_on(platform, {})]


def test_every_entry_of_a_menu_has_a_letter_of_its_own():
    marked = with_mnemonics(["Copy", "Cut", "Close", "Überarbeiten", "Über"])
    letters = [words[words.index("&") + 1].lower() for words in marked]
    assert len(set(letters)) == len(letters)
    assert with_mnemonics(["a", "a"]) == ["&a", "a"]


def test_nobody_goes_without_a_letter_because_another_took_the_only_one():
    assert with_mnemonics(["ab", "ac", "a"]) == ["a&b", "a&c", "&a"]
