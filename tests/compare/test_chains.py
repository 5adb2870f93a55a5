"""Phrases that each side has once are found by their numbers as they would be by their words."""

from collections import Counter
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.compare.chains import PHRASE, phrases_once_in_both
from writerdesk.compare.values import never

# Few words, so that phrases come again, and of one, two and four bytes.
sides = st.lists(st.text("ab\u0800\U0001f600", max_size=30), max_size=3)


def phrases_in(pieces):
    """Give the phrases inside pieces, with where they stand in all of them together."""
    before = 0
    for piece in pieces:
        for at in range(len(piece) - PHRASE + 1):
            yield piece[at : at + PHRASE], before + at
        before += len(piece)


def once(pieces):
    many = Counter(phrase for phrase, _ in phrases_in(pieces))
    return {phrase: at for phrase, at in phrases_in(pieces) if many[phrase] == 1}


@given(sides, sides)
def test_phrases_once_in_both_are_found_and_none_runs_over_a_seam(left, right):
    seams = [list(accumulate(map(len, side))) for side in (left, right)]
    found = phrases_once_in_both("".join(left), "".join(right), never, (seams[0], seams[1]))
    ours, theirs = once(left), once(right)
    wanted = sorted((at, theirs[phrase]) for phrase, at in ours.items() if phrase in theirs)
    assert list(zip(*(some.tolist() for some in found), strict=True)) == wanted
