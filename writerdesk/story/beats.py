"""What the writer said of beats: names, joins, splits, what is left out, whose place is where.

A beat is computed, never kept. What belongs to one is anchored at one of its passages and holds for
whatever beat has that passage now.
"""

from collections.abc import Iterable
from dataclasses import replace

from writerdesk.manuscript import Passage, anchored
from writerdesk.story.identities import Identities
from writerdesk.story.said import BeatMark, BeatSays
from writerdesk.story.story import Story


def mark_beat(
    story: Story,
    says: BeatSays,
    passages: Iterable[Passage],
    identities: Identities,
    *,
    name: str = "",
    place: int = 0,
) -> Story:
    """Return the story with something said of the beat that has these passages, instead of before.

    It is anchored at the first of them.
    """
    told = tuple(passages)
    earlier = [mark for mark in said_of(story, told) if mark.says == says]
    if earlier:
        return story.put(replace(earlier[0], name=name, place=place))
    on = anchored(told[0], story.draft(told[0].draft).text)
    return story.put(BeatMark(identities.record(), on, says.value, name, place))


def unmark_beat(story: Story, says: BeatSays, passages: Iterable[Passage]) -> Story:
    """Return the story in which this is not said of the beat that has these passages."""
    marks = [mark for mark in said_of(story, passages) if mark.says == says]
    return story.put(*(replace(mark, deleted=True) for mark in marks))


def said_of(story: Story, passages: Iterable[Passage]) -> tuple[BeatMark, ...]:
    """Return everything said of the beat that has these passages, the passages' order first."""
    rank = {
        (passage.draft, id): number
        for number, passage in enumerate(passages)
        for id in passage.paragraphs
    }
    found: list[tuple[int, BeatMark]] = []
    for mark in story.of_kind(BeatMark):
        at = story.standing(mark.anchor) if mark.anchor and not mark.deleted else None
        ranks = [rank[at.draft, id] for id in at.paragraphs if (at.draft, id) in rank] if at else []
        if ranks:
            found.append((min(ranks), mark))
    return tuple(mark for _, mark in sorted(found, key=lambda pair: pair[0]))
