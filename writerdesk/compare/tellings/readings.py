"""How a draft reads to the score: the words of each paragraph, and which neighbours go together.

Neighbouring paragraphs often tell one beat together, most of all lines of talk. How likely they do
is read off their length, their talk and their openings; the words of such neighbours are pooled.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.tellings.worded import Worded, worded
from writerdesk.compare.values import StopAsked, ask, never
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document
from writerdesk.manuscript.folding import folded_texts
from writerdesk.manuscript.sentences import ends_mid_sentence

# Beyond this many paragraphs a pool holds next to nothing of its middle.
REACH = 5

# Folded signs that open a speech.
_SPEECH = frozenset("\"—'")
# No opening in time is longer, with whatever folds to nothing in it.
_OPENING = 80
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


@frozen(eq=False)
class Reading:
    """What the score reads in one draft.

    ``together`` says of each paragraph but the last how likely the next one tells the same beat;
    an ``is_unfinished`` draft stops in mid-sentence, so that nobody knows how long it will be.
    """

    said: Worded
    together: tuple[float, ...]
    is_unfinished: bool = False

    def __len__(self) -> int:
        return len(self.said.texts)


def read(document: Document, together: Sequence[float], stop: StopAsked = never) -> Reading:
    """Read a draft; ``together`` are the learned weights of `openings`."""
    said = worded(document, stop)
    ask(stop)
    sizes = said.sizes
    signs = openings(said)
    ask(stop)
    chances = 1 / (1 + np.exp(-(signs @ np.array(together))))
    chances *= (sizes[:-1] > 0) & (sizes[1:] > 0)
    last = next((text for text in reversed(said.texts) if text.strip()), "")
    return Reading(said, tuple(chances.tolist()), ends_mid_sentence(last))


def openings(said: Worded) -> NDArray[np.float64]:
    """Return for each two neighbours what tells whether they belong to one beat."""
    lengths, begun = np.log1p(said.sizes), _begun(said.texts)
    signs = (
        lengths[:-1],
        lengths[1:],
        said.talk[:-1] > 0.6,
        said.talk[1:] > 0.2,
        np.array([bool(_IN_TIME.match(text)) for text in begun[1:]], np.bool_),
        np.array([text[:1] in _SPEECH for text in begun[1:]], np.bool_),
    )
    ones = np.ones(max(0, len(said.texts) - 1))
    return np.column_stack((ones, *signs)).astype(np.float64)


def _begun(texts: Sequence[str]) -> list[str]:
    """Return as much of each text, folded, as an opening in time may take."""
    return folded_texts([text[:_OPENING] for text in texts]) if texts else []
