"""Going from draft to draft at one beat: the other tellings beside the text, and Ctrl+1…9.

What is asked for is answered from the comparisons of the draft at hand with all others.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from writerdesk.manuscript import ParagraphId, Passage, Place
from writerdesk.story.taking import Take

if TYPE_CHECKING:
    from writerdesk.ui.other_tellings import OtherTellings, Telling
    from writerdesk.ui.panels.tellings_panel import TellingsPanel
    from writerdesk.ui.story_view import StoryView

_MOST = 9
PANEL = "tellings"


class BeatDoers(QObject):
    """Shows the other tellings of the passage at the caret, and goes to them."""

    def __init__(self, story: "StoryView") -> None:
        super().__init__(story)
        self._story = story
        story.panel.changed.connect(lambda _name: self._follow())
        story.draft_shown.connect(lambda _draft: self._follow())
        story.mode_changed.connect(lambda _mode: self._follow())
        story.caret_moved.connect(lambda _place: self._note_caret())

    @cached_property
    def tellings(self) -> "OtherTellings":
        """What the other drafts tell."""
        from writerdesk.ui.other_tellings import OtherTellings

        story = self._story
        return OtherTellings(story.workspace, story.write.editor.place, (self, story.worker))

    @cached_property
    def panel(self) -> "TellingsPanel":
        """The panel they are shown in."""
        from writerdesk.ui.panels.tellings_panel import TellingsPanel

        story = self._story
        panel = TellingsPanel(
            story.look, story.row, lambda draft: story.workspace.story.draft(draft).text
        )
        self.tellings.told.connect(panel.show_tellings)
        panel.put_in_asked.connect(self._put_in)
        panel.beside_asked.connect(self._open_beside)
        return panel

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        numbers = {
            f"beat.draft_{number}": (lambda number=number: self.go_to(number))
            for number in range(1, _MOST + 1)
        }
        return {**numbers, "panel.tellings": lambda: self._story.panel.toggle(PANEL)}

    def go_to(self, number: int) -> None:
        """Go to the draft of that number in the list, at the beat one is at."""
        story = self._story
        if number > len(story.rows):
            return
        draft, here = story.rows[number - 1].id, self._here()
        if here is None or here[0] == draft:
            story.show_draft(draft)
            story.show_mode("write")
            return
        story.live.tell_all()
        self.tellings.place_in(draft, here, lambda place: story.go_to(draft, place))

    def _here(self) -> tuple[str, ParagraphId] | None:
        """Return the draft and the passage one is at."""
        story = self._story
        if story.mode == "compare":
            pane = story.compare.pane
            place = pane.commands.here()
            column = pane.columns[place[0]] if place else None
            if place is None or column is None or column.fixed:
                return None
            return column.draft, column.document.ids[place[1]]
        place = story.write.editor.place()
        return (story.draft, place.paragraph) if place else None

    def _follow(self) -> None:
        story = self._story
        if story.mode == "write" and story.panel.open == PANEL:
            self.tellings.follow(story.draft)
        elif "tellings" in self.__dict__:
            self.tellings.follow("")

    def _note_caret(self) -> None:
        if "tellings" in self.__dict__:
            self.tellings.note_caret()

    def _put_in(self, telling: "Telling") -> None:
        """Take what another draft tells into this one, after the passage at the caret."""
        story = self._story
        place = story.write.editor.place()
        if place is not None:
            story.live.tell_all()
            passage = Passage(telling.draft, telling.paragraphs)
            story.workspace.take(Take(passage, story.draft, (place.paragraph,)))

    def _open_beside(self, telling: "Telling") -> None:
        """Compare the two drafts at this beat."""
        story = self._story
        place, draft = story.write.editor.place(), story.draft
        order = [row.id for row in story.rows]
        left, right = sorted((draft, telling.draft), key=order.index)
        story.show_mode("compare")
        story.compare.compare(left, right)
        if place is not None:
            story.compare.go_to_when_shown(draft, Place(place.paragraph, 0))
