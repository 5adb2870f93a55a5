"""What follows what on the axis, for each look of a comparison.

Side by side every column has its own items: its paragraphs, and a gap row wherever it waits. In
the two other looks one column of rows carries all: lined up, a row holds what belongs together;
in one column, each passage is a row, the other tellings below the first.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from operator import eq
from typing import NamedTuple, Protocol, TypeAlias

from writerdesk.compare.relaying import Relaid
from writerdesk.compare.renumbered import Stretch
from writerdesk.compare.segments import Run, Segment
from writerdesk.compare.sight import Shown
from writerdesk.compare.stops import Reading

GAP_ROW = -1
"""The number a gap row has in place of a paragraph's."""

# Room for one line of captions in its frame.
GAP_HEIGHT = 30.0

HeightOf: TypeAlias = Callable[[int, int], float]
"""Tells how high a paragraph of a column is."""


class Arrangement(StrEnum):
    """The three looks of a comparison."""

    SIDE_BY_SIDE = "side by side"
    LINED_UP = "lined up"
    ONE_COLUMN = "one column"


class Block(NamedTuple):
    """A passage or a gap row in view: whose it is, and where its top is from the view's top."""

    column: int
    paragraph: int
    segment: int
    top: float
    height: float


class Plan(Protocol):
    """The items of an axis: what they are made of, and where each paragraph is among them."""

    @property
    def bounds(self) -> Sequence[Sequence[int]]:
        """With which item each segment begins, for each column of the axis."""
        ...

    def guesses(self, guesses: Sequence[Sequence[float]]) -> list[Sequence[float]]:
        """Return how high the items are likely to be, by the likely heights of paragraphs."""
        ...

    def height(self, place: int, item: int, height_of: HeightOf) -> float:
        """Return how high an item is."""
        ...

    def blocks(self, place: int, shown: Shown, height_of: HeightOf) -> Iterator[Block]:
        """Yield what is seen of an item."""
        ...

    def item_of(self, column: int, paragraph: int) -> tuple[int, int]:
        """Return in which column of the axis, and in which item of it, a paragraph stands."""
        ...

    def paragraph_at(self, place: int, item: int) -> tuple[int, int]:
        """Return the column and number of the paragraph in an item, or next after a gap row."""
        ...

    def after(self, before: Reading, relaid: Relaid) -> "tuple[Plan, list[Stretch]]":
        """Return the plan after an edit of what was read ``before``.

        And for each column of the axis between which items there are others now.
        """
        ...


def plan(reading: Reading, arrangement: Arrangement) -> Plan:
    """Return what follows what in ``arrangement``."""
    if arrangement is Arrangement.SIDE_BY_SIDE:
        return _Columns(reading)
    return _Rows(reading, apart=arrangement is Arrangement.ONE_COLUMN)


class _Columns:
    """Each column by itself; kept as plain numbers, there may be a hundred thousand of them."""

    def __init__(self, reading: Reading) -> None:
        runs = zip(*(segment.runs for segment in reading.segments), strict=True)
        self._take([_laid(column) for column in runs] or [_laid(()) for _ in reading.documents])

    def _take(self, laid: "Sequence[_Laid]") -> None:
        self.bounds: Sequence[array[int]] = [bounds for bounds, _, _ in laid]
        self._items = [items for _, items, _ in laid]
        self._places = [places for _, _, places in laid]

    def guesses(self, guesses: Sequence[Sequence[float]]) -> list[Sequence[float]]:
        # A gap row is the last of all: its number is -1.
        return [
            list(map([*heights, GAP_HEIGHT].__getitem__, items))
            for items, heights in zip(self._items, guesses, strict=True)
        ]

    def height(self, place: int, item: int, height_of: HeightOf) -> float:
        paragraph = self._items[place][item]
        return GAP_HEIGHT if paragraph < 0 else height_of(place, paragraph)

    def blocks(self, place: int, shown: Shown, height_of: HeightOf) -> Iterator[Block]:
        del height_of
        segment = segment_at(self.bounds[place], shown.item)
        yield Block(place, self._items[place][shown.item], segment, shown.top, shown.height)

    def item_of(self, column: int, paragraph: int) -> tuple[int, int]:
        return column, self._places[column][paragraph]

    def paragraph_at(self, place: int, item: int) -> tuple[int, int]:
        items = self._items[place]
        while item < len(items) and items[item] < 0:
            item += 1
        return place, items[item] if item < len(items) else max(0, len(self._places[place]) - 1)

    def after(self, before: Reading, relaid: Relaid) -> tuple[Plan, list[Stretch]]:
        made = _Columns.__new__(_Columns)
        columns = range(len(self._items))
        made._take([self._laid_again(column, relaid) for column in columns])
        return made, [self._changed(made, column, before, relaid) for column in columns]

    def _laid_again(self, column: int, relaid: Relaid) -> "_Laid":
        bounds, items, places = self.bounds[column], self._items[column], self._places[column]
        (first, last, until), passages = relaid.segments, relaid.passages[column]
        start, end = bounds[first], bounds[last]
        # What anchors above has passages in both columns: no gap row goes on across it.
        runs = (segment.runs[column] for segment in relaid.reading.segments[first:until])
        (*starts, after), inside, stands = _laid(runs, start)
        more = after - end
        behind = items[end:]
        if shift := passages.shift:
            behind = array("l", [item + shift if item >= 0 else item for item in behind])
        return (
            bounds[:first] + array("l", starts) + _raised(bounds[last:], more),
            items[:start] + inside + behind,
            places[: passages.start] + stands + _raised(places[passages.end :], more),
        )

    def _changed(self, made: "_Columns", column: int, before: Reading, relaid: Relaid) -> Stretch:
        first, last, until = relaid.segments
        was = self._items[column][self.bounds[column][first] : self.bounds[column][last]]
        now = made._items[column][made.bounds[column][first] : made.bounds[column][until]]
        ids, newer = before.documents[column].ids, relaid.reading.documents[column].ids
        return _unlike(
            [ids[item] if item >= 0 else None for item in was],
            [newer[item] if item >= 0 else None for item in now],
            self.bounds[column][first],
        )


