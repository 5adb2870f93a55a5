"""How a draft reads to the score: the words of each paragraph, and which neighbours go together.

Neighbouring paragraphs often tell one beat together, most of all lines of talk. How likely they do
is read off their length, their talk and their openings; the words of such neighbours are pooled.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from writerdesk.compare.values import Cancelled, StopAsked, never
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Kind
from writerdesk.manuscript.folding import folded_texts
from writerdesk.manuscript.sentences import ends_mid_sentence
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


@frozen
class Reading:
    """What the score reads in one draft, a value for each paragraph.

    ``together`` says of each paragraph but the last how likely the next one tells the same beat;
    an ``is_unfinished`` draft stops in mid-sentence, so that nobody knows how long it will be.
    """

    words: tuple[tuple[str, ...], ...]
    together: tuple[float, ...]
    is_unfinished: bool = False

    def __len__(self) -> int:
        return len(self.words)


def read(document: Document, together: Sequence[float], stop: StopAsked = never) -> Reading:
    """Read a draft; ``together`` are the learned weights of `openings`."""
    texts = folded_texts([_text(document, n) for n in range(len(document))])
    said = tuple(tuple(words(text)) for text in _asking(texts, stop))
    chances = tuple(
        _chance(signs, together) if said[n] and said[n + 1] else 0.0
        for n, signs in enumerate(openings(texts, said))
    )
    last = next((text for text in reversed(texts) if text), "")
    return Reading(said, chances, ends_mid_sentence(last))


def openings(texts: Sequence[str], said: Sequence[Sequence[str]]) -> list[tuple[float, ...]]:
    """Return for each two neighbours what tells whether they belong to one beat."""
    talk = [_share_of_talk(text) for text in texts]
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


def _asking(some: Iterable[_T], stop: StopAsked) -> Iterator[_T]:
    for number, one in enumerate(some):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        yield one


def _text(document: Document, number: int) -> str:
    paragraph = document.paragraphs[number]
    return "" if paragraph.kind == Kind.SCENE_BREAK else paragraph.text


def _share_of_talk(text: str) -> float:
    if '"' not in text:
        return 0.0
    return sum(len(found.group()) for found in _TALK.finditer(text)) / len(text)


def _chance(signs: Sequence[float], weights: Sequence[float]) -> float:
    return 1 / (1 + math.exp(-sum(a * b for a, b in zip(signs, weights, strict=True))))
