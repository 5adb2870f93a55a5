"""Phrases that two drafts share: at least two words that say something, in the same order.

Light words between them may differ by one; a phrase never runs over a sentence's end, and begins
and ends with a word that says something. Two words that both drafts have one behind the other are
found first, for all places at once; sentences are only looked for where there are such.
"""

from typing import NamedTuple, TypeAlias

import numpy as np

from writerdesk.compare.kept import spread
from writerdesk.compare.letters import Flags, Numbers
from writerdesk.compare.tellings.content import Content
from writerdesk.compare.tellings.vocabulary import vocabulary
from writerdesk.compare.values import Cancelled, Shared, StopAsked, ask

# Content words of one phrase stand at most this many words apart: "small (but precious) treasures".
_FARTHEST = 3
# One word may be there on one side only.
_SKIPPED = 1
# What comes this often is a stock phrase of the story, such as a full name, and no evidence.
_MOST_PLACES = 12
# Phrases chosen between two questions whether to stop.
_ASKED_EACH = 1024

_Contents: TypeAlias = tuple[Content, Content]


class _Twos(NamedTuple):
    """The words of a draft behind which another of the same sentence follows, as both drafts have.

    ``goes_on`` says so of every word, ``key`` which two words they are, ``apart`` how far apart.
    """

    goes_on: Flags
    key: Numbers
    apart: Numbers


class _Found(NamedTuple):
    """Phrases of ``size`` content words, from one number of each side on."""

    left: Numbers
    right: Numbers
    size: Numbers


def shared_phrases(
    contents: _Contents, groups: tuple[Numbers, Numbers], stop: StopAsked
) -> tuple[tuple[Shared, ...], tuple[Shared, ...]]:
    """Return the phrases of tied passages, and those of others, which are echoes.

    ``groups`` has the group of each paragraph, or -1. Each word is in one phrase at most; longer
    phrases and those of tied passages come first.
    """
    ours, theirs = contents
    found = _telling(_common(contents, stop), ours)
    here = groups[0][ours.paragraph[found.left]]
    is_tied = (here >= 0) & (here == groups[1][theirs.paragraph[found.right]])
    places = (found.left, found.right) if _is_flipped(contents) else (found.right, found.left)
    order = np.lexsort((*places, -found.size, ~is_tied))
    chosen = _apart(_Found(*(column[order] for column in found)), contents, stop)
    kept = order[chosen]
    kept = kept[np.lexsort((found.right[kept], found.left[kept]))]
    shared: list[Shared] = []
    echoes: list[Shared] = []
    columns = (*found, is_tied)
    rows = zip(*(column[kept].tolist() for column in columns), strict=True)
    for number, (i, j, size, tied) in enumerate(rows):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        phrase = Shared(ours.span(i, i + size - 1), theirs.span(j, j + size - 1))
        (shared if tied else echoes).append(phrase)
    return tuple(shared), tuple(echoes)


def _is_flipped(contents: _Contents) -> bool:
    """Tell whether the right is the canonically smaller side: fewer words, then their order."""
    ours, theirs = contents
    if len(ours) != len(theirs):
        return len(ours) > len(theirs)
    return _names(ours) > _names(theirs)


def _names(content: Content) -> list[str]:
    numbers: list[int] = content.stem.tolist()
    return [content.names[number] for number in numbers]


def _common(contents: _Contents, stop: StopAsked) -> _Found:
    """Return every phrase both have, as long as it goes: where on both sides, how many words."""
    ours, theirs = _twos(contents, stop)
    at, to = np.flatnonzero(ours.goes_on), np.flatnonzero(theirs.goes_on)
    to = to[np.argsort(theirs.key[to], kind="stable")]
    keys = theirs.key[to]
    first = np.searchsorted(keys, ours.key[at], "left")
    times = np.searchsorted(keys, ours.key[at], "right") - first
    times[times > _MOST_PLACES] = 0
    left = np.repeat(at, times)
    right = to[np.repeat(first, times) + spread(times)]
    return _as_long(contents, (ours, theirs), (left, right))


