"""Who is who: the names of two drafts, matched by where in the story they are told of.

A name is a word that stands with a capital inside sentences, again and again, and hardly ever
without. Two names are one person if the passages they stand in answer each other; so are a name
and whoever says "I" in the other draft.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.tellings.tables import Table
from writerdesk.compare.tellings.vocabulary import vocabulary
from writerdesk.compare.tellings.worded import Worded
from writerdesk.compare.values import Name, StopAsked, ask, never
from writerdesk.frozen import frozen

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
_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁĻŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽΑ-ΩА-Я"
_NAME = re.compile(rf"\b[{_CAPITALS}]\w+")
# The signs behind which a sentence may begin; what is quoted without marks begins behind a comma.
_BEFORE_SENTENCES = frozenset('.!?…:,;—–-"“”‘*')
_WORD = re.compile(r"\w+")

NARRATOR = "I"
"""What whoever tells a draft in the first person is called among its people."""
_FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))
# One "my" in a page of "he" is a slip; drafts told by "I" have 43 to 78 such words in a thousand.
_FIRST_FROM = 0.008


@frozen
class Person:
    """A name, and how often each paragraph has it."""

    name: str
    times: tuple[int, ...]

    @property
    def mentions(self) -> int:
        """How often the draft has the name."""
        return sum(self.times)


def people(said: Worded, stop: StopAsked = never) -> tuple[Person, ...]:
    """Return those a draft tells of by name, most often named first."""
    names_in = [_names_in(word) for word in said.written]
    ask(stop)
    inside = _named_inside(said, names_in)
    ask(stop)
    written = _counted(said)
    light = vocabulary().light
    names = {
        name
        for name, count in inside.items()
        if count >= _INSIDE
        and written[name] >= _LEAST_TIMES
        and name.lower() not in light
        and written[name.lower()] * _SMALL <= count
    }
    ask(stop)
    found = (Person(name, tuple(times)) for name, times in _told(said, names_in, names).items())
    return tuple(sorted(found, key=lambda person: (-person.mentions, person.name)))


def _names_in(word: str) -> list[str]:
    return _NAME.findall(word) if word[0].isupper() else []


def _counted(said: Worded) -> Counter[str]:
    """Count how often each word is written, those of joined words as well."""
    times = np.bincount(said.word, minlength=len(said.written))
    written: Counter[str] = Counter()
    for word, count in zip(said.written, times.tolist(), strict=True):
        for part in _WORD.findall(word):
            written[part] += count
    return written


def _told(said: Worded, names_in: Sequence[Sequence[str]], names: set[str]) -> dict[str, list[int]]:
    """Return how often each paragraph has each name."""
    told = {name: [0] * len(said.texts) for name in names}
    named = np.flatnonzero([not names.isdisjoint(some) for some in names_in])
    places = np.flatnonzero(np.isin(said.word, named))
    rows = zip(ints(said.word[places]), ints(said.paragraph[places]), strict=True)
    for word, paragraph in rows:
        for name in names_in[word]:
            if name in names:
                told[name][paragraph] += 1
    return told


def _named_inside(said: Worded, names_in: Sequence[Sequence[str]]) -> Counter[str]:
    """Count the names that stand where no sentence begins."""
    with_names = np.flatnonzero([bool(some) for some in names_in])
    places = np.flatnonzero(np.isin(said.word, with_names) & (said.start > 1))
    inside: Counter[str] = Counter()
    paragraphs, starts = ints(said.paragraph[places]), ints(said.start[places])
    for word, paragraph, start in zip(ints(said.word[places]), paragraphs, starts, strict=True):
        text = said.texts[paragraph]
        before = text[start - 2]
        if text[start - 1].isspace() and not before.isspace() and before not in _BEFORE_SENTENCES:
            inside[names_in[word][0]] += 1
    return inside


def narrator(said: Worded) -> Person | None:
    """Return whoever tells a draft by "I", with how often each paragraph says so outside talk."""
    first = np.array([word.split("'", 1)[0] in _FIRST_PERSON for word in said.folded], np.bool_)
    if not first.any():
        return None
    told = ~said.quoted
    where = said.paragraph[first[said.word] & told]
    times = np.bincount(where, minlength=len(said.texts))
    if times.sum() <= _FIRST_FROM * told.sum():
        return None
    return Person(NARRATOR, tuple(times.tolist()))


def matched(
    left: Sequence[Person],
    right: Sequence[Person],
    confidence: Table,
    narrators: tuple[Person | None, Person | None] = (None, None),
) -> tuple[tuple[Person, Person], ...]:
    """Return the people both drafts tell of: by the same name, else by answering passages.

    Da and Nana are called so by whoever tells; in another draft they have no other name. Where only
    one draft is told by "I", its narrator is looked for among those who are left.
    """
    there = {person.name: person for person in right}
    same = [(person, there[person.name]) for person in left if person.name in there]
    taken = {person.name for person, _ in same}
    taken |= {person.name for person in (*left, *right) if person.name.lower() in vocabulary().kin}
    ones = [person for person in left if person.name not in taken]
    others = [person for person in right if person.name not in taken]
    found = [*same, *_renamed(ones, others, _alike(ones, others, confidence))]
    here, there_ = narrators
    ones = [person for person in ones if all(one is not person for one, _ in found)]
    others = [person for person in others if all(other is not person for _, other in found)]
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
