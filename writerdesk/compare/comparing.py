"""Comparing two drafts: what kind of relation they have, and the engine that fits it."""

from collections.abc import Sequence

from writerdesk.compare.revisions import revised
from writerdesk.compare.summary import summed_up
from writerdesk.compare.values import (
    Comparison,
    Pin,
    Relation,
    Settings,
    StopAsked,
)
from writerdesk.manuscript import Document

# From this share of the shorter side's words on, a draft is a revision of the other.
_LEAST_KEPT = 0.5


def compared(
    left: Document,
    right: Document,
    settings: Settings,
    pins: Sequence[Pin],
    cancelled: StopAsked,
) -> Comparison:
    """Compare two drafts from nothing."""
    found = revised(left, right, settings, cancelled)
    summary = summed_up(
        found.pairs, (left, found.left_only), (right, found.right_only), found.sizes
    )
    words = summary.words
    kept = words.kept + words.moved
    is_revision = kept >= _LEAST_KEPT * min(words.left, words.right)
    return Comparison(
        left=left,
        right=right,
        settings=settings,
        pins=tuple(pins),
        relation=Relation.REVISION if is_revision else Relation.TELLINGS,
        pairs=found.pairs,
        left_only=found.left_only,
        right_only=found.right_only,
        weak_links=(),
        echoes=(),
        names=(),
        summary=summary,
        exact=found.exact,
    )