_Laid: TypeAlias = "tuple[array[int], array[int], array[int]]"


def _laid(runs: Iterable[Run], at: int = 0) -> _Laid:
    """Return with which item each run begins, what the items are, and where paragraphs stand."""
    bounds: list[int] = []
    items: list[int] = []
    places: list[int] = []
    waits = False
    for start, end in runs:
        bounds.append(at)
        if end > start:
            items.extend(range(start, end))
            places.extend(range(at, at + end - start))
            at, waits = at + end - start, False
        elif not waits:
            # One gap row tells all that a column waits for in one place.
            items.append(GAP_ROW)
            at, waits = at + 1, True
    bounds.append(at)
    return array("l", bounds), array("l", items), array("l", places)


def _raised(numbers: "array[int]", more: int) -> "array[int]":
    return array("l", [number + more for number in numbers]) if more else numbers


def _unlike(was: Sequence[object], now: Sequence[object], start: int) -> Stretch:
    """Return between which of two rows of things they differ; both begin at ``start``."""
    most = min(len(was), len(now))
    ahead = next((n for n, same in enumerate(map(eq, was, now)) if not same), most)
    back = map(eq, reversed(was[ahead:]), reversed(now[ahead:]))
    behind = next((n for n, same in enumerate(back) if not same), most - ahead)
    return Stretch(start + ahead, start + len(was) - behind, start + len(now) - behind)


