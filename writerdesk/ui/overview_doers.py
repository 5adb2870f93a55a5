"""Fills the overview's table of beats: compares all drafts while it is looked at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from writerdesk.manuscript import Place
from writerdesk.story.beats import mark_beat
from writerdesk.story.overview import BeatRow, overview, passages_of
from writerdesk.story.said import BeatSays
from writerdesk.workspace.comparing import Answer, Comparing

if TYPE_CHECKING:
    from writerdesk.ui.overview_page import OverviewPage
    from writerdesk.ui.story_view import StoryView

# Every two drafts are compared: more than these have more pairs than anybody waits for.
_MOST_DRAFTS = 9


class OverviewDoers(QObject):
    """Keeps the table up to date, and does what is asked for in it."""

    def __init__(self, story: "StoryView", page: "OverviewPage") -> None:
        super().__init__(page)
        self._story, self._page = story, page
        self._order = 0
        self._answer: Answer | None = None
        self._comparing = Comparing(story.workspace, self, lane=story.worker, purpose="overview")
        self._comparing.compared.connect(self._show)
        story.mode_changed.connect(lambda _mode: self.follow())
        story.workspace.story_changed.connect(lambda _ids: self._follow_story())
        page.order_chosen.connect(self._put_in_order)
        page.table.compare_asked.connect(self._compare)
        page.table.beats.named.connect(self._name)

    def follow(self) -> None:
        """Compare the drafts as long as the overview is looked at."""
        drafts = tuple(row.id for row in self._story.rows)[:_MOST_DRAFTS]
        if self._story.mode != "overview" or len(drafts) < 2:
            self._comparing.stop()
            if len(drafts) < 2:
                self._page.hide_beats()
            return
        self._page.show_waiting()
        self._comparing.compare(*drafts)

    def _follow_story(self) -> None:
        self.follow()
        if self._answer is not None and self._story.mode == "overview":
            self._show(self._answer)

    def _show(self, answer: Answer) -> None:
        drafts = {row.id for row in self._story.rows}
        if not drafts.issuperset(answer.slots):
            return
        self._answer = answer
        order = min(self._order, len(answer.slots) - 1)
        story = self._story.workspace.story
        found = overview(story, answer.slots, answer.texts, answer.comparisons, order_of=order)
        self._page.show_beats(found)

    def _put_in_order(self, draft: int) -> None:
        self._order = draft
        if self._answer is not None:
            self._show(self._answer)

    def _name(self, row: BeatRow, name: str) -> None:
        workspace = self._story.workspace
        if self._answer is None or workspace.is_read_only:
            return
        passages = passages_of(row, self._answer.slots)
        after = mark_beat(workspace.story, BeatSays.NAME, passages, workspace.identities, name=name)
        workspace.become("beat", after)

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
