"""Ties gathered to groups of neighbours, as a reader sees them, and how sure each group is.

Ties are many to many and go in any order; a group is of neighbours. So ties join paragraphs to a
group, the surest first, as long as both sides of it stay runs of neighbours. What other drafts say
is heard once it is known what the two tie by themselves.
"""

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise, product
from typing import NamedTuple, TypeAlias

import numpy as np

from writerdesk.compare.gaps import Group
from writerdesk.compare.hearing import Cells, heard_of, with_vouched
from writerdesk.compare.tellings.found import Found
from writerdesk.compare.tellings.pinned import cells_of
from writerdesk.compare.tellings.score import LEAST_CONFIDENCE
from writerdesk.compare.tellings.sureness import Heard, Run, Ties, sureness, vouched
from writerdesk.compare.tellings.weights import learned
from writerdesk.compare.values import Asked, By, Link, StopAsked, ask, asking
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document

# What the two drafts tie this surely by themselves no witness ties elsewhere: together the two
# would join to one large group, half of which is wrong.
_SETTLED = 0.75
# Between passages that witnesses tie elsewhere, surely, a tie as likely as not counts nothing.
_ACROSS = 0.5


class Tie(NamedTuple):
    """A link, by the numbers of its paragraphs."""

    left: int
    right: int
    link: Link


@frozen(eq=False)
class Gathered:
    """Groups in the order of the left, the ties inside each, how sure each is; and all links."""

    groups: Sequence[Group]
    inside: Sequence[Sequence[Tie]]
    sure: Sequence[float]
    links: tuple[Link, ...]


class _Vouched(NamedTuple):
    """What witnesses tie, how surely, and all cells that are held: those and the settled ones."""

    sure: Cells
    held: Set[tuple[int, int]]


_NOTHING_VOUCHED = _Vouched({}, frozenset())
_Said: TypeAlias = dict[tuple[int, int], By]


def gathered(found: Found, asked: Asked, cancelled: StopAsked) -> Gathered:
    """Gather what was found between two drafts."""
    said = cells_of(asked.pins, (asked.left, asked.right))
    own = _gathered(found, found.links, (asked, said), cancelled)
    heard = heard_of(asked) if found.odds else ()
    if not heard:
        return own
    settled = [
        _runs(group) for group, sure in zip(own.groups, own.sure, strict=True) if sure >= _SETTLED
    ]
    vouch = {cell: sure for cell, sure in vouched(heard, settled).items() if cell not in said}
    links = with_vouched(found.links, vouch, asked)
    held = {cell for one, other in settled for cell in product(range(*one), range(*other))}
    vouching = _Vouched(vouch, held | vouch.keys()) if vouch else _NOTHING_VOUCHED
    return _gathered(found, links, (asked, said), cancelled, heard=heard, vouching=vouching)


def runs_of(
    links: Iterable[Link], documents: tuple[Document, Document], cancelled: StopAsked
) -> list[tuple[Run, Run]]:
    """Return the runs of both drafts that links join."""
    return [
        _runs(group)
        for group in _groups([_tie(link, *documents) for link in links], set(), cancelled)
    ]


def _gathered(
    found: Found,
    links: Sequence[Link],
    of: tuple[Asked, _Said],
    cancelled: StopAsked,
    *,
    heard: Sequence[Heard] = (),
    vouching: _Vouched = _NOTHING_VOUCHED,
) -> Gathered:
    asked, said = of
    ties = [_tie(link, asked.left, asked.right) for link in asking(links, cancelled)]
    read = [tie for tie in ties if tie.link.confidence >= asked.settings.least_confidence]
    ask(cancelled)
    forbidden = {cell for cell, by in said.items() if by == By.FORBIDDEN}
    groups = _groups(_apart(read, vouching), forbidden, cancelled)
    ask(cancelled)
    inside = _inside(groups, read)
    if found.odds:
        runs = [_runs(group) for group in groups]
        columns = _columns(found, ties, (asked.left, asked.right))
        seen = sureness(runs, columns, heard, learned().runs)
        least = (max(_least(tie, vouching.sure) for tie in some) for some in inside)
        surest = [max(one, other) for one, other in zip(seen, least, strict=True)]
    else:
        # Close tellings are as sure as they say: a pair as its surest tie.
        surest = [max(tie.link.confidence for tie in some) for some in inside]
    return Gathered(groups, inside, [round(sure, 4) for sure in surest], tuple(links))


def _least(tie: Tie, vouch: Cells) -> float:
    """Return how sure a group is at least that holds this tie."""
    return 1.0 if tie.link.by != By.FOUND else vouch.get((tie.left, tie.right), 0.0)


