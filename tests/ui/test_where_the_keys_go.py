"""Whatever is opened, left or closed by keyboard: the keys are somewhere a writer expects them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.desk import window_of
from writerdesk.story.characters import characters
from writerdesk.ui.editor import Editor
from writerdesk.ui.look import Look
from writerdesk.ui.message_bar import Message, Offer
from writerdesk.ui.overview_page import DraftCard
from writerdesk.ui.reading_order import in_reading_order
from writerdesk.ui.recent import RecentStory
from writerdesk.ui.window import Window

MODE = "write"


def focused(window):
    return window.focusWidget()


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused(window), key, modifiers)


def start_page(qtbot, *recent):
    window = Window(Look(), recent)
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    qtbot.waitExposed(window)
    return window


def test_the_start_page_begins_at_choosing_files_and_enter_presses_it(qtbot):
    window = start_page(qtbot)
    button = focused(window)
    assert isinstance(button, QPushButton)
    assert button.text() == "Choose files…"
    pressed = []
    button.clicked.disconnect()
    button.clicked.connect(lambda: pressed.append(button))
    press(window, Qt.Key.Key_Return)
    assert pressed == [button]


def test_where_there_are_stories_enter_goes_on_with_the_last_one(qtbot, tmp_path):
    window = start_page(qtbot, RecentStory(tmp_path / "Dust.writerdesk", "Dust", "yesterday"))
    with qtbot.waitSignal(window.story_asked) as asked:
        press(window, Qt.Key.Key_Return)
    assert asked.args == [tmp_path / "Dust.writerdesk"]


def test_a_new_draft_has_the_keys_from_wherever_it_was_made(window):
    window.story.list.view.setFocus()
    window.actions_["draft.new"].trigger()
    assert focused(window) is window.story.write.editor


@pytest.mark.parametrize("mode", ["overview", "write", "compare"])
def test_esc_goes_back_to_the_page_from_the_bars_and_the_list(window, mode):
    window.story.show_mode(mode)
    page = focused(window)
    assert window.story.pages.isAncestorOf(page)
    for elsewhere in (window.story.list.view, window.at_work.toolbar.field):
        elsewhere.setFocus()
        press(window, Qt.Key.Key_Escape)
        assert window.story.pages.isAncestorOf(focused(window))


def test_enter_on_a_draft_in_the_list_goes_into_its_text(window):
    window.story.list.view.setFocus()
    press(window, Qt.Key.Key_Down)
    assert focused(window) is window.story.list.view
    press(window, Qt.Key.Key_Return)
    assert focused(window) is window.story.write.editor
    assert window.story.draft == window.story.rows[1].id


@pytest.mark.parametrize(
    "command",
    [
        *("panel.notes", "panel.characters", "panel.outline", "panel.history", "panel.find"),
        *("panel.tellings", "versions.history"),
    ],
)
def test_a_panel_that_a_command_opens_has_the_keys_and_gives_them_back(window, command):
    window.actions_[command].trigger()
    panel = window.story.panel
    assert panel.isAncestorOf(focused(window))
    press(window, Qt.Key.Key_Escape)
    assert focused(window) is window.story.write.editor
    window.actions_["view.previous_area"].trigger()
    panel.take_keys()
    panel.show_panel("")
    assert focused(window) is window.story.write.editor


def test_esc_leaves_the_text_that_is_alone_on_the_screen(window):
    window.actions_["view.focus"].trigger()
    assert window.story.alone
    press(window, Qt.Key.Key_Escape)
    assert not window.story.alone
    assert focused(window) is window.story.write.editor


def test_f6_comes_to_a_message_and_its_offer_gives_the_keys_back(window):
    done = []
    window.messages.show_message(Message("Said.", offers=(Offer("Do", lambda: done.append(1)),)))
    seen = []
    for _turn in range(5):
        window.actions_["view.next_area"].trigger()
        seen.append(focused(window))
        if window.messages.isAncestorOf(seen[-1]):
            break
    assert isinstance(seen[-1], QPushButton)
    press(window, Qt.Key.Key_Return)
    assert done == [1]
    assert focused(window) is window.story.write.editor


def test_tab_goes_through_the_window_as_one_reads_it(window):
    window.actions_["panel.history"].trigger()
    stops = list(in_reading_order(window))
    story = window.story
    areas = [window.at_work.toolbar, story.list, story.pages, story.panel]
    order = [next(n for n, area in enumerate(areas) if area.isAncestorOf(one)) for one in stops]
    assert order == sorted(order)
    for stop in stops:
        if isinstance(focused(window), Editor):
            stop.setFocus()
        assert focused(window) is stop or stop is stops[0] or stop.setFocus() is None
        press(window, Qt.Key.Key_Tab)


def test_tab_comes_to_the_cards_before_the_beats_below_them(window):
    window.story.show_mode("overview")
    stops = list(in_reading_order(window.story.overview))
    assert [isinstance(one, DraftCard) for one in stops[:3]] == [True] * 3


def test_a_card_keeps_the_keys_when_the_cards_are_made_anew(window):
    window.story.show_mode("overview")
    (_first, second, *_more) = in_reading_order(window.story.overview)
    assert isinstance(second, DraftCard)
    second.setFocus()
    window.actions_["status.done"].trigger()
    card = focused(window)
    assert isinstance(card, DraftCard)
    assert card is not second
    assert card.draft == second.draft


@pytest.mark.skipif("sys.platform != 'linux'")
def test_shift_and_f10_open_the_menu_of_what_has_the_keys(window):
    asked = []
    window.story.list.menu_wanted.disconnect()
    window.story.list.menu_wanted.connect(lambda draft, _where: asked.append(draft))
    window.story.list.view.setFocus()
    press(window, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert asked == [window.story.draft]
    editor = window.story.write.editor
    editor.setFocus()
    editor.menu_wanted.disconnect()
    editor.menu_wanted.connect(asked.append)
    press(window, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert editor.rect().contains(editor.mapFromGlobal(asked[-1]))


def test_the_field_that_finds_anything_knows_where_one_was_though_asked_for_twice(window):
    window.actions_["help.palette"].trigger()
    window.actions_["help.palette"].trigger()
    press(window, Qt.Key.Key_Escape)
    assert focused(window) is window.story.write.editor


def test_colours_and_languages_are_found_and_what_is_not_is_said(window):
    window.actions_["help.palette"].trigger()
    finder = window.parts.finder
    finder.field.setText("colour plum")
    press(window, Qt.Key.Key_Return)
    assert window.story.row(window.story.draft).number == 3
    window.actions_["help.palette"].trigger()
    finder.field.setText("xyzzy")
    assert finder.nothing.isVisible()
    assert "xyzzy" in finder.nothing.text()
    finder.field.setText("language deutsch")
    press(window, Qt.Key.Key_Return)
    document = window.story.workspace.story.draft(window.story.draft).text
    assert document.language == "de"


def test_a_draft_that_is_back_is_not_offered_back(window):
    window.actions_["draft.delete"].trigger()
    assert [one.topic for one in window.messages.shown] == ["deleted"]
    window.story.list.view.setFocus()
    window.actions_["edit.undo"].trigger()
    assert len(window.story.rows) == 3
    assert not window.messages.shown


def test_an_open_panel_gets_the_keys_first_and_is_closed_by_who_is_in_it(window):
    action, panel = window.actions_["panel.characters"], window.story.panel
    action.trigger()
    assert focused(window) is next(in_reading_order(panel._stack))
    press(window, Qt.Key.Key_Escape)
    action.trigger()
    assert panel.open == "characters"
    assert action.isChecked()
    assert panel.isAncestorOf(focused(window))
    action.trigger()
    assert not panel.open
    assert not action.isChecked()
    assert focused(window) is window.story.write.editor


def test_a_sheet_of_many_drafts_is_no_wider_than_its_panel(qtbot):
    window = window_of(qtbot, [[f"Draft {number}"] for number in range(9)])
    window.story.show_mode("write")
    window.actions_["edit.new_character"].trigger()
    page = window.story.beside.characters.page
    around = page.parentWidget()
    assert around is not None
    qtbot.waitUntil(lambda: page.width() <= around.width())
    tabs = page.tabs.buttons()
    assert len(tabs) == 10
    assert all(tab.geometry().right() < tab.parentWidget().width() for tab in tabs)
    assert {tab.y() for tab in tabs} != {tabs[0].y()}
    window.close()


def test_a_character_found_by_name_has_the_keys_in_its_sheet(window):
    window.actions_["edit.new_character"].trigger()
    QTest.keyClicks(focused(window), "Ada")
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Escape)
    window.actions_["help.palette"].trigger()
    window.parts.finder.field.setText("Ada")
    press(window, Qt.Key.Key_Return)
    assert window.story.panel.isAncestorOf(focused(window))


def test_the_key_of_the_list_goes_to_it_from_the_overview_too(window):
    window.story.show_mode("overview")
    window.actions_["view.drafts"].trigger()
    assert window.story.mode == "write"
    assert focused(window) is window.story.list.view
    assert focused(window).isVisible()


def test_history_gives_the_keys_to_the_versions_and_shows_which_is_looked_at(window, qtbot):
    window.actions_["versions.history"].trigger()
    history = window.story.history
    qtbot.waitUntil(lambda: focused(window) is history.list)
    assert history.list.selectedItems() == [history.list.currentItem()]


def test_counting_mentions_again_leaves_the_keys_where_they_are(window, qtbot):
    window.actions_["panel.characters"].trigger()
    window.story.beside.characters.add("Ida")
    panel = window.story.beside.characters
    page, [ida] = panel.page, characters(window.story.workspace.story)

    def links():
        return [one for one in page.mentions.findChildren(QPushButton) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(links()))
    said = panel.mentioning.of(ida)
    first = links()[0]
    first.setFocus()
    page.show_mentions(said)
    again = focused(window)
    assert again is not first
    assert page.mentions.isAncestorOf(again)
    assert again.text() == first.text()
