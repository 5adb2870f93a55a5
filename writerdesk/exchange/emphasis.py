r"""``*emphasis*`` written with stars or underscores becomes a mark; every other star stays a star.

Stricter than Markdown, because a story's stars may mean anything: a pair counts only where it
stands around words, at their edges, within one paragraph. ``2*3*4``, ``A * B`` and a footnote's
star are left alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from writerdesk.frozen import frozen
from writerdesk.manuscript import Mark, MarkName, Paragraph, without_spans

_MEANS = {
    "*": (MarkName.ITALIC,),
    "_": (MarkName.ITALIC,),
    "**": (MarkName.BOLD,),
    "***": (MarkName.BOLD, MarkName.ITALIC),
}
_STARS = re.compile(r"\*{1,3}|_")
_NEVER_FIRST = ",.;:!?)]}”’"
_WORD = re.compile(r"\w")


@frozen
class _Signs:
    """A run of stars, and whether words may begin or end at it."""

    start: int
    end: int
    text: str
    opens: bool
    closes: bool

    def first(self, length: int) -> "_Signs":
        """Return the first ``length`` of these signs."""
        return replace(self, end=self.start + length, text=self.text[:length])

    def last(self, length: int) -> "_Signs":
        """Return the last ``length`` of these signs."""
        return replace(self, start=self.end - length, text=self.text[:length])


def with_emphasis(paragraph: Paragraph) -> tuple[Paragraph, int]:
    """Return a paragraph with its signs of emphasis made marks, and how many pairs those were."""
    pairs = _pairs(_signs(paragraph.text))
    if not pairs:
        return paragraph, 0
    marks = [
        Mark(opening.end, closing.start, name)
        for opening, closing in pairs
        for name in _MEANS[opening.text]
    ]
    gone = sorted((sign.start, sign.end) for pair in pairs for sign in pair)
    return without_spans(paragraph, gone, marks=marks), len(pairs)


def _signs(text: str) -> Iterator[_Signs]:
    for found in _STARS.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if found.group()[0] in (before, after):
            continue
        # Right after a letter, or before a space, nothing begins; and the other way round.
        yield _Signs(
            start,
            end,
            found.group(),
            opens=bool(after.strip()) and after not in _NEVER_FIRST and not _WORD.match(before),
            closes=bool(before.strip()) and not _WORD.match(after),
        )


def _pairs(signs: Iterable[_Signs]) -> list[tuple[_Signs, _Signs]]:
    pairs: list[tuple[_Signs, _Signs]] = []
    waiting: list[_Signs] = []
    for sign in signs:
        left = _closed(waiting, sign, pairs) if sign.closes else sign
        if left is sign and sign.opens:
            waiting.append(sign)
    return pairs


def _closed(waiting: list[_Signs], sign: _Signs, pairs: list[tuple[_Signs, _Signs]]) -> _Signs:
    """Close what ``sign`` closes; return what is left of it."""
    left = sign
    while left.text and (at := _opened(waiting, left)) is not None:
        opening = waiting[at]
        length = min(len(opening.text), len(left.text))
        # What opened inside and never closed is no emphasis.
        del waiting[at:]
        if len(opening.text) > length:
            waiting.append(opening.first(len(opening.text) - length))
        pairs.append((opening.last(length), left.first(length)))
        left = left.last(len(left.text) - length)
    return left


def _opened(waiting: Sequence[_Signs], sign: _Signs) -> int | None:
    """Return which of those waiting a sign closes: one as long, or three stars two of one kind."""
    for at in reversed(range(len(waiting))):
        opening = waiting[at]
        as_long = opening.text == sign.text
        in_part = opening.text[0] == sign.text[0] and "***" in (opening.text, sign.text)
        if (as_long or in_part) and opening.end < sign.start:
            return at
    return None
