"""Who is who: the names of two drafts, matched by where in the story they are told of.

A name is a word that stands with a capital inside sentences, again and again, and hardly ever
without. Two names are one person if the passages they stand in answer each other.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from writerdesk.compare.tellings.rows import Table
from writerdesk.compare.tellings.vocabulary import vocabulary
from writerdesk.compare.values import Name
from writerdesk.manuscript import Document

# Told of less often, a word with a capital is a place passed by or the start of a quotation.
_LEAST_TIMES = 3
# Below this likeness of places two names are two people (tried on the sample story and the blind
# tales: .3 gave one wrong match, .4 none and lost none).
_LEAST_ALIKE = 0.4
# A name is given at least this often where no sentence begins, and in at most a quarter as many
# places without a capital.
_INSIDE, _SMALL = 2, 4
_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁĻŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽΑ-ΩА-Я"
_NAME = re.compile(rf"\b[{_CAPITALS}]\w+")
# A word that follows none of the signs behind which a sentence may begin.
_NAME_INSIDE = re.compile(rf"[^\s.!?…:—–\-\"“”‘*]\s([{_CAPITALS}]\w+)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Person:
    """A name, and how often each paragraph has it."""

    name: str
    times: tuple[int, ...]

    @property
    def mentions(self) -> int:
        """How often the draft has the name."""
        return sum(self.times)


def people(document: Document) -> tuple[Person, ...]:
    """Return those a draft tells of by name, most often named first."""
    light = vocabulary().light
    texts = [paragraph.text for paragraph in document.paragraphs]
    whole = "\n\n".join(texts)
    inside = Counter(_NAME_INSIDE.findall(whole))
    written = Counter(_WORD.findall(whole))
    names = {
        name
        for name, times in inside.items()
        if times >= _INSIDE
        and written[name] >= _LEAST_TIMES
        and name.lower() not in light
        and written[name.lower()] * _SMALL <= times
    }
    found = [Counter(name for name in _NAME.findall(text) if name in names) for text in texts]
    told = [Person(name, tuple(some[name] for some in found)) for name in names]
    return tuple(sorted(told, key=lambda person: (-person.mentions, person.name)))


def matched(
    left: Sequence[Person], right: Sequence[Person], confidence: Table
) -> tuple[tuple[Person, Person], ...]:
    """Return the people both drafts tell of: by the same name, else by answering passages."""
    there = {person.name: person for person in right}
    same = [(person, there[person.name]) for person in left if person.name in there]
    taken = {person.name for person, _ in same}
    ones = [person for person in left if person.name not in taken]
    others = [person for person in right if person.name not in taken]
    table = _alike(ones, others, confidence)
    likes = sorted(
        ((-float(table[i, j]), one.name, other.name), one, other)
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
    )
    renamed: list[tuple[Person, Person]] = []
    used: set[tuple[str, int]] = set()
    for (unlike, *_), one, other in likes:
        keys = {(one.name, 0), (other.name, 1)}
        if -unlike >= _LEAST_ALIKE and not keys & used:
            used |= keys
            renamed.append((one, other))
    return (*same, *renamed)


def renamed(cast: Sequence[tuple[Person, Person]]) -> tuple[Name, ...]:
    """Return those who are called otherwise in the other draft, with all places they are named."""
    return tuple(
        Name(one.name, other.name, one.mentions + other.mentions)
        for one, other in cast
        if one.name != other.name
    )


def _alike(ones: Sequence[Person], others: Sequence[Person], confidence: Table) -> Table:
    """Return how far the passages of each one answer those of each other, and no passages else.

    A passage that names both equally often (twice counts as often) speaks for the two, one that
    names only one of them against it.
    """
    if not ones or not others:
        return np.zeros((len(ones), len(others)), np.float32)
    left = np.minimum([person.times for person in ones], 2).astype(np.float32)
    right = np.minimum([person.times for person in others], 2).astype(np.float32)
    met = np.zeros((len(ones), len(others)), np.float32)
    for times in (1, 2):
        here, there = ((side >= times).astype(np.float32) for side in (left, right))
        met += here @ confidence @ there.T
    all_left, all_right = left @ confidence.sum(axis=1), right @ confidence.sum(axis=0)
    every = all_left[:, None] + all_right[None, :] - met
    return (met / np.maximum(every, 1e-6)).astype(np.float32)
