"""Words are the same number exactly if they are the same word, however long and however many."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writerdesk.compare.letters import Letters
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.signs import BEGINS, CAPITAL, ENDS, LIGHT
from writerdesk.compare.values import Settings
from writerdesk.manuscript.sentences import can_begin, can_end

# Words of many lengths that differ in one letter only, before and behind every eighth byte.
words = st.one_of(
    st.builds(
        lambda size, at, letter: "".join(letter if n == at else "a" for n in range(size)),
        st.integers(1, 40), st.integers(0, 39), st.sampled_from("bé日"),
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1),
)  # fmt: skip


def numbered(lexicon, words):
    return lexicon.numbers(Letters.of(words)).tolist()


@given(st.lists(words, max_size=30), st.lists(words, max_size=30))
def test_a_number_stands_for_one_word_and_gives_it_back(some, others):
    lexicon = Lexicon(Settings())
    numbers = numbered(lexicon, some) + numbered(lexicon, others)
    assert [lexicon.word(number) for number in numbers] == some + others
    assert len(set(numbers)) == len({*some, *others})


def test_thousands_of_words_stand_in_each_others_way_and_are_told_apart():
    some = [f"w{number}" for number in range(200_000)]
    lexicon = Lexicon(Settings())
    assert len(set(numbered(lexicon, some))) == len(some)
    assert not lexicon.is_full


@pytest.mark.parametrize(
    ("settings", "one", "other"),
    [
        (Settings(), "“No”", '"No"'),
        (Settings(), "dust…", "dust..."),
        (Settings(), "-", "–"),
        (Settings(capitals=True), "Lake", "lake"),
        (Settings(punctuation=True), "lake,", "lake"),
        (Settings(capitals=True, punctuation=True), "“Lake,”", "lake"),
    ],
)
def test_what_is_overlooked_reads_the_same(settings, one, other):
    lexicon = Lexicon(settings)
    first, second = lexicon.reads_as(lexicon.numbers(Letters.of([one, other])))
    assert first == second
    strict = Lexicon(Settings())
    first, second = strict.reads_as(strict.numbers(Letters.of([one, other])))
    assert bool(first == second) is (settings == Settings())


TOLD = """
again. Mr. J. e.g. U.S. no! “No!” (he said.) 3.14. St. extraordinary. extraordinarily. Étienne
d'Artagnan 'tis “the pág. end.' home.” x Oh… ?! naïve. I. o’clock. [He dont.
"""


@pytest.mark.parametrize("word", TOLD.split())
def test_signs_are_what_the_rules_of_sentences_say(word):
    lexicon = Lexicon(Settings())
    (signs,) = lexicon.signs(lexicon.numbers(Letters.of([word])))
    assert bool(signs & ENDS) == can_end(word)
    assert bool(signs & BEGINS) == can_begin(word)
    assert bool(signs & CAPITAL) == any(map(str.isupper, word[:2]))
    assert bool(signs & LIGHT) == (len(word) <= 3)


@settings(max_examples=25)
@given(st.lists(words, max_size=20), st.lists(words, max_size=20), st.booleans())
def test_a_word_met_alone_is_what_it_is_among_many(some, others, overlook):
    overlooked = Settings(capitals=overlook, punctuation=overlook)
    many, each = Lexicon(overlooked), Lexicon(overlooked)
    # Among many, quotes are made straight before their words are parted.
    numbers = many.numbers(Letters.of([*some, *others], plain=True))
    each.met(some)
    numbered(each, others)
    met = each.met([*some, *others])
    assert list(map(each.word, met.tolist())) == list(map(many.word, numbers.tolist()))
    assert each.signs(met).tolist() == many.signs(numbers).tolist()
    read, wanted = each.reads_as(met).tolist(), many.reads_as(numbers).tolist()
    assert list(map(each.word, read)) == list(map(many.word, wanted))
    assert len(each.characters(met)) == len(met)


@pytest.mark.parametrize("word", TOLD.split())
def test_a_word_met_alone_has_the_signs_it_has_among_many(word):
    alone, many = Lexicon(Settings()), Lexicon(Settings())
    assert alone.signs(alone.met([word])) == many.signs(many.numbers(Letters.of([word])))


@settings(max_examples=25)
@given(st.lists(st.lists(words, max_size=9), min_size=1, max_size=4), st.booleans())
def test_words_met_one_after_the_other_can_be_learned_together(batches, overlook):
    overlooked = Settings(capitals=overlook)
    late, soon = Lexicon(overlooked), Lexicon(overlooked)
    new = []
    numbers = []
    for batch in batches:
        some, more = late.met_in(Letters.of(batch))
        numbers += some.tolist()
        new += more
    late.learn(new)
    numbers = np.array(numbers, np.int64)
    wanted = np.array([number for batch in batches for number in numbered(soon, batch)], np.int64)
    assert list(map(late.word, numbers)) == list(map(soon.word, wanted))
    assert late.signs(numbers).tolist() == soon.signs(wanted).tolist()
    read, others = late.reads_as(numbers).tolist(), soon.reads_as(wanted).tolist()
    assert list(map(late.word, read)) == list(map(soon.word, others))
