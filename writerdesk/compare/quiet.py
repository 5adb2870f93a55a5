"""Differences that are no words: typography, italics, kinds of paragraph."""

from itertools import pairwise

import numpy as np

from writerdesk.compare.chains import Numbers, ints
from writerdesk.compare.kept import Blocks, spread
from writerdesk.compare.spelling import Flags, Spelled
from writerdesk.compare.values import Quiet, QuietKind
from writerdesk.manuscript import Paragraph, ParagraphId

Place = tuple[int, int, int]
"""A paragraph's number and from where to where in it."""


def typography(blocks: Blocks, left: Spelled, right: Spelled) -> list[tuple[Place, Place]]:
    """Return the kept words, and the spaces between two, that are written differently."""
    _, ours, theirs = blocks.words()
    if not len(ours):
        return []
    words = _differing_words(ours, theirs, left, right)
    spaces = _differing_spaces(ours, theirs, left, right)
    found = [
        *zip(word_places(left, ours[words]), word_places(right, theirs[words]), strict=True),
        *zip(
            word_places(left, ours[spaces], after=True),
            word_places(right, theirs[spaces], after=True),
            strict=True,
        ),
    ]
    return sorted(found)


def quiet_between(
    ids: tuple[ParagraphId, ParagraphId], left: Paragraph, right: Paragraph
) -> tuple[tuple[Quiet, ...], tuple[Quiet, ...]]:
    """Return how two paragraphs of one text differ in format."""
    edges = {0, len(left.text), *(at for mark in (*left.marks, *right.marks) for at in mark[:2])}
    ours: list[Quiet] = []
    theirs: list[Quiet] = []
    for piece in pairwise(sorted(edges)):
        if set_differently(left, right, piece, piece):
            add(ours, Quiet(ids[0], *piece, QuietKind.FORMAT))
            add(theirs, Quiet(ids[1], *piece, QuietKind.FORMAT))
    return tuple(ours), tuple(theirs)


def set_differently(
    left: Paragraph, right: Paragraph, ours: tuple[int, int], theirs: tuple[int, int]
) -> bool:
    """Tell whether words both keep are set differently; all are where the paragraphs differ."""
    return shape(left) != shape(right) or _set_as(left, *ours) != _set_as(right, *theirs)


def shape(paragraph: Paragraph) -> tuple[object, ...]:
    """Return what a paragraph is besides its text and marks."""
    return (
        paragraph.kind,
        paragraph.level,
        paragraph.numbering,
        paragraph.align,
        paragraph.direction,
        paragraph.more,
    )


def add(found: list[Quiet], quiet: Quiet) -> None:
    """Add a quiet mark; one that touches the last, or is parted from it by a space, joins it."""
    last = found[-1] if found else None
    if last and (last.paragraph, last.kind) == (quiet.paragraph, quiet.kind):
        gap = quiet.start - last.end
        if 0 <= gap <= 1:
            found[-1] = last._replace(end=quiet.end)
            return
    found.append(quiet)


def word_places(side: Spelled, words: Numbers, *, after: bool = False) -> list[Place]:
    """Return where words stand, or the spaces after them."""
    paragraphs = np.searchsorted(side.bases, words, "right") - 1
    starts, ends = side.starts[words], side.ends[words]
    if after:
        starts, ends = ends, side.starts[words + 1]
    return list(zip(ints(paragraphs), ints(starts), ints(ends), strict=True))


def _differing_words(ours: Numbers, theirs: Numbers, left: Spelled, right: Spelled) -> Numbers:
    unsure = np.flatnonzero(left.altered[ours] | right.altered[theirs])
    one, other = ours[unsure], theirs[unsure]
    sizes = left.ends[one] - left.starts[one]
    differs = sizes != right.ends[other] - right.starts[other]
    alike = np.flatnonzero(~differs)
    sizes = sizes[alike]
    inside = spread(sizes)
    mine = left.raw[np.repeat(left.raw_starts[one[alike]], sizes) + inside]
    yours = right.raw[np.repeat(right.raw_starts[other[alike]], sizes) + inside]
    if len(alike):
        differs[alike] = np.logical_or.reduceat(mine != yours, np.cumsum(sizes) - sizes)
    return unsure[differs]


def _differing_spaces(ours: Numbers, theirs: Numbers, left: Spelled, right: Spelled) -> Numbers:
    """Return which kept words are followed by other spaces than on the other side."""
    follows = (ours[1:] == ours[:-1] + 1) & (theirs[1:] == theirs[:-1] + 1)
    one, other = ours[:-1][follows], theirs[:-1][follows]
    size, sign, inside = _space(left, one)
    others, their_sign, theirs_inside = _space(right, other)
    differs = inside & theirs_inside & ((size != others) | (sign != their_sign))
    return np.flatnonzero(follows)[differs]


def _space(side: Spelled, words: Numbers) -> tuple[Numbers, Numbers, Flags]:
    """Return how long the space after words is, its first sign, and if it is in the paragraph."""
    start = side.raw_starts[words] + side.ends[words] - side.starts[words]
    size = side.raw_starts[words + 1] - start
    return size, side.raw[start].astype(np.int64), side.starts[words + 1] > side.starts[words]


def _set_as(paragraph: Paragraph, start: int, end: int) -> set[tuple[int, int, str, str]]:
    return {
        (max(mark.start - start, 0), min(mark.end, end) - end, mark.name, mark.value)
        for mark in paragraph.marks
        if mark.start < end and start < mark.end
    }