class _Rows:
    """One column of rows; a run that one column alone has is a row for each of its paragraphs."""

    def __init__(self, reading: Reading, *, apart: bool) -> None:
        self._columns = 1 if apart else len(reading.documents)
        bounds, self._rows = self._laid(reading, range(len(reading.segments)))
        self.bounds: Sequence[array[int]] = [bounds]
        self._places = [array("l", [0]) * len(document) for document in reading.documents]
        self._stand(range(len(self._rows)))

    def _laid(self, reading: Reading, segments: range) -> "tuple[array[int], list[_Row]]":
        """Return with which row each segment begins, the first of them with row 0, and the rows."""
        bounds = array("l")
        rows: list[_Row] = []
        for segment in reading.segments[segments.start : segments.stop]:
            bounds.append(len(rows))
            same = bool(segment.ties) and all(map(reading.is_same, segment.ties))
            rows.extend(_rows(segment, apart=self._columns == 1, same=same))
        bounds.append(len(rows))
        return bounds, rows

    def _stand(self, rows: range) -> None:
        for place in rows:
            for column, run in (*self._rows[place].cells, *self._rows[place].unseen):
                for paragraph in range(*run):
                    self._places[column][paragraph] = place

    def guesses(self, guesses: Sequence[Sequence[float]]) -> list[Sequence[float]]:
        return [
            [
                max(sum(guesses[column][run.start : run.end]) for column, run in row.cells)
                for row in self._rows
            ]
        ]

    def height(self, place: int, item: int, height_of: HeightOf) -> float:
        del place
        return max(
            GAP_HEIGHT if self._columns > 1 else 0.0,
            *(
                sum(height_of(column, paragraph) for paragraph in range(*run))
                for column, run in self._rows[item].cells
            ),
        )

    def blocks(self, place: int, shown: Shown, height_of: HeightOf) -> Iterator[Block]:
        del place
        row, segment = self._rows[shown.item], segment_at(self.bounds[0], shown.item)
        filled = {column for column, _ in row.cells}
        for column in range(self._columns if row.first else 0):
            if column not in filled and self._columns > 1:
                yield Block(column, GAP_ROW, segment, shown.top, GAP_HEIGHT)
        for column, run in row.cells:
            top = shown.top
            for paragraph in range(*run):
                height = height_of(column, paragraph)
                yield Block(column, paragraph, segment, top, height)
                top += height

    def item_of(self, column: int, paragraph: int) -> tuple[int, int]:
        return 0, self._places[column][paragraph]

    def paragraph_at(self, place: int, item: int) -> tuple[int, int]:
        del place
        column, run = self._rows[min(item, len(self._rows) - 1)].cells[0]
        return column, run.start

    def after(self, before: Reading, relaid: Relaid) -> tuple[Plan, list[Stretch]]:
        (first, last, until), bounds = relaid.segments, self.bounds[0]
        start, end = bounds[first], bounds[last]
        starts, inside = self._laid(relaid.reading, range(first, until))
        more = start + len(inside) - end
        made = _Rows.__new__(_Rows)
        made._columns = self._columns
        made._rows = [*self._rows[:start], *inside, *_shifted(self._rows[end:], relaid.passages)]
        made.bounds = [bounds[:first] + _raised(starts[:-1], start) + _raised(bounds[last:], more)]
        made._places = [
            places[:above] + array("l", [0]) * (below - above) + _raised(places[old:], more)
            for places, (above, old, below) in zip(self._places, relaid.passages, strict=True)
        ]
        made._stand(range(start, start + len(inside)))
        was = [_held(row, before) for row in self._rows[start:end]]
        return made, [_unlike(was, [_held(row, relaid.reading) for row in inside], start)]


class _Row(NamedTuple):
    """What stands in one row: runs of the columns seen in it, and of those that say the same."""

    cells: tuple[tuple[int, Run], ...]
    unseen: tuple[tuple[int, Run], ...] = ()
    first: bool = True


def segment_at(bounds: Sequence[int], item: int) -> int:
    """Return the segment that an item stands in, by the items the segments begin with."""
    low, high = 0, len(bounds) - 2
    while low < high:
        middle = (low + high + 1) // 2
        if bounds[middle] <= item:
            low = middle
        else:
            high = middle - 1
    return low


def _rows(segment: Segment, *, apart: bool, same: bool) -> Iterator[_Row]:
    cells = [(column, run) for column, run in enumerate(segment.runs) if run.end > run.start]
    same = same and len({run.end - run.start for _, run in cells}) == 1
    if len(cells) > 1 and not apart:
        yield from _level_rows(cells) if same else (_Row(tuple(cells)),)
        return
    seen = cells[:1] if same else cells
    for column, run in seen:
        for paragraph in range(*run):
            unseen = _beside(cells[1:], paragraph - run.start) if same else ()
            cell = (column, Run(paragraph, paragraph + 1))
            yield _Row((cell,), unseen, first=paragraph == run.start)


def _level_rows(cells: Sequence[tuple[int, Run]]) -> Iterator[_Row]:
    """Yield a row for each passage that is the same everywhere: there may be thousands in a run."""
    start, end = cells[0][1]
    for step in range(end - start):
        yield _Row(_beside(cells, step), first=step == 0)


def _beside(cells: Sequence[tuple[int, Run]], step: int) -> tuple[tuple[int, Run], ...]:
    """Return the paragraphs of other columns that say what one of the first says."""
    return tuple((column, Run(run.start + step, run.start + step + 1)) for column, run in cells)


def _shifted(rows: Sequence[_Row], passages: Sequence[Stretch]) -> Iterable[_Row]:
    """Return rows as they are after so many more passages in each column."""
    if not any(stretch.shift for stretch in passages):
        return rows
    return (
        _Row(
            tuple([(column, passages[column].run(run)) for column, run in row.cells]),
            tuple([(column, passages[column].run(run)) for column, run in row.unseen]),
            row.first,
        )
        for row in rows
    )


def _held(row: _Row, reading: Reading) -> object:
    """Return what a row holds, whatever numbers it has."""
    return row.first, [
        (column, reading.documents[column].ids[run.start : run.end]) for column, run in row.cells
    ]
