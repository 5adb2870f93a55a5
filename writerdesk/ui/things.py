"""Everything the finder can find: commands that can be done now, drafts, headings."""

from PySide6.QtGui import QKeySequence

from writerdesk.manuscript import Place
from writerdesk.manuscript.outline import outline
from writerdesk.ui.choices import Choice
from writerdesk.ui.commands import all_commands
from writerdesk.ui.menus import Actions
from writerdesk.ui.story_view import StoryView
from writerdesk.words import _

_NATIVE = QKeySequence.SequenceFormat.NativeText


def choices_of(story: StoryView, actions: Actions) -> list[Choice]:
    """Return what can be gone to or done, drafts first."""
    return [*_drafts(story), *_headings(story), *_commands(actions)]


def _drafts(story: StoryView) -> list[Choice]:
    def opening(draft: str) -> None:
        story.show_draft(draft)
        story.show_mode("write")

    return [
        Choice(
            _("{letter}: {name}").format(letter=row.letter, name=row.name or _("Empty page")),
            _("draft"),
            lambda id=row.id: opening(id),
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


def _commands(actions: Actions) -> list[Choice]:
    return [
        Choice(
            command.words.rstrip("…"),
            "",
            actions[command.id].trigger,
            actions[command.id].shortcut().toString(_NATIVE),
        )
        for command in all_commands()
        if command.id in actions and actions[command.id].isEnabled()
    ]
