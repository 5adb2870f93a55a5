"""What goes for good when a draft is purged: the draft, and whatever quotes it.

Notes, ties, verdicts and what is said of beats keep the words they stand on, so those on the draft
go with it. Other drafts stay, also where they have the same words.
"""

from collections.abc import Collection, Iterator

from writerdesk.frozen import frozen
from writerdesk.manuscript import Anchor
from writerdesk.story.items import Item
from writerdesk.story.note import Note
from writerdesk.story.said import BeatMark, Tie, Verdict
from writerdesk.story.story import Story


def gone_with(story: Story, draft: str) -> frozenset[str]:
    """Return the ids of a draft and of everything that quotes it."""
    quoting = (item.id for item in story.items.values() if draft in set(_quoted(item)))
    return frozenset((draft, *quoting))


@frozen
class Gone:
    """How much goes for good with a draft; stars are verdicts too."""

    notes: int
    verdicts: int
    ties: int


def counted(story: Story, draft: str) -> Gone:
    """Count what goes with a draft."""
    items = [story.items[id] for id in gone_with(story, draft)]
    kinds = (Note, Verdict, Tie)
    return Gone(*(sum(isinstance(item, kind) for item in items) for kind in kinds))


def without(story: Story, ids: Collection[str]) -> Story:
    """Return the story as if these had never been."""
    return Story(story.items.without(ids))


def _quoted(item: Item) -> Iterator[str]:
    """Yield the drafts whose words an item keeps."""
    match item:
        case Note():
            yield item.draft
            yield from _drafts(item.anchor)
        case Verdict() | BeatMark():
            yield from _drafts(item.anchor)
        case Tie():
            yield from _drafts(item.left)
            yield from _drafts(item.right)
        case _:
            return


def _drafts(anchor: Anchor | None) -> Iterator[str]:
    if anchor is not None:
        yield anchor.passage.draft
