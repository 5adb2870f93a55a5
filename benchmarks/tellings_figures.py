"""How well ties were found, and how honest their confidence is."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from benchmarks.tellings_data import ROOT, Tale

Ties = Mapping[tuple[int, int], float]
Figures: TypeAlias = dict[str, dict[str, Any]]
FOLDS = ROOT / "benchmarks" / "tellings" / "folds.json"
"""What was measured of each story by the weights of the others."""
RUNS = ROOT / "benchmarks" / "tellings" / "runs.json"
"""How many pairs of passages a reader is shown, from how sure on, and how many are right."""

# What must hold of stories left out, and whether it must be reached or kept below.
_BARS = (
    ("hard", "f1", ">=", 0.94),
    ("retold", "f1", ">=", 0.70),
    ("rewrite", "f1", ">=", 0.55),
    ("rewrite", "honesty", "<=", 2.2),
    ("rewrite", "apart", ">=", 0.75),
    ("rewrite", "sure", ">=", 0.167),
    ("rewrite", "sure_right", ">=", 0.80),
)


def counted(results: Sequence[tuple[Tale, Ties]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of ties, all tales together.

    Where beats are known, recall counts the paragraphs whose beat the other side tells too and that
    got a right tie; elsewhere it counts ties.
    """
    right = wrong = found = findable = 0
    for tale, ties in results:
        good = [cell for cell in ties if tale.truth.get(cell, 0) > 0]
        right += len(good)
        wrong += sum(tale.truth.get(cell, 0) == 0 for cell in ties)
        if tale.beats:
            findable += sum(len({cell[side] for cell in tale.truth}) for side in (0, 1))
            found += sum(len({cell[side] for cell in good}) for side in (0, 1))
        else:
            findable += sum(value > 0 for value in tale.truth.values())
            found += len(good)
    precision, recall = right / max(1, right + wrong), found / max(1, findable)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def confidence_of(results: Sequence[tuple[Tale, Ties]]) -> dict[str, float]:
    """Return what was stated against what was right.

    ``honesty`` is chi-square per band over five bands of equal size, ``apart`` the chance that a
    right tie is stated surer than a wrong one, ``sure`` the share of ties at .8 and above and
    ``sure_right`` how many of them are right.
    """
    stated = sorted(
        (confidence, tale.truth.get(cell, 0) > 0)
        for tale, ties in results
        for cell, confidence in ties.items()
        if tale.truth.get(cell, 0) >= 0
    )
    count, right = len(stated), sum(ok for _, ok in stated)
    above = 0.0
    for number, (value, ok) in enumerate(stated):
        if ok:
            below = sum(not other for v, other in stated[:number] if v < value)
            level = sum(not other for v, other in stated if v == value)
            above += below + level / 2
    sure = [ok for value, ok in stated if value >= 0.8]
    return {
        "ties": count,
        "honesty": round(_honesty(stated), 2),
        "apart": round(above / max(1, right * (count - right)), 3),
        "sure": round(len(sure) / max(1, count), 3),
        "sure_right": round(sum(sure) / max(1, len(sure)), 3),
    }


def folds_told() -> Iterator[str]:
    """Give lines about stories left out, as they were last measured, and whether the bars hold."""
    if not FOLDS.exists():
        return
    found: Figures = json.loads(FOLDS.read_text("utf-8"))
    for kind, one in found.items():
        f1 = f"F1 {one['f1']:.3f}, over stories ± {one['spread']:.3f}; " if one["f1"] else ""
        yield (
            f"{kind:16}{f1}{one['ties']} ties, "
            f"honesty {one['honesty']}, apart {one['apart']}, "
            f"sure {one['sure']} of which right {one['sure_right']}"
        )
    for kind, figure, how, bar in _BARS:
        value = found.get(kind, {}).get(figure)
        if value is not None:
            holds = value >= bar if how == ">=" else value <= bar
            verdict = "holds" if holds else "does not hold"
            yield f"bar: {kind} {figure} {how} {bar}: {value}, {verdict}"


def runs_told() -> Iterator[str]:
    """Give lines about the pairs that a reader is shown of stories left out, by what is shown."""
    if not RUNS.exists():
        return
    found: dict[str, dict[str, list[float]]] = json.loads(RUNS.read_text("utf-8"))
    for kind, borders in found.items():
        told = ", ".join(
            f"from {border}: {shown:.2f}" + (f" ({right:.2f})" if right else "")
            for border, (shown, right) in borders.items()
        )
        yield f"{kind:28}{told}"


def _honesty(stated: Sequence[tuple[float, bool]]) -> float:
    count = len(stated)
    bands = [stated[k * count // 5 : (k + 1) * count // 5] for k in range(5)]
    odd = [
        (sum(ok for _, ok in band) - sum(c for c, _ in band)) ** 2
        / max(0.01 * len(band), sum(c * (1 - c) for c, _ in band))
        for band in bands
        if band
    ]
    return sum(odd) / max(1, len(odd))
