"""Long drafts are read for what they tell only at a sign that they are one story."""

import random

import pytest

from writerdesk.compare import compare
from writerdesk.manuscript import Document


def invented(seed: int) -> list[str]:
    """Return as many short paragraphs of words nobody else uses as make a draft a long one."""
    draw = random.Random(seed)
    words = ["".join(draw.choices("aeioulnrst", k=draw.randint(2, 7))) for _ in range(3000)]
    return [" ".join(draw.choices(words, k=12)) for _ in range(710)]


def test_two_long_drafts_with_nothing_in_common_are_not_read_for_what_they_tell():
    assert not compare(*map(Document.from_paragraphs, (invented(1), invented(2)))).exact


@pytest.mark.torture
def test_a_long_draft_that_kept_a_seventh_is_read_for_what_it_tells():
    both = zip(invented(1), invented(2), strict=True)
    mixed = [one if number % 7 == 0 else other for number, (one, other) in enumerate(both)]
    assert compare(*map(Document.from_paragraphs, (invented(1), mixed))).exact
