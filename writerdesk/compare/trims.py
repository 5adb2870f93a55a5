"""What two paragraphs begin and end alike, in whole sentences: nothing there has to be looked into.

Most changed paragraphs of a revision change in one sentence. To find the rest of the sentences the
same letters are enough, which costs a tenth of taking them apart into words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from writerdesk.compare.spelling import Piece
from writerdesk.manuscript.alike import common_end, common_start
from writerdesk.manuscript.sentences import can_begin, can_end

# Two paragraphs that begin and end alike for so much of the longer one answer each other; others
# have no more than a word or two in common there.
_EVIDENT = 0.25
_SEAM = re.compile(r"[.!?…][\"'”’)\]]* (?=[\"'“‘(\[]*[^\W\d_a-z])")


class Trimmed(NamedTuple):
    """What has to be looked into of two paragraphs that begin and end alike."""

    left: Piece
    right: Piece


def trimmed(left: str, right: str) -> Trimmed | None:
    """Return what differs of two paragraphs, in whole sentences, if enough of them is alike."""
    first = common_start(left, right)
    last = common_end(left[first:], right[first:])
    if first + last < _EVIDENT * max(len(left), len(right)):
        return None
    start = _whole_sentences_before(left, first)
    tail = _whole_sentences_after(left, len(left) - last)
    # The space before the sentences both end with belongs to nothing.
    end = len(left) - tail + (tail < len(left))
    # A word at the edge of what differs is looked into: it may end or begin a sentence.
    head_words = len(left[start : max(start, left.rfind(" ", start, first))].split()) - 1
    seam = left.find(" ", len(left) - last, len(left) - end)
    tail_words = len(left[seam : len(left) - end].split()) - 1 if seam >= 0 else 0
    known = max(0, head_words), max(0, tail_words)
    return Trimmed(
        Piece(left, start, len(left) - end, *known), Piece(right, start, len(right) - end, *known)
    )


# So many characters at a paragraph's start or end are hardly ever another's.
_TELLING = 16


def evident(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Return which texts, by their numbers, begin or end alike, and like no others.

    They are in order on both sides. One that also begins or ends like another is not among them:
    it may have been split or joined.
    """
    links: set[tuple[int, int]] = set()
    doubted: tuple[set[int], set[int]] = set(), set()
    for cut in (slice(_TELLING), slice(-_TELLING, None)):
        _link([text[cut] for text in left], [text[cut] for text in right], links, doubted)
    ours = Counter(one for one, _ in links)
    theirs = Counter(other for _, other in links)
    alone = sorted(
        (one, other)
        for one, other in links
        if ours[one] == theirs[other] == 1 and one not in doubted[0] and other not in doubted[1]
    )
    pairs = list(pairwise(alone))
    if not all(before[1] < after[1] for before, after in pairs):
        return []
    exchanged = {
        tie
        for before, after in pairs
        if after == (before[0] + 1, before[1] + 1) and _exchange(before, after, left, right)
        for tie in (before, after)
    }
    return [tie for tie in alone if tie not in exchanged]


def _exchange(
    one: tuple[int, int], other: tuple[int, int], left: Sequence[str], right: Sequence[str]
) -> bool:
    """Tell whether the end of a paragraph may have gone over to the next one."""
    return (
        left[one[0]][-_TELLING:] in right[other[1]] or right[one[1]][-_TELLING:] in left[other[0]]
    )


def _link(
    left: Sequence[str],
    right: Sequence[str],
    links: set[tuple[int, int]],
    doubted: tuple[set[int], set[int]],
) -> None:
    """Link what both sides have once; what both have and one side more than once is doubted."""
    ours, theirs = _places(left), _places(right)
    for text, here in ours.items():
        there = theirs.get(text, [])
        if len(here) == len(there) == 1:
            links.add((here[0], there[0]))
        elif there:
            doubted[0].update(here)
            doubted[1].update(there)


def _places(texts: Sequence[str]) -> defaultdict[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        places[text].append(number)
    return places


def _whole_sentences_before(text: str, end: int) -> int:
    """Return where the last sentence begins whose first word ends before ``end``."""
    seams = [found.end() for found in _SEAM.finditer(text, 0, end)]
    for seam in reversed(seams):
        if 0 <= text.find(" ", seam) < end and _is_seam(text, seam):
            return seam
    return 0


def _whole_sentences_after(text: str, start: int) -> int:
    """Return where the first sentence begins before which a whole word stands after ``start``."""
    whole = text.find(" ", start)
    if whole >= 0:
        for found in _SEAM.finditer(text, whole + 1):
            if _is_seam(text, found.end()):
                return found.end()
    return len(text)


def _is_seam(text: str, seam: int) -> bool:
    """Tell whether a sentence begins at a word, by the rules that part all others too."""
    last = text[text.rfind(" ", 0, seam - 1) + 1 : seam - 1]
    end = text.find(" ", seam)
    following = text[seam : end if end >= 0 else len(text)]
    return len(last.split()) == len(following.split()) == 1 and (
        can_end(last) and can_begin(following)
    )
