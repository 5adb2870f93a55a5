"""Differences that are no words: typography, italics, kinds of paragraph."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Protocol

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.kept import Blocks
from writerdesk.compare.letters import Flags, Numbers, Short
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.spelling import Spelled
from writerdesk.compare.table import QUIET
from writerdesk.compare.values import QuietKind, Settings
from writerdesk.manuscript import Paragraph
from writerdesk.manuscript.folding import folded_texts

Place = tuple[int, int, int]
"""A piece's number and from where to where in its paragraph."""
_Quiets = list[tuple[Place, int]]

TYPOGRAPHY, FORMAT = QUIET.index(QuietKind.TYPOGRAPHY), QUIET.index(QuietKind.FORMAT)

shape: Callable[[Paragraph], tuple[object, ...]] = attrgetter(
    "kind", "level", "numbering", "align", "direction", "more"
)
"""What a paragraph is besides its text and marks."""


class _Side(Protocol):
    @property
    def paragraphs(self) -> Sequence[Paragraph]: ...


def tells_words_only(settings: Settings) -> bool:
    """Tell whether nothing is told but words: no quiet marks."""
    return settings.quotes_and_dashes and settings.spaces and settings.format


def quiet_words(
    groups: Numbers,
    blocks: Blocks,
    spelled: tuple[Spelled, Spelled],
    sides: tuple[_Side, _Side],
) -> tuple[_Quiets, _Quiets]:
    """Return the quiet marks of both sides: what is kept, but written or set differently.

    What the settings overlook is not told.
    """
    is_format_told = not spelled[0].lexicon.settings.format
    found = (
        (TYPOGRAPHY, _typography(blocks, *spelled)),
        (FORMAT, _format(groups, blocks, spelled, sides) if is_format_told else []),
    )
    ours: _Quiets = []
    theirs: _Quiets = []
    for kind, places in found:
        add(ours, (one for one, _ in places), kind)
        add(theirs, (other for _, other in places), kind)
    return ours, theirs


def are_set_alike(left: Paragraph, right: Paragraph) -> bool:
    """Tell whether two paragraphs are the same but, perhaps, for their texts."""
    return left.marks == right.marks and shape(left) == shape(right)


def differently_set(left: Paragraph, right: Paragraph) -> list[tuple[int, int]]:
    """Return where two paragraphs of one text are set differently."""
    edges = {0, len(left.text), *(at for mark in (*left.marks, *right.marks) for at in mark[:2])}
    found: _Quiets = []
    add(
        found,
        (
            (0, *piece)
            for piece in pairwise(sorted(edges))
            if _set_differently(left, right, piece, piece)
        ),
        FORMAT,
    )
    return [place[1:] for place, _ in found]


def add(found: _Quiets, places: Iterable[Place], kind: int) -> None:
    """Add quiet marks; one that touches the last, or is parted from it by a space, joins it."""
    for place in places:
        if place[1] == place[2]:
            continue
        (piece, start, end), last = found[-1] if found else ((-1, 0, 0), -1)
        if (piece, last) == (place[0], kind) and 0 <= place[1] - end <= 1:
            found[-1] = (piece, start, place[2]), kind
        else:
            found.append((place, kind))


def _typography(blocks: Blocks, left: Spelled, right: Spelled) -> list[tuple[Place, Place]]:
    """Return the kept words, and the spaces around them, that are written differently."""
    settings = left.lexicon.settings
    if settings.quotes_and_dashes and settings.spaces:
        return []
    _, ours, theirs = blocks.words()
    found: list[tuple[Place, Place]] = []
    if not settings.quotes_and_dashes:
        words = _written_differently(left.numbers[ours], right.numbers[theirs], left.lexicon)
        one, other = ours[words], theirs[words]
        found += zip(_word_places(left, one), _word_places(right, other), strict=True)
    if not settings.spaces:
        found += _differing_spaces(ours, theirs, left, right)
        found += _differing_ends(ours, theirs, left, right)
    return sorted(found)


def _written_differently(ours: Short, theirs: Short, lexicon: Lexicon) -> Numbers:
    """Return which of the words that read alike differ in quotes, dashes or dots."""
    words = (ours != theirs).nonzero()[0]
    if not (lexicon.settings.capitals or lexicon.settings.punctuation):
        return words
    one, other = (
        folded_texts([lexicon.word(int(number)) for number in some[words]], keep_case=True)
        for some in (ours, theirs)
    )
    return words[[a == b for a, b in zip(one, other, strict=True)]]


def _differing_spaces(
    ours: Numbers, theirs: Numbers, left: Spelled, right: Spelled
) -> list[tuple[Place, Place]]:
    """Return the spaces that follow kept words and are others than on the other side."""
    odd = left.odd_spaces[ours] | right.odd_spaces[theirs]
    # Only a space inside a paragraph: the next word is still in it, and is kept as well.
    odd[:-1] &= (ours[1:] == ours[:-1] + 1) & (theirs[1:] == theirs[:-1] + 1)
    one, other = ours[:-1][odd[:-1]], theirs[:-1][odd[:-1]]
    inside = _pieces_of(left, one) == _pieces_of(left, one + 1)
    inside &= _pieces_of(right, other) == _pieces_of(right, other + 1)
    one, other = one[inside], other[inside]
    places = zip(
        _word_places(left, one, after=True), _word_places(right, other, after=True), strict=True
    )
    return [(a, b) for a, b in places if _text(left, a) != _text(right, b)]


