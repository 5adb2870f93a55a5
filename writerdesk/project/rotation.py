"""Which of many moments to keep: everything of late, ever fewer the longer ago.

The same thought serves revisions and backups: a span of time, and how far apart two kept moments
must be within it.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_SECOND = 1000
_MINUTE = 60 * _SECOND
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


class Span(NamedTuple):
    """As far back as ``age``, one moment is kept in each stretch of ``apart``; milliseconds."""

    age: float
    apart: int


# All of the last hour, then one per 10 minutes of the day, hour of the week, day of the month, week
# for ever: what a writer looks for is "this morning", "last Tuesday", "in spring".
REVISIONS: tuple[Span, ...] = (
    Span(_HOUR, 1),
    Span(_DAY, 10 * _MINUTE),
    Span(7 * _DAY, _HOUR),
    Span(31 * _DAY, _DAY),
    Span(float("inf"), 7 * _DAY),
)
_HOURLY, _DAILY, _MONTHLY = 24, 30, 12
_LATEST_BACKUPS = 10


def surplus_revisions(moments: Sequence[int], now: int) -> list[int]:
    """Return the places in ``moments`` (oldest first) that thinning gives up; none if time is odd.

    Of each stretch the last moment is kept, and always the first and the last of all.
    """
    if not _is_plausible(moments, now):
        return []
    kept = {0, len(moments) - 1}
    seen: set[tuple[int, int]] = set()
    for place in range(len(moments) - 1, -1, -1):
        stretch = _stretch(moments[place], now)
        if stretch not in seen:
            seen.add(stretch)
            kept.add(place)
    return [place for place in range(len(moments)) if place not in kept]


def surplus_backups(moments: Iterable[int]) -> list[int]:
    """Return whose backups can go: all but the last 10, 24 hours', 30 days' and 12 months'."""
    ordered = sorted(moments, reverse=True)
    kept = set(ordered[:_LATEST_BACKUPS])
    for apart, most in ((_HOUR, _HOURLY), (_DAY, _DAILY), (30 * _DAY, _MONTHLY)):
        newest = {moment // apart: moment for moment in reversed(ordered)}
        kept.update(sorted(newest.values(), reverse=True)[:most])
    return [moment for moment in ordered if moment not in kept]


# A clock set a year ahead would have everything be old; one that ran backwards tells nothing.
_FARTHEST_AHEAD = 366 * _DAY


def _is_plausible(moments: Sequence[int], now: int) -> bool:
    if not moments or list(moments) != sorted(moments):
        return False
    return 0 <= now - moments[-1] <= _FARTHEST_AHEAD


def _stretch(moment: int, now: int) -> tuple[int, int]:
    age = now - moment
    for number, span in enumerate(REVISIONS):
        if age <= span.age:
            return number, moment // span.apart
    raise AssertionError("the last span is endless")
