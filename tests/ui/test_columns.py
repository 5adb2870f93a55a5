"""What may stand in a column: drafts, up to four of them, an earlier version, a file on disk."""

import pytest
from PySide6.QtWidgets import QMenu

from tests.comparisons import comparison, document, pair
from tests.ui.desk import window_of
from writerdesk.compare.plans import Arrangement
from writerdesk.manuscript import Paragraph
from writerdesk.ui.compare_page.columns import in_the_middle, most_tied

TALE = ["The harbour froze in March.", "Ida counted the boats twice that day.", "It was cold."]
FOX = "A fox came over the ice at noon and went straight into the smithy."
THREE = (
    [FOX, "Nobody saw it but the child, and the child said nothing."],
    [*TALE, FOX],
    [*TALE[:2], "The bells rang."],
)


@pytest.fixture
def window(qtbot):
    window = window_of(qtbot, THREE, (1760, 900))
    window.story.show_mode("compare")
    shown(window, qtbot, 2)
    yield window
    window.story.compare.choosing.close()
    window.close()


def shown(window, qtbot, count):
    pane = window.story.compare.pane
    qtbot.waitUntil(lambda: len(pane.columns) == count and pane.reading is not None, timeout=60_000)


def letters(window):
    return [column.letter for column in window.story.compare.pane.columns]


def test_of_three_the_one_most_words_are_tied_to_stands_in_the_middle():
    one, two, three = document("a b c", "d"), document("a b", "x y z"), document("x y z", "q")
    found = {
        (0, 1): comparison(one, two, [pair(one, two, [0], [0])]),
        (0, 2): comparison(one, three, []),
        (1, 2): comparison(two, three, [pair(two, three, [1], [0])]),
    }
    assert most_tied(3, found) == 1
    assert in_the_middle(("a", "b", "c"), 0) == ("b", "a", "c")
    assert in_the_middle(("a", "b", "c"), 2) == ("a", "c", "b")


def test_three_drafts_stand_side_by_side(window, qtbot):
    window.story.compare.show_draft(window.story.rows[2].id, added=True)
    shown(window, qtbot, 3)
    assert sorted(letters(window)) == ["A", "B", "C"]
    assert window.story.compare.pane.reading.relation == "tellings"


def test_a_column_can_be_closed_again(window, qtbot):
    compare = window.story.compare
    compare.show_draft(window.story.rows[2].id, added=True)
    shown(window, qtbot, 3)
    compare.choosing.close_chosen.emit(0)
    shown(window, qtbot, 2)


def test_an_earlier_version_stands_beside_the_draft_and_is_taken_from(window, qtbot):
    workspace, row = window.story.workspace, window.story.rows[0]
    text = workspace.story.draft(row.id).text
    workspace.save(name="as it was")
    workspace.edit(row.id, text.splice(1, 2, [(text.ids[1], Paragraph("Nobody saw it."))]))
    workspace.save()
    found = []
    workspace.history(row.id, found.extend)
    qtbot.waitUntil(lambda: len(found) > 1, timeout=60_000)
    compare = window.story.compare
    compare.choosing.fetch(row, found[0], 1)
    pane = compare.pane
    qtbot.waitUntil(lambda: letters(window) == ["A", "A′"], timeout=60_000)
    assert pane.columns[1].fixed
    assert pane.columns[1].document.paragraphs[1].text == THREE[0][1]
    pane.view.active = 1
    pane.commands.next_stop()
    compare.take("beat")
    assert workspace.story.draft(row.id).text.paragraphs[1].text == THREE[0][1]
    pane.view.active = 0


def test_a_file_stands_beside_the_draft_and_nothing_is_taken_into_it(window, qtbot, tmp_path):
    path = tmp_path / "sent.txt"
    path.write_text("\n\n".join(THREE[0]), encoding="utf-8")
    compare = window.story.compare
    compare.choosing.read(path, 1)
    qtbot.waitUntil(lambda: letters(window) == ["A", "f"], timeout=60_000)
    assert compare.pane.columns[1].name == "sent.txt"
    with qtbot.waitSignal(compare.told, check_params_cb=lambda said: "not a draft" in said):
        compare.take("beat")


def test_four_columns_are_lined_up(window, qtbot, tmp_path):
    path = tmp_path / "sent.txt"
    path.write_text("\n\n".join(TALE), encoding="utf-8")
    compare = window.story.compare
    compare.show_draft(window.story.rows[2].id, added=True)
    shown(window, qtbot, 3)
    compare.choosing.read(path, -1)
    shown(window, qtbot, 4)
    assert compare.pane.view.scene.stage.arrangement is Arrangement.LINED_UP
    with qtbot.waitSignal(compare.told, check_params_cb=lambda said: "Four columns" in said):
        compare.offers.another()


def test_a_file_that_cannot_be_read_says_so(window, qtbot, tmp_path):
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    compare = window.story.compare
    with qtbot.waitSignal(compare.told, check_params_cb=lambda said: "old.doc" in said):
        compare.choosing.read(path, 1)


def test_the_menu_of_a_head_offers_the_other_drafts_versions_and_a_file(window):
    menu = QMenu(window)
    window.story.compare.choosing.fill(menu, 0, window.story.compare.slots)
    words = [action.text() for action in menu.actions() if action.text()]
    assert any(word.startswith("C: ") for word in words)
    assert "An earlier version of A…" in words
    assert "A file…" in words


def test_looks_ties_and_what_is_overlooked_are_switched_in_the_menu(window, qtbot):
    compare, actions = window.story.compare, window.actions_
    actions["look.lined_up"].trigger()
    assert compare.pane.view.scene.stage.arrangement is Arrangement.LINED_UP
    assert actions["look.lined_up"].isChecked()
    assert not actions["look.side_by_side"].isChecked()
    actions["ties.all"].trigger()
    assert actions["ties.all"].isChecked()
    assert actions["overlook.quotes"].isChecked()
    with qtbot.waitSignal(compare.comparing.compared, timeout=60_000):
        actions["overlook.quotes"].trigger()
    assert not actions["overlook.quotes"].isChecked()
    actions["compare.together"].trigger()
    assert not actions["compare.together"].isChecked()


def test_what_is_no_longer_overlooked_is_marked_quietly(qtbot):
    drafts = [TALE[0], 'He said "no"  to her at once.'], [TALE[0], "He said “no” to her at once."]
    window = window_of(qtbot, drafts, (1200, 800))
    window.story.show_mode("compare")
    shown(window, qtbot, 2)
    compare = window.story.compare

    def marked():
        scene = compare.pane.view.scene
        text = scene.stage.reading.documents[0].paragraphs[1].text
        marks = scene.marks.on(0, 1, quiet=scene.quiet)
        return [text[mark.start : mark.end] for mark in marks]

    assert marked() == []
    window.actions_["overlook.quotes"].trigger()
    qtbot.waitUntil(lambda: marked() == ['"no"'], timeout=60_000)
    window.actions_["overlook.spaces"].trigger()
    qtbot.waitUntil(lambda: marked() == ['"no"  '], timeout=60_000)
    window.actions_["overlook.quotes"].trigger()
    qtbot.waitUntil(lambda: marked() == ["  "], timeout=60_000)
    compare.choosing.close()
    window.close()
