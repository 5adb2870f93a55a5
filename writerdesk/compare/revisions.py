"""Two drafts of which one is a revision of the other: most sentences are kept.

The recipe: paragraphs that stayed frame the rest (`matching`), what lies between them is paired by
its words (`finds`), what is left over may stand elsewhere (`moves`), and only what is unequal is
ever taken apart into words (`details`).

To compare again is to compare with a memory of what was found between which paragraphs: whatever
stands there still is not looked for twice, and the answer is the same.
"""

from dataclasses import dataclass, field, replace
from functools import partial
from operator import attrgetter
from zlib import crc32

import numpy as np

from writerdesk.compare.chains import heaviest_chain, ints
from writerdesk.compare.filing import Filed, Rows
from writerdesk.compare.filing import joined as joined_rows
from writerdesk.compare.finds import Texts, looked_into, tied_words
from writerdesk.compare.lexicon import Lexicon, Numbers
from writerdesk.compare.matching import Half, TextNumbers, frame, gaps_between
from writerdesk.compare.moves import Elsewhere, elsewhere, lone
from writerdesk.compare.pinned import Pinned
from writerdesk.compare.remembering import Remembered
from writerdesk.compare.table import SURE, Part, Row
from writerdesk.compare.unlike import FORMAT, are_plain, differently_set
from writerdesk.compare.values import Settings, StopAsked
from writerdesk.manuscript import Document, Paragraph

# An edit adds a text to what is remembered, and an hour of writing some thousand: then all begins
# anew, for the price of one comparison.
_MOST_TEXTS, _MOST_PAST = 4_000, 2


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """What was found in gaps and of what stands elsewhere, and the words and texts met so far."""

    lexicon: Lexicon
    numbers: TextNumbers = field(default_factory=TextNumbers)
    gaps: Remembered = field(default_factory=Remembered)
    moves: Remembered = field(default_factory=Remembered)

    @classmethod
    def empty(cls, settings: Settings) -> "Memory":
        """Return a memory of nothing."""
        return cls(Lexicon(settings))

    def is_full(self, paragraphs: int) -> bool:
        """Tell whether there is more of the past in it than of drafts of so many paragraphs."""
        return len(self.numbers) > _MOST_TEXTS + _MOST_PAST * paragraphs


@dataclass(frozen=True, slots=True, eq=False)
class Revised:
    """The rows in the order of the left, how many words the paragraphs have, what to remember."""

    rows: Rows
    sizes: tuple[Numbers, Numbers]
    elsewhere: Elsewhere
    is_exact: bool
    memory: Memory


def revised(
    left: Document, right: Document, pinned: Pinned, memory: Memory, cancelled: StopAsked
) -> Revised:
    """Compare a draft with its revision."""
    ours, theirs = _sides(left, right, pinned, memory.numbers)
    at, to = frame(ours.half, theirs.half)
    ends, gaps = gaps_between(at, to, ours.half, theirs.half)
    look = partial(looked_into, (ours, theirs), memory.lexicon, cancelled)
    tie = partial(tied_words, (ours, theirs), memory.lexicon, cancelled)
    found = memory.gaps.again(gaps, ours, theirs, look)
    beside = elsewhere(*lone(gaps, found.finds))
    moved = memory.moves.again(beside.pairs, ours, theirs, tie)
    parts = (found.finds, gaps), (moved.finds, beside.pairs), (tie(pinned.ties), pinned.ties)
    finds, moves, tied = (Rows(some.placed(at), some.rows.parts) for some, at in parts)
    more = np.array(ends, np.int64).reshape(-1, 2).T
    rows = joined_rows(
        (
            _same(np.append(at, more[0]), np.append(to, more[1]), ours, theirs),
            finds,
            moves,
            pinned.linked(tied),
        )
    )
    rows = rows.taken(pinned.allowed(rows.facts, np.argsort(rows.facts[:, Row.LEFT])))
    if beside.pairs or pinned.ties:
        _note_moves(rows.facts, left, right)
    return Revised(
        rows,
        (ours.half.sizes, theirs.half.sizes),
        beside,
        not any(any(some.cut) for some, _ in parts),
        Memory(memory.lexicon, memory.numbers, found, moved),
    )


def _sides(
    left: Document, right: Document, pinned: Pinned, numbers: TextNumbers
) -> tuple[Texts, Texts]:
    one, other = (
        Texts(
            numbers.half(list(map(_TEXT, side.paragraphs))),
            side.paragraphs,
            outside,
            are_plain(side.paragraphs),
        )
        for side, outside in ((left, pinned.left), (right, pinned.right))
    )
    return _apart(one, numbers, "<"), _apart(other, numbers, ">")


_TEXT = attrgetter("text")


def _apart(side: Texts, numbers: TextNumbers, sign: str) -> Texts:
    """Number paragraphs that stand outside as nothing else is numbered, on neither side."""
    if not side.outside:
        return side
    keys, some = side.half.keys.copy(), sorted(side.outside)
    keys[some] = numbers.half([f"\0{sign}{side.half.texts[n]}" for n in some]).keys
    return replace(side, half=Half(side.half.texts, keys, side.half.sizes))


def _same(at: Numbers, to: Numbers, left: Texts, right: Texts) -> Rows:
    """Return the rows of paragraphs of one text."""
    rows = Rows.none(len(at))
    facts = rows.facts
    facts[:, Row.LEFT], facts[:, Row.LEFT_END] = at, at + 1
    facts[:, Row.RIGHT], facts[:, Row.RIGHT_END] = to, to + 1
    facts[:, Row.SURE] = SURE
    facts[:, Row.KEPT] = left.half.sizes[at]
    set_otherwise = [
        (row, start, end)
        for row, one, other in _differing(at, to, left, right)
        for start, end in differently_set(one, other)
    ]
    if not set_otherwise:
        return rows
    row, start, end = np.array(set_otherwise, np.int64).T
    quiet = Filed.under(row, (row * 0, start, end, row * 0 + FORMAT), len(at))
    parts = list(rows.parts)
    parts[Part.LEFT_QUIET] = parts[Part.RIGHT_QUIET] = quiet
    return Rows(facts, tuple(parts))


def _differing(
    at: Numbers, to: Numbers, left: Texts, right: Texts
) -> list[tuple[int, Paragraph, Paragraph]]:
    """Return the rows of one text whose paragraphs are set differently."""
    if left.is_plain and right.is_plain:
        return []
    ours = [left.paragraphs[n] for n in ints(at)]
    theirs = [right.paragraphs[n] for n in ints(to)]
    if list(map(_SETTING, ours)) == list(map(_SETTING, theirs)):
        return []
    rows = enumerate(zip(ours, theirs, strict=True))
    return [(row, one, other) for row, (one, other) in rows if one != other]


_SETTING = attrgetter("marks", "kind", "level", "numbering", "align", "direction", "more")


def _note_moves(facts: Numbers, left: Document, right: Document) -> None:
    """Note which rows have moved: those outside the heaviest chain of rows in order."""

    def tie(starts: Numbers) -> Numbers:
        hashes = [
            crc32(left.paragraphs[at].text.encode()) + crc32(right.paragraphs[to].text.encode())
            for at, to in zip(
                ints(facts[starts, Row.LEFT]), ints(facts[starts, Row.RIGHT]), strict=True
            )
        ]
        return np.array(hashes, np.int64)

    chain = heaviest_chain(facts[:, Row.RIGHT], facts[:, Row.KEPT], tie)
    facts[:, Row.MOVED] = 1
    facts[chain, Row.MOVED] = 0
