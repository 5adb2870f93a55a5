"""The writer's own word on passages, as cells of the table of paragraphs."""

from collections.abc import Sequence

from writerdesk.compare.values import By, Pin
from writerdesk.manuscript import Document, paragraphs_of


def cells_of(
    pins: Sequence[Pin], documents: tuple[Document, Document]
) -> dict[tuple[int, int], By]:
    """Return what was said of each two paragraphs; what was said last holds."""
    left, right = documents
    return {
        (i, j): pin.by
        for pin in pins
        for i in paragraphs_of(pin.left, left)
        for j in paragraphs_of(pin.right, right)
    }
