"""The revisions of a field, kept as packed as the file has them and made as they are looked at.

To make a thousand named tuples takes .45 ms of CPU, to read all that they say out of the file .4;
and who asks for a history wants its length, its end or one of it as often as all.
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import ge
from typing import cast, overload

from writerdesk.project.failures import Damage
from writerdesk.project.revisions import (
    AUTOMATIC,
    FACTS_SIZE,
    LAST_TIME,
    Revision,
    facts_of,
    revision_of,
)


@dataclass(frozen=True, slots=True, eq=False)
class History(Sequence[Revision]):
    """Revisions, the oldest first: a tuple of them in all but what it costs.

    ``facts`` are those of all, one behind the other; ``told`` are, by their places, the ones that
    have more to say: a name, or why they are there.
    """

    facts: bytes
    told: Mapping[int, Revision]

    @classmethod
    def of(cls, revisions: Iterable[Revision]) -> "History":
        """Keep revisions that are made already."""
        known = tuple(revisions)
        told = {place: one for place, one in enumerate(known) if _has_more_to_say(one)}
        return cls(b"".join(map(facts_of, known)), told)

    def followed_by(self, revision: Revision) -> "History":
        """Return this history with one more at its end."""
        more = {len(self): revision} if _has_more_to_say(revision) else {}
        return History(self.facts + facts_of(revision), {**self.told, **more})

    def __len__(self) -> int:
        return len(self.facts) // FACTS_SIZE

    @overload
    def __getitem__(self, place: int) -> Revision: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Revision, ...]: ...
    def __getitem__(self, place: int | slice) -> Revision | tuple[Revision, ...]:
        # A range knows what is meant by -1, what is too far, and all about slices.
        meant = range(len(self))[place]
        return self._made(meant) if isinstance(meant, int) else tuple(map(self._made, meant))

    def __iter__(self) -> Iterator[Revision]:
        made = _all_made(self.facts)
        for place, one in self.told.items():
            made[place] = one
        return iter(made)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, History):
            return self.facts == other.facts and self.told == other.told
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _made(self, place: int) -> Revision:
        start = place * FACTS_SIZE
        facts = self.facts[start : start + FACTS_SIZE]
        return self.told.get(place) or revision_of(facts, AUTOMATIC, "")


def history_of(facts: bytes, count: int, total: int, told: Iterable[Revision]) -> History:
    """Return the history of facts in a row, some of which are of those ``told`` with more to say.

    Raises Damage if they aren't of ``count`` revisions whose numbers rise and come to ``total``.
    """
    if len(facts) != count * FACTS_SIZE:
        raise Damage("facts of no revision")
    numbers, times = _words(facts)[::_WORDS], _times(facts)
    if sum(numbers) != total or any(map(ge, numbers, numbers[1:])):
        raise Damage("facts of other revisions")
    if times and not 0 <= min(times) <= max(times) <= LAST_TIME:
        raise Damage("revisions of no time")
    return History(facts, {_place(numbers, one.number): one for one in told})


def _place(numbers: "array[int]", number: int) -> int:
    place = bisect_left(numbers, number)
    if numbers[place : place + 1].tolist() != [number]:
        raise Damage("facts of no revision")
    return place


# Facts are six words, as an array has them: the number, who, the number there, the parent; and the
# last two are the time, every third of the double words.
_WORDS = 6
_DOUBLE_WORDS = 3


def _words(facts: bytes) -> "array[int]":
    return _unpacked("I", facts)


def _times(facts: bytes) -> "array[int]":
    return _unpacked("q", facts)[2::_DOUBLE_WORDS]


def _unpacked(kind: str, facts: bytes) -> "array[int]":
    found = array(kind, facts)
    if sys.byteorder == "little":
        found.byteswap()
    return found


def _all_made(facts: bytes) -> list[Revision]:
    """Return the revisions of facts in a row, none of them with more to say."""
    words = _words(facts)
    columns = zip(
        words[::_WORDS],
        words[1::_WORDS],
        words[2::_WORDS],
        # The first has no parent, and its chain may begin anew after a purge.
        [parent or None for parent in words[3::_WORDS]],
        _times(facts),
        repeat(AUTOMATIC),
        repeat(""),
    )
    return list(map(_new, repeat(Revision), columns))


_new = cast(
    "Callable[[type[Revision], tuple[object, ...]], Revision]",
    tuple.__new__,  # pyright: ignore[reportUnknownMemberType]
)


def _has_more_to_say(revision: Revision) -> bool:
    return revision.why != AUTOMATIC or bool(revision.name)
