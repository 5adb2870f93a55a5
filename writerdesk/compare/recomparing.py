"""Comparing again after an edit: the same answer as from nothing, without what did not change."""

from writerdesk.compare.comparing import compared
from writerdesk.compare.revisions import Memory
from writerdesk.compare.values import Asked, Comparison, StopAsked


def recompared(before: Comparison, asked: Asked, cancelled: StopAsked) -> Comparison:
    """Compare two drafts again, with what ``before`` found where nothing changed."""
    left, right = asked.left, asked.right
    said = asked.pins, asked.witnesses
    if before.left is left and before.right is right and (before.pins, before.witnesses) == said:
        return before
    memory = before.memory if isinstance(before.memory, Memory) else None
    if memory is not None and memory.is_full(len(left) + len(right)):
        memory = None
    return compared(
        left,
        right,
        before.settings,
        asked.pins,
        cancelled,
        memory=memory,
        witnesses=asked.witnesses,
    )
