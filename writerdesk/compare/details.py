"""What is inside a pair: which words changed, how it is shown, what is only typography.

Everything is worked out in words of the whole pair, so that a split or joined paragraph is no
change of its words; only at the end it becomes places in paragraphs.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from writerdesk.compare.quiet import quiet_differences
from writerdesk.compare.sentences import Bounds, Run, answering, likeness
from writerdesk.compare.shown import shown_words
from writerdesk.compare.values import Detail, Likeness, Marks, Pair, Span, Strand, Tally
from writerdesk.compare.vocabulary import Spelled
from writerdesk.compare.wording import Kept, kept_words, without_chance
from writerdesk.manuscript import Paragraph, ParagraphId


class Side(NamedTuple):
    """One side of a pair: its words, from paragraph ``first`` of the spelled ones on."""

    spelled: Spelled
    first: int
    ids: tuple[ParagraphId, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def start(self) -> int:
        """The first of its words."""
        return self.spelled.bases[self.first]

    @property
    def end(self) -> int:
        """The end of its words."""
        return self.spelled.bases[self.first + len(self.ids)]

    def bounds(self) -> Bounds:
        """Return where its sentences and paragraphs begin, counted from its first word."""
        start, end = self.start, self.end
        sentences, bases = self.spelled.sentences, self.spelled.bases
        inside = sentences[bisect_left(sentences, start) : bisect_right(sentences, end)]
        paragraphs = bases[self.first : self.first + len(self.ids)]
        return Bounds([at - start for at in inside], [at - start for at in paragraphs])

    def spans(self, ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Return where ranges of words stand, counted from its first; each paragraph its own."""
        found: list[Span] = []
        bases, starts, ends = self.spelled.bases, self.spelled.starts, self.spelled.ends
        for at, end in ranges:
            at, end = at + self.start, end + self.start
            paragraph = bisect_right(bases, at) - 1
            while at < end:
                until = min(end, bases[paragraph + 1])
                if at < until:
                    name = self.ids[paragraph - self.first]
                    found.append(Span(name, int(starts[at]), int(ends[until - 1])))
                at, paragraph = until, paragraph + 1
        return tuple(found)


class Told(NamedTuple):
    """A pair, and whether no limit cut the search for its words short."""

    pair: Pair
    exact: bool


def told(left: Side, right: Side, light: Collection[str], *, moved: bool = False) -> Told:
    """Tell what two tied runs of paragraphs keep and change."""
    ours = left.spelled.words[left.start : left.end]
    theirs = right.spelled.words[right.start : right.end]
    kept, exact = kept_words(ours, theirs, flipped=_is_flipped(left, right))
    kept = without_chance(kept, (len(ours), len(theirs)), ours, light)
    changes = changes_between(kept, len(ours), len(theirs))
    quiet = quiet_differences(left, right, kept)
    if not changes:
        detail = Detail(Marks(quiet=quiet[0]), Marks(quiet=quiet[1]))
        return Told(
            _pair(left, right, Likeness.SAME, _tally(kept, changes), detail, moved=moved), exact
        )
    one, other = left.bounds(), right.bounds()
    runs = answering(kept, one, other)
    shown = shown_words(changes, runs, one, other)
    detail = Detail(
        Marks(left.spans((i, i_end) for i, i_end, _, _ in changes), left.spans(shown[0]), quiet[0]),
        Marks(
            right.spans((j, j_end) for _, _, j, j_end in changes), right.spans(shown[1]), quiet[1]
        ),
        tuple(strand for run in runs for strand in _strand(run, left, right)),
    )
    tally = _tally(kept, changes)
    kind = _kind(runs, tally.kept, len(ours), len(theirs))
    return Told(_pair(left, right, kind, tally, detail, moved=moved), exact)


def changes_between(kept: Sequence[Kept], left: int, right: int) -> list[tuple[int, int, int, int]]:
    """Return the words between the kept ones: from and to on the left, from and to on the right."""
    changes: list[tuple[int, int, int, int]] = []
    at = to = 0
    for start, begin, size in (*kept, Kept(left, right, 0)):
        if at < start or to < begin:
            changes.append((at, start, to, begin))
        at, to = start + size, begin + size
    return changes


def _is_flipped(left: Side, right: Side) -> bool:
    """Tell whether the right is the canonically smaller side: fewer words, then their order."""
    words = left.end - left.start, right.end - right.start
    if words[0] != words[1]:
        return words[0] > words[1]
    return [one.text for one in left.paragraphs] > [one.text for one in right.paragraphs]


def _pair(
    left: Side, right: Side, kind: Likeness, tally: Tally, detail: Detail, *, moved: bool
) -> Pair:
    words = left.end - left.start + right.end - right.start
    confidence = round(2 * tally.kept / words, 4) if words else 1.0
    return Pair(left.ids, right.ids, kind, moved, confidence, tally, detail)


def _tally(kept: Sequence[Kept], changes: Sequence[tuple[int, int, int, int]]) -> Tally:
    changed = removed = added = 0
    for at, end, to, until in changes:
        if to == until:
            removed += end - at
        elif at == end:
            added += until - to
        else:
            changed += end - at
    return Tally(sum(one.size for one in kept), changed, removed, added)


_ORDER = tuple(Likeness)


def _kind(runs: Sequence[Run], kept: int, left: int, right: int) -> Likeness:
    """Return the least alike kind of the runs; sentences that answer nothing count as changed."""
    least = max((_ORDER.index(run.kind) for run in runs), default=0)
    if least:
        return _ORDER[least]
    return likeness(kept, left, right, whole_sentence=bool(runs))


def _strand(run: Run, left: Side, right: Side) -> Iterable[Strand]:
    ours = left.spans([(run.left, run.left_end)])
    theirs = right.spans([(run.right, run.right_end)])
    words = run.left_end - run.left + run.right_end - run.right
    for one, other in zip(ours, theirs, strict=False):
        yield Strand(one, other, run.kind, round(2 * run.kept / words, 4))
