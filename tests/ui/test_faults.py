"""What may cost words: never closed over in silence."""

import threading
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

from PySide6.QtTest import QTest

from tests.ui.desk import window_of
from writerdesk.manuscript import Change, Document, ParagraphId, Place
from writerdesk.project import Holder
from writerdesk.story.keeping import Doors
from writerdesk.story.stopped import where_stopped
from writerdesk.ui import faults
from writerdesk.ui.look import Look
from writerdesk.ui.window import Window
from writerdesk.workspace.lanes import Job
from writerdesk.workspace.opening import open_workspace
from writerdesk.workspace.saving import How


def doors():
    numbers = count(500)
    return Doors(
        clock=lambda: datetime(2026, 11, 21, 11, tzinfo=UTC),
        draw=lambda: next(numbers),
        new_id=lambda: f"other{next(numbers)}",
    )


def test_a_window_whose_words_cannot_be_saved_stays_open_until_they_are(qtbot, tmp_path):
    window = window_of(qtbot)
    window.story.show_mode("write")
    QTest.keyClicks(window.story.write.editor, "Lost? ")
    window.story.workspace.path.unlink()
    window.close()
    assert window.isVisible()
    assert [offer.words for offer in window.messages.shown[-1].offers] == [
        "Put It Back There",
        "Save Somewhere Else…",
        "Save the Drafts as Files…",
        "Close Without Them",
    ]
    window.at_work.faults.save_drafts_to(tmp_path)
    assert len(list(tmp_path.glob("*.docx"))) == 3
    window.close()
    assert not window.isVisible()


def test_a_window_that_still_saves_says_so_and_closes_when_it_is_done(qtbot, monkeypatch):
    monkeypatch.setattr(faults, "_PATIENCE", 60)
    window = window_of(qtbot)
    saving, gate = window.story.workspace.saving, threading.Event()
    saving._slow.setInterval(20)
    # A disk that takes its time.
    saving._lane.do(Job(gate.wait, lambda _done: None, lambda _problem: None))
    window.story.show_mode("write")
    QTest.keyClicks(window.story.write.editor, "Slow. ")
    try:
        window.close()
        assert window.isVisible()
        assert window.status.safety.text() == "Saving…"
        (told,) = [one for one in window.messages.shown if one.words.startswith("Still saving.")]
        assert [offer.words for offer in told.offers] == ["Keep It Open"]
    finally:
        gate.set()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_everything_typed_is_saved_when_the_window_closes(qtbot):
    window = window_of(qtbot)
    path = window.story.workspace.path
    window.story.show_mode("write")
    QTest.keyClicks(window.story.write.editor, "Kept. ")
    window.close()
    assert not window.isVisible()
    again = open_workspace(path, doors())
    assert again.story.drafts[0].text.paragraphs[0].text.startswith("Kept. The harbour")
    again.close()


def test_a_story_open_elsewhere_can_be_read_and_not_changed(qtbot):
    first = window_of(qtbot)
    qtbot.waitUntil(lambda: first.story.workspace.saving.state.how is How.SAVED)
    second: Any = Window(Look())
    qtbot.addWidget(second)
    path = first.story.workspace.path
    workspace = open_workspace(path, doors(), read_only=True)
    workspace.holder = Holder(1, "09:12", is_window=True)
    second.show_story(workspace)
    second.show()
    second.story.show_mode("write")
    QTest.keyClicks(second.story.write.editor, "xyz")
    assert second.story.write.editor.toPlainText().startswith("The harbour")
    assert not second.actions_["draft.delete"].isEnabled()
    assert second.actions_["edit.copy"].isEnabled()
    assert second.messages.shown[0].words == (
        "This story is open in another window, since 09:12. "
        "Here you can read, compare and copy, not change."
    )
    (go,) = second.messages.shown[0].offers
    assert go.words == "Go to That Window"
    go.act()
    assert "does not answer" in second.messages.shown[-1].words
    second.close()
    assert not second.isVisible()
    first.close()


def test_after_a_crash_the_last_words_and_their_place_are_known():
    before = Document.from_paragraphs(["It was cold.", "Then"])
    after = before.splice(
        1,
        2,
        [
            (
                ParagraphId(0, 1),
                Document.from_paragraphs(["Then it rained on the boats and the"]).paragraphs[0],
            )
        ],
    )
    stopped = where_stopped([Change("draft", "a", "text", before, after)])
    assert stopped is not None
    assert stopped.words == "on the boats and the"
    assert stopped.place == Place(ParagraphId(0, 1), 35)
    assert where_stopped([Change("draft", "a", "name", None, "B")]) is None


def test_words_written_at_the_start_of_a_passage_are_the_last_not_the_passage_s_end():
    before = Document.from_paragraphs(["It was cold.", "Gulls came."])
    longer = replace(before.paragraphs[0], text="Snow fell all night. It was cold.")
    after = before.splice(0, 1, [(before.ids[0], longer)])
    stopped = where_stopped([Change("draft", "a", "text", before, after)])
    assert stopped is not None
    assert stopped.words == "Snow fell all night."
    assert stopped.place == Place(before.ids[0], len("Snow fell all night. "))
