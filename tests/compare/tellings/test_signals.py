"""What speaks for a tie, and what doesn't."""

import numpy as np

from writerdesk.compare.tellings.readings import Reading, read
from writerdesk.compare.tellings.rows import product
from writerdesk.compare.tellings.score import beside
from writerdesk.compare.tellings.signals import apart
from writerdesk.compare.tellings.tables import cosines, less_rivals, pooled_cosines
from writerdesk.compare.tellings.terms import terms
from writerdesk.compare.tellings.worded import worded
from writerdesk.compare.values import never
from writerdesk.manuscript import Document

TOGETHER = (0.0,) * 7


def reading(*texts):
    return read(Document.from_paragraphs(texts), TOGETHER)


def told(*lengths, is_unfinished=False):
    document = Document.from_paragraphs(["word " * n for n in lengths])
    return Reading(worded(document), (0.0,) * (len(lengths) - 1), is_unfinished)


def test_openers_and_stock_phrases_weigh_next_to_nothing():
    left = reading("One day, slowly and carefully, the ferryman", "Nothing here but apricots.")
    right = reading("One day, slowly and carefully, a comet", "The ferryman again, quite silent.")
    rows = terms(left, right).content
    table = cosines(product(*rows, never), rows, never)
    assert table[0, 1] > table[0, 0]


def test_a_draft_that_stops_in_mid_sentence_is_measured_by_the_longer_one():
    whole, half = told(9, 9, 9, 9), told(9, 9, is_unfinished=True)
    assert np.allclose(np.diag(apart(half, whole)), 0)
    assert np.allclose(apart(half, whole), apart(whole, half).T)
    assert apart(told(9, 9), whole)[1, 1] > 0.3


def test_a_draft_without_its_last_full_stop_is_unfinished():
    assert reading("It rained.", "He opened the door and").is_unfinished
    assert not reading("It rained.", "He opened the door.", "").is_unfinished


def test_a_tie_is_supported_by_the_best_just_ahead_and_just_behind():
    likely = np.zeros((6, 6), np.float32)
    likely[0, 0], likely[3, 2] = 0.5, 0.75
    found = beside(likely)
    assert found[1, 1] == 1.25
    assert found[2, 2] == 0.5
    assert found[0, 0] == 0.75
    assert found[4, 1] == 0


def test_neighbours_that_tell_one_beat_lend_each_other_their_words():
    left = reading("The ferryman slept.", "He woke: a comet.", "Apricots.")
    right = reading("A comet stood over the ferryman.", "Apricots, apricots.")
    rows = terms(left, right).words
    plain = product(*rows, never)
    apart_, none = np.zeros((3, 11), np.float32), np.zeros((2, 11), np.float32)
    apart_[:, 5], none[:, 5] = 1, 1
    alone = pooled_cosines(plain, rows, (apart_, none), never)
    assert np.allclose(alone, cosines(plain, rows, never), atol=1e-5)
    lent = apart_.copy()
    lent[0, 6] = lent[1, 4] = 1
    both = pooled_cosines(plain, rows, (lent, none), never)
    assert both[0, 0] > alone[0, 0]
    assert both[0, 0] == both[1, 0]
    assert both[2, 1] == alone[2, 1]


def test_rivals_are_taken_from_row_and_column_and_missing_ones_are_nothing():
    table = less_rivals(np.array([[1.0, 0.5]], np.float32), never)
    assert np.allclose(table, [[1 - (0.3 + 0.2) / 2, 0.5 - (0.3 + 0.1) / 2]])
