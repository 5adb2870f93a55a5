"""What of a comparison is in view, and how to get somewhere else in it.

Whoever paints sees blocks – passages and gap rows with a place – and need not know how they got
there: the plan says what follows what in the look chosen, the axis how far everything is scrolled.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from writerdesk.compare.axis import Axis
from writerdesk.compare.plans import Arrangement, Block, plan
from writerdesk.compare.relaying import Relaid
from writerdesk.compare.segments import Run
from writerdesk.compare.sight import Laid, Spot, View
from writerdesk.compare.stops import Reading


class Sizes(Protocol):
    """How high paragraphs are: a guess for all of them at once, the truth for one."""

    def guesses(self, column: int) -> Sequence[float]:
        """Return how high each paragraph of a column is likely to be."""
        ...

    def guess(self, column: int, paragraph: int) -> float:
        """Return how high one paragraph is likely to be."""
        ...

    def measure(self, column: int, paragraph: int) -> float:
        """Return how high a paragraph is."""
        ...


class Stage:
    """The comparison as it stands in a window."""

    def __init__(
        self, reading: Reading, arrangement: Arrangement, sizes: Sizes, view: View
    ) -> None:
        self.reading = reading
        self.arrangement = arrangement
        self._sizes = sizes
        self._plan = plan(reading, arrangement)
        self.axis = Axis(self._plan.bounds, self._guesses(), view)

    def blocks(self) -> list[Block]:
        """Return everything in view, column by column, from top to bottom."""
        return [
            block
            for place in range(len(self._plan.bounds))
            for shown in self.axis.shown(place)
            for block in self._plan.blocks(place, shown, self._sizes.measure)
        ]

    def move(self, step: float) -> None:
        """Scroll by ``step``."""
        self.axis.move(step, self._measure)

    def to_start(self) -> None:
        """Show the beginning."""
        self.axis.go_to_start(self._measure)

    def to_end(self) -> None:
        """Show the end."""
        self.axis.go_to(len(self.reading.segments) - 1, self._measure, part=1.0)
        back = self.axis.position - self.axis.furthest
        self.axis.move(-back, self._measure)

    def to_segment(self, segment: int) -> None:
        """Bring a segment level to the focus line."""
        self.axis.go_to(segment, self._measure)

    def to_paragraph(self, column: int, paragraph: int) -> None:
        """Bring a paragraph to the focus line, the other columns level with it."""
        self.axis.go_to_item(*self._plan.item_of(column, paragraph), self._measure)

    def top_of(self, column: int, paragraph: int) -> float:
        """Return where a paragraph's top is, in view or not."""
        place, item = self._plan.item_of(column, paragraph)
        top = self.axis.top_of(place, item)
        before = paragraph - 1
        while before >= 0 and self._plan.item_of(column, before) == (place, item):
            top += self._sizes.measure(column, before)
            before -= 1
        return top

    def extent(self, column: int, run: Run) -> tuple[float, float]:
        """Return where a run begins and ends, in view or not; lined up, where its row does."""
        place, first = self._plan.item_of(column, run.start)
        _, last = self._plan.item_of(column, run.end - 1)
        return self.axis.top_of(place, first), self.axis.top_of(place, last + 1)

    def put(self, column: int, paragraph: int, top: float) -> None:
        """Put a paragraph's top at ``top``; the other columns stand still where they can."""
        place, item = self._plan.item_of(column, paragraph)
        within = self.top_of(column, paragraph) - self.axis.top_of(place, item)
        self.axis.put(place, item, top - within, self._measure)

    def shift(self, column: int, step: float) -> None:
        """Scroll one column alone, in the look where columns can be."""
        if self.arrangement is Arrangement.SIDE_BY_SIDE:
            self.axis.shift(column, step, self._measure)
        else:
            self.move(step)

    def follow(self, column: int) -> None:
        """Take the other columns to where one stands."""
        if self.arrangement is Arrangement.SIDE_BY_SIDE:
            self.axis.follow(column, self._measure)

    def look(self, view: View) -> None:
        """Look through a window of another height."""
        self.axis.look(view, self._measure)

    def reflow(self) -> None:
        """Begin again with the heights of another width or size of text; the place is kept."""
        self.axis.reflow(self._guesses(), self._measure)

    def tell(self, reading: Reading, changed: Iterable[tuple[int, int]]) -> bool:
        """Take a reading that lies as this one; tell whether what says more now is higher."""
        at_start = self.is_at_start
        self.reading = reading
        changes = self._measure_again(changed)
        if at_start:
            self.to_start()
        elif changes:
            self.axis.settle(self._measure)
        return changes

    def relay(self, relaid: Relaid, changed: Iterable[tuple[int, int]]) -> bool:
        """Take a reading of which only a part lies anew; tell whether the place could be kept.

        It can't where what stands at the focus line is no more: then nothing is taken.
        """
        at_start = self.is_at_start
        plan, items = self._plan.after(self.reading, relaid)
        stands = zip(self.axis.spots, items, strict=True)
        if any(start <= spot.item < end for spot, (start, end, _) in stands):
            return False
        self.reading, self._plan = relaid.reading, plan
        self.axis.relay(
            [
                Laid(bounds, start, end, [self._guess(place, n) for n in range(start, until)])
                for place, (bounds, (start, end, until)) in enumerate(
                    zip(plan.bounds, items, strict=True)
                )
            ],
            relaid.segments[:2],
        )
        self._measure_again(changed)
        if at_start:
            self.to_start()
        else:
            self.axis.settle(self._measure)
        return True

    @property
    def is_at_start(self) -> bool:
        """Whether the beginning is shown and nothing is scrolled."""
        return not len(self.reading.documents[0]) or self.top_of(0, 0) > 0

    def stand_like(self, other: "Stage") -> None:
        """Take up the place another stage had: what stood at its focus line, or nearest to it."""
        if other.is_at_start:
            self.to_start()
            return
        places = range(len(self._plan.bounds))
        kept = [self._kept(other, min(place, len(other.axis.spots) - 1)) for place in places]
        spots = [
            Spot(self._plan.item_of(column, number)[1], part)
            for column, number, part, _ in (found or (0, 0, 0.0, 0.0) for found in kept)
        ]
        self.axis.stand(self.axis.segment_of(0, spots[0].item), spots)
        self.axis.settle(self._measure)
        for found in kept:
            if found is not None and found[3] is not None:
                self.put(found[0], found[1], found[3])
        if None in kept and any(kept):
            self.axis.follow(next(n for n, found in enumerate(kept) if found), self._measure)

    def _kept(self, other: "Stage", place: int) -> tuple[int, int, float, float | None] | None:
        """Return the paragraph nearest to another stage's focus line that is still there.

        With how much of it is above the line or, where it is a neighbour, where its top was.
        """
        column, paragraph, part = other.at_focus(place)
        exactly = other.stands_at_focus(column, paragraph)
        before, now = other.reading.documents[column], self.reading.documents[column]
        reach = max(paragraph, len(before) - paragraph)
        for distance in range(reach + 1):
            for near in dict.fromkeys((paragraph + distance, paragraph - distance)):
                if 0 <= near < len(before) and before.ids[near] in now:
                    number = now.place_of(before.ids[near])
                    held = exactly and not distance
                    top = None if held else other.top_of(column, near)
                    return column, number or 0, part if held else 0.0, top
        return None

    def stands_at_focus(self, column: int, paragraph: int) -> bool:
        """Tell whether a paragraph lies across the focus line, and no gap row does."""
        place, item = self._plan.item_of(column, paragraph)
        return self.axis.spots[place].item == item

    def at_focus(self, place: int) -> tuple[int, int, float]:
        """Return the column and paragraph at the focus line, and how much of it is above."""
        item, part = self.axis.spots[place]
        column, paragraph = self._plan.paragraph_at(place, item)
        exactly = self._plan.item_of(column, paragraph) == (place, item)
        return column, paragraph, part if exactly else 0.0

    def _guesses(self) -> list[Sequence[float]]:
        columns = range(len(self.reading.documents))
        return self._plan.guesses([self._sizes.guesses(column) for column in columns])

    def _measure_again(self, changed: Iterable[tuple[int, int]]) -> bool:
        """Measure what says more or less now; tell whether that made it higher or lower."""
        changes = [
            self.axis.measure_again(*self._plan.item_of(column, paragraph), self._measure)
            for column, paragraph in changed
        ]
        return any(changes)

    def _guess(self, place: int, item: int) -> float:
        return self._plan.height(place, item, self._sizes.guess)

    def _measure(self, place: int, item: int) -> float:
        return self._plan.height(place, item, self._sizes.measure)
