"""Phrases that two drafts share: at least two words that say something, in the same order.

Light words between them may differ by one; a phrase never runs over a sentence's end, and begins
and ends with a word that says something.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from writerdesk.compare.tellings.content import ContentWord
from writerdesk.compare.values import Cancelled, Shared, Span, StopAsked
from writerdesk.manuscript import ParagraphId

# Content words of one phrase stand at most this many words apart: "small (but precious) treasures".
_FARTHEST = 3
# One word may be there on one side only.
_SKIPPED = 1
# What comes this often is a stock phrase of the story, such as a full name, and no evidence.
_MOST_PLACES = 12


class _Found(NamedTuple):
    """A phrase of ``size`` content words, from one number of each side on."""

    left: int
    right: int
    size: int
    is_tied: bool


def shared_phrases(
    ours: Sequence[ContentWord],
    theirs: Sequence[ContentWord],
    are_tied: Callable[[ParagraphId, ParagraphId], bool],
    cancelled: StopAsked,
) -> tuple[tuple[Shared, ...], tuple[Shared, ...]]:
    """Return the phrases of tied passages, and those of others, which are echoes.

    Each word is in one phrase at most; longer phrases and those of tied passages come first.
    """
    flipped = (len(ours), [w.stem for w in ours]) > (len(theirs), [w.stem for w in theirs])
    found = [
        _Found(i, j, size, are_tied(ours[i].span.paragraph, theirs[j].span.paragraph))
        for i, j, size in _common(ours, theirs, cancelled)
    ]
    found.sort(
        key=lambda one: (
            not one.is_tied,
            -one.size,
            *((one.right, one.left) if flipped else one[:2]),
        )
    )
    chosen = sorted(_apart(found))
    shared = tuple(_shared(one, ours, theirs) for one in chosen if one.is_tied)
    return shared, tuple(_shared(one, ours, theirs) for one in chosen if not one.is_tied)


def _common(
    ours: Sequence[ContentWord], theirs: Sequence[ContentWord], cancelled: StopAsked
) -> list[tuple[int, int, int]]:
    """Return every phrase both have, as long as it goes: where on both sides, how many words."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number in range(len(theirs) - 1):
        if number % 1024 == 0 and cancelled():
            raise Cancelled
        if _goes_on(theirs, number):
            places[theirs[number].stem, theirs[number + 1].stem].append(number)
    found: list[tuple[int, int, int]] = []
    for number in range(len(ours) - 1):
        if number % 64 == 0 and cancelled():
            raise Cancelled
        if not _goes_on(ours, number):
            continue
        there = places.get((ours[number].stem, ours[number + 1].stem), [])
        for place in there if len(there) <= _MOST_PLACES else ():
            size = _length(ours, number, theirs, place)
            if size > 1:
                found.append((number, place, size))
    return found


def _goes_on(words: Sequence[ContentWord], number: int) -> bool:
    one, following = words[number], words[number + 1]
    apart = following.number - one.number
    return one.sentence == following.sentence and apart <= _FARTHEST


def _length(ours: Sequence[ContentWord], at: int, theirs: Sequence[ContentWord], to: int) -> int:
    size, skipped = 1, 0
    while at + size < len(ours) and to + size < len(theirs):
        i, j = at + size, to + size
        if ours[i].stem != theirs[j].stem:
            break
        if not (_goes_on(ours, i - 1) and _goes_on(theirs, j - 1)):
            break
        skipped += abs(
            ours[i].number - ours[i - 1].number - theirs[j].number + theirs[j - 1].number
        )
        if skipped > _SKIPPED:
            break
        size += 1
    return size


def _apart(found: Sequence[_Found]) -> list[_Found]:
    """Return the phrases that share no word with one before them."""
    ours: set[int] = set()
    theirs: set[int] = set()
    chosen: list[_Found] = []
    for one in found:
        left = range(one.left, one.left + one.size)
        right = range(one.right, one.right + one.size)
        if ours.isdisjoint(left) and theirs.isdisjoint(right):
            ours.update(left)
            theirs.update(right)
            chosen.append(one)
    return chosen


def _shared(found: _Found, ours: Sequence[ContentWord], theirs: Sequence[ContentWord]) -> Shared:
    left, right, size, _ = found
    return Shared(
        _joined(ours[left].span, ours[left + size - 1].span),
        _joined(theirs[right].span, theirs[right + size - 1].span),
    )


def _joined(first: Span, last: Span) -> Span:
    return Span(first.paragraph, first.start, last.end)
