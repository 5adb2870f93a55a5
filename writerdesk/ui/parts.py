"""What a story's window can do beside writing, each part made when it is first asked for.

The commands are there at once, under their names; what does them is imported with the first of each
part, or soon after the window is seen.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from writerdesk.session import Sent
from writerdesk.ui.commands import done_late
from writerdesk.ui.look import Look
from writerdesk.ui.messages import Messages

if TYPE_CHECKING:
    from writerdesk.ui.beside_files_doers import BesideFilesDoers
    from writerdesk.ui.check_doer import CheckDoer
    from writerdesk.ui.export_doers import ExportDoers
    from writerdesk.ui.finder import Finder
    from writerdesk.ui.menus import Actions
    from writerdesk.ui.name_and_place import PlaceDoer
    from writerdesk.ui.names_doer import NamesDoer
    from writerdesk.ui.replacing_doers import ReplacingDoers
    from writerdesk.ui.spelling import Spelling, SpellingWish
    from writerdesk.ui.story_view import StoryView
    from writerdesk.ui.tidy_doer import TidyDoer
    from writerdesk.ui.verdict_doers import VerdictDoers


class Parts(QObject):
    """The parts of one story's window."""

    exported = Signal()
    done = Signal(str)
    """A sentence for the status bar."""
    spelling_wished = Signal(object)
    """The `SpellingWish` the writer made in the text."""

    def __init__(self, story: "StoryView", look: Look, messages: Messages, window: QWidget) -> None:
        super().__init__(story)
        self._story, self._look = story, look
        self._messages, self._window = messages, window
        self._sent: tuple[Sent, ...] = ()
        self._recognised = True
        story.write.everywhere_asked.connect(self.doers()["edit.replace_everywhere"])

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            **done_late("verdict.", lambda: self.judging.doers()),
            **done_late("story.export", lambda: self.exporting.doers()),
            **done_late("story.print", lambda: self.exporting.doers()),
            **done_late("story.beside", lambda: self.files_beside.doers()),
            "draft.names": lambda: self.names.ask(),
            "story.check": lambda: self.checking.ask(),
            "story.place": lambda: self.placing.ask(),
            "story.copy": lambda: self.placing.ask_copy(),
            "format.tidy": lambda: self.tidying.ask(),
            **done_late("edit.spelling", lambda: self.spelling.doers()),
            **done_late("view.spelling", lambda: self.spelling.doers()),
            **done_late("edit.replace_everywhere", lambda: self.replacing.doers()),
        }

    @cached_property
    def spelling(self) -> "Spelling":
        """What checks the words on the page."""
        from writerdesk.ui.spelling import Spelling

        spelling = Spelling(self._story, self._look, self._messages)
        spelling.wished.connect(self.spelling_wished)
        return spelling

    @cached_property
    def exporting(self) -> "ExportDoers":
        """What writes drafts as files."""
        from writerdesk.ui.export_doers import ExportDoers

        exporting = ExportDoers(self._story, self._look, self._messages, self._window)
        exporting.done.connect(self.done)
        exporting.exported.connect(self.exported)
        exporting.remember(self._sent)
        exporting.recognised = self._recognised
        return exporting

    @property
    def last_export(self) -> str:
        """The name of the file the draft on the page was exported to last; empty if it was not."""
        if "exporting" in self.__dict__:
            return self.exporting.name_of_last()
        here = (Path(one.path).name for one in self._sent if one.draft == self._story.draft)
        return next(here, "")

    @property
    def sent(self) -> tuple[Sent, ...]:
        """Where drafts were exported to last, in this sitting or an earlier one."""
        return self.exporting.sent if "exporting" in self.__dict__ else self._sent

    def remember(self, sent: tuple[Sent, ...]) -> None:
        """Know where drafts were exported to in an earlier sitting."""
        self._sent = sent

    @cached_property
    def files_beside(self) -> "BesideFilesDoers":
        """What writes notes and sheets as files, and brings them in."""
        from writerdesk.ui.beside_files_doers import BesideFilesDoers

        files = BesideFilesDoers(self._story, self._messages, self._window)
        files.done.connect(self.done)
        return files

    @cached_property
    def names(self) -> "NamesDoer":
        """What gives a whole draft the names of the story."""
        from writerdesk.ui.names_doer import NamesDoer

        return NamesDoer(self._story, self._look, self._messages, self._window)

    @cached_property
    def placing(self) -> "PlaceDoer":
        """What names the story's file, moves it and copies it."""
        from writerdesk.ui.name_and_place import PlaceDoer

        placing = PlaceDoer(self._story, self._window)
        placing.done.connect(self.done)
        return placing

    @cached_property
    def checking(self) -> "CheckDoer":
        """What looks through a draft before it is sent."""
        from writerdesk.ui.check_doer import CheckDoer
        from writerdesk.ui.story_details import ask_details

        story = self._story
        others = {
            "tidy": lambda: self.tidying.ask(),
            "names": lambda: self.names.ask(),
            "notes": lambda: story.panel.show_panel("notes"),
            "details": lambda: ask_details(story.workspace, story.live, self._window),
        }
        return CheckDoer(story, self.exporting, others, self._window)

    @cached_property
    def tidying(self) -> "TidyDoer":
        """What tidies a whole draft's typography."""
        from writerdesk.ui.tidy_doer import TidyDoer

        return TidyDoer(self._story, self._look, self._messages, self._window)

    @cached_property
    def judging(self) -> "VerdictDoers":
        """What keeps, leaves and stars."""
        from writerdesk.ui.verdict_doers import VerdictDoers

        return VerdictDoers(self._story)

    @cached_property
    def replacing(self) -> "ReplacingDoers":
        """What replaces in all drafts."""
        from writerdesk.ui.replacing_doers import ReplacingDoers

        return ReplacingDoers(self._story, self._look, self._messages, self._window)

    def find_anything(self, actions: "Actions") -> None:
        """Open the field that finds drafts, headings and commands."""
        from writerdesk.ui.things import choices_of

        self.finder.open_with(choices_of(self._story, actions))

    @cached_property
    def finder(self) -> "Finder":
        """The field that finds anything."""
        from writerdesk.ui.finder import Finder

        return Finder(self._look, self._window)

    def check_spelling(self, wish: "SpellingWish") -> None:
        """Mark misspelled words or not, with the dictionaries wished for."""
        self.spelling.follow(wish)

    def recognise(self, *, recognised: bool) -> None:
        """Let Word files say which draft they are, or not."""
        self._recognised = recognised
        if "exporting" in self.__dict__:
            self.exporting.recognised = recognised

    def close(self) -> None:
        """End what works elsewhere for the story."""
        if "files_beside" in self.__dict__:
            self.files_beside.close()
        if "spelling" in self.__dict__:
            self.spelling.close()
