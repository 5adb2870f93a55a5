"""A few words looked at one by one: the same answer as `details` gives of many at once.

After an edit one gap is new. What is done with hundreds of gaps at once takes two hundred small
steps whatever their number; the words of one paragraph are looked at one by one in a tenth of that.
The rules are those of `kept`, `sentences` and `shown`, and that both say the same of everything is
a law (tests/compare/test_few.py).
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

import numpy as np

from writerdesk.compare.details import Told
from writerdesk.compare.few_words import KEPT, MARKED, Few, Side
from writerdesk.compare.filing import Filed, Rows
from writerdesk.compare.gaps import Group
from writerdesk.compare.kept import FAINT, FULL
from writerdesk.compare.known import Find, Record, Spoken, nothing_known
from writerdesk.compare.letters import Numbers
from writerdesk.compare.renamings import LONGEST_NAME
from writerdesk.compare.sentences import REWRITTEN, SAME, are_enough, kind_of
from writerdesk.compare.shown import (
    MOSTLY_CHANGED,
    SHORTEST_FRAME,
    SHORTEST_KEPT_PHRASE,
    SILENT,
    WHOLE,
    WORDS,
)
from writerdesk.compare.signs import CAPITAL
from writerdesk.compare.table import SURE, WIDTHS, Part, Row
from writerdesk.compare.wording import matching_blocks


class _Block(NamedTuple):
    """Kept words: so many from ``left`` on and from ``right`` on."""

    left: int
    right: int
    size: int


class _Gap(NamedTuple):
    """What lies between kept words: what changed."""

    left: int
    left_end: int
    right: int
    right_end: int


class _Run(NamedTuple):
    """Sentences that answer each other (half-open), and how alike they are."""

    left: int
    left_end: int
    right: int
    right_end: int
    kept: int
    kind: int


def told_of_few(groups: Numbers, left: Few, right: Few, known: Find = nothing_known) -> Told:
    """Tell what a few tied runs of paragraphs keep and change, each a row; some are ``known``."""
    if not len(groups):
        return Told(Rows.none(), np.ones(0, np.bool_))
    ours, theirs = Side.of(left), Side.of(right)
    said = [known(group) or _told(group, ours, theirs) for group in map(Group, *groups.T.tolist())]
    facts = np.array([one.facts for one in said], np.int64)
    facts[:, : Row.KIND] = groups
    records = zip(*(one.records for one in said), strict=True)
    return Told(Rows(facts, tuple(map(_filed, records, WIDTHS))), np.ones(len(groups), np.bool_))


def _filed(records: Sequence[Sequence[Record]], width: int) -> Filed:
    flat = list(chain.from_iterable(chain.from_iterable(records)))
    if not flat:
        return Filed(np.zeros(len(records) + 1, np.int64), _NO_RECORDS[width])
    bases = list(accumulate(map(len, records), initial=0))
    return Filed(np.array(bases, np.int64), np.array(flat, np.int32).reshape(-1, width))


_NO_RECORDS = {width: np.zeros((0, width), np.int32) for width in WIDTHS}


def _told(group: Group, left: Side, right: Side) -> Spoken:
    """Return what is told of a row."""
    words = _Gap(
        left.few.bases[group.left],
        left.few.bases[group.left_end],
        right.few.bases[group.right],
        right.few.bases[group.right_end],
    )
    blocks = _without_chance(_kept(group, words, left, right), words, left, right)
    gaps = list(_gaps(blocks, words))
    runs = _runs(blocks, left, right)
    ours, theirs = bytearray(len(left.few.words)), bytearray(len(right.few.words))
    for at, end, to, until in gaps:
        ours[at:end] = MARKED * (end - at)
        theirs[to:until] = MARKED * (until - to)
    told: list[list[Record]] = [[] for _ in Part]
    mine = _Marked(left, group.left, words[:2])
    other = _Marked(right, group.right, words[2:])
    how = {n: _how(run.kind) for run in runs for n in range(run.left, run.left_end)}
    told[Part.LEFT_EXACT] = mine.records(ours)
    told[Part.LEFT_SHOWN] = mine.records(mine.shown(ours, how))
    how = {n: _how(run.kind) for run in runs for n in range(run.right, run.right_end)}
    told[Part.RIGHT_EXACT] = other.records(theirs)
    told[Part.RIGHT_SHOWN] = other.records(other.shown(theirs, how))
    told[Part.STRANDS] = [_strand(run, group, left, right) for run in runs]
    told[Part.NAMES] = list(_renamings(gaps, left, right))
    return Spoken(_facts(group, blocks, gaps, runs), told)


def _kept(group: Group, words: _Gap, left: Side, right: Side) -> list[_Block]:
    """Return the words a group keeps; the canonically smaller side goes first."""
    at, end, to, until = words
    one, other = left.few.words[at:end], right.few.words[to:until]
    more = len(one) - len(other)
    if more > 0 or (not more and _texts(left, group[:2]) > _texts(right, group[2:])):
        found = matching_blocks(other, one)
        blocks = [_Block(at + b.b, to + b.a, b.size) for b in found if b.size]
    else:
        found = matching_blocks(one, other)
        blocks = [_Block(at + b.a, to + b.b, b.size) for b in found if b.size]
    return _whole(blocks)


def _texts(side: Side, pieces: tuple[int, int]) -> list[str]:
    return list(side.few.texts[slice(*pieces)])


def _whole(blocks: list[_Block]) -> list[_Block]:
    """Join blocks that touch on both sides."""
    found = blocks[:1]
    for block in blocks[1:]:
        left, right, size = found[-1]
        if block.left == left + size and block.right == right + size:
            found[-1] = _Block(left, right, size + block.size)
        else:
            found.append(block)
    return found


def _gaps(blocks: Sequence[_Block], words: _Gap) -> Iterator[_Gap]:
    """Yield what lies before each block, and after the last one."""
    at, end, to, until = words
    for left, right, size in blocks:
        yield _Gap(at, left, to, right)
        at, to = left + size, right + size
    yield _Gap(at, end, to, until)


def _without_chance(blocks: list[_Block], words: _Gap, left: Side, right: Side) -> list[_Block]:
    """Leave out the words that two changes around them have in common by chance."""
    were_all = len(blocks)
    while True:
        changed = [max(end - at, until - to) for at, end, to, until in _gaps(blocks, words)]
        stayed = [
            block
            for block, before, after in zip(blocks, changed, changed[1:], strict=False)
            if not (before and after and _is_chance(block, min(before, after), left, right))
        ]
        if len(stayed) == len(blocks):
            return blocks if len(blocks) == were_all else _grown(blocks, words, left, right)
        blocks = stayed


def _grown(blocks: list[_Block], words: _Gap, left: Side, right: Side) -> list[_Block]:
    """Keep more beside what is kept, where words that were left out as chance had stood in the way.

    A word of both sides next to a kept one, after it first and then before, is kept as well.
    """
    ours, theirs = left.few.words, right.few.words
    gaps = [list(gap) for gap in _gaps(blocks, words)]
    for gap in gaps[1:]:
        while gap[0] < gap[1] and gap[2] < gap[3] and ours[gap[0]] == theirs[gap[2]]:
            gap[0], gap[2] = gap[0] + 1, gap[2] + 1
    for gap in gaps[:-1]:
        while gap[0] < gap[1] and gap[2] < gap[3] and ours[gap[1] - 1] == theirs[gap[3] - 1]:
            gap[1], gap[3] = gap[1] - 1, gap[3] - 1
    return _whole(
        [_Block(before[1], before[3], after[0] - before[1]) for before, after in pairwise(gaps)]
    )


def _is_chance(block: _Block, around: int, left: Side, right: Side) -> bool:
    at, to, size = block
    weight = FULL * size - (FULL - 1) * left.light.count(MARKED, at, at + size)
    if weight == 1 and not (left.begins(at) and right.begins(to)):
        return True
    return weight * FAINT < FULL * around


def _runs(blocks: Sequence[_Block], left: Side, right: Side) -> list[_Run]:
    """Return the runs of sentences that answer each other, in order."""
    found: list[_Run] = []
    last, was_same = (-1, -1), False
    for (one, other), words in _kept_in_sentences(blocks, left, right):
        size = left.sentences[one + 1] - left.sentences[one]
        many = right.sentences[other + 1] - right.sentences[other]
        if not are_enough(words, min(size, many)):
            continue
        pieces, is_same = (left.pieces[one], right.pieces[other]), words == size == many
        at, end, to, until, kept = found[-1][:5] if found else (0, 0, 0, 0, 0)
        if (shares := one < end or other < until) and pieces != last:
            continue
        follows = is_same and was_same and (one, other) == (end, until)
        if pieces == last and (shares or follows):
            found[-1] = _Run(at, one + 1, to, other + 1, kept + words, SAME)
        else:
            found.append(_Run(one, one + 1, other, other + 1, words, SAME))
        last, was_same = pieces, is_same
    return [_likened(run, left.sentences, right.sentences) for run in found]


def _likened(run: _Run, left: Sequence[int], right: Sequence[int]) -> _Run:
    size, many = left[run.left_end] - left[run.left], right[run.right_end] - right[run.right]
    is_same = run.kept == size == many
    return run._replace(kind=SAME if is_same else kind_of(run.kept, max(size, many)))


def _kept_in_sentences(
    blocks: Sequence[_Block], left: Side, right: Side
) -> list[tuple[tuple[int, int], int]]:
    """Return every two sentences that kept words stand in, and how many stand there together."""
    found: list[tuple[tuple[int, int], int]] = []
    for at, to, size in blocks:
        end = at + size
        while at < end:
            one, other = left.sentence_of(at), right.sentence_of(to)
            until = min(end, left.sentences[one + 1], at + right.sentences[other + 1] - to)
            many, both = until - at, (one, other)
            if found and found[-1][0] == both:
                found[-1] = both, found[-1][1] + many
            else:
                found.append((both, many))
            at, to = until, to + many
    return found


def _how(kind: int) -> int:
    """Return how sentences of a run are told that are so alike."""
    return SILENT if kind in (SAME, REWRITTEN) else WORDS


class _Marked(NamedTuple):
    """One side of a group: its first paragraph, and from which word to which it goes."""

    side: Side
    piece: int
    words: tuple[int, int]

    def records(self, flags: bytearray) -> list[Record]:
        """Return runs of flagged words as marks; none goes over a paragraph's end."""
        starts, ends = self.side.few.starts, self.side.few.ends
        return [
            (piece - self.piece, starts[start], ends[end - 1])
            for piece, start, end in self._stretches(flags)
        ]

    def shown(self, changed: bytearray, how: dict[int, int]) -> bytearray:
        """Return which words to mark; ``how`` says of sentences how they are told."""
        start, end = self.words
        if start == end:
            return changed
        side = self.side
        marked, kept = bytearray(len(changed)), bytearray(len(changed))
        for number in range(side.sentence_of(start), side.sentence_of(end - 1) + 1):
            at, to = side.sentences[number], side.sentences[number + 1]
            told = how.get(number, WHOLE)
            if told == WHOLE:
                marked[at:to] = MARKED * (to - at)
            elif told == WORDS:
                marked[at:to] = _by_words(changed[at:to])
                kept[at:to] = marked[at:to].translate(_OTHERS)
        for _, at, to in self._stretches(kept):
            # Crumbs between two marks of one paragraph.
            is_crumb = to - at < SHORTEST_KEPT_PHRASE and self._are_inside(at, to)
            if is_crumb and marked[at - 1] and marked[to]:
                marked[at:to] = MARKED * (to - at)
        return marked

    def _are_inside(self, start: int, end: int) -> bool:
        bases = self.side.few.bases
        return start not in bases and end not in bases

    def _stretches(self, flags: bytearray) -> Iterator[tuple[int, int, int]]:
        """Yield runs of flagged words: the paragraph, where they start and end."""
        start, end = self.words
        bases = self.side.few.bases
        piece = self.piece
        while start < end:
            until = bases[piece + 1]
            at = flags.find(MARKED, start, until)
            if at >= 0:
                start = flags.find(KEPT, at, until)
                start = start if start >= 0 else until
                yield piece, at, start
            else:
                start, piece = until, piece + 1


