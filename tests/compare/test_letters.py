"""Words parted by their bytes are the words that ``split`` gives, and stand where it found them."""

import re
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.compare.letters import Letters, words_in

BLANKS = (" ", " ", " ", "  ", "\n", "\t", "\u00a0", "\u2009", "\u202f", "\u3000", "\u1680")
WORDS = ("a", "“No,”", "it—was", "naïveté", "日本語", "😀", "e\u0301", "extraordinarily-long-word")
texts = st.lists(
    st.lists(st.sampled_from(BLANKS + WORDS), max_size=9).map("".join), max_size=5
)  # fmt: skip


def places_of(letters):
    words, texts = np.arange(len(letters.starts)), np.arange(len(letters.texts))
    places, texts = letters.places(), texts.repeat(np.diff(letters.bases))
    return places.starts_of(words, texts), places.ends_of(words, texts)


@given(texts)
def test_words_stand_where_a_pattern_finds_them(texts):
    letters = Letters.of(texts)
    starts, ends = places_of(letters)
    found = list(zip(starts.tolist(), ends.tolist(), strict=True))
    bases = letters.bases.tolist()
    assert [found[at:end] for at, end in pairwise(bases)] == [
        [word.span() for word in re.finditer(r"\S+", text)] for text in texts
    ]


@given(texts)
def test_words_are_those_that_split_gives(texts):
    letters = Letters.of(texts)
    assert letters.words(np.arange(len(letters.starts))) == [
        w for text in texts for w in text.split()
    ]


@given(texts)
def test_words_alone_are_the_same_words_with_as_many_letters(texts):
    whole = Letters.of(texts)
    some = np.arange(0, len(whole.starts), 2)
    alone = whole.alone(some)
    assert alone.words(np.arange(len(some))) == whole.words(some)
    assert alone.bases.tolist() == list(range(len(some) + 1))
    for letters, words in ((whole, np.arange(len(whole.starts))), (alone, np.arange(len(some)))):
        assert letters.lengths().tolist() == list(map(len, letters.words(words)))


@given(texts)
def test_what_follows_a_word_is_odd_unless_it_is_one_space_or_the_end(texts):
    letters = Letters.of(texts)
    starts, ends = places_of(letters)
    odd = letters.odd_spaces().tolist()
    for text, at, end in zip(texts, letters.bases, letters.bases[1:], strict=False):
        for word in range(at, end - 1):
            assert odd[word] == (text[ends[word] : starts[word + 1]] != " ")


@given(texts)
def test_words_are_counted_as_split_counts_them(texts):
    assert words_in(texts).tolist() == [len(text.split()) for text in texts]
