"""Which words are marked for a reader: sentences first, words only where they read well.

Every exact change of an edited or reworked strand lies under a mark. Crumbs of one or two kept
words between two marks are no kept phrase, so the marks close over them.
"""

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.filing import places_of
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
    places = changed.nonzero()[0]
    many = places.searchsorted(edges)
    share = (many[1:] - many[:-1]) / (edges[1:] - edges[:-1])
    mostly = ((told[starts] == WORDS) & (share > MOSTLY_CHANGED)).nonzero()[0]
    if len(mostly):
        changes = places[many[mostly]], places[many[mostly + 1] - 1] + 1
        marked |= _inner(changes, edges[mostly], edges[mostly + 1], len(changed))
    border = np.zeros(len(marked) + 1, np.bool_)
    border[side.bases] = True
    return _closed(marked, told == SILENT, border)


def _inner(changes: tuple[Numbers, Numbers], start: Numbers, end: Numbers, words: int) -> Flags:
    """Return the words of sentences but those that they begin or end with unchanged.

    ``changes`` are where the first change of each begins and the last one ends.
    """
    first, last = changes
    inside = np.zeros(words + 1, np.int8)
    # No two sentences begin or end at the same word.
    inside[np.where(first - start < SHORTEST_FRAME, start, first)] = 1
    inside[np.where(end - last < SHORTEST_FRAME, end, last)] -= 1
    return inside[:-1].cumsum(dtype=np.int8) > 0


def _closed(marked: Flags, silent: Flags, border: Flags) -> Flags:
    """Close marks over crumbs, but not over a paragraph's end nor over a silent sentence."""
    starts, ends = runs_of(~marked & ~silent, border)
    crumbs = (ends - starts < SHORTEST_KEPT_PHRASE) & (starts > 0) & (ends < len(marked))
    starts, ends = starts[crumbs], ends[crumbs]
    between = marked[starts - 1] & marked[ends] & ~border[starts] & ~border[ends]
    starts = starts[between]
    marked[places_of(starts, ends[between] - starts)] = True
    return marked


def runs_of(flags: Flags, border: Flags) -> tuple[Numbers, Numbers]:
    """Return where runs of flags start and end; no run goes over a border."""
    before = np.concatenate(([False], flags[:-1]))
    after = np.concatenate((flags[1:], [False]))
    starts = np.flatnonzero(flags & (~before | border[:-1]))
    ends = np.flatnonzero(flags & (~after | border[1:])) + 1
    return starts, ends
