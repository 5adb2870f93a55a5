"""A comparison as flat arrays, for the way from the worker to the window.

Only numbers and a few short texts travel: paragraphs by their number, kinds by theirs. The window
reads them over its own paragraphs; nothing is built of a pair before somebody looks at it.
"""

import json
import struct
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import cast

from writerdesk.compare.pairs import Pairs
from writerdesk.compare.table import BYS, SURE, Part, Records, Table, view
from writerdesk.compare.tabling import table_of
from writerdesk.compare.values import (
    Asked,
    Comparison,
    Link,
    Name,
    Relation,
    Shared,
    Span,
    Summary,
    Words,
)
from writerdesk.manuscript import ParagraphId

_LENGTH = struct.Struct("<I")
_LONG = "left_only", "right_only", "weak_links", "echoes"


def to_arrays(comparison: Comparison) -> bytes:
    """Write a comparison down without what was asked for, which the asker has."""
    left, right = comparison.left, comparison.right
    pairs = comparison.pairs
    table = pairs.table if isinstance(pairs, Pairs) else table_of(pairs, left, right)
    head = {
        "relation": comparison.relation,
        "names": comparison.names,
        "summary": asdict(comparison.summary),
        "exact": comparison.exact,
        "texts": list(table.names),
        **_others(comparison),
    }
    written = [json.dumps(head, separators=(",", ":")).encode(), table.rows]
    written += [numbers for part in table.parts for numbers in part]
    return b"".join(part for some in written for part in (_LENGTH.pack(_size(some)), some))


def _size(some: "bytes | memoryview[int]") -> int:
    return some.nbytes if isinstance(some, memoryview) else len(some)


def _others(comparison: Comparison) -> dict[str, list[list[int]]]:
    """Return what is said besides pairs, with paragraphs by number."""
    # A revision speaks of few paragraphs here: no table is made of all of them.
    is_spoken_of = bool(comparison.weak_links or comparison.echoes)
    left, right = (
        {id: number for number, id in enumerate(text.ids)} if is_spoken_of else {}
        for text in (comparison.left, comparison.right)
    )
    return {
        "left_only": _places(comparison.left_only, comparison.left.ids),
        "right_only": _places(comparison.right_only, comparison.right.ids),
        "weak_links": [
            [left[one], right[other], round(sure * SURE), BYS.index(by)]
            for one, other, sure, by in comparison.weak_links
        ],
        "echoes": [
            [left[one.paragraph], *one[1:], right[other.paragraph], *other[1:]]
            for one, other in comparison.echoes
        ],
    }


def _places(some: Sequence[ParagraphId], ids: tuple[ParagraphId, ...]) -> list[list[int]]:
    """Return the numbers of some paragraphs, which come in the order of all."""
    places: list[list[int]] = []
    at = -1
    for id in some:
        at = ids.index(id, at + 1)
        places.append([at])
    return places


def from_arrays(data: bytes | memoryview, asked: Asked) -> Comparison:
    """Build the comparison again; a pair of it is made when somebody looks at it."""
    head, table = _opened(memoryview(data))
    names = tuple(Name(*name) for name in cast("list[tuple[str, str, int]]", head["names"]))
    pairs = Pairs(table, asked.left.ids, asked.right.ids, names)
    summary = cast("dict[str, dict[str, int]]", head["summary"])
    left, right = asked.left.ids, asked.right.ids
    only, others, weak, echoes = (cast("list[list[int]]", head[name]) for name in _LONG)
    return Comparison(
        left=asked.left,
        right=asked.right,
        settings=asked.settings,
        pins=asked.pins,
        relation=Relation(str(head["relation"])),
        pairs=pairs,
        left_only=tuple(left[number] for (number,) in only),
        right_only=tuple(right[number] for (number,) in others),
        weak_links=tuple(
            Link(left[one], right[other], sure / SURE, BYS[by]) for one, other, sure, by in weak
        ),
        echoes=tuple(
            Shared(Span(left[one], start, end), Span(right[other], begin, until))
            for one, start, end, other, begin, until in echoes
        ),
        names=names,
        summary=Summary(Words(**summary["words"]), summary["passages"], summary["beats"]),
        exact=head["exact"] is True,
        witnesses=asked.witnesses,
    )


def _opened(data: memoryview) -> tuple[dict[str, object], Table]:
    some = _parts(data)
    head = cast("dict[str, object]", json.loads(bytes(next(some))))
    rows = view(next(some))
    parts = tuple(Records(view(next(some)), view(next(some))) for _ in Part)
    return head, Table(rows, parts, cast("Sequence[str]", head["texts"]))


def _parts(data: memoryview) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        (size,) = _LENGTH.unpack_from(data, at)
        at += _LENGTH.size
        yield bytes(data[at : at + size])
        at += size
