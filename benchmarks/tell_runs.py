"""Tells of every story left out how many of the runs a reader is shown are right, and keeps it.

    python -m benchmarks.tell_runs

Two drafts alone, and with a third of the same story as witness, by the borders one could draw.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from benchmarks.learn_tellings import CLOSE_KINDS, learn
from benchmarks.tellings_data import Tale, ours, shared
from benchmarks.tellings_figures import RUNS, runs_told
from benchmarks.tellings_lessons import lessons, strangers, threes
from writerdesk.compare import Comparison, compare, compare_many, gathering
from writerdesk.compare.tellings import linking
from writerdesk.compare.tellings.weights import Learned

_BORDERS = (0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5)


def main() -> None:
    """Measure every kind of tale, alone and with a witness."""
    every = ours() + shared()
    tales = [tale for tale in every if tale.kind not in CLOSE_KINDS]
    told, third = tales + lessons(tales) + strangers(tales), threes(tales)
    found: dict[str, list[list[tuple[float, bool]]]] = {}
    for story in sorted({tale.story for tale in tales}):
        with using(learn([tale for tale in every if tale.story != story])):
            for tale in (tale for tale in told if tale.story == story):
                seen = compare(tale.left, tale.right)
                found.setdefault(tale.kind, []).append(list(runs(tale, seen)))
            for three in (three for three in third if three[0].story == story):
                texts = three[0].left, three[0].right, three[1].right
                beats = compare_many(texts)
                for tale, two in zip(three, ((0, 1), (0, 2), (1, 2)), strict=True):
                    alone = list(runs(tale, compare(tale.left, tale.right)))
                    heard = list(runs(tale, beats.comparisons[two]))
                    found.setdefault(f"{tale.kind}, alone", []).append(alone)
                    found.setdefault(f"{tale.kind}, heard", []).append(heard)
    RUNS.write_text(
        json.dumps({kind: counted(some) for kind, some in sorted(found.items())}, indent=1) + "\n",
        "utf-8",
    )
    for line in runs_told():
        print(line)


@contextmanager
def using(weights: Learned) -> Iterator[None]:
    """Compare with these weights instead of those in use."""
    kept = linking.learned
    linking.learned = gathering.learned = lambda: weights
    try:
        yield
    finally:
        linking.learned = gathering.learned = kept


def runs(tale: Tale, seen: Comparison) -> Iterator[tuple[float, bool]]:
    """Give how sure each run is, and whether half of its ties are right."""
    left, right = tale.left.place_of, tale.right.place_of
    for pair in seen.pairs:
        cells = [(left(link.left) or 0, right(link.right) or 0) for link in pair.links]
        truth = [tale.truth.get(cell, 0) > 0 for cell in cells]
        yield pair.confidence, 2 * sum(truth) >= len(truth)


def counted(some: Sequence[Sequence[tuple[float, bool]]]) -> dict[str, tuple[float, float]]:
    """Return from each border on how many runs two drafts are shown, and what share is right."""
    out: dict[str, tuple[float, float]] = {}
    for border in _BORDERS:
        shown = [one for each in some for one in each if one[0] >= border]
        right = sum(ok for _, ok in shown) / max(1, len(shown))
        out[str(border)] = round(len(shown) / len(some), 3), round(right, 3)
    return out


if __name__ == "__main__":
    main()
