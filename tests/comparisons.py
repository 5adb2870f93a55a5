"""Comparisons written by hand, for tests of what is done with them."""

from writerdesk.compare.values import (
    Comparison,
    Detail,
    Likeness,
    Link,
    Marks,
    Pair,
    Relation,
    Settings,
    Shared,
    Span,
    Strand,
    Summary,
    Tally,
)
from writerdesk.manuscript import Document


def document(*texts):
    return Document.from_paragraphs(texts)


def pair(left, right, lefts, rights, **said):
    one = tuple(left.ids[n] for n in lefts)
    other = tuple(right.ids[n] for n in rights)
    said = {"kind": Likeness.REWRITTEN, "moved": False, "confidence": 0.9, **said}
    return Pair(one, other, words=Tally(), **said)


def comparison(left, right, pairs, *, relation=Relation.TELLINGS, weak=(), echoes=()):
    paired = {id for pair in pairs for id in pair.left}, {id for p in pairs for id in p.right}
    return Comparison(
        left=left,
        right=right,
        settings=Settings(),
        pins=(),
        relation=relation,
        pairs=tuple(pairs),
        left_only=tuple(id for id in left.ids if id not in paired[0]),
        right_only=tuple(id for id in right.ids if id not in paired[1]),
        weak_links=tuple(Link(left.ids[i], right.ids[j], sure) for i, j, sure in weak),
        echoes=tuple(echoes),
        names=(),
        summary=Summary(),
    )


def span(document, number, words):
    """Return where ``words`` stand in a paragraph."""
    start = document.paragraphs[number].text.index(words)
    return Span(document.ids[number], start, start + len(words))


def changed(left, right, ours, theirs):
    """Return the detail of a pair in which ``ours`` (number, words) became ``theirs``."""
    one, other = span(left, *ours), span(right, *theirs)
    return Detail(Marks((one,), (one,)), Marks((other,), (other,)))


__all__ = ["Shared", "Strand", "changed", "comparison", "document", "pair", "span"]
