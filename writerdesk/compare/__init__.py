"""What drafts share and where they part; pure functions over values.

The engine behind the functions here wants numpy, which takes a while to load: it is brought in when
the first comparison is asked for.
"""

import importlib
import os
from typing import TYPE_CHECKING

# Before numpy is first loaded: the library under its products of tables would keep a thread
# spinning on every core between products of a few microseconds. Measured on two short drafts:
# 33 ms of processor time with one thread, 80 with two, and no sooner done.
for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_name, "1")

from writerdesk.compare.values import (  # noqa: E402
    Asked,
    Beat,
    Beats,
    By,
    Cancelled,
    Comparison,
    Detail,
    Likeness,
    Link,
    Marks,
    Name,
    Pair,
    Pin,
    Quiet,
    QuietKind,
    Relation,
    Settings,
    Shared,
    Span,
    StopAsked,
    Strand,
    Summary,
    Tally,
    Told,
    Witness,
    Words,
    never,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from writerdesk.compare.writing import Json
    from writerdesk.manuscript import Document

__all__ = [
    "AS_USUAL",
    "NOTHING_OVERLOOKED",
    "Beat",
    "Beats",
    "By",
    "Cancelled",
    "Comparison",
    "Detail",
    "Likeness",
    "Link",
    "Marks",
    "Name",
    "Pair",
    "Pin",
    "Quiet",
    "QuietKind",
    "Relation",
    "Settings",
    "Shared",
    "Span",
    "StopAsked",
    "Strand",
    "Summary",
    "Tally",
    "Told",
    "Witness",
    "Words",
    "be_ready",
    "compare",
    "compare_many",
    "never",
    "recompare",
    "to_json",
]


AS_USUAL = Settings()
NOTHING_OVERLOOKED = Settings(quotes_and_dashes=False, spaces=False, format=False)
"""What is no word is told as well, as quiet marks: typography, spaces and format."""


def be_ready() -> None:
    """Bring in the engine, so that the first comparison does not wait for it."""
    importlib.import_module("writerdesk.compare.readiness")


def compare(
    left: "Document",
    right: "Document",
    *,
    settings: Settings = AS_USUAL,
    pins: "Sequence[Pin]" = (),
    witnesses: "Sequence[Witness]" = (),
    cancelled: StopAsked = never,
) -> Comparison:
    """Find what two drafts share and where they part.

    ``witnesses`` are what other drafts of the story have to say of these two, if any was asked.
    """
    from writerdesk.compare.readiness import compared

    return compared(left, right, settings, pins, cancelled, witnesses=witnesses)


def compare_many(
    documents: "Sequence[Document]",
    *,
    settings: Settings = AS_USUAL,
    pins: "Mapping[tuple[int, int], Sequence[Pin]] | None" = None,
    cancelled: StopAsked = never,
) -> Beats:
    """Compare every two drafts and gather what they tell into beats, in the order of the first.

    ``pins`` are the ties by hand, for each two drafts by their numbers.
    """
    from writerdesk.compare.beats import beats_of_all

    return beats_of_all(documents, settings, pins or {}, cancelled)


def recompare(
    before: Comparison,
    left: "Document",
    right: "Document",
    *,
    pins: "Sequence[Pin] | None" = None,
    witnesses: "Sequence[Witness] | None" = None,
    cancelled: StopAsked = never,
) -> Comparison:
    """Return what `compare` says of two drafts of which ``before`` knew an earlier state.

    Without ``pins`` those of before hold, and without ``witnesses`` those.
    """
    from writerdesk.compare.recomparing import recompared

    asked = Asked(
        left,
        right,
        before.settings,
        before.pins if pins is None else tuple(pins),
        before.witnesses if witnesses is None else tuple(witnesses),
    )
    return recompared(before, asked, cancelled)


def to_json(comparison: Comparison) -> "dict[str, Json]":
    """Return a comparison as JSON says it; every key is always there."""
    from writerdesk.compare.writing import to_json as written

    return written(comparison)
