"""Brings notes, sheets and judgements in from files, and writes them as files for others."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from writerdesk.exchange import write_whole
from writerdesk.problem import Problem
from writerdesk.story.beside_files import BesideFile, beside_files, bring_in_beside, read_beside
from writerdesk.story.beside_sentences import came_told, left_told
from writerdesk.ui.forms import question
from writerdesk.ui.message_bar import Message, Tone
from writerdesk.ui.messages import Messages, of_problem
from writerdesk.ui.story_view import StoryView
from writerdesk.words import _, ngettext
from writerdesk.workspace.lanes import Job, StoreLane

_TOPIC = "beside files"


class BesideFilesDoers(QObject):
    """Does what the Story menu says about files of notes and sheets."""

    done = Signal(str)

    def __init__(self, story: StoryView, messages: Messages, window: QWidget) -> None:
        super().__init__(story)
        self._story, self._messages, self._window = story, messages, window
        self._lane: StoreLane | None = None

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"story.beside_in": self._ask_files, "story.beside_out": self._ask_folder}

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Read some files, pictures and all, then bring in what they say."""
        story = self._story.workspace.story
        self._lane = self._lane or StoreLane(self)
        self._lane.do(
            Job(
                lambda: [read_beside(path, story) for path in paths],
                lambda files: self._bring_in(files, ", ".join(path.name for path in paths)),
                lambda problem: self._messages.show_message(of_problem(problem, topic=_TOPIC)),
            )
        )

    def close(self) -> None:
        """Wait for what is being read."""
        if self._lane is not None:
            self._lane.close()

    def _bring_in(self, files: Sequence[BesideFile], names: str) -> None:
        """Bring in what files say as one act; say what came and what had no place."""
        self._story.live.tell_all()
        self._story.beside.tell_all()
        workspace = self._story.workspace
        brought = bring_in_beside(workspace.story, files, workspace.identities)
        if brought.story is not workspace.story:
            workspace.become("bring_in_beside", brought.story, name=names)
        came, left = " ".join(came_told(brought)), " ".join(left_told(brought))
        self._messages.close_topic(_TOPIC)
        self.done.emit(came)
        if left:
            self._messages.show_message(Message(f"{came} {left}", Tone.NOTE, _TOPIC))

    def write_to(self, folder: Path) -> None:
        """Write notes, sheets with their pictures, and judgements into a folder."""
        self._story.live.tell_all()
        self._story.beside.tell_all()
        files = beside_files(self._story.workspace.story)
        there = [name for name in files if (folder / name).exists()]
        if there and not self._may_replace(folder, there):
            return
        try:
            for name, data in files.items():
                written = data if isinstance(data, bytes) else data.encode()
                write_whole(folder / name, written, force=True)
        except Problem as problem:
            self._messages.show_message(of_problem(problem, topic=_TOPIC))
            return
        self._messages.close_topic(_TOPIC)
        told = ngettext(
            "{count} file written to {folder}.", "{count} files written to {folder}.", len(files)
        )
        self.done.emit(told.format(count=len(files), folder=folder.name))

    def _ask_files(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileNames(
            self._window,
            _("Add Notes and Sheets from Files"),
            _documents(),
            f"{_('Notes and sheets')} (*.md);;{_('All files')} (*)",
        )
        if chosen:
            self.bring_in([Path(path) for path in chosen])

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self._window, _("Export Notes and Sheets"), _documents()
        )
        if chosen:
            self.write_to(Path(chosen))

    def _may_replace(self, folder: Path, names: Sequence[str]) -> bool:
        told = ngettext(
            "{names} is in “{folder}” already.", "{names} are in “{folder}” already.", len(names)
        )
        words = told.format(names=", ".join(names), folder=folder.name)
        title = _("Export Notes and Sheets")
        dialog = question(self._window, title, (words,), _("Replace"))
        agreed = bool(dialog.exec())
        dialog.deleteLater()
        return agreed


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