def _columns(found: Found, ties: Iterable[Tie], documents: tuple[Document, Document]) -> Ties:
    """Return the ties that are read, and those the writer denied.

    No run holds what he denied; but to be denied one tie makes none around it less sure, or surer.
    """
    rows = [
        (tie.left, tie.right, tie.link.confidence, found.odds.get(tie.link[:2], 0.0))
        for tie in ties
        if tie.link.confidence >= LEAST_CONFIDENCE
    ]
    left, right = documents
    for (one, other), sure in found.denied.items():
        rows.append((left.place_of(one) or 0, right.place_of(other) or 0, sure, 0.0))
    table = np.array(rows, np.float64).reshape(-1, 4)
    places = table[:, :2].astype(np.int64)
    return Ties(places[:, 0], places[:, 1], table[:, 2], table[:, 3], found.sizes)


def _runs(group: Group) -> tuple[Run, Run]:
    return (group.left, group.left_end), (group.right, group.right_end)


def _tie(link: Link, left: Document, right: Document) -> Tie:
    at, to = left.place_of(link.left), right.place_of(link.right)
    if at is None or to is None:
        raise ValueError("a link is between paragraphs of the two drafts")
    return Tie(at, to, link)


def _groups(
    ties: Iterable[Tie], forbidden: set[tuple[int, int]], cancelled: StopAsked
) -> list[Group]:
    """Return groups of neighbours: each tie joins what it ties if the group stays one run.

    No group holds two paragraphs of which the writer said that they are not the same.
    """
    ours: dict[int, Group] = {}
    theirs: dict[int, Group] = {}
    waiting = sorted(ties, key=_surest_first)
    grew = True
    while grew:
        refused: list[Tie] = []
        for tie in asking(waiting, cancelled):
            joined = _joined(tie, ours, theirs)
            if joined is None or _holds(joined, forbidden):
                refused.append(tie)
                continue
            ours.update(dict.fromkeys(range(joined.left, joined.left_end), joined))
            theirs.update(dict.fromkeys(range(joined.right, joined.right_end), joined))
        grew = len(refused) < len(waiting)
        waiting = refused
    return sorted(set(ours.values()))


def _surest_first(tie: Tie) -> tuple[float, int, int]:
    """Order ties the same way whichever side is called left."""
    return -tie.link.confidence, tie.left + tie.right, abs(tie.left - tie.right)


def _joined(tie: Tie, ours: dict[int, Group], theirs: dict[int, Group]) -> Group | None:
    """Return the group a tie makes of what it ties, or None if it would not be neighbours."""
    parts = [group for group in (ours.get(tie.left), theirs.get(tie.right)) if group]
    left = sorted([(tie.left, tie.left + 1), *(part[:2] for part in parts)])
    right = sorted([(tie.right, tie.right + 1), *(part[2:] for part in parts)])
    if not (_is_one_run(left) and _is_one_run(right)):
        return None
    left_end, right_end = (max(end for _, end in side) for side in (left, right))
    return Group(left[0][0], left_end, right[0][0], right_end)


def _holds(group: Group, cells: Iterable[tuple[int, int]]) -> bool:
    return any(
        group.left <= i < group.left_end and group.right <= j < group.right_end for i, j in cells
    )


def _is_one_run(parts: Sequence[tuple[int, int]]) -> bool:
    return all(start <= end for (_, end), (start, _) in pairwise(parts))


def _inside(groups: Sequence[Group], ties: Iterable[Tie]) -> list[list[Tie]]:
    """Return the ties of each group."""
    ours = {n: number for number, group in enumerate(groups) for n in range(group[0], group[1])}
    theirs = {n: number for number, group in enumerate(groups) for n in range(group[2], group[3])}
    inside: list[list[Tie]] = [[] for _ in groups]
    for tie in sorted(ties):
        number = ours.get(tie.left)
        if number is not None and theirs.get(tie.right) == number:
            inside[number].append(tie)
    return inside


def _apart(ties: Sequence[Tie], vouching: _Vouched) -> Iterable[Tie]:
    """Leave out the weak ties that would stretch what is vouched, or join it with what is settled.

    Of two passages that are held apart, or of which one is vouched for elsewhere, a tie as likely
    as not counts nothing.
    """
    sure, held = vouching
    vouched_left, vouched_right = ({cell[side] for cell in sure} for side in (0, 1))
    left, right = ({cell[side] for cell in held} for side in (0, 1))
    for tie in ties:
        is_vouched = tie.left in vouched_left or tie.right in vouched_right
        is_across = is_vouched or (bool(sure) and tie.left in left and tie.right in right)
        is_weak = tie.link.by == By.FOUND and tie.link.confidence < _ACROSS
        if not (is_across and is_weak and (tie.left, tie.right) not in held):
            yield tie
