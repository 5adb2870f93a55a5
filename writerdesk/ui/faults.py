"""What may cost the writer words: told across the page, and never closed over in silence."""

from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from writerdesk.manuscript import Place
from writerdesk.problem import Kind, Problem
from writerdesk.project import ENDING, Audit, Holder, Loss, backups_at
from writerdesk.story.story import Story
from writerdesk.ui.message_bar import Message, Offer, Tone
from writerdesk.ui.messages import Messages
from writerdesk.ui.story_view import StoryView
from writerdesk.words import _, ngettext
from writerdesk.workspace.saving import How, SaveState

# Long enough for a slow disk to answer; a save takes milliseconds.
_PATIENCE = 5_000
_NOT_SAVED, _STOPPED, _READ_ONLY, _UNHEARD = "not saved", "stopped", "read only", "unheard"
_MENDED, _LOST, _RESCUED, _AUDITED = "mended", "lost", "rescued", "audited"
_KEPT = "theirs kept"
_THE_FILE_CAN_BE_MADE_AGAIN = (Kind.FILE_MISSING, Kind.CHANGED_UNDER_US, Kind.DAMAGED)


class Faults(QObject):
    """Watches over one story's safety in one window."""

    story_asked = Signal(object)  # Path of a story to open in a window of its own
    backup_asked = Signal(object)  # Path of a backup to open a copy of

    def __init__(self, story: StoryView, messages: Messages, window: QWidget) -> None:
        super().__init__(story)
        self._story, self._messages, self._window = story, messages, window
        self._workspace = story.workspace
        self._may_lose = self._is_waiting = self._closes_then = False
        self._workspace.state_changed.connect(self._watch)
        self._workspace.saving.failed.connect(self._messages.show_problem)
        self._workspace.saving.theirs_kept.connect(self._tell_kept)
        self._workspace.auditing.damage_found.connect(self._tell_audited)
        if self._workspace.is_read_only:
            self._tell_read_only()
        if self._workspace.damage.is_any:
            self._tell_damage()
        self._tell_stopped()
        self._tell_rescued()

    def pass_on(self, story_asked: SignalInstance, backup_asked: SignalInstance) -> None:
        """Let others hear of stories and backups that shall be opened."""
        self.story_asked.connect(story_asked)
        self.backup_asked.connect(backup_asked)

    def save(self) -> bool:
        """Save what is not saved yet; tell whether nothing is known that keeps it from that."""
        saving = self._workspace.saving
        if not self._workspace.is_read_only and saving.state.how is not How.SAVED:
            self._workspace.save()
        return saving.state.how is not How.NOT_SAVED

    def may_close(self) -> bool:
        """Save what is not saved, wait for it, and tell whether closing loses nothing."""
        workspace = self._workspace
        self._story.live.tell_all()
        if workspace.is_read_only or self._may_lose:
            return True
        if self._is_waiting:
            return False
        workspace.save()
        self._wait_for_saving()
        state = workspace.saving.state
        if state.how is How.NOT_SAVED:
            self._tell_not_saved(state, closing=True)
        elif state.how is not How.SAVED:
            self._tell_still_saving()
        return state.how is How.SAVED

    def _tell_still_saving(self) -> None:
        """Let the window close by itself when all is saved, unless the writer stays."""
        self._closes_then = True
        told = _(
            "Still saving. The window closes by itself when everything is in the story's file."
        )
        stay = Offer(_("Keep It Open"), self._stay)
        self._messages.show_message(Message(told, Tone.WARN, _NOT_SAVED, (stay,)))

    def _stay(self) -> None:
        self._closes_then = False

    def _wait_for_saving(self) -> None:
        saving, loop = self._workspace.saving, QEventLoop()

        def look() -> None:
            if saving.state.how in (How.SAVED, How.NOT_SAVED):
                loop.quit()

        if saving.state.how is How.SAVED:
            return
        saving.state_changed.connect(look)
        QTimer.singleShot(_PATIENCE, loop, loop.quit)
        self._is_waiting = True
        loop.exec()
        self._is_waiting = False
        saving.state_changed.disconnect(look)

    def _watch(self, state: SaveState) -> None:
        if state.how is How.NOT_SAVED:
            self._closes_then = False
            self._tell_not_saved(state)
        elif state.how is How.SAVED:
            self._may_lose = False
            self._messages.close_topic(_NOT_SAVED)
            if self._closes_then:
                self._closes_then = False
                # Not from inside what is still being told of the save.
                QTimer.singleShot(0, self._window, self._window.close)

    def _tell_not_saved(self, state: SaveState, *, closing: bool = False) -> None:
        from writerdesk.ui.fault_words import not_saved_told

        words = not_saved_told(state)
        if any(message.words == words for message in self._messages.shown) and not closing:
            return
        kind = state.problem.kind if state.problem else None
        offers = [Offer(_("Save Somewhere Else…"), self._save_as_another)]
        if kind in _THE_FILE_CAN_BE_MADE_AGAIN:
            offers.insert(0, self._making_again(kind))
        if kind is Kind.CHANGED_UNDER_US:
            offers.insert(0, Offer(_("Compare Them"), self._compare_with_theirs, stays=True))
        offers.append(Offer(_("Save the Drafts as Files…"), self._save_elsewhere))
        if closing:
            offers.append(Offer(_("Close Without Them"), self._close_anyway))
        told = Message(words, Tone.DANGER, _NOT_SAVED, tuple(offers), urgent=True)
        self._messages.show_message(told)

    def _making_again(self, kind: Kind | None) -> Offer:
        words = (
            _("Put It Back There")
            if kind is Kind.FILE_MISSING
            else _("Keep Theirs Too, as a Second Story")
        )
        return Offer(words, self._workspace.saving.put_back)

    def _tell_kept(self, theirs: Path) -> None:
        told = _("The other program's version is kept beside the story as “{name}”.")
        look = Offer(_("Open It"), lambda: self.story_asked.emit(theirs))
        message = Message(told.format(name=theirs.name), Tone.NOTE, _KEPT, (look,))
        self._messages.show_message(message)

    def _compare_with_theirs(self) -> None:
        """Show the draft on the page beside what it says in the other program's version."""
        self._story.live.tell_all()
        self._workspace.theirs(self._show_theirs)

    def _show_theirs(self, theirs: Story) -> None:
        from writerdesk.ui.compare_page.columns import put_there

        row = self._story.row(self._story.draft)
        drafts = {draft.id: draft for draft in theirs.drafts}
        if row is None or not drafts:
            return
        same = drafts.get(row.id) or theirs.drafts[0]
        self._story.show_mode("compare")
        self._story.compare.put_beside(row.id, put_there(row, same.text))

    def _close_anyway(self) -> None:
        self._may_lose = True
        self._window.close()

    def _save_as_another(self) -> None:
        """Begin another story's file with what is here, where the writer says."""
        from PySide6.QtWidgets import QFileDialog

        name = str(self._workspace.path.with_stem(f"{self._workspace.path.stem} 2"))
        kinds = _("WriterDesk stories (*{ending})").format(ending=ENDING)
        path, _kind = QFileDialog.getSaveFileName(
            self._window, _("Save Somewhere Else"), name, kinds
        )
        if path:
            self.save_as_another(Path(path).with_suffix(ENDING))

    def save_as_another(self, path: Path) -> None:
        """Begin another story's file at ``path`` with what is here, and offer to go on there."""
        self._story.live.tell_all()
        self._workspace.save_as_another(path, self._tell_saved_as_another)

    def _tell_saved_as_another(self, path: Path) -> None:
        self._may_lose = True
        told = _("The story as you see it is saved as “{name}” in {folder}.").format(
            name=path.name, folder=path.parent.name
        )
        go = Offer(_("Go On There"), lambda: self.story_asked.emit(path))
        self._messages.show_message(Message(told, Tone.NOTE, _NOT_SAVED, (go,)))

    def _save_elsewhere(self) -> None:
        """Write every draft as a file into a folder of the writer's choice."""
        from PySide6.QtWidgets import QFileDialog

        folder = QFileDialog.getExistingDirectory(self._window, _("Save the Drafts as Files"))
        if folder:
            self.save_drafts_to(Path(folder))

    def save_drafts_to(self, folder: Path) -> None:
        """Write every draft as a Word file into a folder; nothing there is written over."""
        from writerdesk.exchange import write_whole
        from writerdesk.story.exporting import exported, file_name

        self._story.live.tell_all()
        story = self._workspace.story
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
        from writerdesk.ui.fault_words import broken_told, newer_told, read_only_told

        workspace = self._workspace
        if workspace.damage.is_broken:
            save = Offer(_("Save as a New Story…"), self._save_as_another)
            message = Message(broken_told(), Tone.DANGER, _READ_ONLY, (save,))
        else:
            words = newer_told(workspace.program) if workspace.is_newer else ""
            words = words or read_only_told(workspace.holder)
            message = Message(words, Tone.WARN, _READ_ONLY, self._going_there())
        self._messages.show_message(message)

    def _going_there(self) -> tuple[Offer, ...]:
        """Return the offer to go to the window that has the story open."""
        holder = self._workspace.holder
        if not isinstance(holder, Holder) or not holder.is_window:
            return ()
        return (Offer(_("Go to That Window"), self._go_there, stays=True),)

    def _go_there(self) -> None:
        from writerdesk.handing_over import hand_over

        if not hand_over([self._workspace.path]):
            told = _("That window does not answer. It may be on another desktop.")
            self._messages.show_message(Message(told, Tone.NOTE, _UNHEARD))

    def look_in_backups(self) -> None:
        """List the story's backups; a copy of one opens in a window of its own."""
        from writerdesk.ui.backups_dialog import BackupsDialog

        dialog = BackupsDialog(backups_at(self._workspace.path), self._window)
        dialog.chosen.connect(self.backup_asked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_damage(self) -> None:
        from writerdesk.ui.fault_words import lost_told, mended_told

        damage = self._workspace.damage
        if damage.mended:
            passages = sum(len(draft.text) for draft in self._workspace.story.drafts)
            words = mended_told(damage, passages)
            offers = self._showing(damage.mended)
            self._messages.show_message(Message(words, Tone.WARN, _MENDED, offers))
            self._story.margin.show_mended(
                {loss.record: frozenset(loss.paragraphs) for loss in damage.mended}
            )
        if damage.lost:
            older = Offer(_("Look in Older Backups…"), self.look_in_backups, stays=True)
            offers = (*self._showing(damage.lost), older)
            words = lost_told(damage)
            self._messages.show_message(Message(words, Tone.DANGER, _LOST, offers))

    def _showing(self, losses: tuple[Loss, ...]) -> tuple[Offer, ...]:
        """Return the offer to go to one damaged place after the other."""
        drafts = {draft.id for draft in self._workspace.story.drafts}
        places = [
            (loss.record, Place(id, 0))
            for loss in losses
            if loss.record in drafts
            for id in loss.paragraphs
        ]
        if not places:
            return ()
        turns = cycle(places)
        words = _("Show It") if len(places) == 1 else _("Show Me the Next")
        return (Offer(words, lambda: self._story.go_to(*next(turns)), stays=True),)

    def _tell_stopped(self) -> None:
        recovered = self._workspace.recovered
        if not recovered.changes:
            return
        from writerdesk.story.stopped import where_stopped
        from writerdesk.ui.fault_words import stopped_told

        stopped = where_stopped(recovered.changes)
        if stopped is None:
            return
        at = recovered.at or datetime.now(UTC)
        words = stopped_told(stopped, at, torn=recovered.torn)
        go = Offer(_("Show Me the Place"), lambda: self._story.go_to(stopped.draft, stopped.place))
        self._messages.show_message(Message(words, Tone.NOTE, _STOPPED, (go,)))

    def _tell_rescued(self) -> None:
        rescued = self._workspace.recovered.rescued
        if rescued is not None:
            from writerdesk.ui.fault_words import rescued_told

            add = Offer(_("Add Them as a Draft"), lambda: self._workspace.add_files([rescued]))
            words = rescued_told(rescued)
            offers = () if self._workspace.is_read_only else (add,)
            self._messages.show_message(Message(words, Tone.WARN, _RESCUED, offers))

    def _tell_audited(self, seen: Audit) -> None:
        from writerdesk.ui.fault_words import audited_told, more_damaged_told

        damage = self._workspace.damage
        marked = sum(len(loss.paragraphs) for loss in damage.lost)
        others = len(seen.damaged_paragraphs) - marked
        if damage.is_broken or (damage.lost and others <= 0 and not seen.structure):
            return
        save = Offer(_("Save as a New Story…"), self._save_as_another)
        words = more_damaged_told() if damage.lost else audited_told(seen)
        self._messages.show_message(Message(words, Tone.WARN, _AUDITED, (save,)))
