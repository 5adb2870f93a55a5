"""Words that are taken from the shelf are those that are read."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.drafts import paragraphs
from writerdesk.compare import Settings
from writerdesk.compare.few_words import read
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.shelf import Shelf
from writerdesk.compare.spelling import spelled
from writerdesk.compare.values import never


@settings(max_examples=25, deadline=None)
@given(st.lists(paragraphs, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_what_was_read_before_and_what_is_new_is_read_the_same(some, random):
    texts = [paragraph.text for paragraph in some]
    lexicon = Lexicon(Settings())
    shelf = Shelf(lexicon)
    kept = random.sample(range(len(texts)), random.randint(1, len(texts)))
    shelf.keep(np.array(kept), spelled([texts[n] for n in kept], lexicon, never))
    asked = [random.randrange(len(texts)) for _ in range(4)]
    found = shelf.few([texts[n] for n in asked], np.array(asked))
    wanted = read([texts[n] for n in asked], lexicon)
    assert found.texts == wanted.texts
    assert found.by_paragraph() == wanted.by_paragraph()
    assert found.numbers.tolist() == wanted.numbers.tolist()
    assert (found.signs, found.bases) == (wanted.signs, wanted.bases)
    assert (found.starts, found.ends) == (wanted.starts, wanted.ends)


def test_the_most_that_was_read_at_once_is_kept():
    lexicon = Lexicon(Settings())
    shelf = Shelf(lexicon)
    much = spelled(["It rained on the harbour.", "The cat slept."], lexicon, never)
    shelf.keep(np.array([4, 7]), much)
    shelf.keep(np.array([2]), spelled(["Yes."], lexicon, never))
    # The text is not looked at, as it is known by its number.
    assert shelf.few(["?"], np.array([7])).by_paragraph() == much.by_paragraph()[1:]
