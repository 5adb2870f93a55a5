"""Who is who: the names of two drafts, matched by where in the story they are told of.

A name is a word that stands with a capital inside sentences, again and again, and hardly ever
without. Two names are one person if the passages they stand in answer each other; so are a name
and whoever says "I" in the other draft.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from writerdesk.compare.tellings.tables import Table
from writerdesk.compare.tellings.vocabulary import vocabulary
from writerdesk.compare.values import Cancelled, Name, StopAsked, never
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document
from writerdesk.manuscript.folding import folded_texts

# Told of less often, a word with a capital is a place passed by or the start of a quotation.
_LEAST_TIMES = 3
# From this likeness of places on two names are one person; two who lead their stories, named this
# often each, need less. Tried on the seeds, the sample story, the blind tales and the rewrites: of
# seven people matched so seven were right, without the margin seven of twelve.
_LEAST_ALIKE, _LEAST_OF_LEADS, _LEADS = 0.4, 0.26, 8
# ...and this much more alike than either is to anybody else who is still free.
_MARGIN = 1.25
# A name is given at least this often where no sentence begins, and in at most a quarter as many
# places without a capital.
_INSIDE, _SMALL = 2, 4
# Names are looked for in so many paragraphs between two questions whether to stop.
_ASKED_EACH = 16
_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁĻŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽΑ-ΩА-Я"
_NAME = re.compile(rf"\b[{_CAPITALS}]\w+")
# A word that follows none of the signs behind which a sentence may begin.
_NAME_INSIDE = re.compile(rf"[^\s.!?…:—–\-\"“”‘*]\s([{_CAPITALS}]\w+)")
_WORD = re.compile(r"\w+")

NARRATOR = "I"
"""What whoever tells a draft in the first person is called among its people."""
_FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|myself)\b")
# One "my" in a page of "he" is a slip; drafts told by "I" have 43 to 78 such words in a thousand.
_FIRST_FROM = 0.008
_TALK = re.compile(r'"[^"]*(?:"|\Z)')


@frozen
class Person:
    """A name, and how often each paragraph has it."""

    name: str
    times: tuple[int, ...]

    @property
    def mentions(self) -> int:
        """How often the draft has the name."""
        return sum(self.times)


def people(document: Document, stop: StopAsked = never) -> tuple[Person, ...]:
    """Return those a draft tells of by name, most often named first."""
    light = vocabulary().light
    texts = [paragraph.text for paragraph in document.paragraphs]
    inside: Counter[str] = Counter()
    written: Counter[str] = Counter()
    for place, text in enumerate(texts):
        if place % _ASKED_EACH == 0 and stop():
            raise Cancelled
        inside.update(_NAME_INSIDE.findall(text))
        written.update(_WORD.findall(text))
    names = {
        name
        for name, times in inside.items()
        if times >= _INSIDE
        and written[name] >= _LEAST_TIMES
        and name.lower() not in light
        and written[name.lower()] * _SMALL <= times
    }
    told = {name: [0] * len(texts) for name in names}
    for place, text in enumerate(texts if names else ()):
        for name in _NAME.findall(text):
            if name in names:
                told[name][place] += 1
    found = (Person(name, tuple(times)) for name, times in told.items())
    return tuple(sorted(found, key=lambda person: (-person.mentions, person.name)))


def narrator(document: Document, stop: StopAsked = never) -> Person | None:
    """Return whoever tells a draft by "I", with how often each paragraph says so outside talk."""
    texts = folded_texts([paragraph.text for paragraph in document.paragraphs])
    times: list[int] = []
    said = 0
    for place, text in enumerate(texts):
        if place % _ASKED_EACH == 0 and stop():
            raise Cancelled
        told = _TALK.sub(" ", text) if '"' in text else text
        times.append(len(_FIRST_PERSON.findall(told)))
        said += told.count(" ") + 1
    return Person(NARRATOR, tuple(times)) if sum(times) > _FIRST_FROM * said else None


def matched(
    left: Sequence[Person],
    right: Sequence[Person],
    confidence: Table,
    narrators: tuple[Person | None, Person | None] = (None, None),
) -> tuple[tuple[Person, Person], ...]:
    """Return the people both drafts tell of: by the same name, else by answering passages.

    Where only one draft is told by "I", its narrator is looked for among those who are left.
    """
    there = {person.name: person for person in right}
    same = [(person, there[person.name]) for person in left if person.name in there]
    taken = {person.name for person, _ in same}
    ones = [person for person in left if person.name not in taken]
    others = [person for person in right if person.name not in taken]
    found = [*same, *_renamed(ones, others, _alike(ones, others, confidence))]
    here, there_ = narrators
    ones = [person for person in left if all(one is not person for one, _ in found)]
    others = [person for person in right if all(other is not person for _, other in found)]
    if here and not there_:
        found += _renamed([here], others, _alike([here], others, confidence))
    elif there_ and not here:
        found += _renamed(ones, [there_], _alike(ones, [there_], confidence))
    return tuple(found)


def _renamed(
    ones: Sequence[Person], others: Sequence[Person], alike: Table
) -> Iterator[tuple[Person, Person]]:
    """Give the two most alike again and again, as long as there is no doubt about them."""
    left = alike.copy()
    while left.size and left.max() > 0:
        i, j = (int(place) for place in np.unravel_index(left.argmax(), left.shape))
        best = float(left[i, j])
        left[i, j] = 0
        second = float(max(left[i].max(), left[:, j].max()))
        left[i, :], left[:, j] = 0, 0
        lead = min(ones[i].mentions, others[j].mentions) >= _LEADS
        least = _LEAST_OF_LEADS if lead else _LEAST_ALIKE
        if best >= least and best >= _MARGIN * second:
            yield ones[i], others[j]


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
