"""What the writer is shown and asked about files that come in: why not, how, what was done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from writerdesk.exchange import DoneKind, Imported, Wishes
from writerdesk.exchange.sentences import done_sentence, left_out_sentence
from writerdesk.problem import Problem, sentence
from writerdesk.story.bringing_in import brought_again
from writerdesk.story.naming import shown_names
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.words import _
from writerdesk.workspace.intake import Arrival, Intake

if TYPE_CHECKING:
    from writerdesk.ui.arrivals import CameIn
    from writerdesk.ui.story_view import StoryView

_WIDTH, _HEIGHT = 520, 420


class ReasonsDialog(QDialog):
    """Says of each file why it was not brought in."""

    def __init__(self, refused: Sequence[Problem], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Files That Were Not Brought In"))
        column = _column(self)
        for problem in refused:
            column.addWidget(_line(sentence(problem)))
        _finish(self, column)


class EncodingDialog(QDialog):
    """Lets the writer choose which reading of a text's letters is right."""

    def __init__(self, problem: Problem, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Which of These Reads Right?"))
        name = problem.path.name if problem.path else ""
        told = _("“{name}” doesn't say how its letters are written.")
        column = _column(self)
        column.addWidget(_line(told.format(name=name)))
        self._samples = cast("Sequence[tuple[str, str]]", problem.details["samples"])
        self.group = QButtonGroup(self)
        for number, (encoding, text) in enumerate(self._samples):
            button = QRadioButton(_wrapped(text))
            button.setToolTip(encoding)
            button.setAccessibleDescription(encoding)
            button.setChecked(number == 0)
            self.group.addButton(button, number)
            column.addWidget(button)
        _finish(self, column, _("Read It So"))

    @property
    def chosen(self) -> str:
        """The encoding that reads right."""
        return self._samples[self.group.checkedId()][0]


class DoneDialog(QDialog):
    """Shows what was done to each file on its way in; what is unchecked is taken back."""

    def __init__(self, story: "StoryView", came: "Sequence[CameIn]", parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What Was Done"))
        self.parts: list[DonePart] = []
        column = _column(self)
        for arrival, drafts in came:
            if drafts and arrival.imported is not None:
                part = DonePart(story, arrival, arrival.imported, drafts[0])
                self.parts.append(part)
                column.addWidget(part)
        _finish(self, column)

    def done(self, result: int) -> None:
        for part in self.parts:
            part.close_reader()
        super().done(result)


class DonePart(QWidget):
    """What was done to one file: a box for each thing, and what was left out."""

    def __init__(
        self, story: "StoryView", arrival: Arrival, imported: Imported, draft: str
    ) -> None:
        super().__init__()
        self._story, self._path, self._draft = story, arrival.path, draft
        self._encoding = imported.encoding
        self._text = story.workspace.story.draft(draft).text
        self._reader = Intake(self)
        self._reader.arrived.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, BETWEEN_GROUPS)
        column.setSpacing(BETWEEN_CONTROLS)
        column.addWidget(self._heading())
        self.boxes: dict[DoneKind, QCheckBox] = {}
        for done in imported.done:
            box = QCheckBox(done_sentence(done))
            box.setChecked(True)
            box.toggled.connect(self._read_again)
            self.boxes[done.kind] = box
            column.addWidget(box)
        for left in imported.left_out:
            column.addWidget(_line(left_out_sentence(left)))
        if not imported.done and not imported.left_out:
            column.addWidget(_line(_("It is as it came.")))

    def close_reader(self) -> None:
        """Read no more."""
        self._reader.close()

    def _heading(self) -> QLabel:
        story = self._story.workspace.story
        told = _("{letter} · {name}, from {file}").format(
            letter=story.draft(self._draft).letter,
            name=shown_names(story)[self._draft],
            file=self._path.name,
        )
        label = _line(told)
        label.setProperty("part", "heading")
        return label

    def _read_again(self) -> None:
        self._story.live.tell_all()
        if self._story.workspace.story.draft(self._draft).text is not self._text:
            self._lock()
            return
        without = frozenset(kind for kind, box in self.boxes.items() if not box.isChecked())
        self._reader.read([self._path], Wishes(encoding=self._encoding, without=without))

    def _take(self, arrival: Arrival) -> None:
        if arrival.imported is None:
            self._lock()
            return
        workspace = self._story.workspace
        after = brought_again(workspace.story, self._draft, arrival.imported, workspace.identities)
        workspace.become("intake", after, letter=after.draft(self._draft).letter)
        self._text = workspace.story.draft(self._draft).text

    def _lock(self) -> None:
        told = _("This draft was written on since. The text as it came is in its History.")
        for box in self.boxes.values():
            box.setEnabled(False)
            box.setToolTip(told)


def _column(dialog: QDialog) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(BETWEEN_CONTROLS)
    dialog.setMinimumWidth(_WIDTH)
    return column


def _finish(dialog: QDialog, inside: QVBoxLayout, accept: str = "") -> None:
    """Let what is inside scroll, and put the buttons below it."""
    body = QWidget()
    inside.addStretch(1)
    body.setLayout(inside)
    area = QScrollArea()
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    needed = inside.totalHeightForWidth(_WIDTH - 2 * BETWEEN_GROUPS)
    area.setMinimumHeight(min(_HEIGHT, needed))
    box = QDialogButtonBox()
    if accept:
        first = box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        first.setProperty("part", "first")
        first.setDefault(True)
        box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    else:
        close = box.addButton(_("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setProperty("part", "first")
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(BETWEEN_GROUPS)
    column.addWidget(area, 1)
    column.addWidget(box)
    dialog.resize(dialog.minimumSizeHint().expandedTo(QSize(_WIDTH, 0)))


def _line(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    return label


# Samples are a line or two of a dialog's width.
_LETTERS_A_LINE = 64


def _wrapped(text: str) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(text.replace("&", "&&"), _LETTERS_A_LINE)[:3])
