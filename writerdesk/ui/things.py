"""Everything the finder can find: drafts, headings, people, notes, and what can be done now."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence

from writerdesk.manuscript import Place
from writerdesk.manuscript.outline import outline
from writerdesk.story.characters import characters
from writerdesk.story.note import Note
from writerdesk.ui.choices import Choice
from writerdesk.ui.commands import words_in_full
from writerdesk.ui.menus import Actions
from writerdesk.ui.panels.note_rows import first_words
from writerdesk.ui.story_view import StoryView
from writerdesk.words import _

# Menus whose entries come from the draft.
_FILLED_LATER = ("colour", "language")
_NATIVE = QKeySequence.SequenceFormat.NativeText


def choices_of(story: StoryView, actions: Actions) -> list[Choice]:
    """Return what can be gone to or done, drafts first."""
    return [
        *_drafts(story),
        *_headings(story),
        *_characters(story),
        *_commands(actions),
        *_entries(actions),
        *_notes(story),
    ]


def _drafts(story: StoryView) -> list[Choice]:
    return [
        Choice(
            _("{letter}: {name}").format(letter=row.letter, name=row.name or _("Empty page")),
            _("draft"),
            lambda id=row.id: story.write_on(id),
        )
        for row in story.rows
    ]


def _headings(story: StoryView) -> list[Choice]:
    return [
        Choice(
            entry.words,
            _("heading in {letter}").format(letter=draft.letter),
            lambda id=draft.id, at=entry.paragraph: story.go_to(id, Place(at, 0)),
        )
        for draft in story.workspace.story.drafts
        for entry in outline(draft.text)
    ]


def _characters(story: StoryView) -> list[Choice]:
    return [
        Choice(name, _("character"), lambda id=one.id: _be_at(story, story.beside.show_sheet, id))
        for one in characters(story.workspace.story)
        for name in dict.fromkeys(
            (one.name, *(one.own_name_in(draft.id) for draft in story.workspace.story.drafts))
        )
        if name
    ]


def _be_at(story: StoryView, show: Callable[[str], object], id: str) -> None:
    """Show something in its panel, and have the keys there."""
    show(id)
    story.panel.take_keys()


def _notes(story: StoryView) -> list[Choice]:
    return [
        Choice(words, _("note"), lambda id=one.id: _be_at(story, story.beside.show_note, id))
        for one in story.workspace.story.of_kind(Note)
        if not one.deleted and (words := first_words(one))
    ]


def _entries(actions: Actions) -> list[Choice]:
    """Return what menus offer that are filled when they are opened."""
    found: list[Choice] = []
    for id in _FILLED_LATER:
        menu = actions.menu(id)
        menu.aboutToShow.emit()
        found += [
            Choice(
                _("{menu}: {command}").format(
                    menu=menu.title().replace("&", ""), command=entry.text().replace("&", "")
                ),
                _("on") if entry.isChecked() else "",
                entry.trigger,
            )
            for entry in menu.actions()
        ]
    return found


def _commands(actions: Actions) -> list[Choice]:
    return [
        Choice(
            words,
            # Choosing a switch that is on turns it off: that is to be seen before.
            _("on") if actions[id].isChecked() else "",
            actions[id].trigger,
            actions[id].shortcut().toString(_NATIVE),
        )
        for id, words in words_in_full().items()
        if id in actions and actions[id].isEnabled()
    ]
