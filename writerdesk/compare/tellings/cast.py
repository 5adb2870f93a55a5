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
from writerdesk.manuscript.tokens import word_spans

# Told of less often, a word with a capital is a place passed by or the start of a quotation.
_LEAST_TIMES = 3
# Below this likeness of places two names are two people (tried on the sample story and the blind
# tales: .3 gave one wrong match, .4 none and lost none).
_LEAST_ALIKE = 0.4
# A word may begin a sentence behind one of these.
_SENTENCE_START = re.compile(r"(?:^|[.!?…:—–\-\"“”‘’'*])\s*$")


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
    found = [_capitals(text) for text in texts]
    inside = Counter(word for _, words in found for word in words)
    small = Counter(
        text[start:end]
        for text in texts
        for start, end in word_spans(text)
        if text[start:end].islower()
    )
    names = [
        name
        for name, times in inside.items()
        if times >= 2 and name.lower() not in light and small[name.lower()] * 4 < times
    ]
    told = [Person(name, tuple(words.count(name) for words, _ in found)) for name in names]
    often = [person for person in told if person.mentions >= _LEAST_TIMES]
    return tuple(sorted(often, key=lambda person: (-person.mentions, person.name)))


def matched(
    left: Sequence[Person], right: Sequence[Person], confidence: Table
) -> tuple[tuple[Person, Person], ...]:
    """Return the people both drafts tell of: by the same name, else by answering passages."""
    there = {person.name: person for person in right}
    same = [(person, there[person.name]) for person in left if person.name in there]
    taken = {person.name for person, _ in same}
    ones = [person for person in left if person.name not in taken]
    others = [person for person in right if person.name not in taken]
    likes = sorted(
        ((-_alike(one, other, confidence), one.name, other.name), one, other)
        for one in ones
        for other in others
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


def _alike(one: Person, other: Person, confidence: Table) -> float:
    """Return how far the passages of one answer those of the other, and no passages else."""
    left, right = np.minimum(one.times, 2), np.minimum(other.times, 2)
    met = np.minimum(left[:, None], right[None, :]) * confidence
    missed = np.abs(left[:, None] - right[None, :]) * confidence
    return float(met.sum() / max(1e-6, met.sum() + missed.sum()))


def _capitals(text: str) -> tuple[list[str], list[str]]:
    """Return the words with a capital, and those of them inside a sentence."""
    every: list[str] = []
    inside: list[str] = []
    for start, end in word_spans(text):
        word = re.sub("['’]s$", "", text[start:end])
        if word[0].isupper() and len(word) > 1 and not word.isupper():
            every.append(word)
            if not _SENTENCE_START.search(text[max(0, start - 4) : start]):
                inside.append(word)
    return every, inside
