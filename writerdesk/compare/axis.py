"""The virtual scroll axis: two to four columns scroll as one, and none ever jumps.

The axis is as long as its segments, and a segment as its highest column. Scrolling by d leads every
column on by its share of d: of what it still has in this segment against the column that has most.
So no column moves more than d nor backwards, a column with nothing to show waits, and all are level
again where the segment ends – also when a height turns out to be other than guessed on the way,
because each column holds on to the item at its focus line and only what is still to come changes.

An item is whatever stands in a column: a paragraph, a gap row. Heights are guesses until measured;
before anything moves, what is about to be seen is measured, so a correction is never seen.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from writerdesk.compare.heights import Heights
from writerdesk.compare.sight import Laid, Measure, Shown, Spot, View


class Axis:
    """Where two to four columns of items stand, and how they get on from there.

    ``bounds`` says for each column with which item each segment begins, and last how many items
    there are; ``guesses`` how high the items are likely to be.
    """

    def __init__(
        self, bounds: Sequence[Sequence[int]], guesses: Sequence[Iterable[float]], view: View
    ) -> None:
        self._bounds = [array("l", starts) for starts in bounds]
        self._last = max(0, len(self._bounds[0]) - 2)
        self._view = view
        self._segment = 0
        self._reflow(guesses)
        self._spots = [self._spot(column, self._floor) for column in range(len(self._bounds))]

    @property
    def view(self) -> View:
        """The window on the columns."""
        return self._view

    @property
    def segment(self) -> int:
        """The segment at the focus line."""
        return self._segment

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What stands at the focus line, for each column."""
        return tuple(self._spots)

    @property
    def length(self) -> float:
        """How long the axis is, as far as the heights are known."""
        return self._lengths.total

    @property
    def position(self) -> float:
        """How far along the axis the focus line is: for the scroll bar."""
        gone = max(self._offset(c) - self._start(c, self._segment) for c in self._columns)
        left = max(self._ends_in(self._segment, self._offsets()))
        whole = max(0.0, gone) + left
        part = max(0.0, gone) / whole if whole else 0.0
        return self._lengths.above(self._segment) + part * self._lengths[self._segment]

    @property
    def furthest(self) -> float:
        """The last position that scrolling reaches."""
        return max(0.0, self.length - max(0.0, self._view.rest - self._view.focus))

    def start_of(self, segment: int) -> float:
        """Return where on the axis a segment begins."""
        return self._lengths.above(segment)

    def segment_of(self, column: int, item: int) -> int:
        """Return the segment an item stands in."""
        return min(bisect_right(self._bounds[column], item) - 1, self._last)

    def top_of(self, column: int, item: int) -> float:
        """Return where the top of an item is now, from the top of the view."""
        return self._heights[column].above(item) - self._offset(column) + self._view.focus

    def shown(self, column: int) -> tuple[Shown, ...]:
        """Return the items of a column that are in view, from top to bottom."""
        heights, end = self._heights[column], self._bounds[column][-1]
        item = heights.at(self._offset(column) - self._view.focus)
        top = self.top_of(column, item)
        out: list[Shown] = []
        while item < end and top < self._view.height:
            if top + heights[item] > 0:
                out.append(Shown(item, top, heights[item]))
            top += heights[item]
            item += 1
        return tuple(out)

    def move(self, step: float, measure: Measure) -> None:
        """Scroll by ``step``: nothing in view moves more than that, nor the other way."""
        while True:
            segment, offsets = self._moved(step)
            if not self._measure_between(offsets, measure):
                break
        self._stand(segment, offsets)
        self.settle(measure)

    def go_to(self, segment: int, measure: Measure, *, part: float = 0.0) -> None:
        """Bring the start of a segment, or a place ``part`` down in it, level to the focus line."""
        for _ in range(_PATIENCE):
            self._stand(segment, self._offsets_in(segment, part))
            if not self.settle(measure):
                break

    def go_to_item(self, column: int, item: int, measure: Measure) -> None:
        """Bring an item to the focus line, the other columns level with it."""
        segment = self.segment_of(column, item)
        for _ in range(_PATIENCE):
            start, end = self._start(column, segment), self._start(column, segment + 1)
            part = (self._heights[column].above(item) - start) / (end - start)
            self._stand(segment, self._offsets_in(segment, part))
            if not self.settle(measure):
                break

    def go_to_start(self, measure: Measure) -> None:
        """Show the beginning of all columns."""
        for _ in range(_PATIENCE):
            self._stand(0, [self._floor for _ in self._columns])
            if not self.settle(measure):
                break

    def put(self, column: int, item: int, top: float, measure: Measure) -> None:
        """Put one column so that the top of ``item`` is at ``top``; the others stand still."""
        for _ in range(_PATIENCE):
            offset = self._heights[column].above(item) - top + self._view.focus
            self._spots[column] = self._spot(column, max(0.0, offset))
            if not self.settle(measure):
                break

    def shift(self, column: int, step: float, measure: Measure) -> None:
        """Scroll one column alone, the others stand still."""
        end = self._start(column, self._last + 1)
        offset = min(max(self._offset(column) + step, min(self._floor, self._offset(column))), end)
        self._spots[column] = self._spot(column, offset)
        self.settle(measure)

    def follow(self, column: int, measure: Measure) -> None:
        """Take the other columns to where one stands: all level again."""
        item, _ = self._spots[column]
        segment = self.segment_of(column, item)
        start, end = self._start(column, segment), self._start(column, segment + 1)
        part = (self._offset(column) - start) / (end - start) if end > start else 0.0
        offsets = self._offsets_in(segment, min(1.0, max(0.0, part)))
        offsets[column] = self._offset(column)
        self._stand(segment, offsets)
        self.settle(measure)

    def stand(self, segment: int, spots: Sequence[Spot]) -> None:
        """Take up what stood at the focus line before, in columns that were laid out anew."""
        self._segment = min(segment, self._last)
        self._spots = list(spots)

    def look(self, view: View, measure: Measure) -> None:
        """Look through a window of another size: what is in view stays where it is."""
        moved = view.focus - self._view.focus
        offsets = [offset + moved for offset in self._offsets()]
        self._view = view
        self._stand(self._segment, [max(0.0, offset) for offset in offsets])
        self.settle(measure)

    def reflow(self, guesses: Sequence[Iterable[float]], measure: Measure) -> None:
        """Begin again with other heights, of text in another width or size; the place is kept."""
        self._reflow(guesses)
        self.settle(measure)

    def relay(self, changes: Sequence[Laid], segments: tuple[int, int]) -> None:
        """Take other items and other bounds, where the rest only got other numbers.

        ``segments`` are the numbers of the first segment laid out anew and of the first after them.
        What stands at the focus line stays there.
        """
        last = self._last
        for column, (bounds, start, end, heights) in enumerate(changes):
            self._bounds[column] = array("l", bounds)
            item, part = self._spots[column]
            shift = len(heights) - (end - start)
            if shift or heights:
                self._heights[column].splice(start, end, heights)
            self._spots[column] = Spot(item + shift * (item >= end), part)
        self._last = max(0, len(self._bounds[0]) - 2)
        first, after = segments
        until = after + self._last - last
        anew = [self._longest(segment) for segment in range(first, until)]
        self._lengths.splice(first, after, anew)
        if self._segment >= after:
            self._segment += until - after
        elif self._segment >= first:
            spots = enumerate(self._spots)
            self._segment = min(self.segment_of(column, item) for column, (item, _) in spots)

    def correct(self, column: int, item: int, height: float) -> bool:
        """Put a measured height in place of a guess; tell whether that changed anything."""
        if not self._heights[column].correct(item, height):
            return False
        segment = self.segment_of(column, item)
        self._lengths.correct(segment, self._longest(segment))
        return True

    def measure_again(self, column: int, item: int, measure: Measure) -> bool:
        """Measure an item that says something else now; tell whether it is higher or lower.

        What stands at the focus line keeps its top, as a passage does that is being written.
        """
        before, (spot, part) = self._heights[column][item], self._spots[column]
        changed = self.correct(column, item, measure(column, item))
        if changed and item == spot:
            held = part * before / max(1.0, self._heights[column][item])
            self._spots[column] = Spot(item, min(1.0, held))
        return changed

    def settle(self, measure: Measure) -> bool:
        """Measure what has come into view; tell whether a guess was wrong."""
        changes = [
            self._measure_around(column, (0.0, self._view.height), measure)
            for column in self._columns
        ]
        return any(changes)

    @property
    def _columns(self) -> range:
        return range(len(self._bounds))

    @property
    def _floor(self) -> float:
        """How deep in the text the focus line is when nothing is scrolled."""
        return self._view.focus - self._view.top

    def _reflow(self, guesses: Sequence[Iterable[float]]) -> None:
        # Below the last item there is blank, so that the focus line always stands on something.
        self._heights = [Heights((*column, _BLANK)) for column in guesses]
        lengths = [
            heights.guessed_between(bounds)
            for heights, bounds in zip(self._heights, self._bounds, strict=True)
        ]
        self._lengths = Heights(map(max, *lengths) if len(lengths) > 1 else lengths[0])

    def _start(self, column: int, segment: int) -> float:
        return self._heights[column].above(self._bounds[column][segment])

    def _longest(self, segment: int) -> float:
        return max(self._start(c, segment + 1) - self._start(c, segment) for c in self._columns)

    def _offset(self, column: int) -> float:
        item, part = self._spots[column]
        return self._heights[column].above(item) + part * self._heights[column][item]

    def _offsets(self) -> list[float]:
        return [self._offset(column) for column in self._columns]

    def _offsets_in(self, segment: int, part: float) -> list[float]:
        return [
            (1 - part) * self._start(column, segment) + part * self._start(column, segment + 1)
            for column in self._columns
        ]

    def _spot(self, column: int, offset: float) -> Spot:
        heights = self._heights[column]
        item = heights.at(offset)
        height = heights[item]
        return Spot(item, (offset - heights.above(item)) / height if height else 0.0)

    def _stand(self, segment: int, offsets: Sequence[float]) -> None:
        self._segment = segment
        self._spots = [self._spot(column, offset) for column, offset in enumerate(offsets)]

    def _ends_in(self, segment: int, offsets: Sequence[float]) -> list[float]:
        """Return how much each column still has in a segment."""
        return [max(0.0, self._start(c, segment + 1) - offsets[c]) for c in self._columns]

    def _starts_in(self, segment: int, offsets: Sequence[float]) -> list[float]:
        """Return how much of a segment each column has behind it."""
        return [
            max(0.0, offsets[c] - max(self._floor, self._start(c, segment))) for c in self._columns
        ]

    def _moved(self, step: float) -> tuple[int, list[float]]:
        return self._onward(step) if step > 0 else self._backward(-step)

    def _onward(self, step: float) -> tuple[int, list[float]]:
        segment, offsets = self._segment, self._offsets()
        still = max(self._ends_in(segment, offsets)) + self.length - self.start_of(segment + 1)
        step = min(step, max(0.0, still - max(0.0, self._view.rest - self._view.focus)))
        while step > 0:
            left = self._ends_in(segment, offsets)
            reach = max(left)
            if reach > step:
                return segment, _led(offsets, left, step / reach)
            offsets, step = _led(offsets, left, 1.0), step - reach
            if segment == self._last:
                break
            segment += 1
            if offsets == self._offsets_in(segment, 0.0):
                return self._along(self.start_of(segment) + step)
        return segment, offsets

    def _backward(self, step: float) -> tuple[int, list[float]]:
        segment, offsets = self._segment, self._offsets()
        while step > 0:
            gone = self._starts_in(segment, offsets)
            reach = max(gone)
            if reach > step:
                return segment, _led(offsets, gone, -step / reach)
            offsets, step = _led(offsets, gone, -1.0), step - reach
            if segment == 0:
                break
            clear = self._first_clear()
            if segment > clear and offsets == self._offsets_in(segment, 0.0):
                room = self.start_of(segment) - self.start_of(clear)
                if step <= room:
                    return self._along(self.start_of(segment) - step)
                segment, step, offsets = clear, step - room, self._offsets_in(clear, 0.0)
            segment -= 1
        return segment, offsets

    def _first_clear(self) -> int:
        """Return the first segment that can stand level with nothing blank above it."""
        return max(
            self.segment_of(column, self._heights[column].at(self._floor)) + 1
            for column in self._columns
        )

    def _along(self, position: float) -> tuple[int, list[float]]:
        """Return where all columns stand when they are level at a position of the axis."""
        segment = self._lengths.at(position)
        length = self._lengths[segment]
        part = (position - self.start_of(segment)) / length if length else 0.0
        return segment, self._offsets_in(segment, min(1.0, max(0.0, part)))

    def _measure_between(self, offsets: Sequence[float], measure: Measure) -> bool:
        """Measure all that comes into view on the way, where something stays in view meanwhile."""
        changed = False
        for column in self._columns:
            shift = offsets[column] - self._offset(column)
            if self._still_in_view(column, shift):
                way = (min(0.0, shift), self._view.height + max(0.0, shift))
                changed |= self._measure_around(column, way, measure)
        return changed

    def _still_in_view(self, column: int, shift: float) -> bool:
        """Tell whether anything in view now is still there when the column moved by ``shift``."""
        shown = self.shown(column)
        if not shown:
            return False
        end = shown[-1].top + shown[-1].height
        return end - shift > 0 and shown[0].top - shift < self._view.height

    def _measure_around(self, column: int, between: tuple[float, float], measure: Measure) -> bool:
        """Measure from the focus line up and down, so that every correction is out of view."""
        heights, end = self._heights[column], self._bounds[column][-1]
        spot, part = self._spots[column]
        changed = False

        def known(item: int) -> float:
            nonlocal changed
            if item < end and not heights.is_known(item):
                changed |= self.correct(column, item, measure(column, item))
            return heights[item]

        above = self._view.focus - part * known(spot)
        item = spot
        below = above + heights[spot]
        while item > 0 and above > between[0]:
            item -= 1
            above -= known(item)
        item = spot + 1
        while item < end and below < between[1]:
            below += known(item)
            item += 1
        return changed


# Higher than any view: what is below the last line of a short text when another column goes on.
_BLANK = 1e6
# How often a jump looks again when what it found there was higher or lower than guessed.
_PATIENCE = 4


def _led(offsets: Sequence[float], ways: Sequence[float], share: float) -> list[float]:
    return [offset + share * way for offset, way in zip(offsets, ways, strict=True)]
