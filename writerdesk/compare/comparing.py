"""Comparing two drafts: what kind of relation they have, and the engine that fits it."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from writerdesk.compare.chains import ints, phrases_once_in_both
from writerdesk.compare.names import renamed
from writerdesk.compare.revisions import Revised, revised
from writerdesk.compare.summary import summed_up
from writerdesk.compare.tied import tied
from writerdesk.compare.values import (
    Comparison,
    Link,
    Name,
    Pin,
    Relation,
    Settings,
    Shared,
    StopAsked,
)
from writerdesk.manuscript import Document, ParagraphId

# From this share of the shorter side's words on, a draft is a revision of the other.
_LEAST_KEPT = 0.5
# Two long drafts are only read for what they tell when there is a sign that it is one story: more
# of the phrases both have once come in one order than chance brings (the longest rising chain of n
# numbers in any order has 2√n of them). Two parts of one novel: 1.0 times what chance brings.
_LONG = 500_000
_MORE_THAN_CHANCE = 1.5


def compared(
    left: Document,
    right: Document,
    settings: Settings,
    pins: Sequence[Pin],
    cancelled: StopAsked,
) -> Comparison:
    """Compare two drafts from nothing."""
    found = revised(left, right, settings, cancelled)
    kept = sum(pair.words.kept for pair in found.pairs)
    is_revision = kept >= _LEAST_KEPT * min(found.sizes)
    if is_revision or _is_in_vain(found):
        relation = Relation.REVISION if is_revision else Relation.TELLINGS
        pairs, exact = found.pairs, found.exact
        weak_links: tuple[Link, ...] = ()
        echoes: tuple[Shared, ...] = ()
        names: tuple[Name, ...] = renamed(pairs, left, right) if is_revision else ()
    else:
        ties = tied(left, right, settings, pins, cancelled)
        relation, pairs, exact = Relation.TELLINGS, ties.pairs, ties.exact
        weak_links, echoes, names = ties.weak_links, ties.echoes, ties.names
    left_only = _others(left.ids, {id for pair in pairs for id in pair.left})
    right_only = _others(right.ids, {id for pair in pairs for id in pair.right})
    return Comparison(
        left=left,
        right=right,
        settings=settings,
        pins=tuple(pins),
        relation=relation,
        pairs=pairs,
        left_only=left_only,
        right_only=right_only,
        weak_links=weak_links,
        echoes=echoes,
        names=names,
        summary=summed_up(pairs, (left, left_only), (right, right_only), found.sizes),
        exact=exact,
    )


def _others(ids: Sequence[ParagraphId], paired: Collection[ParagraphId]) -> tuple[ParagraphId, ...]:
    return tuple(id for id in ids if id not in paired)


def _is_in_vain(found: Revised) -> bool:
    """Tell whether two long drafts show no sign of telling one story."""
    left, right = found.unsettled.left, found.unsettled.right
    if len(left.bases) * len(right.bases) < _LONG:
        return False
    _, places = phrases_once_in_both(left.words, right.words, (left.bases, right.bases))
    rising: list[int] = []
    for place in ints(places):
        at = bisect_left(rising, place)
        rising[at : at + 1] = [place]
    return len(rising) < _MORE_THAN_CHANCE * 2 * len(places) ** 0.5
