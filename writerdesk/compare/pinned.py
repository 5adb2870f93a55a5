"""The writer's own word on passages of a revision: what is tied by hand stands outside the search.

What the writer confirmed or drew is a pair whatever its words say; what the writer forbade is none.
"""

from collections.abc import Sequence

import numpy as np

from writerdesk.compare.filing import Filed, Rows
from writerdesk.compare.gaps import Group
from writerdesk.compare.letters import Numbers
from writerdesk.compare.table import BYS, SURE, Part, Row
from writerdesk.compare.values import By, Link, Pin
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Passage


@frozen(eq=False)
class Pinned:
    """Pins by the numbers of paragraphs: ties and who made each, and what may not be a pair.

    ``left`` and ``right`` are the paragraphs of the ties. ``links`` are ties that could not become
    pairs, because a paragraph of theirs is in another or they are no neighbours.
    """

    ties: tuple[Group, ...] = ()
    by: tuple[By, ...] = ()
    forbidden: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    left: frozenset[int] = frozenset()
    right: frozenset[int] = frozenset()

    @property
    def is_said(self) -> bool:
        """Whether the writer said anything."""
        return bool(self.ties or self.forbidden)

    def with_ties(self, pairs: Numbers) -> Numbers:
        """Return pairs, a row of `Group` each, and after them the ties; the fifth says by whom."""
        found = np.full((len(pairs), 5), -1)
        found[:, :4] = pairs
        if not self.ties:
            return found
        ties = [(*tie, BYS.index(by)) for tie, by in zip(self.ties, self.by, strict=True)]
        return np.concatenate((found, ties))

    def linked(self, rows: Rows, told: Numbers) -> Rows:
        """Return rows with those of ties as sure as the writer is, each with its links.

        ``told`` are the rows as `with_ties` gives them.
        """
        if not self.ties:
            return rows
        rows.facts[told[:, -1] >= 0, Row.SURE] = SURE
        ties: list[list[int]] = told.tolist()
        links = [
            (row, one, other, by, SURE)
            for row, (at, end, to, until, by) in enumerate(ties)
            if by >= 0
            for one in range(end - at)
            for other in range(until - to)
        ]
        columns = np.array(links, np.int64).reshape(-1, 5).T
        parts = list(rows.parts)
        parts[Part.LINKS] = Filed.under(columns[0], tuple(columns[1:]), len(told))
        return Rows(rows.facts, tuple(parts))

    def allowed(self, facts: Numbers, order: Numbers) -> Numbers:
        """Return ``order`` without the rows that tie what may not be tied."""
        for pin in self.forbidden:
            some = facts[order]
            tied = (some[:, Row.LEFT] < pin.left_end) & (pin.left < some[:, Row.LEFT_END])
            tied &= (some[:, Row.RIGHT] < pin.right_end) & (pin.right < some[:, Row.RIGHT_END])
            order = order[~tied]
        return order


def pinned(pins: Sequence[Pin], left: Document, right: Document) -> Pinned:
    """Return what pins say of two drafts; the first of two that name one paragraph wins."""
    ties: dict[Group, By] = {}
    forbidden: list[Group] = []
    links: list[Link] = []
    ours: set[int] = set()
    theirs: set[int] = set()
    for pin in pins:
        one, other = _numbers(pin.left, left), _numbers(pin.right, right)
        if not one or not other:
            continue
        group = Group(one[0], one[-1] + 1, other[0], other[-1] + 1)
        if pin.by is By.FORBIDDEN:
            forbidden.append(group)
        elif _are_neighbours(one, other) and ours.isdisjoint(one) and theirs.isdisjoint(other):
            ties[group] = pin.by
            ours.update(one)
            theirs.update(other)
        else:
            links += (Link(left.ids[i], right.ids[j], 1.0, pin.by) for i in one for j in other)
    in_order = sorted(ties)
    return Pinned(
        tuple(in_order),
        tuple(ties[tie] for tie in in_order),
        tuple(forbidden),
        tuple(links),
        frozenset(ours),
        frozenset(theirs),
    )


def _numbers(passage: Passage, document: Document) -> list[int]:
    """Return the numbers of a passage's paragraphs that are still there."""
    found = {n for id in passage.paragraphs if (n := document.place_of(id)) is not None}
    return sorted(found)


def _are_neighbours(*sides: Sequence[int]) -> bool:
    return all(numbers[-1] - numbers[0] == len(numbers) - 1 for numbers in sides)
