"""A writer at a real window, with a window manager, by keys and clicks from outside the program."""

import time

import pytest

from tests.journeys.hands import MISSING, PATIENCE, Hands, desk_with
from tests.ui.desk import THREE
from tests.ui.pane.test_screen_reader import display as display

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not on this machine: {MISSING}")


@pytest.fixture
def desk(display, tmp_path):
    hands = Hands(display, tmp_path / "map")
    with desk_with(hands) as (window, app):
        yield hands, window, app


def test_writing_finding_replacing_switching_and_closing(desk):
    hands, window, app = desk
    # In the text of A, by a click; what is typed is typeset, one undo takes the last word back.
    hands.do("mousemove", "--window", window, "640", "300", "click", "1")
    hands.keys("ctrl+Home")
    hands.type('"Cold," she said. ')
    hands.keys("ctrl+End")
    hands.type(" Nobody answered.")
    # The list: down to B, a name in place, back to the text.
    hands.keys("F4", "Down", "F2")
    hands.type("Ice")
    hands.keys("Return", "F6", "ctrl+Home")
    hands.type("Once ")
    hands.keys("ctrl+z")
    # In all drafts, with a preview.
    hands.keys("ctrl+shift+h")
    hands.window("Replace in All Drafts")
    hands.type("harbour")
    hands.keys("Tab")
    hands.type("bay")
    hands.keys("Return")
    # Anything by name.
    hands.keys("ctrl+k")
    hands.type("sepia")
    hands.keys("Return")
    hands.keys("alt+F4")
    told, _nothing = app.communicate(timeout=PATIENCE)
    assert app.returncode == 0, told
    lines = told.splitlines()
    assert lines[-1] == "closed well"
    assert "“Cold,” she said. The bay froze in March." in lines[0]
    assert "Nobody answered." in lines[0]
    assert "In March the bay froze." in lines[1]


def test_the_panels_by_mouse(desk):
    hands, _window, app = desk
    # A heading by typing; the outline has it, and a click on it goes there.
    hands.click("Text of the draft")
    hands.keys("ctrl+Home")
    hands.type("# Ice")
    hands.keys("Return", "ctrl+End")
    hands.click("[Outline]")
    hands.click("row: Ice")
    hands.keys("Home")
    hands.type("Thin ")
    # A note, and what is written in it.
    hands.click("[Notes]")
    hands.click("[New Note]")
    hands.keys("Down", "Return")
    hands.type("More cold here.")
    # A sheet, and its name.
    hands.click("[Characters]")
    hands.click("[Blank Sheet]")
    hands.click("[Name]")
    hands.type("Ida")
    hands.keys("Tab")
    # The first version is looked at and brought back.
    hands.click("[History]")
    hands.sees("row: ")
    # Words of another draft, found and gone to; then written there.
    hands.click("[Find]")
    hands.click("[Find in the whole story]")
    hands.type("Nobody counted")
    hands.click("row: B, Nobody counted")
    hands.click("[Text of the draft]")
    hands.keys("ctrl+End")
    hands.type(" wind")
    hands.keys("alt+F4")
    told, _nothing = app.communicate(timeout=PATIENCE)
    assert app.returncode == 0, told
    lines = told.splitlines()
    assert lines[-1] == "closed well"
    assert lines[0].startswith("['Thin Ice', 'The harbour froze in March.'"), told
    assert "Nobody counted anything, and the wind" in lines[1], told
    assert "note: More cold here." in lines, told
    assert "sheet: Ida" in lines, told


@pytest.mark.torture  # Twelve seconds of waiting for a program that nothing outside can ask.
def test_comparing_editing_in_place_and_taking(desk):
    hands, window, app = desk
    at = "mousemove", "--window", window, "200", "180"
    hands.keys("ctrl+Tab")
    # The worker starts; nothing outside can tell when the columns are there.
    time.sleep(6)
    # A click in the left column, the wheel down and up, the next stop and back by keys.
    hands.do(*at, "click", "1", "click", "5", "click", "4")
    hands.keys("n", "p", "F8", "shift+F8", "Home")
    # The passage under the pointer goes over to B; then one is edited where it stands.
    hands.do(*at, "click", "1")
    hands.keys("ctrl+Return")
    time.sleep(1.5)
    hands.do(*at, "click", "1")
    hands.keys("Return", "Home")
    hands.type("Hark. ")
    hands.keys("Escape", "alt+F4")
    told, _nothing = app.communicate(timeout=PATIENCE)
    assert app.returncode == 0, told
    lines = told.splitlines()
    assert lines[-1] == "closed well"
    assert "Hark. " in lines[0]
    assert any(passage in lines[1] for passage in THREE[0])
    assert "Hark" not in lines[1]
