"""What is found in gaps: which paragraphs answer each other, and what each pair of them keeps.

What is found in a gap hangs on nothing but the gap, so it need not be looked for twice: finds are
kept by what is in the gap, and what changes is only where in the drafts it stands.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.details import Side, Told, told
from writerdesk.compare.few import told_of_few
from writerdesk.compare.few_words import read
from writerdesk.compare.filing import Rows, bases_of, joined_bases, patched_bases, places_of
from writerdesk.compare.filing import joined as joined_rows
from writerdesk.compare.gaps import Group, Plain, groups
from writerdesk.compare.letters import Flags, Numbers
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.spelling import spelled_sides
from writerdesk.compare.table import Row
from writerdesk.compare.texts import Texts
from writerdesk.compare.unlike import tells_words_only
from writerdesk.compare.values import StopAsked, ask
from writerdesk.frozen import frozen
from writerdesk.manuscript import Paragraph

# Gaps between two looks at whether somebody wants the work stopped: 2 ms.
_OFTEN = 64
# So many letters are read word by word: of paragraphs with a change in every ninth word both ways
# take as long at 5,000, and most that were edited have one.
_FEW = 8_000


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

    def patched(self, start: int, end: int, new: "Alone") -> "Alone":
        """Return those of all gaps, where some that follow each other became others."""
        at, to = int(self.bases[start]), int(self.bases[end])
        return Alone(
            patched_bases(self.bases, start, end, new.bases),
            np.concatenate((self.places[:at], new.places, self.places[to:])),
            [*self.words[:at], *new.words, *self.words[to:]],
        )

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

    def patched(self, start: int, end: int, new: "Finds") -> "Finds":
        """Return what is found where some gaps that follow each other became others."""
        at, to = int(self.bases[start]), int(self.bases[end])
        (ours, theirs), (one, other) = self.alone, new.alone
        return Finds(
            self.rows.patched(at, to, new.rows),
            patched_bases(self.bases, start, end, new.bases),
            (ours.patched(start, end, one), theirs.patched(start, end, other)),
            np.concatenate((self.cut[:start], new.cut, self.cut[end:])),
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
        if not len(self.rows.facts):
            return self.rows
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
    words = _Words.of(sides, lexicon, cancelled, gaps)
    found: Plain = []
    bases = [0]
    for number, place in enumerate(words.places):
        if number % _OFTEN == 0:
            ask(cancelled)
        found += _groups(place, words, cancelled)
        bases.append(len(found))
    every = np.array(found, np.int64).reshape(-1, 4)
    details = words.told(every)
    sizes = np.diff(bases)
    groups, places = details.rows.facts[:, : Row.KIND], np.array(words.places, np.int64)
    alone = (
        _alone(words.ours, places[:, 0], groups[:, :2]),
        _alone(words.theirs, places[:, 2], groups[:, 2:]),
    )
    cut = np.zeros(len(gaps), np.bool_)
    cut[np.repeat(np.arange(len(gaps)), sizes)[~details.exact]] = True
    groups -= places[:, [0, 0, 2, 2]].repeat(sizes, axis=0)
    return Finds(details.rows, np.array(bases, np.int64), alone, cut)


def tied_words(
    sides: tuple[Texts, Texts], lexicon: Lexicon, cancelled: StopAsked, ties: Sequence[Group]
) -> Finds:
    """Return the rows of passages that are tied whatever their words say, as a gap each."""
    if not ties:
        return NOTHING
    words = _Words.of(sides, lexicon, cancelled, ties)
    places = np.array(words.places, np.int64)
    details = words.told(places)
    details.rows.facts[:, : Row.KIND] -= places[:, [0, 0, 2, 2]]
    return Finds(
        details.rows,
        np.arange(len(ties) + 1),
        (nobody(len(ties)), nobody(len(ties))),
        ~details.exact,
    )


@frozen(eq=False)
class _Words:
    """The paragraphs of gaps, and where those of each gap are among all of them.

    What stands outside has no words to be tied by. ``told`` tells what groups of these paragraphs
    keep and change.
    """

    places: Sequence[Group]
    left: Sequence[Paragraph]
    right: Sequence[Paragraph]
    ours: list[str]
    theirs: list[str]
    told: Callable[[Numbers], Told]

    @classmethod
    def of(
        cls,
        sides: tuple[Texts, Texts],
        lexicon: Lexicon,
        cancelled: StopAsked,
        gaps: Sequence[Group],
    ) -> "_Words":
        """Return the paragraphs of gaps: few word by word, many at once."""
        left, right = sides
        lefts = [n for at, end, _, _ in gaps for n in range(at, end)]
        rights = [n for _, _, to, until in gaps for n in range(to, until)]
        at = list(accumulate((end - at for at, end, _, _ in gaps), initial=0))
        to = list(accumulate((until - to for _, _, to, until in gaps), initial=0))
        ours, theirs = [left.paragraphs[n] for n in lefts], [right.paragraphs[n] for n in rights]
        one, other, told = _read((ours, theirs), lexicon, cancelled)
        return cls(
            list(map(Group, at, at[1:], to, to[1:])),
            ours,
            theirs,
            _inside(one, lefts, left.outside, _OUTSIDE[0]),
            _inside(other, rights, right.outside, _OUTSIDE[1]),
            told,
        )


def _read(
    sides: tuple[Sequence[Paragraph], Sequence[Paragraph]], lexicon: Lexicon, cancelled: StopAsked
) -> tuple[list[str], list[str], Callable[[Numbers], Told]]:
    """Return the words of each paragraph of both sides, and what tells of groups of them."""
    left, right = ([paragraph.text for paragraph in some] for some in sides)
    if sum(map(len, left)) + sum(map(len, right)) <= _FEW and tells_words_only(lexicon.settings):
        one, other = read(left, lexicon), read(right, lexicon)
        if not lexicon.is_full:
            few = partial(told_of_few, left=one, right=other)
            return one.by_paragraph(), other.by_paragraph(), few
    ours, theirs = spelled_sides(left, right, lexicon, cancelled)
    many = partial(
        told, left=Side(ours, sides[0]), right=Side(theirs, sides[1]), cancelled=cancelled
    )
    return ours.by_paragraph(), theirs.by_paragraph(), many


# What stands outside reads as one word that is nowhere else, so that it answers nothing.
_OUTSIDE = chr(0x10FFFE), chr(0x10FFFD)


def _inside(
    words: list[str], numbers: Sequence[int], outside: frozenset[int], instead: str
) -> list[str]:
    if not outside:
        return words
    return [instead if n in outside else some for n, some in zip(numbers, words, strict=True)]


def _groups(place: Group, words: _Words, cancelled: StopAsked) -> Plain:
    """Return which paragraphs of a gap answer each other, by their words."""
    at, end, to, until = place
    if at == end or to == until:
        return []
    ours, theirs = words.ours[at:end], words.theirs[to:until]
    more = sum(map(len, ours)) - sum(map(len, theirs))
    flipped = more > 0 if more else _texts(words.left, at, end) > _texts(words.right, to, until)
    found = groups(ours, theirs, cancelled, flipped=flipped)
    return [(at + i, at + k, to + j, to + m) for i, k, j, m in found]


def _texts(side: Sequence[Paragraph], start: int, end: int) -> list[str]:
    return [paragraph.text for paragraph in side[start:end]]


def _alone(words: Sequence[str], gaps: Numbers, groups: Numbers) -> Alone:
    """Return the paragraphs of one side in no group; ``gaps`` is where each gap begins."""
    edges = np.zeros(len(words) + 1, np.int64)
    # No two groups begin or end at the same paragraph.
    edges[groups[:, 0]] = 1
    edges[groups[:, 1]] -= 1
    alone = (edges.cumsum()[:-1] == 0).nonzero()[0]
    bases = alone.searchsorted(np.append(gaps, len(words)))
    places = alone - gaps.repeat(bases[1:] - bases[:-1])
    return Alone(bases, places, [words[n] for n in ints(alone)])
