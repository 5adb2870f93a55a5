"""Check Before Sending…: what may still want a look in a draft, each with what to do about it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from writerdesk.story.checking import Finding, Found
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.words import _, ngettext

# A finding in one or two lines beside its buttons, in German too.
_LEAST_WIDTH = 780
_GO, _TIDY, _NAMES, _DETAILS, _NOTES, _CUT = "go", "tidy", "names", "details", "notes", "cut"


class CheckDialog(QDialog):
    """Lists what was found; it stays open while one goes from place to place."""

    asked = Signal(str, object)
    """What is to be done, and the `Found` it is for."""
    export_asked = Signal()

    def __init__(self, letter: str, found: Sequence[Found], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Check {letter} Before Sending").format(letter=letter))
        self.setMinimumWidth(_LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        column.setSpacing(BETWEEN_GROUPS)
        head = _("Nothing here has to be so; send it as it is if you like.")
        nothing = _("Nothing found that an editor would stumble over.")
        column.addWidget(_label(head if found else nothing))
        grid = QGridLayout()
        grid.setHorizontalSpacing(BETWEEN_GROUPS)
        grid.setVerticalSpacing(BETWEEN_CONTROLS)
        grid.setColumnStretch(0, 1)
        for row, one in enumerate(found):
            grid.addWidget(_label(finding_told(one)), row, 0)
            grid.addLayout(self._offers(one), row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        column.addLayout(self._ways_out())

    def _offers(self, found: Found) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(BETWEEN_CONTROLS)
        row.addStretch(1)
        for what in _OFFERED[found.finding]:
            button = QPushButton(_offer_words()[what])
            # Only one button looks as if it were the first.
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, what=what: self.asked.emit(what, found))
            row.addWidget(button)
        return row

    def _ways_out(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        export, close = QPushButton(_("Export Draft…")), QPushButton(_("Close"))
        export.setProperty("part", "first")
        export.setDefault(True)
        export.clicked.connect(self.export_asked)
        close.clicked.connect(self.reject)
        for button in (export, close):
            row.addWidget(button)
        return row


_OFFERED: Mapping[Finding, tuple[str, ...]] = {
    Finding.CUT_OFF: (_GO, _CUT),
    Finding.QUOTES: (_GO, _TIDY),
    Finding.APOSTROPHES: (_GO, _TIDY),
    Finding.SPACES: (_GO, _TIDY),
    Finding.REPEATED: (_GO,),
    Finding.NAMES: (_NAMES,),
    Finding.NOTES: (_NOTES,),
    Finding.NO_TITLE: (_DETAILS,),
    Finding.NO_AUTHOR: (_DETAILS,),
}


def _offer_words() -> Mapping[str, str]:
    return {
        _GO: _("Go There"),
        _TIDY: _("Make Alike…"),
        _NAMES: _("Names…"),
        _DETAILS: _("Story Details…"),
        _NOTES: _("Notes"),
        _CUT: _("Export to the Last Whole Sentence…"),
    }


def finding_told(found: Found) -> str:
    """Return one finding as a sentence."""
    return _told()[found.finding](found.count).format(count=found.count, words=found.words)


def _told() -> Mapping[Finding, Callable[[int], str]]:
    return {
        Finding.CUT_OFF: lambda _n: _("It stops in mid-sentence: “…{words}”."),
        Finding.QUOTES: lambda n: ngettext(
            "{count} quotation mark is unlike the others.",
            "{count} quotation marks are unlike the others.",
            n,
        ),
        Finding.APOSTROPHES: lambda n: ngettext(
            "{count} apostrophe is unlike the others.",
            "{count} apostrophes are unlike the others.",
            n,
        ),
        Finding.SPACES: lambda n: ngettext(
            "{count} space is doubled.", "{count} spaces are doubled.", n
        ),
        Finding.REPEATED: lambda n: ngettext(
            "{count} time a word comes twice within four: “{words}”.",
            "{count} times a word comes twice within four, first in “{words}”.",
            n,
        ),
        Finding.NAMES: lambda n: ngettext(
            "{count} name is another than the story's: {words}.",
            "{count} names are others than the story's, first {words}.",
            n,
        ),
        Finding.NOTES: lambda n: ngettext(
            "{count} note is still open.", "{count} notes are still open.", n
        ),
        Finding.NO_TITLE: lambda _n: _("It has no title."),
        Finding.NO_AUTHOR: lambda _n: _("It says no author."),
    }


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    return label
