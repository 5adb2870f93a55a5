"""What a Markdown file of notes, sheets or judgements said that had no place to go."""

from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from writerdesk.story.story import Story


class Left(StrEnum):
    """What was left out, or did not find its place."""

    LINE = "line"
    """A line that says nothing of what the file is for."""

    PLACE = "place"
    """A note whose words are nowhere: it is on its draft, or on the story, the words kept in it."""

    WORDS = "words"
    """A judgement on words that are nowhere."""

    DRAFT = "draft"
    """What is said of a draft that is not there."""

    PICTURE = "picture"
    """A picture that does not lie beside the file."""

    PERSON = "person"
    """A relation to somebody who has no sheet."""


class TakenIn(NamedTuple):
    """A story with what a file says, and what of that had no place, by how often."""

    story: Story
    left: Counter[Left]
