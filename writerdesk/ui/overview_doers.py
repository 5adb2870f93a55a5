"""Fills the overview's table of beats: compares all drafts while it is looked at."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPoint, Signal

from writerdesk.compare import By, Pin, Relation
from writerdesk.manuscript import ParagraphId, Passage, Place
from writerdesk.story.arranging import join_with_next, split_here
from writerdesk.story.beats import mark_beat
from writerdesk.story.overview import BeatRow, Overview, overview, passages_of
from writerdesk.story.said import BeatSays
from writerdesk.story.ties import tie
from writerdesk.ui.beat_menu import BeatDeeds, beat_menu
from writerdesk.ui.telling import tellings_told
from writerdesk.workspace.comparing import Answer, Comparing

if TYPE_CHECKING:
    from writerdesk.ui.overview_page import OverviewPage
    from writerdesk.ui.story_view import StoryView

# Every two drafts are compared: more than these have more pairs than anybody waits for.
_MOST_DRAFTS = 9


class OverviewDoers(QObject):
    """Keeps the table up to date, and does what is asked for in it."""

    _gathered = Signal(int, object)

    def __init__(self, story: "StoryView", page: "OverviewPage") -> None:
        super().__init__(page)
        self._story, self._page = story, page
        self._order = 0
        self._answer: Answer | None = None
        # Gathering the beats of three short drafts takes 45 ms: no key waits for that.
        thread = self._thread = ThreadPoolExecutor(1, "overview")
        self._numbers = count(1)
        self._newest = 0
        self._gathered.connect(self._show_gathered)
        self.destroyed.connect(lambda _gone: thread.shutdown(wait=False))
        self._comparing = Comparing(story.workspace, self, lane=story.worker, purpose="overview")
        self._comparing.compared.connect(self._show)
        story.mode_changed.connect(lambda _mode: self.follow())
        story.workspace.story_changed.connect(lambda _ids: self._follow_story())
        page.order_chosen.connect(self._put_in_order)
        page.table.compare_asked.connect(self._compare)
        page.table.beats.named.connect(self._name)
        page.table.beats.tie_asked.connect(self._tie)
        page.table.menu_asked.connect(self._open_menu)
        page.phrases.looked_for.connect(story.beside.look_for)

    def follow(self) -> None:
        """Compare the drafts as long as the overview is looked at."""
        every = tuple(row.id for row in self._story.rows)
        drafts = every[:_MOST_DRAFTS]
        if self._story.mode != "overview" or len(drafts) < 2:
            self._comparing.stop()
            if len(drafts) < 2:
                self._page.hide_beats()
            return
        self._page.show_left_out(len(every) - len(drafts))
        self._page.show_waiting()
        self._comparing.compare(*drafts)

    def _follow_story(self) -> None:
        self.follow()
        if self._answer is not None and self._story.mode == "overview":
            self._show(self._answer)

    def _show(self, answer: Answer) -> None:
        """Have the beats gathered beside the window; only the newest are shown."""
        drafts = {row.id for row in self._story.rows}
        if not drafts.issuperset(answer.slots):
            return
        self._answer = answer
        self._newest = next(self._numbers)
        order = min(self._order, len(answer.slots) - 1)
        self._thread.submit(self._gather, self._newest, (answer, order))

    def _gather(self, number: int, of: tuple[Answer, int]) -> None:
        if number == self._newest:
            answer, order = of
            story = self._story.workspace.story
            found = overview(story, answer.slots, answer.texts, answer.comparisons, order_of=order)
            # Signals cross from this thread to the window's by Qt's own queue.
            self._gathered.emit(number, found)

    def _show_gathered(self, number: int, found: Overview) -> None:
        if number == self._newest:
            self._page.show_beats(found)
            self._page.show_head(self._head())

    def _head(self) -> str:
        found = self._answer
        if found and Relation.TELLINGS in {one.relation for one in found.comparisons.values()}:
            return tellings_told(len(found.slots))
        return ""

    def _put_in_order(self, draft: int) -> None:
        self._order = draft
        if self._answer is not None:
            self._show(self._answer)

    def _name(self, row: BeatRow, name: str) -> None:
        workspace = self._story.workspace
        passages = self._passages(row)
        if not passages or workspace.is_read_only:
            return
        after = mark_beat(workspace.story, BeatSays.NAME, passages, workspace.identities, name=name)
        workspace.become("beat", after)

    def _passages(self, row: BeatRow) -> tuple[Passage, ...]:
        return passages_of(row, self._answer.slots) if self._answer else ()

    def _tie(self, one: QModelIndex, other: QModelIndex) -> None:
        """Tie what two drafts tell at two cells."""
        workspace, beats = self._story.workspace, self._page.table.beats
        if self._answer is None or workspace.is_read_only:
            return
        left, right = (
            Passage(self._answer.slots[at.column() - 1], beats.cell_at(at).passages)
            for at in sorted((one, other), key=lambda at: at.column())
        )
        pin = Pin(left, right, By.DRAWN)
        workspace.become("tie", tie(workspace.story, pin, workspace.identities))

    def _open_menu(self, at: QModelIndex, where: QPoint) -> None:
        """Offer what can be done with the beat at a cell."""
        table = self._page.table
        row, draft = table.beats.row_at(at), at.column() - 1
        passages = row.cells[draft].passages if draft >= 0 else ()
        document = self._answer.texts[draft] if self._answer and draft >= 0 else None
        beat_menu(table, self._deeds(at), document, passages).popup(where)

    def _deeds(self, at: QModelIndex) -> BeatDeeds:
        table, may_write = self._page.table, not self._story.workspace.is_read_only
        row, draft = table.beats.row_at(at), at.column() - 1
        rows = table.beats.overview.rows
        has_next = at.row() + 1 < len(rows)
        is_shared = draft >= 0 and draft in row.drafts and len(row.drafts) > 1
        return BeatDeeds(
            lambda: self._compare(row, draft),
            lambda: table.edit(table.beats.index(at.row(), 0)),
            (lambda: self._join(row, rows[at.row() + 1])) if may_write and has_next else None,
            (lambda id: self._split(draft, id)) if may_write and draft >= 0 else None,
            (lambda: self._sunder(row, draft)) if may_write and is_shared else None,
        )

    def _join(self, row: BeatRow, following: BeatRow) -> None:
        workspace = self._story.workspace
        two = self._passages(row), self._passages(following)
        if all(two):
            after = join_with_next(workspace.story, two, workspace.identities)
            workspace.become("beat", after)

    def _split(self, draft: int, id: ParagraphId) -> None:
        if self._answer is not None:
            workspace = self._story.workspace
            passage = Passage(self._answer.slots[draft], (id,))
            after = split_here(workspace.story, passage, workspace.identities)
            workspace.become("beat", after)

    def _sunder(self, row: BeatRow, draft: int) -> None:
        """Say of what a draft tells at a beat that it is not what the others tell there."""
        if self._answer is None:
            return
        workspace, slots = self._story.workspace, self._answer.slots
        after = workspace.story
        for other in (one for one in row.drafts if one != draft):
            left, right = (
                Passage(slots[one], row.cells[one].passages) for one in sorted((draft, other))
            )
            after = tie(after, Pin(left, right, By.FORBIDDEN), workspace.identities)
        workspace.become("not_the_same", after)

    def _compare(self, row: BeatRow, draft: int) -> None:
        """Compare two drafts at a beat: the one asked for, and the first other that tells it."""
        if self._answer is None:
            return
        slots, having = self._answer.slots, row.drafts
        if draft < 0:
            draft = having[0]
        others = [one for one in (*having, *range(len(slots))) if one != draft]
        at = draft if row.cells[draft].passages else others[0]
        left, right = sorted((draft, others[0]))
        story, place = self._story, Place(row.cells[at].passages[0], 0)
        story.show_mode("compare")
        story.compare.compare(slots[left], slots[right])
        story.compare.go_to_when_shown(slots[at], place)
