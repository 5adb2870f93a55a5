"""Two drafts of which one is a revision of the other: most sentences are kept.

The recipe: paragraphs that stayed frame the rest (`matching`), what lies between them is paired by
its words (`finds`), what is left over may stand elsewhere (`moves`), and only what is unequal is
ever taken apart into words (`details`).

To compare again is to compare with a memory of what was found between which paragraphs: whatever
stands there still is not looked for twice, and the answer is the same.
"""

from collections.abc import Sequence
from dataclasses import field
from functools import partial

import numpy as np

from writerdesk.compare.chains import heaviest_chain, ints
from writerdesk.compare.filing import Filed, Rows, interleaved
from writerdesk.compare.filing import joined as joined_rows
from writerdesk.compare.finds import looked_into, tied_words
from writerdesk.compare.letters import Numbers
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.matching import frame, gaps_between
from writerdesk.compare.moves import Elsewhere, moved
from writerdesk.compare.names import NamesMet
from writerdesk.compare.pinned import Pinned
from writerdesk.compare.remembering import KnownGaps, KnownTies
from writerdesk.compare.table import Part, Row
from writerdesk.compare.texts import NO_TEXTS, TextNumbers, Texts
from writerdesk.compare.unlike import FORMAT, differently_set
from writerdesk.compare.values import Settings, StopAsked, ask
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document

# An edit adds a text to what is remembered, and an hour of writing some thousand: then all begins
# anew, for the price of one comparison.
_MOST_TEXTS, _MOST_PAST = 4_000, 2


@frozen(eq=False)
class Memory:
    """The words and texts met so far, the drafts as they were, and what was found between them."""

    lexicon: Lexicon
    numbers: TextNumbers = field(default_factory=TextNumbers)
    names: NamesMet = field(default_factory=NamesMet)
    sides: tuple[Texts, Texts] = (NO_TEXTS, NO_TEXTS)
    gaps: KnownGaps = field(default_factory=KnownGaps)
    elsewhere: Elsewhere = field(default_factory=Elsewhere)
    moves: KnownTies = field(default_factory=KnownTies)
    ties: KnownTies = field(default_factory=KnownTies)

    @classmethod
    def empty(cls, settings: Settings) -> "Memory":
        """Return a memory of nothing."""
        return cls(Lexicon(settings))

    def is_full(self, paragraphs: int) -> bool:
        """Tell whether there is more of the past in it than of drafts of so many paragraphs."""
        return len(self.numbers) > _MOST_TEXTS + _MOST_PAST * paragraphs


@frozen(eq=False)
class Revised:
    """The rows in the order of the left, how many words the paragraphs have, what to remember."""

    rows: Rows
    sizes: tuple[Numbers, Numbers]
    is_exact: bool
    memory: Memory


def revised(
    left: Document, right: Document, pinned: Pinned, memory: Memory, cancelled: StopAsked
) -> Revised:
    """Compare a draft with its revision."""
    numbers = memory.numbers
    plain = (
        numbers.texts(left.paragraphs, memory.sides[0], cancelled),
        numbers.texts(right.paragraphs, memory.sides[1], cancelled),
    )
    ours = numbers.apart(plain[0], pinned.left, "<")
    theirs = numbers.apart(plain[1], pinned.right, ">")
    ask(cancelled)
    at, to = frame(ours, theirs)
    ask(cancelled)
    ends, framed = gaps_between(at, to, ours, theirs)
    look = partial(looked_into, (ours, theirs), memory.lexicon, cancelled)
    tie = partial(tied_words, (ours, theirs), memory.lexicon, cancelled)
    gaps = memory.gaps.again(framed, ours, theirs, look)
    ask(cancelled)
    elsewhere, pairs = moved(framed, gaps.finds, memory.elsewhere, cancelled)
    # What stands elsewhere to the letter is a row like that of any paragraph that stayed.
    whole = ours.keys[pairs[:, 0]] == theirs.keys[pairs[:, 2]]
    same = (
        np.concatenate((at, ends[0], pairs[whole, 0])),
        np.concatenate((to, ends[1], pairs[whole, 2])),
    )
    pinned_ties = np.array(pinned.ties, np.int64).reshape(-1, 4)
    moves = memory.moves.again(pairs[~whole], ours, theirs, tie)
    ties = memory.ties.again(pinned_ties, ours, theirs, tie)
    parts = (gaps, framed.gaps), (moves, pairs[~whole]), (ties, pinned_ties)
    finds, moved_rows, tied = (known.finds.placed(places) for known, places in parts)
    found = finds, moved_rows, pinned.linked(tied)
    ask(cancelled)
    rows = _in_order(same, found, (ours, theirs), memory.lexicon.settings)
    if pinned.forbidden:
        rows = rows.taken(pinned.allowed(rows.facts, np.arange(len(rows.facts))))
    if len(pairs) or pinned.ties:
        _note_moves(rows.facts, ours, theirs)
    return Revised(
        rows,
        (ours.sizes, theirs.sizes),
        not any(known.finds.cut.any() for known, _ in parts),
        Memory(memory.lexicon, numbers, memory.names, plain, gaps, elsewhere, moves, ties),
    )


def _in_order(
    same: tuple[Numbers, Numbers],
    found: Sequence[Rows],
    sides: tuple[Texts, Texts],
    settings: Settings,
) -> Rows:
    """Return rows of paragraphs of one text and what was found besides, in the order of the left.

    Only a row whose paragraphs are set differently has something to say of itself, unless that is
    overlooked.
    """
    left, right = sides
    order = same[0].argsort(kind="stable")
    at, to = same[0][order], same[1][order]
    if not settings.format:
        differs = left.settings[at] != right.settings[to]
        found = (*found, _set_otherwise(at[differs], to[differs], left, right))
        at, to = at[~differs], to[~differs]
    some = [rows for rows in found if len(rows.facts)]
    return interleaved(at, to, left.sizes[at], joined_rows(some) if some else Rows.none())


def _set_otherwise(at: Numbers, to: Numbers, left: Texts, right: Texts) -> Rows:
    """Return the rows of paragraphs of one text that are set differently."""
    marks = [
        (row, 0, start, end, FORMAT)
        for row, (one, other) in enumerate(zip(ints(at), ints(to), strict=True))
        for start, end in differently_set(left.paragraphs[one], right.paragraphs[other])
    ]
    columns = np.array(marks, np.int64).reshape(-1, 5).T
    parts = list(Rows.none(len(at)).parts)
    parts[Part.LEFT_QUIET] = parts[Part.RIGHT_QUIET] = Filed.under(
        columns[0], tuple(columns[1:]), len(at)
    )
    rows = interleaved(at, to, left.sizes[at], Rows.none())
    return Rows(rows.facts, tuple(parts))


def _note_moves(facts: Numbers, left: Texts, right: Texts) -> None:
    """Note which rows have moved: those outside the heaviest chain of rows in order."""

    def tie(starts: Numbers) -> Numbers:
        return left.hashes(facts[starts, Row.LEFT]) + right.hashes(facts[starts, Row.RIGHT])

    chain = heaviest_chain(facts[:, Row.RIGHT], facts[:, Row.KEPT], tie)
    facts[:, Row.MOVED] = 1
    facts[chain, Row.MOVED] = 0
