"""Learns the weights of the score of tellings and writes resources/tellings/score.json.

    python -m benchmarks.learn_tellings          each story by what the others teach: tells how
                                                 well it goes, and keeps it beside the tales
    python -m benchmarks.learn_tellings --write  learns from all and writes

What is learned in one step is shown to the next only for stories that step did not learn from.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from benchmarks.learn_sureness import (
    ALONE,
    HEARD,
    Runs,
    gathered,
    heard_from,
    rows_alone,
    rows_heard,
    weight_of,
)
from benchmarks.tellings_data import ROOT, Tale, ours, shared
from benchmarks.tellings_figures import FOLDS, Figures, confidence_of, counted
from benchmarks.tellings_lessons import lessons, strangers, threes
from writerdesk.compare.tellings import score as steps
from writerdesk.compare.tellings.readings import Reading, openings, read
from writerdesk.compare.tellings.signals import Likenesses, apart
from writerdesk.compare.tellings.tables import Table
from writerdesk.compare.tellings.terms import terms
from writerdesk.compare.tellings.weights import Learned, Sureness, Weights, to_json
from writerdesk.compare.tellings.worded import worded
from writerdesk.compare.values import never
from writerdesk.manuscript import Document

CLOSE_KINDS = {"easy", "hard", "masked", "retold", "revision"}
# The stories told blind were made hard on purpose (half the beats moved), the short ones have five
# paragraphs: they keep the weights from believing in one kind, without lowering every confidence.
WEIGHT = {"rewrite": 1.0, "sample": 1.0, "blind": 0.1, "short": 0.1}
# Every tale is cut in four ways: together they count as much as the whole one.
WEIGHT |= {f"{kind} cut": WEIGHT[kind] / 4 for kind in ("rewrite", "sample", "blind")}
WEIGHT["rewrite parted"] = 0.25
# What is sure must also hold for drafts that stop or part early, where the blind ones count half,
# and for texts that have nothing to do with each other, which teach nothing else.
SURE_WEIGHT = WEIGHT | {"blind": 0.5, "unrelated": 0.06}
SURE_WEIGHT |= {kind: 2 * WEIGHT[kind] for kind in WEIGHT if kind.endswith((" cut", " parted"))}
WEIGHT["unrelated"] = 0.0
# Frankenstein is four times as long as the others and nearly the same twice.
CLOSE_CELLS = {"frankenstein1": 500.0}
LEAST, CLEAR = {"free": 0.25, "close": 0.4}, 0.4


@dataclass(frozen=True, slots=True)
class Example:
    """A tale as the score reads it: signals and truth."""

    tale: Tale
    readings: tuple[Reading, Reading]
    signals: tuple[Table, ...]
    truth: np.ndarray
    weight: float


Unseen: TypeAlias = tuple[list[Table], list[Table]]
"""Of every example the odds and the confidence of its ties, by what other stories teach."""


def main() -> None:
    """Tell the folds, or write what all stories teach."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--write", action="store_true")
    tales = ours() + shared()
    if ask.parse_args().write:
        path = ROOT / "resources" / "tellings" / "score.json"
        path.write_text(json.dumps(to_json(learn(tales)), indent=1) + "\n", "utf-8")
        return
    told = tales + lessons(tales)
    stories = sorted({tale.story for tale in tales})
    results = []
    for story in stories:
        found = learn([tale for tale in tales if tale.story != story])
        results += [(tale, scored(tale, found)) for tale in told if tale.story == story]
    found = figures(results)
    FOLDS.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    for kind, one in found.items():
        print(kind, one)


def scored(tale: Tale, found: Learned) -> dict[tuple[int, int], float]:
    """Return the ties that would be read, with their confidence."""
    readings = (read(tale.left, found.together), read(tale.right, found.together))
    table = steps.score(readings, found, never).confidence
    cells = np.argwhere(table >= steps.LEAST_CONFIDENCE)
    return {(int(i), int(j)): float(table[i, j]) for i, j in cells}


