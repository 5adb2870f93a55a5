"""What is told across the page: every bar, with the words and the offers of the real thing."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from house.screens import Screen, settle, story_of, wait
from writerdesk.logs import Mistake
from writerdesk.manuscript import Place
from writerdesk.problem import Kind, Problem
from writerdesk.project import Audit, Holder, Loss
from writerdesk.story.keeping import Damage
from writerdesk.story.stopped import Stopped
from writerdesk.ui import fault_words
from writerdesk.ui.message_bar import Message, Offer, Tone
from writerdesk.ui.messages import of_problem
from writerdesk.ui.window import Window
from writerdesk.words import _
from writerdesk.workspace.intake import Arrival
from writerdesk.workspace.saving import How, SaveState

_THEN = datetime(2026, 11, 21, 10, 41, tzinfo=UTC)


def told_screens(window: Window) -> Iterator[Screen]:
    """Show one bar after another over the page one writes on."""
    story = story_of(window)
    story.show_mode("write")
    wait(lambda: story.workspace.saving.state.how is How.SAVED)
    for name, tell in (*_of_saving(window), *_of_opening(window), *_of_doing(window)):
        tell()
        settle()
        yield f"told-{name}", window.grab
        for message in window.messages.shown:
            window.messages.close_topic(message.topic or message.words)
        story.workspace.state_changed.emit(SaveState(How.SAVED, _THEN))


def _of_saving(window: Window) -> tuple[tuple[str, Callable[[], object]], ...]:
    def failing(kind: Kind, *, log_failed: bool = False) -> Callable[[], object]:
        workspace = story_of(window).workspace
        problem = Problem(kind, path=workspace.path)
        state = SaveState(How.NOT_SAVED, _THEN, problem, log_failed=log_failed)
        return lambda: workspace.state_changed.emit(state)

    return (
        ("disk-full", failing(Kind.DISK_FULL)),
        ("disk-full-no-log", failing(Kind.DISK_FULL, log_failed=True)),
        ("file-gone", failing(Kind.FILE_MISSING)),
        ("file-changed", failing(Kind.CHANGED_UNDER_US)),
        ("not-writable", failing(Kind.NOT_WRITABLE)),
    )


def _of_opening(window: Window) -> tuple[tuple[str, Callable[[], object]], ...]:
    def bar(words: str, tone: Tone, *offers: str) -> Callable[[], object]:
        made = tuple(Offer(offer, tuple) for offer in offers)
        return lambda: window.messages.show_message(Message(words, tone, "shown", made))

    draft = story_of(window).rows[0].id
    lost = (Loss(draft, "text", story_of(window).workspace.story.draft(draft).text.ids[:1]),)
    damage = Damage(lost, lost, Path("2026-11-20 20.40.00.writerdesk"))
    stopped = Stopped(draft, Place(lost[0].paragraphs[0], 0), "and the rain on the")
    holder = Holder(1, "09:12", is_window=True)
    return (
        (
            "open-twice",
            bar(
                fault_words.read_only_told(holder),
                Tone.WARN,
                _("Go to That Window"),
            ),
        ),
        ("newer", bar(fault_words.newer_told("2.1"), Tone.WARN)),
        ("mended", bar(fault_words.mended_told(damage, 214), Tone.WARN, _("Show It"))),
        (
            "lost",
            bar(
                fault_words.lost_told(damage),
                Tone.DANGER,
                _("Show It"),
                _("Look in Older Backups…"),
            ),
        ),
        ("audited", bar(fault_words.audited_told(Audit()), Tone.WARN, _("Save as a New Story…"))),
        (
            "stopped",
            bar(
                fault_words.stopped_told(stopped, _THEN, torn=False),
                Tone.NOTE,
                _("Show Me the Place"),
            ),
        ),
    )


def _of_doing(window: Window) -> tuple[tuple[str, Callable[[], object]], ...]:
    refused = Problem(Kind.IN_USE, path=Path("final.docx"))
    mistake = Mistake("").sentence_in(_("Take This Passage"))

    def many() -> None:
        for kind in (Kind.DISK_FULL, Kind.OLD_WORD, Kind.TOO_LARGE):
            window.messages.show_problem(Problem(kind, path=Path("draft3.doc")))

    def arrive() -> None:
        window.arrivals.begin(1)
        problem = Problem(Kind.OLD_WORD, path=Path("draft3.doc"))
        window.arrivals.came(Arrival(Path("draft3.doc"), None, problem), ())
        window.arrivals.ended()

    again = (Offer(_("Try Again"), tuple), Offer(_("Another Name…"), tuple))
    return (
        (
            "export-refused",
            lambda: window.messages.show_message(of_problem(refused, *again, topic="export")),
        ),
        (
            "mistake",
            lambda: window.messages.show_message(Message(mistake, Tone.WARN, "mistake")),
        ),
        ("not-brought-in", arrive),
        ("three-at-once", many),
    )
