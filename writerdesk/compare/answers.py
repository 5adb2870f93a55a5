"""Where another draft tells what a passage tells: the passages tied to it, or the place between.

Asked for one passage at a time, while one writes or goes from draft to draft.
"""

from collections.abc import Iterator

from writerdesk.compare.values import Comparison, Pair
from writerdesk.manuscript import ParagraphId


class Answers:
    """What two drafts tell each other, looked up by passage; ``side`` is the one that asks."""

    def __init__(self, comparison: Comparison, side: int) -> None:
        self._own = comparison.right if side else comparison.left
        self._other = comparison.left if side else comparison.right
        self._side = side
        self._pairs: dict[ParagraphId, Pair] = {}
        for pair in comparison.pairs:
            for id in pair.right if side else pair.left:
                self._pairs[id] = pair

    def told_there(self, paragraph: ParagraphId) -> tuple[ParagraphId, ...]:
        """Return the passages of the other draft that tell what this one tells."""
        pair = self._pairs.get(paragraph)
        if pair is None:
            return ()
        return pair.left if self._side else pair.right

    def place_there(self, paragraph: ParagraphId) -> ParagraphId | None:
        """Return the other draft's passage at this place of the story: tied, or after the last tie.

        None if the other draft says nothing.
        """
        for id in self._backwards(paragraph):
            found = self.told_there(id)
            if found:
                return found[0]
        return self._other.ids[0] if len(self._other) else None

    def _backwards(self, paragraph: ParagraphId) -> Iterator[ParagraphId]:
        place = self._own.place_of(paragraph)
        for number in range(-1 if place is None else place, -1, -1):
            yield self._own.ids[number]
