"""Sentences that answer each other inside tied paragraphs.

A paragraph may answer the end of one and the start of another, and two sentences may be nearly word
for word inside a paragraph told anew. Only sentences that are each other's best are taken, and
neighbours that go on together are one strand.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

from writerdesk.compare.tellings.vocabulary import vocabulary
from writerdesk.compare.values import Cancelled, Likeness, Link, Span, StopAsked, Strand
from writerdesk.manuscript import Document, ParagraphId
from writerdesk.manuscript.folding import folded_text
from writerdesk.manuscript.sentences import sentence_spans
from writerdesk.manuscript.tokens import words

# Two sentences with a smaller cosine share a word or two, which any two of one story may.
_LEAST_ALIKE = 0.3
# Sentences that share this much are the same told with other words: as sure as their tie.
_SURELY_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    weights: dict[str, float]
    length: float


def strands(
    documents: tuple[Document, Document], links: Sequence[Link], stop: StopAsked
) -> tuple[Strand, ...]:
    """Return the runs of sentences that answer each other, in the order of ``links``."""
    ids = ({link.left for link in links}, {link.right for link in links})
    rarity = _rarity(documents)
    sentences = [
        {id: _sentences(document, id, rarity) for id in wanted}
        for document, wanted in zip(documents, ids, strict=True)
    ]
    found: list[Strand] = []
    for link in links:
        if stop():
            raise Cancelled
        found.extend(_joined(_answers(link, sentences[0][link.left], sentences[1][link.right])))
    return tuple(found)


def _rarity(documents: tuple[Document, Document]) -> dict[str, float]:
    known = vocabulary()
    said = [
        set(known.content(words(folded_text(paragraph.text))))
        for document in documents
        for paragraph in document.paragraphs
    ]
    counted = Counter(word for some in said for word in some)
    return {word: log((1 + len(said)) / times) for word, times in counted.items()}


def _sentences(
    document: Document, id: ParagraphId, rarity: dict[str, float]
) -> tuple[_Sentence, ...]:
    place = document.place_of(id)
    assert place is not None
    text = document.paragraphs[place].text
    known = vocabulary()
    out: list[_Sentence] = []
    for start, end in sentence_spans(text):
        said = set(known.content(words(folded_text(text[start:end]))))
        weights = {word: rarity[word] for word in sorted(said) if word in rarity}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        out.append(_Sentence(start, end, weights, length))
    return tuple(out)


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
    both = sum(weight**2 for word, weight in one.weights.items() if word in other.weights)
    # Two shared words at least: one is an accident.
    if both == 0 or sum(word in other.weights for word in one.weights) < 2:
        return 0.0
    return both / (one.length * other.length)


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
