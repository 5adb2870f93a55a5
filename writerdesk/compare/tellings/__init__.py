"""What tellings share: passages of independent rewrites find each other.

Read each draft (`readings`), see what speaks for each two paragraphs (`signals`, `order`), make an
honest confidence of it (`score`), then look inside for answering sentences (`answers`) and for who
is who (`cast`).
"""

from collections.abc import Sequence

from writerdesk.compare.tellings.found import Found
from writerdesk.compare.values import Pin, Settings, StopAsked
from writerdesk.manuscript import Document

__all__ = ["Found", "links"]


def links(
    left: Document,
    right: Document,
    *,
    settings: Settings,
    pins: Sequence[Pin],
    cancelled: StopAsked,
) -> Found:
    """Find the passages of two tellings that tell the same, keeping to what the writer said."""
    # Here, because numpy takes a tenth of a second and revisions do without it.
    from writerdesk.compare.tellings.linking import found_between

    return found_between((left, right), settings, pins, cancelled)
