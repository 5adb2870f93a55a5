"""Which draft is meant: a number, then a letter, then a name."""

from pathlib import Path

import pytest

from tests.story.test_acts import story_of
from writerdesk.cli.stories import chosen_draft
from writerdesk.problem import Problem


def test_a_number_then_a_letter_then_a_name():
    story, _ = story_of("2", "B", "The lake smelled of salt")
    letters = [
        chosen_draft(story, word, Path("s")).letter
        for word in ("2", "b", "=2", "=B", "The lake smelled of salt")
    ]
    assert letters == ["B", "B", "A", "B", "C"]
    for word in ("4", "D", "=Z"):
        with pytest.raises(Problem, match=word):
            chosen_draft(story, word, Path("s"))
