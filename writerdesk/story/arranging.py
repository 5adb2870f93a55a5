"""Beats as the writer has them: joined with the next and split where he said so.

What was said is anchored at passages, so it holds for whatever beats are found next time. Joins
come first: a beat that was joined can be split again, anywhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from writerdesk.compare import Beat, Beats, Told
from writerdesk.compare.beat_names import name_of
from writerdesk.manuscript import Document, ParagraphId, Passage
from writerdesk.story.beats import mark_beat, said_of, unmark_beat
from writerdesk.story.identities import Identities
from writerdesk.story.said import BeatSays
from writerdesk.story.story import Story


def arranged(story: Story, drafts: Sequence[str], beats: Beats) -> Beats:
    """Return the beats as the writer joined and split them."""
    joined = _joined(story, drafts, beats)
    parts = [part for some in joined for part in _split(story, drafts, beats, some)]
    where = {old: number for number, (olds, _) in enumerate(parts) for old in olds}
    return replace(
        beats,
        beats=tuple(
            replace(beat, inside=tuple(_renumbered(some, where) for some in beat.inside))
            for _, beat in parts
        ),
    )


def join_with_next(
    story: Story, two: tuple[Sequence[Passage], Sequence[Passage]], identities: Identities
) -> Story:
    """Return the story in which a beat and the next one are one."""
    beat, following = two
    parted = [mark for mark in said_of(story, following) if mark.says == BeatSays.SPLIT_HERE]
    if parted:
        return unmark_beat(story, BeatSays.SPLIT_HERE, following)
    last = Passage(beat[0].draft, beat[0].paragraphs[-1:])
    return mark_beat(story, BeatSays.JOIN_WITH_NEXT, [last], identities)


def split_here(story: Story, passage: Passage, identities: Identities) -> Story:
    """Return the story in which a beat begins with this passage."""
    first = Passage(passage.draft, passage.paragraphs[:1])
    return mark_beat(story, BeatSays.SPLIT_HERE, [first], identities)


_Part = tuple[tuple[int, ...], Beat]
"""A beat and the numbers of the beats found that it is made of."""


def _joined(story: Story, drafts: Sequence[str], beats: Beats) -> list[_Part]:
    out: list[_Part] = []
    goes_on = False
    for number, beat in enumerate(beats.beats):
        if goes_on:
            olds, before = out.pop()
            out.append(((*olds, number), _one(beats.documents, before, beat)))
        else:
            out.append(((number,), beat))
        said = said_of(story, _passages(drafts, beat))
        goes_on = any(mark.says == BeatSays.JOIN_WITH_NEXT for mark in said)
    return out


def _one(documents: Sequence[Document], beat: Beat, other: Beat) -> Beat:
    passages = tuple(
        tuple(sorted((*ours, *theirs), key=lambda id: documents[draft].place_of(id) or 0))
        for draft, (ours, theirs) in enumerate(zip(beat.passages, other.passages, strict=True))
    )
    inside = zip(passages, beat.inside, other.inside, strict=True)
    told = zip(beat.passages, beat.told, other.told, strict=True)
    return replace(
        beat,
        passages=passages,
        sure=min(beat.sure, other.sure),
        inside=tuple(() if own else (*ours, *theirs) for own, ours, theirs in inside),
        told=tuple(first if own else second for own, first, second in told),
    )


def _split(story: Story, drafts: Sequence[str], beats: Beats, part: _Part) -> Iterator[_Part]:
    """Part a beat where it is said to begin anew; what other drafts tell goes where it is tied."""
    olds, beat = part
    for draft, ids in enumerate(beat.passages):
        for place, id in enumerate(ids[1:], 1):
            said = said_of(story, [Passage(drafts[draft], (id,))])
            if any(mark.says == BeatSays.SPLIT_HERE for mark in said):
                first, second = _halves(beats, beat, draft, frozenset(ids[place:]))
                yield olds, first
                # Whoever told it inside an old beat tells it inside the first of its parts.
                yield from _split(story, drafts, beats, ((), second))
                return
    yield part


def _halves(
    beats: Beats, beat: Beat, draft: int, behind: frozenset[ParagraphId]
) -> tuple[Beat, Beat]:
    goes: list[frozenset[ParagraphId]] = [
        behind if other == draft else frozenset(_tied_to(beats, (draft, behind), other, ids))
        for other, ids in enumerate(beat.passages)
    ]
    both = list(zip(beat.passages, goes, strict=True))
    first = tuple(tuple(id for id in ids if id not in some) for ids, some in both)
    second = tuple(tuple(id for id in ids if id in some) for ids, some in both)
    spots = frozenset(
        (number, document.place_of(id) or 0)
        for number, (document, ids) in enumerate(zip(beats.documents, second, strict=True))
        for id in ids
    )
    nowhere = tuple(() for _ in second)
    name = name_of(beats.documents, spots, frozenset())
    return replace(beat, passages=first), replace(
        beat, passages=second, name=name, inside=nowhere, told=(Told.HERE,) * len(second)
    )


def _tied_to(
    beats: Beats, behind: tuple[int, frozenset[ParagraphId]], other: int, ids: Sequence[ParagraphId]
) -> Iterator[ParagraphId]:
    """Give what another draft tells that is tied more surely to what is behind than to the rest."""
    draft, those = behind
    comparison = beats.comparisons.get((min(draft, other), max(draft, other)))
    best: dict[tuple[ParagraphId, bool], float] = {}
    for left, right, sure, _by in comparison.links if comparison else ():
        ours, theirs = (left, right) if draft < other else (right, left)
        key = theirs, ours in those
        best[key] = max(sure, best.get(key, 0.0))
    yield from (id for id in ids if best.get((id, True), 0.0) > best.get((id, False), 0.0))


def _passages(drafts: Sequence[str], beat: Beat) -> list[Passage]:
    both = zip(drafts, beat.passages, strict=True)
    return [Passage(draft, ids) for draft, ids in both if ids]


def _renumbered(numbers: Iterable[int], where: dict[int, int]) -> tuple[int, ...]:
    return tuple(sorted({where[number] for number in numbers}))
