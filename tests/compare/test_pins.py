"""The writer's own word on passages of a revision."""

from writerdesk.compare import By, Pin, compare
from writerdesk.manuscript import Document, Passage

TEXTS = (
    "Pip carried the lantern over the water and went home.",
    "The storm came up from the harbour in the dead of night.",
    "Nobody in the house had slept, and nobody said so.",
    "In the morning the nets were gone, and half of the quay.",
)


def passage(document, *numbers):
    return Passage("draft", tuple(document.ids[n] for n in numbers))


def numbered(comparison):
    left, right = comparison.left.place_of, comparison.right.place_of
    return [([left(i) for i in p.left], [right(i) for i in p.right]) for p in comparison.pairs]


def two_drafts():
    left = Document.from_paragraphs(TEXTS)
    right = Document.from_paragraphs((*TEXTS[:2], "They lay awake until the bells rang.", TEXTS[3]))
    return left, right


def test_what_the_writer_drew_is_a_sure_pair_whatever_its_words_say():
    left, right = two_drafts()
    assert ([2], [2]) not in numbered(compare(left, right))
    pin = Pin(passage(left, 2), passage(right, 2), By.DRAWN)
    found = compare(left, right, pins=[pin])
    (pair,) = [pair for pair in found.pairs if pair.left == (left.ids[2],)]
    assert pair.right == (right.ids[2],)
    assert pair.confidence == 1.0
    assert [link.by for link in pair.links] == [By.DRAWN]
    assert len(found.pairs) == 4


def test_what_the_writer_forbade_is_no_pair_even_if_it_is_the_same():
    left, right = two_drafts()
    pin = Pin(passage(left, 1), passage(right, 1), By.FORBIDDEN)
    found = compare(left, right, pins=[pin])
    assert ([1], [1]) not in numbered(found)
    assert left.ids[1] in found.left_only
    assert right.ids[1] in found.right_only


def test_a_tie_across_the_draft_is_a_move_and_its_neighbours_stay():
    left, right = two_drafts()
    pin = Pin(passage(left, 0), passage(right, 3), By.CONFIRMED)
    found = compare(left, right, pins=[pin])
    assert ([0], [3]) in numbered(found)
    assert ([1], [1]) in numbered(found)
    assert sum(pair.moved for pair in found.pairs) == 1


def test_of_two_ties_of_one_paragraph_the_second_is_a_link():
    left, right = two_drafts()
    first = Pin(passage(left, 0), passage(right, 0), By.CONFIRMED)
    second = Pin(passage(left, 0), passage(right, 2), By.DRAWN)
    found = compare(left, right, pins=[first, second])
    assert ([0], [0]) in numbered(found)
    assert [(link.right, link.by) for link in found.weak_links] == [(right.ids[2], By.DRAWN)]
