"""Sentences that answer each other inside tied paragraphs.

A paragraph may answer the end of one and the start of another, and two sentences may be nearly word
for word inside a paragraph told anew. Only sentences that are each other's best are taken, and
neighbours that go on together are one strand.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt
from typing import TypeAlias, TypeVar

from writerdesk.compare.tellings.content import Content
from writerdesk.compare.values import Cancelled, Likeness, Link, Span, StopAsked, Strand
from writerdesk.frozen import frozen
from writerdesk.manuscript import ParagraphId

# Two sentences with a smaller cosine share a word or two, which any two of one story may.
_LEAST_ALIKE = 0.3
# Sentences that share this much are the same told with other words: as sure as their tie.
_SURELY_ALIKE = 0.6
# Whether to stop is asked once in so many ties, and in so many words: a few milliseconds.
_ASKED_EACH, _WORDS_EACH = 16, 4096
_T = TypeVar("_T")


@frozen
class _Sentence:
    start: int
    end: int
    weights: Mapping[str, float]
    length: float


_Sentences: TypeAlias = Mapping[ParagraphId, Sequence[_Sentence]]


def strands(
    contents: tuple[Content, Content], links: Sequence[Link], stop: StopAsked
) -> tuple[Strand, ...]:
    """Return the runs of sentences that answer each other, in the order of ``links``."""
    wanted = ({link.left for link in links}, {link.right for link in links})
    rarity = _rarity(contents, stop)
    left, right = (
        _sentences(content, some, rarity, stop)
        for content, some in zip(contents, wanted, strict=True)
    )
    found: list[Strand] = []
    for number, link in enumerate(links):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        found.extend(_joined(_answers(link, left[link.left], right[link.right])))
    return tuple(found)


def _rarity(contents: tuple[Content, Content], stop: StopAsked) -> dict[str, float]:
    """Return what each stem is worth: little if many paragraphs have it."""
    counted: Counter[str] = Counter()
    paragraphs = 0
    for content in contents:
        said = {(word.stem, word.span.paragraph) for word in _asking(content.words, stop)}
        counted.update(stem for stem, _ in said)
        paragraphs += len({sentence.paragraph for sentence in content.sentences})
    return {stem: log((1 + paragraphs) / times) for stem, times in counted.items()}


def _sentences(
    content: Content, wanted: set[ParagraphId], rarity: Mapping[str, float], stop: StopAsked
) -> _Sentences:
    said: defaultdict[int, set[str]] = defaultdict(set)
    for word in _asking(content.words, stop):
        if word.span.paragraph in wanted:
            said[word.sentence].add(word.stem)
    out: dict[ParagraphId, list[_Sentence]] = {id: [] for id in wanted}
    for number, span in enumerate(_asking(content.sentences, stop)):
        if span.paragraph in wanted:
            weights = {stem: rarity[stem] for stem in sorted(said[number])}
            length = sqrt(sum(weight * weight for weight in weights.values()))
            out[span.paragraph].append(_Sentence(span.start, span.end, weights, length))
    return out


def _asking(some: Iterable[_T], stop: StopAsked) -> Iterator[_T]:
    for number, one in enumerate(some):
        if number % _WORDS_EACH == 0 and stop():
            raise Cancelled
        yield one


def _answers(
    link: Link, left: Sequence[_Sentence], right: Sequence[_Sentence]
) -> Iterator[tuple[int, int, Strand]]:
    """Give the sentences that are each other's best, in the order of the left."""
    alike = [[_alike(one, other) for other in right] for one in left]
    for i, row in enumerate(alike):
        best = max(row, default=0.0)
        if best < _LEAST_ALIKE or row.count(best) > 1:
            continue
        j = row.index(best)
        column = [other[j] for other in alike]
        if best == max(column) and column.count(best) == 1:
            sure = round(link.confidence * min(1.0, best / _SURELY_ALIKE), 4)
            one, other = left[i], right[j]
            spans = Span(link.left, one.start, one.end), Span(link.right, other.start, other.end)
            yield i, j, Strand(*spans, Likeness.REWRITTEN, sure)


def _alike(one: _Sentence, other: _Sentence) -> float:
    shared = [word for word in one.weights if word in other.weights]
    # Two shared words at least: one is an accident.
    if len(shared) < 2:
        return 0.0
    return sum(one.weights[word] ** 2 for word in shared) / (one.length * other.length)


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
