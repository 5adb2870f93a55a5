"""Tells of files that come in: how far reading is, what came of them, and once what did not.

However many files are dropped at once, there is one line of progress and at most one bar for what
can't be read; each thing intake did can be looked at and taken back.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from writerdesk.exchange import READABLE, Done, DoneKind, Imported, Wishes
from writerdesk.exchange.sentences import done_sentence
from writerdesk.manuscript import Document
from writerdesk.problem import Kind, Problem, sentence
from writerdesk.ui.message_bar import Message, Offer, Tone
from writerdesk.ui.messages import Messages, of_problem
from writerdesk.ui.status import Status
from writerdesk.ui.telling import arrived_told
from writerdesk.words import _, ngettext
from writerdesk.workspace.intake import Arrival

if TYPE_CHECKING:
    from writerdesk.ui.story_view import StoryView


class CameIn(NamedTuple):
    """A file that became drafts."""

    arrival: Arrival
    drafts: tuple[str, ...]


class Arrivals(QObject):
    """Follows the files given to one window, from the first to the last."""

    again_asked = Signal(object, object)
    """Paths that are to be read once more, and the `Wishes` how."""

    def __init__(self, messages: Messages, status: Status, window: QWidget) -> None:
        super().__init__(window)
        self._messages, self._status, self._window = messages, status, window
        self.story: StoryView | None = None
        self.last: tuple[CameIn, ...] = ()
        """The files that came in together the last time."""
        self._given = 0
        self._came: list[CameIn] = []
        self._refused: list[Problem] = []
        self._back: list[Arrival] = []

    def choose_files(self) -> list[Path]:
        """Ask which files are to become drafts."""
        drafts = _("Drafts ({endings})").format(endings=" ".join(f"*{one}" for one in READABLE))
        paths, _filter = QFileDialog.getOpenFileNames(
            self._window,
            _("Add Drafts from Files"),
            _where_drafts_may_be(),
            f"{drafts};;{_('All files')} (*)",
        )
        return [Path(path) for path in paths]

    def begin(self, count: int) -> None:
        """So many files are given."""
        self._given += count
        if self.story is None:
            self._status.show()
        self._show_progress()

    def came(self, arrival: Arrival, drafts: Sequence[str]) -> None:
        """Take note of a file that was read, or could not be."""
        if arrival.problem is not None:
            self._refused.append(arrival.problem)
        elif drafts:
            self._came.append(CameIn(arrival, tuple(drafts)))
        else:
            self._back.append(arrival)
        self._show_progress()

    def refused(self, problem: Problem) -> None:
        """Take note of what kept all files from becoming a story."""
        self._refused.append(problem)

    def ended(self) -> None:
        """All files have been read: say what came of them."""
        came, refused, back = tuple(self._came), tuple(self._refused), tuple(self._back)
        self._given, self._came, self._refused, self._back = 0, [], [], []
        self.last = came
        # What was said of reading is over, also where nothing came of it.
        self._status.show_done("")
        if came:
            self._tell_came(came)
        for arrival in back:
            self._tell_back(arrival)
        unclear = [one for one in refused if one.kind == Kind.ENCODING_UNKNOWN]
        self._tell_refused([one for one in refused if one not in unclear], others=bool(came))
        for problem in unclear:
            choose = Offer(_("Choose…"), lambda problem=problem: self._ask(problem))
            self._messages.show_message(of_problem(problem, choose))

    def pasted(self, imported: Imported) -> None:
        """A whole draft was pasted on the empty page that is shown: keep what was set aside."""
        assert self.story is not None
        self.story.live.tell_all()
        workspace = self.story.workspace
        draft = workspace.story.draft(self.story.draft)
        aside = tuple(part.text for part in imported.set_aside)
        if aside:
            workspace.change_draft(replace(draft, set_aside=(*draft.set_aside, *aside)))
        self.offer_goals({draft.id: imported.goal})
        said = " ".join(map(done_sentence, imported.done))
        if said and imported.raw is not None:
            raw = imported.raw
            undo = Offer(_("Paste It as It Came"), lambda: self._put_raw(draft.id, raw))
            self._messages.show_message(Message(said, Tone.NOTE, "intake", (undo,)))

    def _put_raw(self, id: str, raw: Document) -> None:
        assert self.story is not None
        self.story.live.tell_all()
        workspace = self.story.workspace
        draft = workspace.story.draft(id)
        after = replace(draft, text=workspace.identities.adopted(raw), set_aside=())
        workspace.become("intake", workspace.story.put(after), letter=draft.letter)

    def _show_progress(self) -> None:
        number = len(self._came) + len(self._refused) + len(self._back) + 1
        if self._given > 1 and number <= self._given:
            told = _("Reading {number} of {count}…")
            self._status.show_done(told.format(number=number, count=self._given))

    def _tell_came(self, came: Sequence[CameIn]) -> None:
        count = sum(len(one.drafts) for one in came)
        added = ngettext("{count} draft added.", "{count} drafts added.", count)
        said = [added.format(count=count), *map(done_sentence, _all_done(came))]
        self._status.show_done(self._where(came) or said[0])
        if len(said) > 1 and self.story is not None:
            show = Offer(_("What Was Done"), lambda: self._show_done(came))
            self._messages.show_message(Message(" ".join(said), Tone.NOTE, "intake", (show,)))
        goals = {
            draft: one.arrival.imported.goal if one.arrival.imported else 0
            for one in came
            for draft in one.drafts
        }
        self.offer_goals(goals)

    def offer_goals(self, goals: Mapping[str, int]) -> None:
        """Ask whether drafts shall have the goals they were introduced with."""
        from writerdesk.ui.goals_named import offer_goals

        if self.story is not None and any(goals.values()):
            offer_goals(self.story.workspace, self._messages, goals)

    def _tell_back(self, arrival: Arrival) -> None:
        from writerdesk.ui.come_back import ComeBack

        if self.story is not None:
            ComeBack(self.story, self._messages, arrival).tell()

    def _where(self, came: Sequence[CameIn]) -> str:
        """Say where the story is if it has just begun with these."""
        if self.story is None:
            return ""
        workspace = self.story.workspace
        drafts = {draft for one in came for draft in one.drafts}
        if drafts != {draft.id for draft in workspace.story.drafts}:
            return ""
        return arrived_told(workspace.story, workspace.path)

    def _tell_refused(self, refused: Sequence[Problem], *, others: bool) -> None:
        if not refused:
            return
        if len(refused) == 1:
            said = sentence(refused[0])
        else:
            told = ngettext(
                "{count} file was not brought in: {names}.",
                "{count} files were not brought in: {names}.",
                len(refused),
            )
            names = ", ".join(problem.path.name for problem in refused if problem.path)
            said = told.format(count=len(refused), names=names)
        if others:
            said = _("{said} The others are in.").format(said=said)
        why = Offer(_("Why?"), lambda: self._show_reasons(refused))
        offers = (why,) if len(refused) > 1 else ()
        self._messages.show_message(Message(said, Tone.WARN, "not brought in", offers))

    def _show_reasons(self, refused: Sequence[Problem]) -> None:
        from writerdesk.ui.intake_dialogs import ReasonsDialog

        ReasonsDialog(refused, self._window).exec()

    def _show_done(self, came: Sequence[CameIn]) -> None:
        from writerdesk.ui.intake_dialogs import DoneDialog

        if self.story is not None:
            DoneDialog(self.story, came, self._window).exec()

    def _ask(self, problem: Problem) -> None:
        from writerdesk.ui.intake_dialogs import EncodingDialog

        dialog = EncodingDialog(problem, self._window)
        if dialog.exec() and problem.path is not None:
            self.again_asked.emit([Path(problem.path)], Wishes(encoding=dialog.chosen))


def _where_drafts_may_be() -> str:
    """Return the folder to look in first: Qt would take one that is not there for a file's name."""
    place = QStandardPaths.StandardLocation
    documents = Path(QStandardPaths.writableLocation(place.DocumentsLocation))
    return str(documents if documents.is_dir() else Path.home())


def _all_done(came: Sequence[CameIn]) -> list[Done]:
    """Return what was done to all files together, kind by kind."""
    counts: Counter[DoneKind] = Counter()
    for one in came:
        for done in one.arrival.imported.done if one.arrival.imported else ():
            counts[done.kind] += done.count
    return [Done(kind, counts[kind]) for kind in DoneKind if counts[kind]]
