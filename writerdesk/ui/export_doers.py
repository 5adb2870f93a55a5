"""Exports the chosen draft; a failure is told in the window, and the old file is untouched."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from writerdesk.exchange import Exported, LeftOut, LeftOutKind, Ours, look, look_names, write_whole
from writerdesk.problem import Problem
from writerdesk.session import Sent
from writerdesk.story.exporting import (
    KINDS,
    exported,
    exported_as_ours,
    file_name,
    notes_to_export,
    text_to_export,
)
from writerdesk.story.story import Story
from writerdesk.ui.export_dialog import ExportDialog, Wish
from writerdesk.ui.look import Look
from writerdesk.ui.message_bar import Offer
from writerdesk.ui.messages import Messages, of_problem
from writerdesk.ui.story_view import StoryView
from writerdesk.words import _, ngettext
from writerdesk.workspace.saving import How


class ExportDoers(QObject):
    """Does what the Story menu says about exporting."""

    done = Signal(str)
    exported = Signal()

    def __init__(self, story: StoryView, look: Look, messages: Messages, window: QWidget) -> None:
        super().__init__(story)
        self._look = look
        self._story, self._messages, self._window = story, messages, window
        self._last: dict[str, Wish] = {}
        self.recognised = True
        """Whether Word files say which draft they are."""

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "story.export": self.ask,
            "story.export_again": self._again,
            "story.print": self._print,
        }

    def export(self, wish: Wish, of: Story | None = None) -> None:
        """Write a draft to a file and say so; of another story than it stands, if one is given."""
        self._story.live.tell_all()
        workspace = self._story.workspace
        story = of or workspace.story
        can_save = not workspace.is_read_only and workspace.saving.state.how is not How.NOT_SAVED
        if wish.kind == "docx" and self.recognised and can_save:
            workspace.saving.send_off(
                wish.draft, lambda sent: self._write(wish, story, sent, of=of)
            )
        else:
            self._write(wish, story, of=of)

    def _write(self, wish: Wish, story: Story, sent: str = "", *, of: Story | None) -> None:
        """Write a draft of ``story`` that is sent off as one of its versions, if that is known."""
        try:
            made = self._made(wish, story, sent)
            write_whole(wish.path, made.data, force=True)
        except Problem as problem:
            again = Offer(_("Try Again"), lambda: self.export(wish, of))
            other = Offer(_("Another Name…"), lambda: self.ask(of))
            self.done.emit("")
            self._messages.show_message(of_problem(problem, again, other, topic="export"))
            return
        self._messages.close_topic("export")
        # Put last: what was exported last says in which folder the next is suggested.
        self._last.pop(wish.draft, None)
        self._last[wish.draft] = wish
        self.exported.emit()
        self.done.emit(_told(wish.path, sum(part.count for part in made.left_out)))

    def name_of_last(self) -> str:
        """Return the name of the file the draft on the page was exported to last, if it was."""
        last = self._last.get(self._story.draft)
        return last.path.name if last else ""

    @property
    def sent(self) -> tuple[Sent, ...]:
        """Where drafts were exported to last, the latest last."""
        return tuple(
            Sent(one.draft, one.kind, one.page, str(one.path)) for one in self._last.values()
        )

    def remember(self, sent: Iterable[Sent]) -> None:
        """Know where drafts were exported to in an earlier sitting."""
        for one in sent:
            is_known = one.kind in KINDS and one.page in look_names() and one.path
            if is_known and one.draft in self._story.workspace.story.items:
                self._last[one.draft] = Wish(one.draft, one.kind, one.page, Path(one.path))

    def _folder(self) -> Path:
        folders = (wish.path.parent for wish in reversed(self._last.values()))
        return next((folder for folder in folders if folder.is_dir()), Path.home())

    def _made(self, wish: Wish, story: Story, sent: str) -> Exported:
        if sent:
            ours = Ours(self._story.workspace.id, wish.draft, sent)
            return exported_as_ours(story, ours, wish.page)
        if wish.kind != "pdf":
            return exported(story, wish.draft, wish.kind, wish.page)
        from writerdesk.ui.paper import to_pdf

        made = to_pdf(text_to_export(story, wish.draft), look(wish.page))
        lost = notes_to_export(story, wish.draft)
        return replace(made, left_out=(LeftOut(LeftOutKind.NOTES, lost),) if lost else ())

    def _print(self) -> None:
        """Print the draft in the look it was exported in last."""
        from writerdesk.ui.paper import print_draft

        if not (draft := self._story.draft):
            return
        self._story.live.tell_all()
        last = self._last.get(draft)
        story = self._story.workspace.story
        text, name = text_to_export(story, draft), file_name(story, draft, "pdf")
        page = look(last.page if last else "plain")
        self._messages.close_topic("print")
        try:
            printed = print_draft(text, page, name, self._window)
        except Problem as problem:
            again = Offer(_("Try Again"), self._print)
            self._messages.show_message(of_problem(problem, again, topic="print"))
            return
        if printed is not None:
            to_file = _("Printed to “{name}”.").format(name=printed)
            self.done.emit(to_file if printed else _("Sent to the printer."))

    def ask(self, of: Story | None = None) -> None:
        """Ask how the draft on the page is to be exported, then where to."""
        draft = self._story.draft
        if not draft:
            return
        self._story.live.tell_all()
        story = of or self._story.workspace.story
        dialog = ExportDialog(story, draft, self._folder(), self._look, self._window)
        if last := self._last.get(draft):
            dialog.kinds.choose(last.kind)
            dialog.pages.choose(last.page)
        if dialog.exec() == QDialog.DialogCode.Accepted and (path := dialog.ask_path()):
            self.export(dialog.wish(path), of)

    def _again(self) -> None:
        if wish := self._last.get(self._story.draft):
            self.export(wish)
        else:
            self.ask()


def _told(path: Path, left_out: int) -> str:
    said = _("Exported to {name}.").format(name=path.name)
    if not left_out:
        return said
    lost = ngettext(
        "{count} thing this kind of file can't say was left out.",
        "{count} things this kind of file can't say were left out.",
        left_out,
    )
    return f"{said} {lost.format(count=left_out)}"
