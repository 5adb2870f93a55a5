"""Two drafts of which one is a revision of the other: most sentences are kept.

The recipe: paragraphs that stayed frame the rest (`matching`), what lies between them is paired by
its words (`finds`), what is left over may stand elsewhere (`moves`), and only what is unequal is
ever taken apart into words (`details`).

To compare again is to compare with a memory of what was found between which paragraphs: whatever
stands there still is not looked for twice, and the answer is the same.
"""

from collections.abc import Sequence
from dataclasses import field, replace

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.filing import Filed, Rows, interleaved
from writerdesk.compare.filing import joined as joined_rows
from writerdesk.compare.finds import Means, looked_into, tied_words
from writerdesk.compare.framing import changed
from writerdesk.compare.known import KnownRows
from writerdesk.compare.letters import Numbers
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.matching import frame, gaps_between
from writerdesk.compare.moves import Elsewhere, moved
from writerdesk.compare.names import NamesMet
from writerdesk.compare.pinned import Pinned
from writerdesk.compare.reframing import reframed
from writerdesk.compare.remembering import Anew, Stayed, unknown
from writerdesk.compare.shelf import Shelf
from writerdesk.compare.staying import note_moves
from writerdesk.compare.table import Part
from writerdesk.compare.texts import NO_TEXTS, TextNumbers, Texts
from writerdesk.compare.unlike import FORMAT, are_set_alike, differently_set
from writerdesk.compare.values import Settings, StopAsked, ask
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document

# An edit adds a text to what is remembered, and an hour of writing some thousand: then all begins
# anew, for the price of one comparison.
_MOST_TEXTS, _MOST_PAST = 4_000, 2


@frozen(eq=False)
class Memory:
    """The words and texts met so far, the drafts as they were, and what was found between them."""

    shelf: Shelf
    numbers: TextNumbers = field(default_factory=TextNumbers)
    names: NamesMet = field(default_factory=NamesMet)
    plain: tuple[Texts, Texts] = (NO_TEXTS, NO_TEXTS)
    sides: tuple[Texts, Texts] = (NO_TEXTS, NO_TEXTS)
    stayed: Stayed = field(default_factory=Stayed)
    elsewhere: Elsewhere = field(default_factory=Elsewhere)

    @classmethod
    def empty(cls, settings: Settings) -> "Memory":
        """Return a memory of nothing."""
        return cls(Shelf(Lexicon(settings)))

    def is_full(self, paragraphs: int) -> bool:
        """Tell whether there is more of the past in it than of drafts of so many paragraphs."""
        return len(self.numbers) > _MOST_TEXTS + _MOST_PAST * paragraphs


@frozen(eq=False)
class Revised:
    """The rows in the order of the left, how many words the paragraphs have, what to remember.

    ``alone`` are the paragraphs of both sides that answer nothing, as far as the search goes.
    """

    rows: Rows
    sizes: tuple[Numbers, Numbers]
    alone: tuple[Numbers, Numbers]
    is_exact: bool
    memory: Memory


def revised(
    left: Document, right: Document, pinned: Pinned, memory: Memory, cancelled: StopAsked
) -> Revised:
    """Compare a draft with its revision."""
    numbers, before = memory.numbers, memory.stayed
    one, kept = numbers.texts(left.paragraphs, memory.plain[0], cancelled)
    other, others = numbers.texts(right.paragraphs, memory.plain[1], cancelled)
    sides = ours, theirs = (
        numbers.apart(one, pinned.left, "<"),
        numbers.apart(other, pinned.right, ">"),
    )
    ask(cancelled)
    change = reframed(before.frame, memory.sides, sides, (kept, others))
    if change is None:
        new = (
            ours.new_since(memory.sides[0], kept),
            theirs.new_since(memory.sides[1], others),
        )
        change = changed(before.frame, frame(ours, theirs), new)
    ask(cancelled)
    inside, edges = change.inside()
    ends, gaps = gaps_between(edges, ours, theirs)
    known = KnownRows.around(before.rows, memory.sides, change.left)
    means = Means(memory.shelf, known, cancelled)
    looked = looked_into(gaps.T, sides, means)
    alone = before.alone_after(change, looked.alone)
    ask(cancelled)
    elsewhere, pairs = moved(alone, memory.elsewhere, cancelled)
    apart = pinned.with_ties(pairs)
    still = change.apart(before.apart)
    whole, some = _parted(unknown(apart, still), ours, theirs)
    found, others = looked.told(some[:, :-1])
    if others is None:
        others = tied_words(some[:, :-1], sides, means)
    ask(cancelled)
    same = np.concatenate((inside, ends, whole), axis=1)
    all_rows = found.rows, pinned.linked(others.rows, some)
    rows = _in_order(same, all_rows, sides, memory.shelf.lexicon.settings)
    cut = np.concatenate((found.cut, others.cut))
    stayed = before.after(change, Anew(rows, alone, cut, apart, still))
    rows = stayed.rows
    if pinned.forbidden:
        rows = rows.taken(pinned.allowed(rows.facts, np.arange(len(rows.facts))))
    margin = before.margin - known.kept
    if pinned.is_said or margin <= 0 or not np.array_equal(apart, still):
        margin = note_moves(rows.facts, apart, sides)
    stayed = replace(stayed, margin=0 if pinned.is_said else margin)
    return Revised(
        rows,
        (ours.all_counted(), theirs.all_counted()),
        (_without(alone[0].places, pairs[:, 0]), _without(alone[1].places, pairs[:, 2])),
        not len(stayed.cut),
        Memory(memory.shelf, numbers, memory.names, (one, other), sides, stayed, elsewhere),
    )


def _parted(apart: Numbers, left: Texts, right: Texts) -> tuple[Numbers, Numbers]:
    """Part rows outside the search: a row a side of those that are the same to the letter, others.

    What stands elsewhere to the letter is a row like that of any paragraph that stayed.
    """
    whole = (apart[:, -1] < 0) & (left.keys[apart[:, 0]] == right.keys[apart[:, 2]])
    return apart[whole][:, [0, 2]].T, apart[~whole]


def _without(places: Numbers, some: Numbers) -> Numbers:
    """Return places, in order, without some of them."""
    if not len(some):
        return places
    goes = np.zeros(len(places), np.bool_)
    goes[places.searchsorted(some)] = True
    return places[~goes]


def _in_order(
    same: Numbers, found: Sequence[Rows], sides: tuple[Texts, Texts], settings: Settings
) -> Rows:
    """Return rows of paragraphs of one text and what was found besides, in the order of the left.

    Only a row whose paragraphs are set differently has something to say of itself, unless that is
    overlooked.
    """
    left, right = sides
    order = same[0].argsort(kind="stable")
    at, to = same[0][order], same[1][order]
    if not settings.format:
        ours, theirs = left.paragraphs, right.paragraphs
        both = zip(ints(at), ints(to), strict=True)
        differs = np.array([not are_set_alike(ours[i], theirs[j]) for i, j in both], np.bool_)
        found = (*found, _set_otherwise(at[differs], to[differs], left, right))
        at, to = at[~differs], to[~differs]
    some = [rows for rows in found if len(rows.facts)]
    return interleaved(at, to, left.counted(at), joined_rows(some) if some else Rows.none())


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
    rows = interleaved(at, to, left.counted(at), Rows.none())
    return Rows(rows.facts, tuple(parts))
