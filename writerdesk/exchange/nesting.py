"""Marks written as signs around words: opened and closed in order, never crossing."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from writerdesk.manuscript import Mark

Signs: TypeAlias = tuple[str, str]
"""What is written before and after marked words."""


def with_signs(
    text: str,
    marks: Iterable[tuple[Mark, Signs]],
    plain: Callable[[str], str] = str,
    *,
    trimmed: bool = True,
) -> str:
    """Write ``text`` with signs around its marked words; ``plain`` writes what lies between.

    Spaces at the edges of a mark stay outside of its signs unless it is not ``trimmed``. Where
    marks cross, the later one is closed and opened again.
    """
    kept = _trimmed(text, marks) if trimmed else marks
    waiting = sorted(kept, key=lambda one: (one[0].start, -one[0].end))
    parts: list[str] = []
    open_now: list[tuple[Mark, Signs]] = []
    at = 0
    for place in sorted({edge for mark, _ in waiting for edge in (mark.start, mark.end)}):
        parts.append(plain(text[at:place]))
        at = place
        again = _close(open_now, place, parts)
        starting = [one for one in waiting if one[0].start == place]
        for mark, signs in sorted((*again, *starting), key=lambda one: -one[0].end):
            parts.append(signs[0])
            open_now.append((mark, signs))
    parts.append(plain(text[at:]))
    return "".join(parts)


def _close(open_now: list[tuple[Mark, Signs]], place: int, parts: list[str]) -> list[
    tuple[Mark, Signs]
]:  # fmt: skip
    """Close what ends at ``place``, and what was opened inside it; return what goes on after."""
    ending = [number for number, (mark, _) in enumerate(open_now) if mark.end <= place]
    if not ending:
        return []
    closed = open_now[ending[0] :]
    del open_now[ending[0] :]
    parts.extend(signs[1] for _, signs in reversed(closed))
    return [one for one in closed if one[0].end > place]


def _trimmed(text: str, marks: Iterable[tuple[Mark, Signs]]) -> list[tuple[Mark, Signs]]:
    kept: list[tuple[Mark, Signs]] = []
    for mark, signs in marks:
        words = text[mark.start : mark.end]
        start = mark.end - len(words.lstrip())
        end = mark.start + len(words.rstrip())
        if start < end:
            kept.append((mark._replace(start=start, end=end), signs))
    return kept