def figures(results: Sequence[tuple[Tale, dict[tuple[int, int], float]]]) -> Figures:
    """Return by kind how many ties were right, by story too, and how honest the confidence was."""
    found: Figures = {}
    for kind in dict.fromkeys(tale.kind for tale, _ in results):
        some = [(tale, ties) for tale, ties in results if tale.kind == kind]
        by_story: dict[str, list[tuple[Tale, dict[tuple[int, int], float]]]] = {}
        for tale, ties in some:
            by_story.setdefault(tale.story, []).append((tale, ties))
        stories = {story: round(counted(pairs)[2], 3) for story, pairs in by_story.items()}
        precision, recall, f1 = (round(one, 3) for one in counted(some))
        spread = round(float(np.std(list(stories.values()))), 3)
        found[kind] = {"precision": precision, "recall": recall, "f1": f1, "spread": spread}
        found[kind] |= {"stories": stories, **confidence_of(some)}
    return found


def learn(tales: Sequence[Tale]) -> Learned:
    """Learn all weights from these tales."""
    free = [tale for tale in tales if tale.kind not in CLOSE_KINDS]
    close = [tale for tale in tales if tale.kind in CLOSE_KINDS]
    together = learn_together(free)
    taught = free + lessons(free)
    three = [tale for some in threes(free) for tale in some]
    tales_seen = (*taught, *three, *strangers(free))
    examples = [example(tale, together, is_close=False) for tale in tales_seen]
    weights, unseen = learn_set(examples, "free")
    return Learned(
        together,
        learn_set([example(tale, together, is_close=True) for tale in close], "close")[0],
        weights,
        learn_sureness(examples, unseen),
    )


def learn_sureness(examples: Sequence[Example], unseen: Unseen) -> Sureness:
    """Learn how sure runs are, two drafts alone and with a third as witness."""
    runs = [
        gathered(one.tale, one.readings, confidence, odds)
        for one, odds, confidence in zip(examples, *unseen, strict=True)
    ]
    alone = _runs_weights(runs, [rows_alone(one) for one in runs], ALONE)
    found = Sureness(alone, 0.0)
    threes_only = [one for one in runs if " three" in one.tale.kind]
    rows = [
        rows_heard(one, heard, alone)
        for at in range(0, len(threes_only), 3)
        for one, heard in zip(
            threes_only[at : at + 3], heard_from(threes_only[at : at + 3], found), strict=True
        )
    ]
    # What it counts to be told at two places; the odds alone stay as they are.
    return Sureness(alone, _runs_weights(threes_only, rows, HEARD)[2])


def _runs_weights(
    runs: Sequence[Runs], rows: Sequence[np.ndarray], weights: Mapping[str, float]
) -> tuple[float, ...]:
    used = [
        (one, some)
        for one, some in zip(runs, rows, strict=True)
        if weight_of(one, weights) and len(some)
    ]
    return logistic(
        np.vstack([some for _, some in used]),
        np.concatenate([one.right for one, _ in used]),
        weights=np.concatenate([np.full(len(some), weight_of(one, weights)) for one, some in used]),
        strength=1.0,
    )


def learn_together(tales: Sequence[Tale]) -> tuple[float, ...]:
    """Learn when two neighbours tell one beat, from each telling once."""
    rows, truth, seen = [], [], set()
    for tale in tales:
        for document, beats in zip((tale.left, tale.right), tale.beats or (), strict=True):
            texts = tuple(paragraph.text for paragraph in document.paragraphs)
            if texts in seen:
                continue
            seen.add(texts)
            rows += _openings(document)
            truth += [bool(one & other) for one, other in pairwise(beats)]
    return tuple(logistic(np.array(rows)[:, 1:], np.array(truth), strength=1.0))


def _openings(document: Document) -> list[tuple[float, ...]]:
    return openings(worded(document)).tolist()


def example(tale: Tale, together: Sequence[float], *, is_close: bool) -> Example:
    """Read a tale."""
    readings = (read(tale.left, together), read(tale.right, together))
    truth = np.zeros((len(tale.left), len(tale.right)), int)
    for cell, value in tale.truth.items():
        truth[cell] = value
    of_close = CLOSE_CELLS.get(tale.story, 2000.0) / truth.size
    weight = of_close if is_close else WEIGHT.get(tale.kind, 0.0)
    alike = Likenesses(readings, terms(*readings), never).each(is_pooled=not is_close)
    away = apart(*readings)
    return Example(tale, readings, (*alike, away, away * away), truth, weight)


