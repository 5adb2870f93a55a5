"""A few words looked at one by one are told just as many at once.

Constants are shared; of the rules each is there twice, and these laws hold the two together. That
they do was seen by changing every comparison, sign and number in `kept`, `sentences` and `shown`
one at a time: each change that changes any answer fails here.
"""

from itertools import accumulate, pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.compare.drafts import document, revisions, two_drafts
from tests.compare.tangles import Tangler
from writerdesk.compare import Settings
from writerdesk.compare.details import Side, told
from writerdesk.compare.few import _Block, _Gap, told_of_few
from writerdesk.compare.few import _whole as whole_of_few
from writerdesk.compare.few import _without_chance as without_chance_of_few
from writerdesk.compare.few_words import Side as FewSide
from writerdesk.compare.few_words import read
from writerdesk.compare.kept import Blocks, Ranges, _whole, _without_chance
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.spelling import spelled_sides
from writerdesk.compare.values import never
from writerdesk.manuscript import Paragraph

# Tangles are made of thousands of choices: a seed for each is drawn, not each choice.
MANY = (1 << 32) - 1


def runs(few, many):
    """Try a law a few times, and many times under torture."""
    tries = [few, pytest.param(many, marks=pytest.mark.torture)]
    return pytest.mark.parametrize("times", tries)


def held(drafts, times):
    @settings(max_examples=times, deadline=None)
    @given(drafts, st.randoms(use_true_random=False), st.booleans())
    def law(two, random, overlook):
        tied = np.array(list(groups(len(two[0]), len(two[1]), random)), np.int64).reshape(-1, 4)
        told_the_same(two, tied, Settings(capitals=overlook, punctuation=overlook))

    law()


def told_the_same(two, tied, overlooked):
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


def side_by_side(tangles):
    """Return tangles as two drafts, and as groups: a row of each."""
    two = [[Paragraph(text) for one in side for text in one] for side in zip(*tangles, strict=True)]
    edges = [pairwise(accumulate(map(len, side), initial=0)) for side in zip(*tangles, strict=True)]
    tied = [(*ours, *theirs) for ours, theirs in zip(*edges, strict=True)]
    return list(map(document, two)), np.array(tied, np.int64)


@runs(6, 4000)
def test_odd_little_drafts_are_told_the_same_word_by_word_and_all_at_once(times):
    held(two_drafts(most=4), times)


@runs(6, 4000)
def test_a_revision_is_told_the_same_word_by_word_and_all_at_once(times):
    held(revisions(), times)


@runs(8, 2000)
def test_tangles_are_told_the_same_word_by_word_and_all_at_once(times):
    @settings(max_examples=times, deadline=None)
    @given(st.integers(0, MANY), st.sampled_from([1, 40]))
    # Of those tried these alone tell some borders apart: where a chain grows, where a mark closes
    # at the very end, how much a light word weighs.
    @example(4, 40)
    @example(10, 40)
    @example(17, 40)
    def law(seed, many):
        tangler = Tangler(Random(seed))
        told_the_same(*side_by_side([tangler.passages() for _ in range(many)]), Settings())

    law()


def test_a_sentence_parted_at_two_places_is_told_the_same():
    # Of three answers in a row the second is torn off the first, so the third is not: each of them
    # shares a sentence with the one before it, and stands in another paragraph.
    left = [
        "Then the storm went over the harbour and the silver lantern burned low.",
        "Tonight Mary carried the letter home to the old tower.",
    ]
    right = [
        "Soon the storm went over the harbour.",
        "Outside the silver lantern burned and Mary carried the letter home to the old.",
    ]
    told_the_same(*side_by_side([(left, right)]), Settings())


def test_a_sentence_mostly_new_before_a_last_one_of_one_word_is_told_the_same():
    # Two in three words are new, and three in five with the last sentence, which would be too few.
    left = ["Slowly over harbour carried silver lantern towards winter rivers. Tonight."]
    right = ["Nobody at breakfast carried silver lantern under grey skies. Tonight."]
    told_the_same(*side_by_side([(left, right)]), Settings())


@runs(30, 4000)
def test_of_any_chain_of_words_the_same_is_chance_word_by_word_and_all_at_once(times):
    @settings(max_examples=times, deadline=None)
    @given(st.integers(0, MANY), st.sampled_from([1, 2, 12]))
    # Few others grow behind a kept word, or by more than one.
    @example(5, 1)
    @example(8, 1)
    @example(26, 1)
    @example(0, 2)
    @example(4, 12)
    @example(8, 12)
    def law(seed, many):
        tangler = Tangler(Random(seed))
        chance_is_the_same([tangler.passages() for _ in range(many)], tangler)

    law()


def chance_is_the_same(tangles, tangler):
    lexicon = Lexicon(Settings())
    texts = [[text for one in side for text in one] for side in zip(*tangles, strict=True)]
    ours, theirs = spelled_sides(texts[0], texts[1], lexicon, never)
    one, other = (FewSide.of(read(some, lexicon)) for some in texts)
    ranges = Ranges.of(side_by_side(tangles)[1], ours, theirs)
    edges = np.stack((ranges.left, ranges.left_end, ranges.right, ranges.right_end), 1)
    words = [_Gap(*some) for some in edges.tolist()]

    def chains(*, is_whole):
        for at, end, to, until in words:
            chain = tangler.chain(ours.words[at:end], theirs.words[to:until], is_whole=is_whole)
            yield [_Block(at + here, to + there, size) for here, there, size in chain]

    some = list(chains(is_whole=False))
    joined = _whole(in_arrays(some))
    assert in_lists(joined) == in_lists(in_arrays(map(whole_of_few, some)))
    # All at once every chain grows where anything was left out of one: these cannot grow before.
    if len(tangles) > 1:
        some = list(chains(is_whole=True))
        joined = _whole(in_arrays(some))
    stayed = [
        without_chance_of_few(whole_of_few(chain), gap, one, other)
        for chain, gap in zip(some, words, strict=True)
    ]
    found = _without_chance(joined, ranges, ours, theirs)
    assert in_lists(found) == in_lists(in_arrays(stayed))


def in_arrays(chains):
    rows = [(number, *block) for number, chain in enumerate(chains) for block in chain]
    group, left, right, size = np.array(rows, np.int64).reshape(-1, 4).T
    return Blocks(group, left, right, size)


def in_lists(blocks):
    return np.stack((blocks.group, blocks.left, blocks.right, blocks.size), 1).tolist()
