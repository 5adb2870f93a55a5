"""How a draft reads to the score: the words of each paragraph, how much is talk, how it opens.

Neighbouring paragraphs often tell one beat together, most of all lines of talk. How likely they do
is read off their length, their talk and their openings; the words of such neighbours are pooled.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from writerdesk.compare.tellings.vocabulary import Vocabulary, vocabulary
from writerdesk.compare.values import Cancelled, StopAsked, never
from writerdesk.manuscript import Document, Kind
from writerdesk.manuscript.folding import folded_texts
from writerdesk.manuscript.tokens import words

_T = TypeVar("_T")
# Reading asks whether to stop once in so many paragraphs: 5 ms of long ones.
_ASKED_EACH = 32
# Beyond this many paragraphs a pool holds next to nothing of its middle.
REACH = 5

_TALK = re.compile(r'"[^"]*(?:"|\Z)')
# "By morning", "The next day", "On the ninth": an opening in time begins a beat.
_TIMES = (
    "mornings? nights? evenings? noon midnight dawn days? weeks? months? years? winters? springs? "
    "summers? autumns? january february march april may june july august september october "
    "november december christmas monday tuesday wednesday thursday friday saturday sunday o'clock "
    "hours? later time end last"
)
_OPENERS = (
    "by in on at that the one all from after before for next towards? with when it then now once so"
)
_IN_TIME = re.compile(
    rf"\"?(?:{_OPENERS.replace(' ', '|')})\b[^,.;]{{0,40}}?\b(?:{_TIMES.replace(' ', '|')})\b"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the score reads in one draft, a value for each paragraph.

    ``together`` says of each paragraph but the last how likely the next one tells the same beat.
    """

    words: tuple[tuple[str, ...], ...]
    content: tuple[tuple[str, ...], ...]
    classes: tuple[tuple[int, ...], ...]
    talk: tuple[float, ...]
    together: tuple[float, ...]

    def __len__(self) -> int:
        return len(self.words)


def read(document: Document, together: Sequence[float], stop: StopAsked = never) -> Reading:
    """Read a draft; ``together`` are the learned weights of `openings`."""
    known = vocabulary()
    texts = folded_texts([_text(document, n) for n in range(len(document))])
    said = tuple(tuple(words(text)) for text in _asking(texts, stop))
    content = tuple(tuple(known.content(some)) for some in _asking(said, stop))
    talk = tuple(share_of_talk(text) for text in texts)
    chances = tuple(
        _chance(signs, together) if said[n] and said[n + 1] else 0.0
        for n, signs in enumerate(openings(texts, said, talk))
    )
    return Reading(said, content, tuple(_classes(some, known) for some in content), talk, chances)


def openings(
    texts: Sequence[str], said: Sequence[Sequence[str]], talk: Sequence[float]
) -> list[tuple[float, ...]]:
    """Return for each two neighbours what tells whether they belong to one beat."""
    return [
        (
            1.0,
            math.log(1 + len(said[n])),
            math.log(1 + len(said[n + 1])),
            float(talk[n] > 0.6),
            float(talk[n + 1] > 0.2),
            float(bool(_IN_TIME.match(texts[n + 1]))),
            float(texts[n + 1][:1] in {'"', "—", "'"}),
        )
        for n in range(len(texts) - 1)
    ]


def _asking(some: Sequence[_T], stop: StopAsked) -> Iterator[_T]:
    for number, one in enumerate(some):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        yield one


def _text(document: Document, number: int) -> str:
    paragraph = document.paragraphs[number]
    return "" if paragraph.kind == Kind.SCENE_BREAK else paragraph.text


def share_of_talk(text: str) -> float:
    """Return how much of a folded text stands in quotation marks."""
    return sum(len(found.group()) for found in _TALK.finditer(text)) / max(1, len(text))


def _classes(content: Sequence[str], known: Vocabulary) -> tuple[int, ...]:
    return tuple(number for word in set(content) for number in known.classes.get(word, ()))


def _chance(signs: Sequence[float], weights: Sequence[float]) -> float:
    return 1 / (1 + math.exp(-sum(a * b for a, b in zip(signs, weights, strict=True))))
