"""What two paragraphs begin and end alike is not looked into, and nothing is lost by it."""

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.compare import Likeness, compare
from writerdesk.compare.trims import evident, trimmed
from writerdesk.manuscript import Document

SENTENCES = (
    "The dust tasted of regret.",
    "Pip ran home.",
    "“Never,” she said.",
    "Mr. Hyde was out.",
    "It rained all night!",
    "Who had the lantern?",
)


@given(st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=7), st.data())
def test_what_is_cut_off_is_the_same_on_both_sides(sentences, data):
    at = data.draw(st.integers(0, len(sentences) - 1))
    changed = [*sentences[:at], data.draw(st.sampled_from(SENTENCES)), *sentences[at + 1 :]]
    left, right = " ".join(sentences), " ".join(changed)
    found = trimmed(left, right)
    if found is not None:
        one, other = found
        assert left[: one.start] == right[: other.start]
        assert left[one.end :] == right[other.end :]
        ours, theirs = left[one.start : one.end].split(), right[other.start : other.end].split()
        assert ours[: one.head] == theirs[: other.head]
        assert ours[len(ours) - one.tail :] == theirs[len(theirs) - other.tail :]


def test_one_changed_word_in_a_long_paragraph_is_the_only_mark():
    left = " ".join(SENTENCES)
    right = left.replace("tasted", "smelled")
    (pair,) = compare(Document.from_paragraphs([left]), Document.from_paragraphs([right])).pairs
    marks = pair.detail.left.exact, pair.detail.right.exact
    assert [
        [text[m.start : m.end] for m in some]
        for text, some in zip((left, right), marks, strict=True)
    ] == [["tasted"], ["smelled"]]
    assert [strand.kind for strand in pair.detail.strands] == [Likeness.EDITED, Likeness.SAME]
    assert pair.words.kept == len(left.split()) - 1


def test_a_paragraph_that_may_have_been_split_is_not_evident():
    whole = "The dust tasted of regret and iron. It rained on the harbour all night long."
    halves = ["The dust tasted of regret and iron.", "It rained on the harbour all night long."]
    assert evident([whole], halves) == []


def test_thousands_of_lines_of_a_few_kinds_are_no_trouble():
    kinds = ("He said nothing at all to her that day.", "She laughed and went back home again.")
    left = Document.from_paragraphs(kinds[n % 3 % 2] for n in range(2000))
    right = Document.from_paragraphs(kinds[n % 5 % 2] for n in range(2000))
    assert compare(left, right).pairs
