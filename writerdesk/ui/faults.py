"""What may cost the writer words: told across the page, and never closed over in silence."""

from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from writerdesk.problem import Kind, Problem, sentence
from writerdesk.ui.messages import Message, Messages, Offer, Tone
from writerdesk.ui.story_view import StoryView
from writerdesk.words import _, ngettext
from writerdesk.workspace.saving import How, SaveState

# Long enough for a slow disk to answer; a save takes milliseconds.
_PATIENCE = 5_000
_NOT_SAVED, _STOPPED, _READ_ONLY = "not saved", "stopped", "read only"


class Faults(QObject):
    """Watches over one story's safety in one window."""

    def __init__(self, story: StoryView, messages: Messages, window: QWidget) -> None:
        super().__init__(story)
        self._story, self._messages, self._window = story, messages, window
        self._may_lose = False
        story.workspace.state_changed.connect(self._watch)
        if story.workspace.is_read_only:
            self._tell_read_only()
        self._tell_stopped()

    def may_close(self) -> bool:
        """Save what is not saved, wait for it, and tell whether closing loses nothing."""
        workspace = self._story.workspace
        self._story.live.tell_all()
        if workspace.is_read_only or self._may_lose:
            return True
        workspace.save()
        self._wait_for_saving()
        if workspace.saving.state.how is How.SAVED:
            return True
        self._tell_not_saved(workspace.saving.state, closing=True)
        return False

    def _wait_for_saving(self) -> None:
        saving, loop = self._story.workspace.saving, QEventLoop()

        def look() -> None:
            if saving.state.how in (How.SAVED, How.NOT_SAVED):
                loop.quit()

        if saving.state.how is How.SAVED:
            return
        saving.state_changed.connect(look)
        QTimer.singleShot(_PATIENCE, loop, loop.quit)
        loop.exec()
        saving.state_changed.disconnect(look)

    def _watch(self, state: SaveState) -> None:
        if state.how is How.NOT_SAVED:
            self._tell_not_saved(state)
        elif state.how is How.SAVED:
            self._may_lose = False
            self._messages.close_topic(_NOT_SAVED)

    def _tell_not_saved(self, state: SaveState, *, closing: bool = False) -> None:
        offers = [Offer(_("Save the Drafts as Files…"), self._save_elsewhere)]
        if closing:
            offers.append(Offer(_("Close Without Them"), self._close_anyway))
        words = _not_saved(state)
        if any(message.words == words for message in self._messages.shown) and not closing:
            return
        self._messages.show_message(Message(words, Tone.DANGER, _NOT_SAVED, tuple(offers)))

    def _close_anyway(self) -> None:
        self._may_lose = True
        self._window.close()

    def _save_elsewhere(self) -> None:
        """Write every draft as a file into a folder of the writer's choice."""
        folder = QFileDialog.getExistingDirectory(self._window, _("Save the Drafts as Files"))
        if folder:
            self.save_drafts_to(Path(folder))

    def save_drafts_to(self, folder: Path) -> None:
        """Write every draft as a Word file into a folder; nothing there is written over."""
        from writerdesk.exchange import write_whole
        from writerdesk.story.exporting import exported, file_name

        story = self._story.workspace.story
        try:
            for draft in story.drafts:
                name = f"{draft.letter} {file_name(story, draft.id, 'docx')}"
                write_whole(folder / name, exported(story, draft.id, "docx").data)
        except Problem as problem:
            self._messages.show_problem(problem)
            return
        self._may_lose = True
        count = len(story.drafts)
        told = ngettext(
            "{count} draft is saved as a file in {folder}.",
            "{count} drafts are saved as files in {folder}.",
            count,
        ).format(count=count, folder=folder.name)
        self._messages.show_message(Message(told, Tone.NOTE, _NOT_SAVED))

    def _tell_read_only(self) -> None:
        words = _(
            "This story can't be changed here: it is open in another window, "
            "or its folder can't be written to. You can read, compare and copy."
        )
        self._messages.show_message(Message(words, Tone.WARN, _READ_ONLY))

    def _tell_stopped(self) -> None:
        recovered = self._story.workspace.recovered
        if not recovered.changes:
            return
        from writerdesk.story.stopped import where_stopped

        stopped = where_stopped(recovered.changes)
        if stopped is None:
            return
        said = _(
            "WriterDesk was stopped before it could save. Everything up to “…{words}” is here."
        )
        if recovered.torn:
            said = _(
                "WriterDesk was stopped before it could save. "
                "The last second or so may be missing after “…{words}”."
            )
        go = Offer(_("Show Me the Place"), lambda: self._story.go_to(stopped.draft, stopped.place))
        words = said.format(words=stopped.words)
        self._messages.show_message(Message(words, Tone.NOTE, _STOPPED, (go,)))


def _not_saved(state: SaveState) -> str:
    full = state.problem is not None and state.problem.kind == Kind.DISK_FULL
    if full and state.log_failed:
        return _(
            "The last words are not on the disk: it is full. "
            "They are only in this window: leave it open."
        )
    if full:
        return _(
            "The last words are not in the story's file: the disk is full. They are in this "
            "window and in a rescue copy. Make room and saving goes on by itself."
        )
    why = sentence(state.problem) if state.problem else ""
    if state.log_failed:
        return _("{why} The last words are only in this window: leave it open.").format(why=why)
    return _("{why} The last words are in this window and in a rescue copy.").format(why=why)
