"""Comparing two drafts: what kind of relation they have, and the engine that fits it."""

from bisect import bisect_left
from collections.abc import Sequence

from writerdesk.compare.chains import ints
from writerdesk.compare.moves import Elsewhere
from writerdesk.compare.names import with_renamed
from writerdesk.compare.pairs import Pairs
from writerdesk.compare.pinned import pinned
from writerdesk.compare.revisions import Memory, revised
from writerdesk.compare.summary import standing_alone, summed_up
from writerdesk.compare.table import Row, Table
from writerdesk.compare.tied import tied
from writerdesk.compare.values import (
    Asked,
    Comparison,
    Link,
    Name,
    Pin,
    Relation,
    Settings,
    Shared,
    StopAsked,
    Witness,
    ask,
)
from writerdesk.frozen import frozen
from writerdesk.garbage import nothing_collected
from writerdesk.manuscript import Document

# From this share of the shorter side's words on, a draft is a revision of the other.
_LEAST_KEPT = 0.5
# Two long drafts are only read for what they tell when there is a sign that it is one story: words
# that stayed where they were, or more of the phrases both have once in one order than chance brings
# (the longest rising chain of n numbers in any order has 2√n of them). Novels that have nothing to
# do with each other keep at most .0016 of their words, and .9 to 1.15 times what chance brings;
# what was measured stands in docs/decisions/revisions-engine.md.
_LEAST_SIGN = 0.01
_LONG = 500_000
_MORE_THAN_CHANCE = 1.5


@frozen(eq=False)
class _Found:
    """What one of the engines found."""

    relation: Relation
    table: Table
    names: tuple[Name, ...]
    weak_links: tuple[Link, ...]
    echoes: tuple[Shared, ...]
    exact: bool


@nothing_collected()
def compared(
    left: Document,
    right: Document,
    settings: Settings,
    pins: Sequence[Pin],
    cancelled: StopAsked,
    *,
    memory: Memory | None = None,
    witnesses: Sequence[Witness] = (),
) -> Comparison:
    """Compare two drafts, with a memory of an earlier state of them if there is one."""
    by_hand = pinned(pins, left, right)
    revision = revised(left, right, by_hand, memory or Memory.empty(settings), cancelled)
    known = revision.memory
    ask(cancelled)
    kept = int(revision.rows.facts[:, Row.KEPT].sum())
    shorter = min(int(words.sum()) for words in revision.sizes)
    if kept >= _LEAST_KEPT * shorter:
        table, names = with_renamed(revision.rows, known.shelf.lexicon, known.names, left)
        found = _Found(Relation.REVISION, table, names, by_hand.links, (), revision.is_exact)
    elif (
        len(left) * len(right) >= _LONG
        and kept < _LEAST_SIGN * shorter
        and _is_in_order_by_chance(known.elsewhere)
    ):
        table = revision.rows.table(())
        # Two drafts that were not read for what they tell might have told it: not exact.
        found = _Found(Relation.TELLINGS, table, (), by_hand.links, (), exact=False)
    else:
        asked = Asked(left, right, settings, tuple(pins), tuple(witnesses))
        ties = tied(asked, cancelled)
        found = _Found(
            Relation.TELLINGS, ties.table, ties.names, ties.weak_links, ties.echoes, ties.exact
        )
    ask(cancelled)
    alone = revision.alone
    if pins or found.relation is not Relation.REVISION:
        alone = (
            standing_alone(found.table, Row.LEFT, len(left)),
            standing_alone(found.table, Row.RIGHT, len(right)),
        )
    return Comparison(
        left=left,
        right=right,
        settings=settings,
        pins=tuple(pins),
        relation=found.relation,
        pairs=Pairs(found.table, left.ids, right.ids, found.names),
        left_only=tuple(left.ids[number] for number in ints(alone[0])),
        right_only=tuple(right.ids[number] for number in ints(alone[1])),
        weak_links=found.weak_links,
        echoes=found.echoes,
        names=found.names,
        summary=summed_up(found.table, revision.sizes, alone),
        exact=found.exact,
        witnesses=tuple(witnesses),
        memory=known,
    )


def _is_in_order_by_chance(elsewhere: Elsewhere) -> bool:
    """Tell whether no more of the phrases both have once come in one order than chance brings."""
    phrases = elsewhere.phrases
    rising: list[int] = []
    for place in ints(phrases):
        at = bisect_left(rising, place)
        rising[at : at + 1] = [place]
    return len(rising) <= _MORE_THAN_CHANCE * 2 * len(phrases) ** 0.5
