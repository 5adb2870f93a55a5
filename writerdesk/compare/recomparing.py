"""Comparing again after an edit: the same answer as from nothing, without what did not change."""

from collections.abc import Sequence

from writerdesk.compare.comparing import compared
from writerdesk.compare.revisions import Memory
from writerdesk.compare.values import Comparison, Pin, StopAsked
from writerdesk.manuscript import Document


def recompared(
    before: Comparison,
    left: Document,
    right: Document,
    pins: Sequence[Pin],
    cancelled: StopAsked,
) -> Comparison:
    """Compare two drafts again, with what ``before`` found where nothing changed."""
    if before.left is left and before.right is right and before.pins == tuple(pins):
        return before
    memory = before.memory if isinstance(before.memory, Memory) else None
    if memory is not None and memory.is_full(len(left) + len(right)):
        memory = None
    return compared(left, right, before.settings, pins, cancelled, memory=memory)
