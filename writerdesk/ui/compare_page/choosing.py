"""Lets the writer choose what stands in a column: a menu of drafts, versions, and a file.

Versions and files are fetched when they are asked for; what is chosen is announced when it is here.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QObject, QPoint, QStandardPaths, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from writerdesk.manuscript import Document
from writerdesk.problem import sentence
from writerdesk.project import Revision
from writerdesk.ui.compare_page.columns import MOST, Still, file, version
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.words import _
from writerdesk.workspace.intake import Arrival, Intake
from writerdesk.workspace.workspace import Workspace

NEW = -1
"""Stands for a column that is yet to be added."""

# More than these nobody looks through in a menu; the History panel has them all.
_VERSIONS_OFFERED = 14


class Choosing(QObject):
    """Offers what a column could hold."""

    draft_chosen = Signal(int, str)
    still_chosen = Signal(int, object)
    close_chosen = Signal(int)
    told = Signal(str)

    def __init__(
        self, workspace: Workspace, row: Callable[[str], DraftRow | None], over: QWidget
    ) -> None:
        super().__init__(over)
        self._workspace, self._row, self._over = workspace, row, over
        self._intake: Intake | None = None
        self._column = NEW

    def fill(self, menu: QMenu, column: int, shown: Sequence[str]) -> None:
        """Fill a menu with what could stand in a column, among those shown."""
        menu.clear()
        for draft in self._workspace.story.drafts:
            row = self._row(draft.id)
            if row is not None and draft.id not in shown:
                words = _("{letter}: {name}").format(letter=row.letter, name=row.name)
                chosen = menu.addAction(words.replace("&", "&&"))
                chosen.triggered.connect(
                    lambda _on=False, id=draft.id: self.draft_chosen.emit(column, id)
                )
        menu.addSeparator()
        for row in self._rows_shown(shown):
            words = _("An earlier version of {letter}…").format(letter=row.letter)
            menu.addAction(words).triggered.connect(
                lambda _on=False, row=row: self._offer_versions(row, column)
            )
        menu.addAction(_("A file…")).triggered.connect(lambda: self._choose_file(column))
        if column != NEW and len(shown) > 2:
            menu.addSeparator()
            closing = menu.addAction(_("Close This Column"))
            closing.triggered.connect(lambda: self.close_chosen.emit(column))

    def offer(self, column: int, shown: Sequence[str], under: QWidget | None = None) -> QMenu:
        """Offer what could stand in a column, under its head or else at the pointer."""
        menu = QMenu(self._over)
        self.fill(menu, column, shown)
        if column != NEW and len(shown) < MOST:
            adding = menu.addMenu(_("Add a Column"))
            adding.aboutToShow.connect(lambda: self.fill(adding, NEW, shown))
        at = under.mapToGlobal(under.rect().bottomLeft()) if under else QCursor.pos()
        menu.popup(at + QPoint(0, 4))
        return menu

    def read(self, path: Path, column: int) -> None:
        """Read a file into a column."""
        if self._intake is None:
            self._intake = Intake(self)
            self._intake.arrived.connect(self._file_arrived)
        self._column = column
        self._intake.read([path])

    def close(self) -> None:
        """Read nothing more."""
        if self._intake is not None:
            self._intake.close()

    def _rows_shown(self, shown: Sequence[str]) -> list[DraftRow]:
        return [row for slot in shown if (row := self._row(slot)) is not None]

    def _offer_versions(self, row: DraftRow, column: int) -> None:
        self._workspace.save()
        self._workspace.history(row.id, lambda found: self._show_versions(row, column, found))

    def _show_versions(self, row: DraftRow, column: int, found: Sequence[Revision]) -> None:
        # The last one is the draft as it stands.
        earlier = list(reversed(found[:-1]))
        if not earlier:
            told = _("{letter} has no earlier version yet.").format(letter=row.letter)
            self.told.emit(told)
            return
        menu = QMenu(self._over)
        for revision in earlier[:_VERSIONS_OFFERED]:
            words = when_told(revision)
            menu.addAction(words).triggered.connect(
                lambda _on=False, revision=revision: self.fetch(row, revision, column)
            )
        menu.popup(QCursor.pos() + QPoint(0, 4))

    def fetch(self, row: DraftRow, revision: Revision, column: int) -> None:
        """Fetch a version of a draft into a column."""

        def show(text: Document) -> None:
            still = version(row, revision, when_told(revision), text)
            self.still_chosen.emit(column, still)

        self._workspace.version(row.id, revision, show)

    def _choose_file(self, column: int) -> None:
        places = QStandardPaths.StandardLocation.DocumentsLocation
        path, _filter = QFileDialog.getOpenFileName(
            self._over, _("Compare with a File"), QStandardPaths.writableLocation(places)
        )
        if path:
            self.read(Path(path), column)

    def _file_arrived(self, arrival: Arrival) -> None:
        if arrival.problem is not None:
            self.told.emit(sentence(arrival.problem))
        elif arrival.imported is not None:
            still: Still = file(arrival.path, arrival.imported.documents[0])
            self.still_chosen.emit(self._column, still)


def day_told(revision: Revision) -> str:
    """Say on which day a version was saved."""
    at = revision.time.astimezone()
    here = QLocale() if QLocale().language() is not QLocale.Language.C else QLocale("en")
    return here.toString(QDate(at.year, at.month, at.day), "d MMM yyyy")


def when_told(revision: Revision) -> str:
    """Say when a version was saved, and the name it was given."""
    at = revision.time.astimezone()
    when = _("{day}, {time}").format(day=day_told(revision), time=at.strftime("%H:%M"))
    if revision.name:
        return _("{when} · {name}").format(when=when, name=revision.name)
    return when
