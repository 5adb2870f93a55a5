"""The stops as a list a view can show: filtered, each with its line said when it is painted."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from writerdesk.compare.stops import Reading, Stop
from writerdesk.ui.pane.scene import Column
from writerdesk.ui.pane.sentences import list_line, list_name

STOP_ROLE = int(Qt.ItemDataRole.UserRole)
LINE_ROLE = STOP_ROLE + 1
LETTERS_ROLE = STOP_ROLE + 2


class Filter(StrEnum):
    """Which stops are listed; ``only 0`` are those of the first column alone."""

    ALL = "all"
    BOTH = "both"
    ONLY_0 = "only 0"
    ONLY_1 = "only 1"
    ONLY_2 = "only 2"
    ONLY_3 = "only 3"
    MOVED = "moved"


class StopModel(QAbstractListModel):
    """The list of stops of a reading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._columns: tuple[Column, ...] = ()
        self._shown: Sequence[int] = ()
        self._rows: dict[int, int] = {}
        self._filter = Filter.ALL

    def show_reading(self, reading: Reading, columns: Sequence[Column]) -> None:
        """List the stops of a reading."""
        before, self._reading = self._reading, reading
        self._columns = tuple(columns)
        if before is not None and reading.lies_as(before):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))
        else:
            self.show_only(self._filter)

    def show_nothing(self) -> None:
        """List nothing: no texts stand compared."""
        self._reading, self._columns = None, ()
        self.show_only(Filter.ALL)

    def show_only(self, chosen: Filter) -> None:
        """List only some of the stops."""
        self.beginResetModel()
        self._filter = chosen
        stops = self._reading.stops if self._reading else ()
        self._shown = [stop.number for stop in stops if passes(stop, chosen)]
        self._rows = {number: row for row, number in enumerate(self._shown)}
        self.endResetModel()

    def counts(self) -> dict[Filter, int]:
        """Return how many stops there are of each kind."""
        stops = self._reading.stops if self._reading else ()
        alone = Counter(stop.column for stop in stops)
        only = {Filter(f"only {column}"): alone[column] for column in range(4)}
        moved = sum(stop.moved for stop in stops)
        return {
            Filter.ALL: len(stops),
            Filter.BOTH: alone[None],
            **only,
            Filter.MOVED: moved,
        }

    def row_of(self, stop: int) -> int:
        """Return the row a stop is listed in; -1 if it is filtered out."""
        return self._rows.get(stop, -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many stops are listed."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a row says."""
        if self._reading is None or not index.isValid():
            return None
        stop = self._reading.stops[self._shown[index.row()]]
        if role == STOP_ROLE:
            return stop.number
        if role == Qt.ItemDataRole.DisplayRole:
            return list_name(self._columns, stop)
        if role in (LINE_ROLE, Qt.ItemDataRole.ToolTipRole):
            return list_line(self._reading, self._columns, stop)
        if role == LETTERS_ROLE:
            return " ".join(
                column.letter for column, run in zip(self._columns, stop.runs, strict=True) if run
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name, line = (
                list_name(self._columns, stop),
                list_line(self._reading, self._columns, stop),
            )
            return f"{stop.number + 1}. {name}. {line}"
        return None


def passes(stop: Stop, chosen: Filter) -> bool:
    """Tell whether a filter lets a stop through."""
    if chosen is Filter.ALL:
        return True
    if chosen is Filter.MOVED:
        return stop.moved
    if chosen is Filter.BOTH:
        return stop.column is None
    return stop.column == int(chosen.value.removeprefix("only "))
