"""The panels of what is kept beside the text, made when first opened, and what the menus do there.

They hear of the story from the workspace and never of each other: what one asks for goes through
here.
"""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from writerdesk.manuscript import Passage, Place
from writerdesk.story.note import NoteOn
from writerdesk.ui.editor.selection import selected_passage, selected_words
from writerdesk.ui.look import Look
from writerdesk.words import _

if TYPE_CHECKING:
    from writerdesk.ui.panels.characters_panel import CharactersPanel
    from writerdesk.ui.panels.find_panel import FindPanel
    from writerdesk.ui.panels.notes_panel import NotesPanel
    from writerdesk.ui.story_view import StoryView

# A name is a few words; a longer selection is a passage, and no name.
_LONGEST_NAME = 60
_PANELS = ("notes", "characters", "find", "outline", "history", "changes")


class BesidePanels(QObject):
    """Notes, characters and search beside one story."""

    failed = Signal(object)
    """A `Problem` that a panel met."""

    def __init__(self, view: "StoryView", look: Look) -> None:
        super().__init__(view)
        self._view, self._look = view, look
        view.panel.add("notes", _("Notes"), "note", lambda: self.notes)
        view.panel.add("characters", _("Characters"), "character", lambda: self.characters)
        view.panel.add("find", _("Find"), "find", lambda: self.find)
        view.panel.changed.connect(self._open)
        view.draft_shown.connect(self._show_draft)
        view.margin.note_pressed.connect(self.show_note)

    @cached_property
    def notes(self) -> "NotesPanel":
        """The panel of the notes."""
        from writerdesk.ui.panels.notes_panel import NotesPanel

        panel = NotesPanel(self._view.workspace, self._look)
        panel.place_asked.connect(self.go_to)
        panel.here_asked.connect(self._note_here)
        panel.remark_asked.connect(self._remark)
        panel.beat_asked.connect(self._note_on_beat)
        panel.show_draft(self._view.draft)
        return panel

    @cached_property
    def characters(self) -> "CharactersPanel":
        """The panel of the characters."""
        from writerdesk.ui.panels.characters_panel import CharactersPanel

        panel = CharactersPanel(self._view.workspace, self._look, self._view.worker)
        panel.place_asked.connect(self.go_to)
        panel.failed.connect(self.failed)
        return panel

    @cached_property
    def find(self) -> "FindPanel":
        """The panel of the search."""
        from writerdesk.ui.panels.find_panel import FindPanel

        panel = FindPanel(self._view.workspace, self._look)
        panel.place_asked.connect(self.go_to)
        panel.note_asked.connect(self.show_note)
        panel.sheet_asked.connect(self.show_sheet)
        return panel

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands do."""
        return {
            "story.save": self._save,
            **{f"panel.{name}": partial(self._toggle, name) for name in _PANELS},
            "edit.find_everywhere": self._find_everywhere,
            "edit.concordance": self._find_phrase,
            "edit.note": self._note_here,
            "edit.note_beat": self._note_on_beat,
            "edit.remark": self._remark,
            "edit.new_character": self._new_character,
        }

    def tell_all(self) -> None:
        """Let the workspace know everything that was written in the panels until now."""
        if "notes" in self.__dict__:
            self.notes.editor.tell()
        if "characters" in self.__dict__:
            self.characters.page.tell()

    def close(self) -> None:
        """Let go of what the panels hold."""
        self.tell_all()
        if "characters" in self.__dict__:
            self.characters.close_reader()
        if "find" in self.__dict__:
            self.find.search.close()

    def show_note(self, id: str) -> None:
        """Open a note in its panel."""
        self.show_panel("notes")
        self.notes.choose(id)

    def show_sheet(self, id: str) -> None:
        """Open somebody's sheet."""
        self.show_panel("characters")
        self.characters.show_sheet(id)

    def go_to(self, passage: Passage) -> None:
        """Open a draft at a passage, its words selected; the keys stay in the list one looks in."""
        here = QApplication.focusWidget()
        self._view.go_to(passage.draft, Place(passage.paragraphs[0], passage.start))
        if here is not None and self._view.panel.isAncestorOf(here):
            here.setFocus()
        editor = self._view.write.editor
        if passage.end is not None:
            editor.select(
                Place(passage.paragraphs[0], passage.start),
                Place(passage.paragraphs[-1], passage.end),
            )

    def _save(self) -> None:
        self._view.live.tell_all()
        self.tell_all()
        self._view.workspace.save()

    def _toggle(self, name: str) -> None:
        panel = self._view.panel
        if panel.open == name and panel.isVisible():
            panel.toggle(name)
        else:
            self.show_panel(name)
            panel.take_keys()

    def show_panel(self, name: str) -> None:
        """Open a panel, on a page that has one."""
        if name == "changes" and self._view.mode != "compare":
            self._view.show_mode("compare")
        elif self._view.mode == "overview":
            self._view.show_mode("write")
        self._view.panel.show()
        self._view.panel.show_panel(name)

    def _open(self, name: str) -> None:
        """Let the panel that was opened show the story as it is now."""
        self.tell_all()
        panels = {"notes", "characters", "find"} & {name} & self.__dict__.keys()
        if panels:
            self._view.live.tell_all()
            getattr(self, name).follow()

    def _show_draft(self, draft: str) -> None:
        if "notes" in self.__dict__:
            self.notes.show_draft(draft)

    def _find_everywhere(self) -> None:
        words = selected_words(self._view.write.editor)
        self.show_panel("find")
        self.find.look_for(words if len(words) <= _LONGEST_NAME else "")

    def look_for(self, words: str) -> None:
        """Look for words in the whole story."""
        self.show_panel("find")
        self.find.look_for(words)

    def _find_phrase(self) -> None:
        words = selected_words(self._view.write.editor)
        self.show_panel("find")
        self.find.look_for(words, in_a_row=True)

    def _note_here(self) -> None:
        passage = self._passage_here()
        self.show_panel("notes")
        if passage is not None:
            self.notes.add_on(passage)
        else:
            self.notes.add_on_story()

    def _note_on_beat(self) -> None:
        """Make a note on the beat that has the passage one is at; it shows at all its tellings."""
        passage = self._passage_here()
        if passage is not None:
            self.show_panel("notes")
            whole = Passage(passage.draft, passage.paragraphs)
            self.notes.add_on(whole, on=NoteOn.BEAT)

    def _passage_here(self) -> Passage | None:
        """Return what is selected, or the passage one is at, in the mode one is in."""
        view = self._view
        view.live.tell_all()
        if view.mode == "compare":
            return view.compare.pane.commands.passage_here()
        return selected_passage(view.write.editor) if view.mode == "write" else None

    def _remark(self) -> None:
        from writerdesk.ui.panels.remark_dialog import RemarkDialog

        self._view.live.tell_all()
        workspace = self._view.workspace
        pasted = QApplication.clipboard().text()
        dialog = RemarkDialog(workspace.story, pasted, self._view)
        if dialog.exec():
            after = dialog.noted_in(workspace.story, workspace.identities)
            if after is not workspace.story:
                workspace.become("add_note", after)
            self.show_panel("notes")

    def _new_character(self) -> None:
        words = selected_words(self._view.write.editor)
        self._view.live.tell_all()
        self.show_panel("characters")
        self.characters.add(words if len(words) <= _LONGEST_NAME else "")