def learn_set(examples: Sequence[Example], name: str) -> tuple[Weights, Unseen]:
    """Learn the four steps, each from what the one before says of stories it has not seen."""
    is_close = name == "close"
    seen = [one.signals for one in examples]
    evidence = Step(examples, [some[:3] for some in seen])
    alike = evidence if is_close else Step(examples, seen)
    tables = [
        tuple(steps.in_context(value, walk, steps.Said(), never))
        for value, walk in zip(alike.unseen, evidence.unseen, strict=True)
    ]
    tied = Step(examples, tables)
    sure, confidence = _sure(examples, tied.unseen, name)
    weigh = (*evidence.weights, 0.0, 0.0) if is_close else alike.weights
    weights = Weights(evidence.weights, weigh, tied.weights, sure, LEAST[name], CLEAR)
    return weights, (tied.unseen, confidence)


def _sure(
    examples: Sequence[Example], tied: Sequence[Table], name: str
) -> tuple[tuple[float, ...], list[Table]]:
    """Learn how often a tie that is read was right, and say it of stories it did not see."""
    likely = [steps.chance(one) for one in tied]
    # The close tales are a handful of long texts: of them nobody learns what a short one is worth.
    known = 3 if name == "close" else 4
    tables = [
        (one, *steps.in_all(some.readings, chance)[:known])
        for one, some, chance in zip(tied, examples, likely, strict=True)
    ]
    weighed = [replace(one, weight=SURE_WEIGHT.get(one.tale.kind, one.weight)) for one in examples]
    wanted = [steps.chosen(one, _choosing(LEAST[name])) for one in likely]
    step = Step(weighed, tables, wanted)
    confidence = [
        np.where(read, np.maximum(steps.chance(one), steps.LEAST_CONFIDENCE), np.float32(0))
        for one, read in zip(step.unseen, wanted, strict=True)
    ]
    return (*step.weights, *[0.0] * (4 - known)), confidence


class Step:
    """One weighted sum: its weights, and what it says of each story learned without it."""

    def __init__(
        self,
        examples: Sequence[Example],
        tables: Sequence[Sequence[Table]],
        wanted: Sequence[np.ndarray] | None = None,
    ) -> None:
        self.examples, self.tables = examples, tables
        self.wanted = wanted or [np.ones_like(one.truth, bool) for one in examples]
        self.weights = self._learned(lambda _: True)
        self.unseen = [np.zeros((1, 1), np.float32)] * len(examples)
        for story in {one.tale.story for one in examples}:
            weights = self._learned(lambda one, story=story: one.tale.story != story)
            for number, one in enumerate(examples):
                if one.tale.story == story:
                    self.unseen[number] = steps.odds(tables[number], (weights,), never)[0]

    def _learned(self, is_used: Callable[[Example], bool]) -> tuple[float, ...]:
        rows, truth, weights = [], [], []
        for one, tables, wanted in zip(self.examples, self.tables, self.wanted, strict=True):
            if not is_used(one) or not one.weight:
                continue
            cells = wanted & (one.truth >= 0)
            rows.append(np.stack([table[cells] for table in tables], 1))
            truth.append(one.truth[cells])
            weights.append(np.full(int(cells.sum()), one.weight))
        return logistic(np.vstack(rows), np.concatenate(truth), weights=np.concatenate(weights))


def logistic(
    rows: np.ndarray,
    truth: np.ndarray,
    *,
    weights: np.ndarray | None = None,
    strength: float = 0.3,
) -> tuple[float, ...]:
    """Fit a logistic regression by Newton's steps; the intercept comes first."""
    weights = np.ones(len(rows)) if weights is None else weights
    middle = np.average(rows, axis=0, weights=weights)
    spread = np.sqrt(np.average((rows - middle) ** 2, axis=0, weights=weights)) + 1e-9
    scaled = np.column_stack([np.ones(len(rows)), (rows - middle) / spread])
    penalty = np.diag([0.0] + [1 / strength] * rows.shape[1])
    found = np.zeros(scaled.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-np.clip(scaled @ found, -30, 30)))
        slope = scaled.T @ (weights * (likely - truth)) + penalty @ found
        curve = (scaled * (weights * likely * (1 - likely))[:, None]).T @ scaled + penalty
        step = np.linalg.solve(curve + 1e-9 * np.eye(len(found)), slope)
        found -= step
        if np.abs(step).max() < 1e-7:
            break
    slopes = found[1:] / spread
    return (float(found[0] - slopes @ middle), *map(float, slopes))


def _choosing(least: float) -> Weights:
    return Weights((), (), (), (), least, CLEAR)


if __name__ == "__main__":
    main()
