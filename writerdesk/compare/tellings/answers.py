"""Sentences that answer each other inside tied paragraphs.

A paragraph may answer the end of one and the start of another, and two sentences may be nearly word
for word inside a paragraph told anew. Only sentences that are each other's best are taken, and
neighbours that go on together are one strand.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.chains import ints
from writerdesk.compare.kept import spread
from writerdesk.compare.lexicon import Numbers
from writerdesk.compare.tellings.content import Content
from writerdesk.compare.values import Cancelled, Likeness, Link, Span, StopAsked, Strand
from writerdesk.frozen import frozen
from writerdesk.manuscript import ParagraphId

# Two sentences with a smaller cosine share a word or two, which any two of one story may.
_LEAST_ALIKE = 0.3
# Sentences that share this much are the same told with other words: as sure as their tie.
_SURELY_ALIKE = 0.6
# Two shared words at least: one is an accident.
_LEAST_SHARED = 2
# Whether to stop is asked once in so many ties: a few milliseconds.
_ASKED_EACH = 64


@frozen(eq=False)
class _Told:
    """The sentences of tied paragraphs, and which stems they have, those of a paragraph in a row.

    The sentences of paragraph n are ``many[n]`` from ``first[n]`` on; its stems ``has_many[n]``
    from ``has_first[n]`` on, each with its ``sentence``.
    """

    spans: list[tuple[int, int]]
    first: Numbers
    many: Numbers
    has_first: Numbers
    has_many: Numbers
    sentence: Numbers
    stem: Numbers
    length: NDArray[np.float64]


class _Alike(NamedTuple):
    """Two sentences of tied paragraphs, by their place in each, and how alike they are."""

    left: int
    right: int
    sure: float


def strands(
    contents: tuple[Content, Content], links: Sequence[Link], stop: StopAsked
) -> tuple[Strand, ...]:
    """Return the runs of sentences that answer each other, in the order of ``links``."""
    if not links:
        return ()
    left, right = contents
    at, to = (
        _places(left, (tie.left for tie in links)),
        _places(right, (tie.right for tie in links)),
    )
    worth = _worth(contents)
    sides = _told(left, at, worth, stop), _told(right, to, worth, stop)
    found: list[Strand] = []
    for start in range(0, len(links), _ASKED_EACH):
        if stop():
            raise Cancelled
        some = slice(start, start + _ASKED_EACH)
        cells = _alike(sides, (at[some], to[some]), worth)
        for number, link in enumerate(links[some]):
            found.extend(_joined(_answers(link, cells[number], sides)))
    return tuple(found)


def _places(content: Content, ids: Iterable[ParagraphId]) -> Numbers:
    place = {id: number for number, id in enumerate(content.ids)}
    return np.array([place[id] for id in ids], np.int64)


def _worth(contents: tuple[Content, Content]) -> NDArray[np.float64]:
    """Return what each stem is worth: little if many paragraphs have it."""
    size = len(contents[0].names)
    times = np.zeros(size, np.int64)
    for content in contents:
        different = np.unique(content.paragraph * size + content.stem)
        times += np.bincount(different % size, minlength=size) if size else 0
    paragraphs = sum(bool(text.strip()) for content in contents for text in content.texts)
    return np.log((1 + paragraphs) / np.maximum(times, 1))


def _told(content: Content, places: Numbers, worth: NDArray[np.float64], stop: StopAsked) -> _Told:
    wanted = np.unique(places)
    spans: list[tuple[int, int]] = []
    many = np.zeros(len(content.texts), np.int64)
    for number, place in enumerate(wanted.tolist()):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        some = content.sentences(place)
        many[place] = len(some)
        spans += some
    first = np.cumsum(many) - many
    inside = many[content.paragraph] > 0
    paragraph, start = content.paragraph[inside], content.start[inside]
    width = 1 + int(content.end.max(initial=0))
    ends = np.repeat(np.arange(len(many)), many) * width + [end for _, end in spans]
    sentence = np.searchsorted(ends, paragraph * width + start, "right")
    # The last sentence of a paragraph reaches to its end.
    sentence = np.minimum(sentence, (first + many)[paragraph] - 1)
    size = max(1, len(content.names))
    sentence, stem = np.divmod(np.unique(sentence * size + content.stem[inside]), size)
    by_sentence = np.bincount(sentence, minlength=len(spans))
    has_many = np.zeros(len(many), np.int64)
    np.add.at(has_many, np.repeat(np.arange(len(many)), many), by_sentence)
    length = np.sqrt(np.bincount(sentence, worth[stem] ** 2, len(spans)))
    return _Told(
        spans, first, many, np.cumsum(has_many) - has_many, has_many, sentence, stem, length
    )


def _alike(
    sides: tuple[_Told, _Told], places: tuple[Numbers, Numbers], worth: NDArray[np.float64]
) -> list[list[_Alike]]:
    """Return for each two paragraphs which of their sentences share enough."""
    (left, right), (at, to) = sides, places
    tie, here = _spread(left.has_first[at], left.has_many[at])
    other_tie, there = _spread(right.has_first[to], right.has_many[to])
    size = max(1, len(worth))
    keys, other_keys = tie * size + left.stem[here], other_tie * size + right.stem[there]
    order = np.argsort(other_keys, kind="stable")
    ordered = other_keys[order]
    first = np.searchsorted(ordered, keys, "left")
    times = np.searchsorted(ordered, keys, "right") - first
    here, tie = np.repeat(here, times), np.repeat(tie, times)
    there = there[order[np.repeat(first, times) + spread(times)]]
    one, other = left.sentence[here], right.sentence[there]
    cell = (np.cumsum(left.many[at] * right.many[to]) - left.many[at] * right.many[to])[tie]
    cell += (one - left.first[at][tie]) * right.many[to][tie] + other - right.first[to][tie]
    different, which, count = np.unique(cell, return_index=True, return_counts=True)
    sums = np.bincount(cell, worth[left.stem[here]] ** 2, minlength=1)[different]
    one, other, tie = one[which], other[which], tie[which]
    sure = sums / (left.length[one] * right.length[other])
    out: list[list[_Alike]] = [[] for _ in range(len(at))]
    enough = np.flatnonzero((count >= _LEAST_SHARED) & (sure >= _LEAST_ALIKE))
    alike: list[float] = sure[enough].tolist()
    cells = zip(ints(tie[enough]), ints(one[enough]), ints(other[enough]), alike, strict=True)
    for number, i, j, value in cells:
        out[number].append(_Alike(i, j, value))
    return out


def _spread(first: Numbers, many: Numbers) -> tuple[Numbers, Numbers]:
    """Return each number as often as ``many`` says, and the places from ``first`` on."""
    return np.repeat(np.arange(len(many)), many), np.repeat(first, many) + spread(many)


def _answers(
    link: Link, cells: Sequence[_Alike], sides: tuple[_Told, _Told]
) -> Iterator[tuple[int, int, Strand]]:
    """Give the sentences that are each other's best, in the order of the left."""
    for cell in cells:
        rivals = (
            other.sure
            for other in cells
            if (other.left == cell.left) != (other.right == cell.right)
        )
        if all(cell.sure > rival for rival in rivals):
            one, other = sides[0].spans[cell.left], sides[1].spans[cell.right]
            spans = Span(link.left, *one), Span(link.right, *other)
            sure = round(link.confidence * min(1.0, cell.sure / _SURELY_ALIKE), 4)
            yield cell.left, cell.right, Strand(*spans, Likeness.REWRITTEN, sure)


def _joined(answers: Iterator[tuple[int, int, Strand]]) -> list[Strand]:
    out: list[Strand] = []
    last = (-2, -2)
    for i, j, strand in answers:
        if out and (i - 1, j - 1) == last:
            before = out[-1]
            out[-1] = _one_of(before, strand)
        else:
            out.append(strand)
        last = (i, j)
    return out


def _one_of(before: Strand, after: Strand) -> Strand:
    """Return one strand that reaches from the start of one to the end of the next."""
    return Strand(
        before.left._replace(end=after.left.end),
        before.right._replace(end=after.right.end),
        before.kind,
        min(before.confidence, after.confidence),
    )
