"""What a comparison says of a pair as changes that can be done one by one, each by itself.

Nothing here looks at the right side as a whole: what no mark speaks of is taken from the left, so
that doing every change gives the right side only if the marks tell all there is to tell.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from writerdesk.compare import QuietKind
from writerdesk.manuscript import Mark, Paragraph, cut, normal_marks

# Between two paragraphs of a pair: a space that no draft of these tests has.
SEAM = "\u3000"


@dataclass(frozen=True)
class Change:
    """Characters of the left that become characters of the right."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True)
class Side:
    """One side of a pair as one paragraph, and where its marks are."""

    paragraphs: tuple[Paragraph, ...]
    whole: Paragraph
    exact: tuple[tuple[int, int], ...]
    typography: tuple[tuple[int, int], ...]
    format: tuple[tuple[int, int], ...]

    def words(self):
        return [found.span() for found in re.finditer(r"[^\s]+", self.whole.text)]

    def kept(self):
        """Return the words that no exact mark lies on, and check that none is marked in part."""
        found = []
        for start, end in self.words():
            inside = [mark for mark in self.exact if mark[0] < end and start < mark[1]]
            assert all(mark[0] <= start and end <= mark[1] for mark in inside)
            if not inside:
                found.append((start, end))
        return found


def side(document, ids, marks):
    """Return one side of a pair; the paragraphs of a split stand in a row."""
    texts = [document.paragraphs[document.place_of(id)] for id in ids]
    starts = dict(zip(ids, _starts(texts), strict=True))
    whole = SEAM.join(one.text for one in texts)
    set_as = tuple(
        mark._replace(start=mark.start + starts[id], end=mark.end + starts[id])
        for id, one in zip(ids, texts, strict=True)
        for mark in one.marks
    )

    def spans(some):
        return tuple((starts[one[0]] + one[1], starts[one[0]] + one[2]) for one in some)

    quiet = {kind: spans(one for one in marks.quiet if one.kind is kind) for kind in QuietKind}
    return Side(
        tuple(texts),
        Paragraph(whole, marks=set_as),
        spans(marks.exact),
        quiet[QuietKind.TYPOGRAPHY],
        quiet[QuietKind.FORMAT],
    )


def _starts(texts):
    at = 0
    for one in texts:
        yield at
        at += len(one.text) + 1


def changes(left, right):
    """Return what turns the left side of a pair into the right one, in order and never touching."""
    ours, theirs = left.kept(), right.kept()
    assert len(ours) == len(theirs)
    kept = list(zip(ours, theirs, strict=True))
    words = [_is_told(left, *both, right) for both in kept]
    found = [Change(*both) for both, is_told in zip(kept, words, strict=True) if is_told]
    # Marks are on words: the spaces beside one that is set otherwise are set as it is.
    beside = map(any, zip([False, *words], [*words, False], strict=True))
    between = zip(_between(left, ours), _between(right, theirs), strict=True)
    for (one, other), near in zip(between, beside, strict=True):
        is_changed = _is_changed(left, one) or _is_changed(right, other)
        if near or is_changed or _is_told(left, one, other, right):
            found.append(Change(one, other))
    return sorted(found, key=lambda change: change.left)


def _between(some, kept):
    """Return what lies before, between and after the kept words of a side."""
    edges = [0, *(edge for word in kept for edge in word), len(some.whole.text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _is_changed(some, span):
    """Tell whether an exact mark, or the end of a paragraph, is in a stretch."""
    text = some.whole.text[slice(*span)]
    return bool(text.strip()) or SEAM in text


def _is_told(left, one, other, right):
    """Tell whether a quiet mark says that two stretches are written or set otherwise."""
    ours, theirs = (*left.typography, *left.format), (*right.typography, *right.format)
    return any(_lie_on(marks, span) for marks, span in ((ours, one), (theirs, other)))


def _lie_on(marks, span):
    return any(start < span[1] and span[0] < end for start, end in marks)


def done(text, chosen, right):
    """Return ``text`` with changes done in the order given, each by itself."""
    shifts = []
    for change in chosen:
        # What is put in before a word comes before the word itself.
        shift = sum(by for before, by in shifts if before < change.left)
        start, end = change.left[0] + shift, change.left[1] + shift
        new = cut(right, *change.right)
        text = _spliced(text, start, end, new)
        shifts.append((change.left, len(new.text) - (end - start)))
    return text


def _spliced(text, start, end, new):
    parts = cut(text, 0, start), new, cut(text, end, len(text.text))
    at, marks = 0, []
    for part in parts:
        marks += (Mark(m.start + at, m.end + at, m.name, m.value) for m in part.marks)
        at += len(part.text)
    whole = "".join(part.text for part in parts)
    return replace(text, text=whole, marks=normal_marks(marks, len(whole)))


def are_apart(found):
    """Tell whether changes follow each other on both sides and never touch the same letter."""
    return all(
        one.left[1] <= other.left[0] and one.right[1] <= other.right[0]
        for one, other in pairwise(found)
    )
