"""Renamed people: one name that gave way to another in many places is one finding."""

import re
from collections import Counter
from collections.abc import Iterable

from writerdesk.compare.values import Name, Pair, Span
from writerdesk.manuscript import Document

# Twice may be chance; three times, and most of the times the name went, is a new name.
_FEWEST_PLACES = 3
_LEAST_SHARE = 0.6
_NAME = re.compile(r"\b[^\W\d_][\w-]*")


def renamed(pairs: Iterable[Pair], left: Document, right: Document) -> tuple[Name, ...]:
    """Return who is called otherwise in the right draft, the most frequent first."""
    swaps: Counter[tuple[str, str]] = Counter()
    gone: Counter[str] = Counter()
    for pair in pairs:
        ours, theirs = pair.detail.left.exact, pair.detail.right.exact
        names = [_name(span, left) for span in ours]
        gone.update(filter(None, names))
        if len(ours) == len(theirs):
            others = [_name(span, right) for span in theirs]
            both = zip(names, others, strict=True)
            swaps.update((one, other) for one, other in both if one and other and one != other)
    found = [
        Name(one, other, places)
        for (one, other), places in swaps.items()
        if places >= _FEWEST_PLACES and places >= _LEAST_SHARE * gone[one]
    ]
    return tuple(sorted(found, key=lambda name: (-name.places, name.left, name.right)))


def _name(span: Span, document: Document) -> str:
    """Return the name a mark stands on, or nothing if it is not one capitalised word."""
    number = document.place_of(span.paragraph)
    if number is None or span.end - span.start > 40:
        return ""
    words = _NAME.findall(document.paragraphs[number].text[span.start : span.end])
    is_name = (
        len(words) in (1, 2) and words[0][:1].isupper() and (len(words) == 1 or words[1] == "s")
    )
    return words[0] if is_name else ""
