"""What the tests of a story's file are made of: a clock, dice, and texts that change."""

import random
from datetime import UTC, datetime, timedelta
from itertools import count

from hypothesis import strategies as st

from writerdesk.manuscript import (
    Change,
    Document,
    Kind,
    Mark,
    Origin,
    Paragraph,
    ParagraphId,
    unwritable,
)
from writerdesk.project import Project

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Clock:
    """A clock that moves only when told, or a second each time it is read."""

    def __init__(self, step=timedelta(seconds=1)):
        self.now = NOON
        self.step = step

    def __call__(self):
        self.now += self.step
        return self.now


def dice(seed=1):
    return random.Random(seed).getrandbits


def new_project(path, seed=1):
    drawn = dice(seed)
    return Project.create(path, clock=Clock(), replica=lambda: drawn(31))


def open_project(path, seed=2, *, read_only=False, clock=None):
    drawn = dice(seed)
    return Project.open(
        path, clock=clock or Clock(), replica=lambda: drawn(31), read_only=read_only
    )


def text_change(after, before=None, record="d1", field="text"):
    return Change("draft", record, field, before, after)


def fields(project):
    return {record.id: dict(record.fields) for record in project.records()}


def same(left, right):
    """Tell whether two values are one and the same, texts by all they hold."""
    if isinstance(left, Document) and isinstance(right, Document):
        return left.is_identical(right)
    return type(left) is type(right) and left == right


_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).filter(
    lambda text: not unwritable(text)
)
_marks = st.builds(
    Mark,
    st.integers(0, 10),
    st.integers(0, 40),
    st.sampled_from(["italic", "bold", "newer"]),
    st.sampled_from(["", "x"]),
)
paragraphs = st.builds(
    Paragraph,
    _texts,
    st.sampled_from([Kind.BODY, Kind.QUOTE, "newer_kind"]),
    st.lists(_marks, max_size=3).map(tuple),
)


@st.composite
def edits(draw):
    """Draw the states of one text, each made of the one before by an edit."""
    numbers = count(1)
    document = Document(language=draw(st.sampled_from(["", "en", "fr"])))
    states = [document]
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(0, len(document)))
        end = draw(st.integers(start, min(len(document), start + 3)))
        kept = document.ids[start : start + 1] if end > start and draw(st.booleans()) else ()
        born = [
            ParagraphId(draw(st.sampled_from([7, 2**31 - 1])), next(numbers))
            for _ in range(draw(st.integers(0, 3)))
        ]
        ids = [*kept, *born]
        gone = [id for id in document.ids[start:end] if id not in kept]
        document = document.splice(
            start,
            end,
            [(id, draw(paragraphs)) for id in ids],
            origins={
                id: Origin("d0", draw(st.sampled_from(["", "a-1"])), ParagraphId(1, id.counter))
                for id in born[:1]
            },
            aliases={id: ids[0] for id in gone[:1] if ids},
        )
        states.append(document)
    return states