def _differing_ends(
    ours: Numbers, theirs: Numbers, left: Spelled, right: Spelled
) -> list[tuple[Place, Place]]:
    """Return what stands before and after the words of paragraphs, where it differs."""
    found: list[tuple[Place, Place]] = []
    first = _are_edges(ours, theirs, left.bases[:-1], right.bases[:-1])
    last = _are_edges(ours, theirs, left.bases[1:] - 1, right.bases[1:] - 1)
    for one, other in zip(ints(ours[first]), ints(theirs[first]), strict=True):
        found.append((_before(left, one), _before(right, other)))
    for one, other in zip(ints(ours[last]), ints(theirs[last]), strict=True):
        found.append((_after(left, one), _after(right, other)))
    return [(a, b) for a, b in found if _text(left, a) != _text(right, b)]


def _are_edges(ours: Numbers, theirs: Numbers, left: Numbers, right: Numbers) -> Numbers:
    """Return which kept words are among the first, or the last, of paragraphs on both sides."""
    return (np.isin(ours, left) & np.isin(theirs, right)).nonzero()[0]


def _before(side: Spelled, word: int) -> Place:
    ((piece, start, _),) = _word_places(side, np.array([word]))
    return piece, 0, start


def _after(side: Spelled, word: int) -> Place:
    ((piece, _, end),) = _word_places(side, np.array([word]))
    return piece, end, len(side.texts[piece])


def _pieces_of(side: Spelled, words: Numbers) -> Numbers:
    return side.bases.searchsorted(words, "right") - 1


def _text(side: Spelled, place: Place) -> str:
    piece, start, end = place
    return side.texts[piece][start:end]


def _word_places(side: Spelled, words: Numbers, *, after: bool = False) -> list[Place]:
    """Return where words stand, or the spaces after them."""
    pieces, places = _pieces_of(side, words), side.places
    starts, ends = places.starts_of(words, pieces), places.ends_of(words, pieces)
    if after:
        starts, ends = ends, places.starts_of(words + 1, pieces)
    return list(zip(ints(pieces), ints(starts), ints(ends), strict=True))


def _format(
    groups: Numbers,
    blocks: Blocks,
    spelled: tuple[Spelled, Spelled],
    sides: tuple[_Side, _Side],
) -> list[tuple[Place, Place]]:
    """Return the kept words that are set differently, and the blanks beside kept words."""
    odd = _may_differ(groups, sides)
    if not odd.any():
        return []
    left, right = (side.paragraphs for side in sides)
    inside, ours, theirs = blocks.words()
    some = odd[inside]
    ours, theirs = ours[some], theirs[some]
    words = zip(_word_places(spelled[0], ours), _word_places(spelled[1], theirs), strict=True)
    found = [
        (one, other)
        for one, other in words
        if _set_differently(left[one[0]], right[other[0]], one[1:], other[1:])
    ]
    found += [
        (one, other)
        for one, other in _blanks(ours, theirs, *spelled)
        if one[1] < one[2]
        and other[1] < other[2]
        and _set_as(left[one[0]], *one[1:]) != _set_as(right[other[0]], *other[1:])
    ]
    return sorted(found)


def _blanks(
    ours: Numbers, theirs: Numbers, left: Spelled, right: Spelled
) -> Iterator[tuple[Place, Place]]:
    """Yield the blanks between two kept words, and before and after those of a paragraph."""
    follows = (ours[1:] == ours[:-1] + 1) & (theirs[1:] == theirs[:-1] + 1)
    one, other = ours[:-1][follows], theirs[:-1][follows]
    inside = _pieces_of(left, one) == _pieces_of(left, one + 1)
    inside &= _pieces_of(right, other) == _pieces_of(right, other + 1)
    one, other = one[inside], other[inside]
    yield from zip(
        _word_places(left, one, after=True), _word_places(right, other, after=True), strict=True
    )
    first = _are_edges(ours, theirs, left.bases[:-1], right.bases[:-1])
    last = _are_edges(ours, theirs, left.bases[1:] - 1, right.bases[1:] - 1)
    for one, other in zip(ints(ours[first]), ints(theirs[first]), strict=True):
        yield _before(left, one), _before(right, other)
    for one, other in zip(ints(ours[last]), ints(theirs[last]), strict=True):
        yield _after(left, one), _after(right, other)


def _may_differ(groups: Numbers, sides: tuple[_Side, _Side]) -> Flags:
    """Tell in which groups words may be set differently."""
    left, right = (side.paragraphs for side in sides)
    everything = {shape(one) for some in (left, right) for one in some}
    if len(everything) <= 1 and not any(one.marks for some in (left, right) for one in some):
        return np.zeros(len(groups), np.bool_)
    rows: list[list[int]] = groups.tolist()
    return np.array(
        [_is_odd((*left[one:end], *right[to:until])) for one, end, to, until in rows], np.bool_
    )


def _is_odd(paragraphs: Sequence[Paragraph]) -> bool:
    return any(one.marks for one in paragraphs) or len({shape(one) for one in paragraphs}) > 1


def _set_differently(
    left: Paragraph, right: Paragraph, ours: tuple[int, int], theirs: tuple[int, int]
) -> bool:
    """Tell whether words both keep are set differently; all are where the paragraphs differ."""
    return shape(left) != shape(right) or _set_as(left, *ours) != _set_as(right, *theirs)


def _set_as(paragraph: Paragraph, start: int, end: int) -> set[tuple[int, int, str, str]]:
    return {
        (max(mark.start - start, 0), min(mark.end, end) - end, mark.name, mark.value)
        for mark in paragraph.marks
        if mark.start < end and start < mark.end
    }