_OTHERS = bytes.maketrans(MARKED + KEPT, KEPT + MARKED)


def _by_words(changed: bytearray) -> bytearray:
    """Return which words of a sentence to mark; of one mostly new all but what frames it."""
    many = len(changed)
    if sum(changed) / many <= MOSTLY_CHANGED:
        return changed
    first, last = changed.find(MARKED), changed.rfind(MARKED) + 1
    start = 0 if first < SHORTEST_FRAME else first
    end = many if many - last < SHORTEST_FRAME else last
    changed[start:end] = MARKED * (end - start)
    return changed


def _strand(run: _Run, group: Group, left: Side, right: Side) -> Record:
    at, end = left.sentences[run.left], left.sentences[run.left_end]
    to, until = right.sentences[run.right], right.sentences[run.right_end]
    return (
        left.pieces[run.left] - group.left,
        left.few.starts[at],
        left.few.ends[end - 1],
        right.pieces[run.right] - group.right,
        right.few.starts[to],
        right.few.ends[until - 1],
        run.kind,
        round(2.0 * SURE * run.kept / max(1, end - at + until - to)),
    )


def _renamings(gaps: Sequence[_Gap], left: Side, right: Side) -> Iterator[Record]:
    """Yield the names that changed, each with what stands in its place or -1."""
    for at, end, to, until in gaps:
        if end - at > LONGEST_NAME:
            continue
        is_answered = end - at == until - to
        for word in range(at, end):
            if left.few.signs[word] & CAPITAL:
                other = to + word - at
                is_named = is_answered and right.few.signs[other] & CAPITAL
                answer = int(right.few.numbers[other]) if is_named else -1
                yield int(left.few.numbers[word]), answer, left.begins(word)


def _facts(
    group: Group, blocks: Sequence[_Block], gaps: Sequence[_Gap], runs: Sequence[_Run]
) -> Record:
    kept = sum(block.size for block in blocks)
    sizes = [(end - at, until - to) for at, end, to, until in gaps]
    changed = sum(ours for ours, theirs in sizes if theirs)
    removed = sum(ours for ours, theirs in sizes if not theirs)
    added = sum(theirs for ours, theirs in sizes if not ours)
    ours, theirs = (kept + sum(some) for some in zip(*sizes, strict=True))
    both = ours + theirs
    sure = round(SURE * (2.0 * kept / both)) if both else SURE
    return (*group, _kind(kept, (ours, theirs), runs), 0, sure, kept, changed, removed, added)


def _kind(kept: int, sizes: tuple[int, int], runs: Sequence[_Run]) -> int:
    if kept == sizes[0] == sizes[1]:
        return SAME
    least = max((run.kind for run in runs), default=SAME)
    return kind_of(kept, max(sizes), answered=bool(runs)) if least == SAME else least
