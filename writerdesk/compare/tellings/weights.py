"""The learned weights of the score: a resource, written by ``benchmarks/learn_tellings.py``.

There are two sets. *Close* tellings (translations, fables retold) share half their words, and one
paragraph is enough to go by; *free* ones share hardly any, and only pooled evidence carries.
"""

import json
from functools import cache
from typing import cast

from writerdesk.frozen import frozen
from writerdesk.resources import resources

# What half of the longer paragraphs find again in one of the other draft: a cosine.
# Measured: rewrites .08 to .16, retold fables and gospels .24 to .30, translations .34 to .44.
CLOSE_FROM = 0.2


@frozen
class Weights:
    """What each signal counts, an intercept first, in the four steps of the score.

    ``evidence`` and ``alike`` weigh the signals without and with places, ``tied`` what the whole
    table says of each cell, ``sure`` makes an honest confidence of it. Above ``clear`` a tie
    stands by itself; above ``least`` if neither paragraph has a better one.
    """

    evidence: tuple[float, ...]
    alike: tuple[float, ...]
    tied: tuple[float, ...]
    sure: tuple[float, ...]
    least: float
    clear: float


@frozen
class Sureness:
    """What counts for two runs of free tellings, of two drafts ``alone``.

    ``apart`` is what it counts against them that a witness tells them at two places.
    """

    alone: tuple[float, ...]
    apart: float


@frozen
class Learned:
    """All that was learned: when neighbours tell one beat, both sets of weights, runs' weights."""

    together: tuple[float, ...]
    close: Weights
    free: Weights
    runs: Sureness


@cache
def learned() -> Learned:
    """Return what is written down in resources/tellings/score.json."""
    written = json.loads((resources() / "tellings" / "score.json").read_text("utf-8"))
    return from_json(cast("dict[str, object]", written))


def from_json(written: dict[str, object]) -> Learned:
    """Read what `to_json` wrote."""
    runs = cast("dict[str, object]", written["runs"])
    return Learned(
        _numbers(written["together"]),
        _set(written["close"]),
        _set(written["free"]),
        Sureness(_numbers(runs["alone"]), cast("float", runs["apart"])),
    )


def to_json(found: Learned) -> dict[str, object]:
    """Return the weights as they are written down, to five places."""
    return {
        "together": _rounded(found.together),
        **{
            name: {
                "evidence": _rounded(some.evidence),
                "alike": _rounded(some.alike),
                "tied": _rounded(some.tied),
                "sure": _rounded(some.sure),
                "least": some.least,
                "clear": some.clear,
            }
            for name, some in (("close", found.close), ("free", found.free))
        },
        "runs": {"alone": _rounded(found.runs.alone), "apart": round(found.runs.apart, 5)},
    }


def _set(written: object) -> Weights:
    some = cast("dict[str, object]", written)
    steps = (_numbers(some[step]) for step in ("evidence", "alike", "tied", "sure"))
    return Weights(*steps, least=cast("float", some["least"]), clear=cast("float", some["clear"]))


def _numbers(written: object) -> tuple[float, ...]:
    return tuple(float(number) for number in cast("list[float]", written))


def _rounded(numbers: tuple[float, ...]) -> list[float]:
    return [round(number, 5) for number in numbers]
