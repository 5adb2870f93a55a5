"""Which words are marked for a reader: sentences first, words only where they read well.

Every exact change of an edited or reworked strand lies under a mark. Crumbs of one or two kept
words between two marks are no kept phrase, so the marks close over them.
"""

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.letters import Flags, Numbers
from writerdesk.compare.spelling import Spelled

# A sentence of which more has changed reads as a new one, but for so many words or more that it
# begins or ends with: "It's only settling," stays what is said whoever says it.
MOSTLY_CHANGED = 0.6
SHORTEST_FRAME = 2
# Fewer kept words than this between two marks read as noise, not as a kept phrase.
SHORTEST_KEPT_PHRASE = 3

# How a sentence is told: whole, by its words, or not at all.
WHOLE, WORDS, SILENT = 0, 1, 2


def shown_words(changed: Flags, told: NDArray[np.int8], side: Spelled) -> Flags:
    """Return which words to mark; ``told`` says of each how its sentence is told."""
    if not len(changed):
        return changed
    starts = side.first[:-1].nonzero()[0]
    edges = np.append(starts, len(changed))
    marked = (changed & (told == WORDS)) | (told == WHOLE)
    places = changed.nonzero()[0].searchsorted(edges)
    share = (places[1:] - places[:-1]) / (edges[1:] - edges[:-1])
    mostly = ((told[starts] == WORDS) & (share > MOSTLY_CHANGED)).nonzero()[0]
    if len(mostly):
        marked |= _inner(changed, starts, mostly)
    border = np.zeros(len(marked) + 1, np.bool_)
    border[side.bases] = True
    return _closed(marked, told == SILENT, border)


def _inner(changed: Flags, starts: Numbers, some: Numbers) -> Flags:
    """Return the words of some sentences but those that they begin or end with unchanged."""
    places = np.arange(len(changed))
    first = np.minimum.reduceat(np.where(changed, places, len(changed)), starts)[some]
    last = np.maximum.reduceat(np.where(changed, places, -1), starts)[some] + 1
    start, end = starts[some], np.append(starts[1:], len(changed))[some]
    edges = np.zeros(len(changed) + 1, np.int64)
    edges[np.where(first - start < SHORTEST_FRAME, start, first)] = 1
    edges[np.where(end - last < SHORTEST_FRAME, end, last)] -= 1
    return edges.cumsum()[:-1] > 0


def _closed(marked: Flags, silent: Flags, border: Flags) -> Flags:
    """Close marks over crumbs, but not over a paragraph's end nor over a silent sentence."""
    starts, ends = runs_of(~marked & ~silent, border)
    crumbs = (ends - starts < SHORTEST_KEPT_PHRASE) & (starts > 0) & (ends < len(marked))
    starts, ends = starts[crumbs], ends[crumbs]
    between = marked[starts - 1] & marked[ends] & ~border[starts] & ~border[ends]
    closed = marked.copy()
    for start, end in zip(starts[between].tolist(), ends[between].tolist(), strict=True):
        closed[start:end] = True
    return closed


def runs_of(flags: Flags, border: Flags) -> tuple[Numbers, Numbers]:
    """Return where runs of flags start and end; no run goes over a border."""
    before = np.concatenate(([False], flags[:-1]))
    after = np.concatenate((flags[1:], [False]))
    starts = np.flatnonzero(flags & (~before | border[:-1]))
    ends = np.flatnonzero(flags & (~after | border[1:])) + 1
    return starts, ends
