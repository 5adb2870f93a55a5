"""How other drafts tell what one is writing, and the same beat in another draft by a key."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.desk import window_of
from writerdesk.manuscript import Document, Place
from writerdesk.ui.look import Look
from writerdesk.ui.other_tellings import Telling
from writerdesk.ui.panels.tellings_panel import TellingsPanel

FOX = "A fox came over the ice at noon and went straight into the smithy."
TALES = (
    ["The harbour froze in March and Ida counted the boats.", FOX, "Nobody spoke of it."],
    ["Bells rang all morning long.", FOX + " It slept.", "The harbour froze, and Ida counted."],
)


@pytest.fixture
def window(qtbot):
    window = window_of(qtbot, TALES)
    window.story.show_mode("write")
    yield window
    window.story.let_go()
    window.close()


def put_caret(window, paragraph):
    text = window.story.workspace.story.draft(window.story.draft).text
    window.story.write.editor.go_to(Place(text.ids[paragraph], 3))


def said(window):
    panel = window.story.beats.panel
    return [label.text() for label in panel.widget().findChildren(QLabel)]


def press(window, words):
    panel = window.story.beats.panel
    button = next(b for b in panel.widget().findChildren(QPushButton) if b.text() == words)
    button.click()


def test_the_panel_shows_how_the_other_draft_tells_the_passage_at_the_caret(window, qtbot):
    window.actions_["panel.tellings"].trigger()
    put_caret(window, 1)
    qtbot.waitUntil(lambda: TALES[1][1] in said(window), timeout=60_000)
    put_caret(window, 2)
    qtbot.waitUntil(lambda: any("as far as found" in one for one in said(window)), timeout=60_000)


def test_what_is_shown_is_put_in_after_this_with_one_undo(window, qtbot):
    window.actions_["panel.tellings"].trigger()
    put_caret(window, 1)
    qtbot.waitUntil(lambda: TALES[1][1] in said(window), timeout=60_000)
    press(window, "Put In After This")
    draft = window.story.workspace.story.drafts[0]
    assert [p.text for p in draft.text.paragraphs][1:3] == [FOX, TALES[1][1]]
    window.story.workspace.undo_act()
    assert len(window.story.workspace.story.drafts[0].text) == 3


def test_a_telling_opens_beside_at_its_beat(window, qtbot):
    window.actions_["panel.tellings"].trigger()
    put_caret(window, 1)
    qtbot.waitUntil(lambda: TALES[1][1] in said(window), timeout=60_000)
    press(window, "Open Beside")
    pane = window.story.compare.pane
    qtbot.waitUntil(lambda: len(pane.columns) == 2, timeout=60_000)
    qtbot.waitUntil(lambda: pane.view.scene.focus == (0, 1), timeout=60_000)


def test_control_and_a_number_goes_to_the_same_beat_in_that_draft(window, qtbot):
    put_caret(window, 1)
    window.actions_["beat.draft_2"].trigger()
    second = window.story.rows[1].id
    qtbot.waitUntil(lambda: window.story.draft == second, timeout=60_000)
    text = window.story.workspace.story.draft(second).text
    assert window.story.write.editor.place().paragraph == text.ids[1]
    window.actions_["beat.draft_9"].trigger()
    assert window.story.draft == second


def test_of_a_long_telling_the_beginning_shows_and_the_rest_on_demand(qtbot):
    words = [f"word{number}" for number in range(200)]
    document = Document.from_paragraphs([" ".join(words)])
    panel = TellingsPanel(Look(), lambda _draft: None, lambda _draft: document)
    qtbot.addWidget(panel)
    panel.show_tellings([Telling("b", document.ids)])

    def texts(kind):
        return [one.text() for one in panel.findChildren(kind)]

    assert "200 words" in texts(QLabel)
    assert f"{' '.join(words[:90])} …" in texts(QLabel)
    (more,) = (b for b in panel.findChildren(QPushButton) if "more" in b.text())
    assert more.text() == "110 words more"
    more.click()
    assert " ".join(words) in texts(QLabel)
    assert more.text() == "Show Less"
