"""How many words in a row two tellings have in common."""

from writerdesk.compare.values import Comparison, Span
from writerdesk.manuscript import Document, folded_text
from writerdesk.manuscript.tokens import words


def longest_alike(comparison: Comparison) -> tuple[int, ...]:
    """Return how many words in a row are the same, for each shared phrase, longest first."""
    sizes: list[int] = []
    for pair in comparison.pairs:
        for shared in pair.detail.shared:
            left, right = (
                words(folded_text(_said(document, span)))
                for document, span in zip((comparison.left, comparison.right), shared, strict=True)
            )
            if left == right:
                sizes.append(len(left))
    return tuple(sorted(sizes, reverse=True))


def _said(document: Document, span: Span) -> str:
    place = document.place_of(span.paragraph)
    assert place is not None
    return document.paragraphs[place].text[span.start : span.end]
