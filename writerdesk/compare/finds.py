"""What is found in gaps: which paragraphs answer each other, and what each pair of them keeps.

What is found in a gap hangs on nothing but the gap, so it need not be looked for twice: finds are
kept by what is in the gap, and what changes is only where in the drafts it stands.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.details import Side, told
from writerdesk.compare.filing import Rows, bases_of, joined_bases, places_of
from writerdesk.compare.filing import joined as joined_rows
from writerdesk.compare.gaps import Group, groups
from writerdesk.compare.lexicon import Flags, Lexicon, Numbers
from writerdesk.compare.spelling import Piece, Spelled, spelled_pieces
from writerdesk.compare.table import Row
from writerdesk.compare.texts import Texts
from writerdesk.compare.trims import Trimmed, evident, trimmed
from writerdesk.compare.unlike import shape
from writerdesk.compare.values import Cancelled, StopAsked
from writerdesk.frozen import frozen

# Gaps between two looks at whether somebody wants the work stopped: 2 ms.
_OFTEN = 64


@frozen(eq=False)
class Alone:
    """Paragraphs of one side that answer none of their gap: places in the gap, and their words.

    Those of gap n are from ``bases[n]`` to ``bases[n + 1]``.
    """

    bases: Numbers
    places: Numbers
    words: Sequence[str]

    def taken(self, gaps: Numbers) -> "Alone":
        """Return those of some gaps, in the order given."""
        starts = self.bases[gaps]
        sizes = self.bases[gaps + 1] - starts
        some = places_of(starts, sizes)
        return Alone(bases_of(sizes), self.places[some], [self.words[n] for n in ints(some)])

    def between(self, start: int, end: int) -> "Alone":
        """Return those of gaps that follow each other."""
        bases = self.bases[start : end + 1]
        some = slice(int(bases[0]), int(bases[-1]))
        return Alone(bases - bases[0], self.places[some], self.words[some])


def nobody(gaps: int = 0) -> Alone:
    """Return that in so many gaps every paragraph is answered."""
    return Alone(np.zeros(gaps + 1, np.int64), np.zeros(0, np.int64), ())


@frozen(eq=False)
class Finds:
    """Rows of gaps: those of gap n are from ``bases[n]`` to ``bases[n + 1]``.

    Their paragraphs are counted from the beginning of the gap. ``alone`` are the paragraphs of both
    sides in no row; ``cut`` says where a limit cut the search short.
    """

    rows: Rows
    bases: Numbers
    alone: tuple[Alone, Alone]
    cut: Flags

    def taken(self, gaps: Numbers) -> "Finds":
        """Return what is found in some gaps, in the order given."""
        starts = self.bases[gaps]
        sizes = self.bases[gaps + 1] - starts
        ours, theirs = self.alone
        return Finds(
            self.rows.taken(places_of(starts, sizes)),
            bases_of(sizes),
            (ours.taken(gaps), theirs.taken(gaps)),
            self.cut[gaps],
        )

    def between(self, start: int, end: int) -> "Finds":
        """Return what is found in gaps that follow each other."""
        bases = self.bases[start : end + 1]
        ours, theirs = self.alone
        return Finds(
            self.rows.between(int(bases[0]), int(bases[-1])),
            bases - bases[0],
            (ours.between(start, end), theirs.between(start, end)),
            self.cut[start:end],
        )

    def placed(self, gaps: Numbers) -> Rows:
        """Return the rows, with their paragraphs counted as the drafts do."""
        sizes = self.bases[1:] - self.bases[:-1]
        facts = self.rows.facts.copy()
        facts[:, : Row.KIND] += gaps[:, [0, 0, 2, 2]].repeat(sizes, axis=0)
        return Rows(facts, self.rows.parts)


def joined(some: Sequence[Finds]) -> Finds:
    """Return what is found in gaps of which some come after others."""
    if len(some) == 1:
        return some[0]
    return Finds(
        joined_rows([finds.rows for finds in some]),
        joined_bases([finds.bases for finds in some]),
        (_joined([finds.alone[0] for finds in some]), _joined([finds.alone[1] for finds in some])),
        np.concatenate([finds.cut for finds in some]),
    )


def _joined(some: Sequence[Alone]) -> Alone:
    return Alone(
        joined_bases([alone.bases for alone in some]),
        np.concatenate([alone.places for alone in some]),
        [words for alone in some for words in alone.words],
    )


NOTHING = Finds(Rows.none(), np.zeros(1, np.int64), (nobody(), nobody()), np.zeros(0, np.bool_))


def looked_into(
    sides: tuple[Texts, Texts], lexicon: Lexicon, cancelled: StopAsked, gaps: Sequence[Group]
) -> Finds:
    """Find out what is in gaps."""
    if not gaps:
        return NOTHING
    pieces = _Pieces(*sides)
    for number, gap in enumerate(gaps):
        if number % _OFTEN == 0 and cancelled():
            raise Cancelled
        pieces.add(gap)
    spelled = pieces.spelled(lexicon, cancelled)
    found = [
        _groups(gap, place, spelled, cancelled if number % _OFTEN == 0 else _never)
        for number, (gap, place) in enumerate(zip(gaps, pieces.places, strict=True))
    ]
    every = [group for some in found for group in some]
    bases = np.array(list(accumulate(map(len, found), initial=0)), np.int64)
    details = told(every, spelled.left, spelled.right, cancelled=cancelled)
    starts = np.array([(p.left, p.left, p.right, p.right) for p in pieces.places], np.int64)
    details.rows.facts[:, : Row.KIND] -= np.repeat(starts, np.diff(bases), axis=0)
    cut = np.zeros(len(gaps), np.bool_)
    cut[np.repeat(np.arange(len(gaps)), np.diff(bases))[~details.exact]] = True
    alone = _alone(gaps, pieces.places, found, spelled)
    return Finds(details.rows, bases, alone, cut)


def tied_words(
    sides: tuple[Texts, Texts], lexicon: Lexicon, cancelled: StopAsked, ties: Sequence[Group]
) -> Finds:
    """Return the rows of passages that are tied whatever their words say, as a gap each."""
    if not ties:
        return NOTHING
    pieces = _Pieces(*sides)
    for tie in ties:
        pieces.add_whole(tie)
    spelled = pieces.spelled(lexicon, cancelled)
    starts = np.array([(p.left, p.left, p.right, p.right) for p in pieces.places], np.int64)
    groups = [
        Group(0, tie.left_end - tie.left, 0, tie.right_end - tie.right).shifted(at.left, at.right)
        for tie, at in zip(ties, pieces.places, strict=True)
    ]
    details = told(groups, spelled.left, spelled.right, cancelled=cancelled)
    details.rows.facts[:, : Row.KIND] -= starts
    return Finds(
        details.rows,
        np.arange(len(ties) + 1),
        (nobody(len(ties)), nobody(len(ties))),
        ~details.exact,
    )


@frozen
class _Place:
    """Where the pieces of a gap begin among all, and which of it evidently answer each other."""

    left: int
    right: int
    ties: Sequence[tuple[int, int]] = ()


@frozen(eq=False)
class _Words:
    """Pieces spelled; those that stand outside have no words to be tied by."""

    left: Side
    right: Side
    ours: list[str]
    theirs: list[str]


class _Pieces:
    """The pieces of gaps, gathered."""

    def __init__(self, left: Texts, right: Texts) -> None:
        self.places: list[_Place] = []
        self._left, self._right = left, right
        self._are_plain = (
            left.is_plain and right.is_plain and not left.outside and not right.outside
        )
        self._ours: list[Piece] = []
        self._theirs: list[Piece] = []
        self._lefts: list[int] = []
        self._rights: list[int] = []

    def add(self, gap: Group) -> None:
        """Add the pieces of a gap, of which only what differs where that is evident."""
        found = self._evident(gap)
        if not found:
            self.add_whole(gap)
            return
        at, to = len(self._ours), len(self._theirs)
        self.add_whole(gap)
        self.places[-1] = _Place(at, to, [tie for tie, _ in found])
        for (one, other), trim in found:
            self._ours[at + one], self._theirs[to + other] = trim.left, trim.right

    def add_whole(self, gap: Group) -> None:
        """Add the pieces of a gap, all of them whole."""
        ours, theirs = self._left.paragraphs, self._right.paragraphs
        self.places.append(_Place(len(self._ours), len(self._theirs)))
        self._ours += [Piece.whole(one.text) for one in ours[gap.left : gap.left_end]]
        self._theirs += [Piece.whole(one.text) for one in theirs[gap.right : gap.right_end]]
        self._number(gap)

    def spelled(self, lexicon: Lexicon, cancelled: StopAsked) -> _Words:
        """Return all pieces as words."""
        one = spelled_pieces(self._ours, lexicon, cancelled)
        other = spelled_pieces(self._theirs, lexicon, cancelled)
        return _Words(
            Side(one, [self._left.paragraphs[n] for n in self._lefts]),
            Side(other, [self._right.paragraphs[n] for n in self._rights]),
            _inside(one, self._lefts, self._left.outside, _OUTSIDE[0]),
            _inside(other, self._rights, self._right.outside, _OUTSIDE[1]),
        )

    def _number(self, gap: Group) -> None:
        self._lefts += range(gap.left, gap.left_end)
        self._rights += range(gap.right, gap.right_end)

    def _evident(self, gap: Group) -> list[tuple[tuple[int, int], Trimmed]]:
        """Return what evidently answers each other, with what of it has to be looked into."""
        left, right = self._left.paragraphs, self._right.paragraphs
        if gap.left == gap.left_end or gap.right == gap.right_end:
            return []
        ours = [paragraph.text for paragraph in left[gap.left : gap.left_end]]
        theirs = [paragraph.text for paragraph in right[gap.right : gap.right_end]]
        ties = [(0, 0)] if len(ours) == len(theirs) == 1 else evident(ours, theirs)
        found = (
            ((one, other), trimmed(ours[one], theirs[other]))
            for one, other in ties
            if self._is_plain(gap.left + one, gap.right + other)
        )
        evidence = [(tie, trim) for tie, trim in found if trim]
        kept = _away_from_splits([tie for tie, _ in evidence], len(ours), len(theirs))
        return [one for one, is_kept in zip(evidence, kept, strict=True) if is_kept]

    def _is_plain(self, at: int, to: int) -> bool:
        """Tell whether two paragraphs differ in nothing but their words."""
        left, right = self._left, self._right
        if self._are_plain:
            return True
        ours, theirs = left.paragraphs[at], right.paragraphs[to]
        return not (
            ours.marks or theirs.marks or at in left.outside or to in right.outside
        ) and shape(ours) == shape(theirs)


def _away_from_splits(ties: Sequence[tuple[int, int]], many: int, others: int) -> list[bool]:
    """Tell which ties stand beside no more paragraphs of one side than of the other.

    What is left over there may have been split off what is tied, or joined to it.
    """
    edges = [(-1, -1), *ties, (many, others)]
    even = [after[0] - at[0] == after[1] - at[1] for at, after in pairwise(edges)]
    return [before and after for before, after in pairwise(even)]


# What stands outside reads as one word that is nowhere else, so that it answers nothing.
_OUTSIDE = chr(0x10FFFE), chr(0x10FFFD)


def _inside(
    spelled: Spelled, numbers: Sequence[int], outside: frozenset[int], instead: str
) -> list[str]:
    words = spelled.by_piece()
    if not outside:
        return words
    return [instead if n in outside else some for n, some in zip(numbers, words, strict=True)]


def _groups(gap: Group, place: _Place, words: _Words, cancelled: StopAsked) -> list[Group]:
    """Return which pieces of a gap answer each other, as groups of pieces."""
    if cancelled():
        raise Cancelled
    at, to = place.left, place.right
    end, until = at + gap.left_end - gap.left, to + gap.right_end - gap.right
    found: list[Group] = []
    ties = ((place.left + one, place.right + other) for one, other in place.ties)
    for one, other in ties:
        found += _searched(Group(at, one, to, other), words)
        at, to = one + 1, other + 1
        found.append(Group(one, at, other, to))
    return found + _searched(Group(at, end, to, until), words)


def _searched(inner: Group, words: _Words) -> list[Group]:
    """Return which pieces answer each other, by their words."""
    at, end, to, until = inner
    if at == end or to == until:
        return []
    ours, theirs = words.ours[at:end], words.theirs[to:until]
    more = sum(map(len, ours)) - sum(map(len, theirs))
    flipped = more > 0 if more else _texts(words.left, at, end) > _texts(words.right, to, until)
    return [group.shifted(at, to) for group in groups(ours, theirs, flipped=flipped)]


def _texts(side: Side, start: int, end: int) -> list[str]:
    return [paragraph.text for paragraph in side.paragraphs[start:end]]


def _alone(
    gaps: Sequence[Group],
    places: Sequence[_Place],
    found: Sequence[Sequence[Group]],
    words: _Words,
) -> tuple[Alone, Alone]:
    """Return the paragraphs of both sides in no group, with their words."""
    one, other = _Loners(words.ours), _Loners(words.theirs)
    for gap, place, some in zip(gaps, places, found, strict=True):
        many, others = gap.left_end - gap.left, gap.right_end - gap.right
        if len(place.ties) == many == others:
            one.note()
            other.note()
        else:
            one.note(place.left, many, [(group.left, group.left_end) for group in some])
            other.note(place.right, others, [(group.right, group.right_end) for group in some])
    return one.alone(), other.alone()


class _Loners:
    """Gathers the paragraphs of one side that are in no group, gap by gap."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._bases = [0]
        self._places: list[int] = []
        self._alone: list[str] = []

    def note(self, start: int = 0, many: int = 0, groups: Sequence[tuple[int, int]] = ()) -> None:
        """Note who is alone of ``many`` paragraphs from ``start`` on of which some are grouped."""
        at = start
        for group, end in (*groups, (start + many, 0)):
            self._places += range(at - start, group - start)
            self._alone += self._words[at:group]
            at = end
        self._bases.append(len(self._places))

    def alone(self) -> Alone:
        """Return all of them."""
        return Alone(np.array(self._bases), np.array(self._places, np.int64), self._alone)


def _never() -> bool:
    return False