def _telling(found: _Found, ours: Content) -> _Found:
    """Leave out what any scene has: "slowly, cautiously" is worth nothing, tied or not."""
    stock = vocabulary().stock
    says = np.array([name not in stock for name in ours.names], np.bool_)
    before = np.concatenate(([0], np.cumsum(says[ours.stem])))
    some = before[found.left + found.size] > before[found.left]
    return _Found(*(column[some] for column in found))


def _twos(contents: _Contents, stop: StopAsked) -> tuple[_Twos, _Twos]:
    """Return the two words in a row that both drafts have."""
    sides = [_in_reach(content) for content in contents]
    ask(stop)
    left, right = (side.key[side.goes_on] for side in sides)
    met: Numbers = np.intersect1d(left, right)
    one, other = (
        _inside_sentences(content, side, met, stop)
        for content, side in zip(contents, sides, strict=True)
    )
    return one, other


def _in_reach(content: Content) -> _Twos:
    many = len(content)
    goes_on, key, apart = (
        np.zeros(many, np.bool_),
        np.zeros(many, np.int64),
        np.zeros(many, np.int64),
    )
    apart[:-1] = content.number[1:] - content.number[:-1]
    key[:-1] = content.stem[:-1] * len(content.names) + content.stem[1:]
    goes_on[:-1] = content.paragraph[1:] == content.paragraph[:-1]
    goes_on &= apart <= _FARTHEST
    return _Twos(goes_on, key, apart)


def _inside_sentences(content: Content, two: _Twos, met: Numbers, stop: StopAsked) -> _Twos:
    """Leave out what only one draft has, and what runs over a sentence's end."""
    places = np.flatnonzero(two.goes_on)
    if len(met):
        at = np.minimum(np.searchsorted(met, two.key[places]), len(met) - 1)
        places = places[met[at] == two.key[places]]
    else:
        places = places[:0]
    paragraphs = np.unique(content.paragraph[places])
    ends = content.sentence_ends(paragraphs.tolist(), stop)
    width = 1 + int(content.end.max(initial=0))
    borders = ends[:, 0] * width + ends[:, 1]
    sentence = [
        np.searchsorted(borders, content.paragraph[some] * width + content.start[some], "right")
        for some in (places, places + 1)
    ]
    goes_on = np.zeros(len(content), np.bool_)
    goes_on[places[sentence[0] == sentence[1]]] = True
    return _Twos(goes_on, two.key, two.apart)


def _as_long(
    contents: _Contents, twos: tuple[_Twos, _Twos], starts: tuple[Numbers, Numbers]
) -> _Found:
    """Follow phrases from where they start for as long as both sides go on alike."""
    (ours, theirs), (one, other), (left, right) = contents, twos, starts
    size, skipped = np.ones(len(left), np.int64), np.zeros(len(left), np.int64)
    going = np.arange(len(left))
    while len(going):
        at, to = left[going] + size[going], right[going] + size[going]
        inside = (at < len(ours)) & (to < len(theirs))
        going, at, to = going[inside], at[inside], to[inside]
        more = np.abs(one.apart[at - 1] - other.apart[to - 1]) + skipped[going]
        alike = ours.stem[at] == theirs.stem[to]
        alike &= one.goes_on[at - 1] & other.goes_on[to - 1] & (more <= _SKIPPED)
        going = going[alike]
        skipped[going] = more[alike]
        size[going] += 1
    phrase = size > 1
    return _Found(left[phrase], right[phrase], size[phrase])


def _apart(found: _Found, contents: _Contents, stop: StopAsked) -> Numbers:
    """Return the numbers of the phrases that share no word with one before them."""
    ours, theirs = (bytearray(len(content)) for content in contents)
    chosen: list[int] = []
    rows = zip(*(column.tolist() for column in found), strict=True)
    for number, (left, right, size) in enumerate(rows):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        if ours.find(1, left, left + size) < 0 and theirs.find(1, right, right + size) < 0:
            taken = b"\1" * size
            ours[left : left + size] = theirs[right : right + size] = taken
            chosen.append(number)
    return np.array(chosen, np.int64)
