"""A few words looked at one by one are told just as many at once."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.drafts import revisions, two_drafts
from writerdesk.compare import Settings
from writerdesk.compare.details import Side, told
from writerdesk.compare.few import told_of_few
from writerdesk.compare.few_words import Side as FewSide
from writerdesk.compare.few_words import read
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.spelling import spelled_sides
from writerdesk.compare.values import never


def runs(few, many):
    """Try a law a few times, and many times under torture."""
    tries = [few, pytest.param(many, marks=pytest.mark.torture)]
    return pytest.mark.parametrize("times", tries)


def held(drafts, times):
    @settings(max_examples=times, deadline=None)
    @given(drafts, st.randoms(use_true_random=False), st.booleans())
    def law(two, random, overlook):
        told_the_same(two, random, Settings(capitals=overlook, punctuation=overlook))

    law()


def told_the_same(two, random, overlooked):
    left, right = two
    lexicon = Lexicon(overlooked)
    texts = [one.text for one in left.paragraphs], [one.text for one in right.paragraphs]
    ours, theirs = spelled_sides(texts[0], texts[1], lexicon, never)
    one, other = (read(some, lexicon) for some in texts)
    assert (one.by_paragraph(), other.by_paragraph()) == (
        ours.by_paragraph(),
        theirs.by_paragraph(),
    )
    for few, many in ((one, ours), (other, theirs)):
        words, pieces = np.arange(len(many.words)), np.arange(len(many.texts))
        pieces, places = pieces.repeat(np.diff(many.bases)), many.places
        assert few.starts == places.starts_of(words, pieces).tolist()
        assert few.ends == places.ends_of(words, pieces).tolist()
        assert FewSide.of(few).sentences == many.first.nonzero()[0].tolist()
    tied = np.array(list(groups(len(left), len(right), random)), np.int64).reshape(-1, 4)
    found = told_of_few(tied, one, other).rows
    left, right = Side(ours, left.paragraphs), Side(theirs, right.paragraphs)
    wanted = told(tied, left, right, cancelled=never).rows
    assert np.array_equal(found.facts, wanted.facts)
    for mine, part in zip(found.parts, wanted.parts, strict=True):
        assert np.array_equal(mine.bases, part.bases)
        assert np.array_equal(mine.cells, part.cells)


def groups(left, right, random):
    """Give some neighbouring paragraphs of both sides, in order."""
    at = to = 0
    while at < left and to < right:
        end, until = random.randint(at + 1, left), random.randint(to + 1, right)
        end, until = min(end, at + 3), min(until, to + 2)
        if random.random() < 0.8:
            yield at, end, to, until
        at, to = end, until


@runs(6, 4000)
def test_odd_little_drafts_are_told_the_same_word_by_word_and_all_at_once(times):
    held(two_drafts(most=4), times)


@runs(6, 4000)
def test_a_revision_is_told_the_same_word_by_word_and_all_at_once(times):
    held(revisions(), times)
