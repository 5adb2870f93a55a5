"""Learns how sure two runs of passages are, from runs as a reader would see them.

Part of `learn_tellings`: what the score says of stories it did not learn from is gathered to runs,
as the comparison does it, and of each run it is known whether it is right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.tellings_data import Tale
from writerdesk.compare.gathering import runs_of
from writerdesk.compare.tellings import score as steps
from writerdesk.compare.tellings.readings import Reading
from writerdesk.compare.tellings.sureness import (
    Bonded,
    Heard,
    Run,
    Ties,
    contradicted,
    signs,
    sureness,
    weighed,
)
from writerdesk.compare.tellings.weights import Sureness
from writerdesk.compare.values import By, Link, never

# What of the runs' kinds counts how much; the cut and the parted ones are several of each tale.
ALONE = {"rewrite": 1.0, "sample": 1.0, "rewrite cut": 0.5, "sample cut": 0.5}
ALONE |= {"rewrite parted": 1.0, "blind": 0.5, "blind cut": 0.1, "short": 0.3, "unrelated": 0.2}
ALONE |= {"strangers": 0.05}
HEARD = {"rewrite three": 1.0, "sample three": 1.0, "blind three": 0.5}
HEARD |= {"rewrite three cut": 0.5, "sample three cut": 0.5, "blind three cut": 0.2}
HEARD |= {"rewrite three parted": 0.7}
# A run is right if half of its ties are, or its surest and a third of all it could tie.
_HALF, _THIRD = 0.5, 0.34


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of two drafts, what speaks for them, and which of them are right."""

    tale: Tale
    runs: list[tuple[Run, Run]]
    ties: Ties
    right: list[bool]


def gathered(
    tale: Tale, readings: tuple[Reading, Reading], confidence: np.ndarray, odds: np.ndarray
) -> Runs:
    """Gather the ties of a tale to runs."""
    read = np.argwhere(confidence >= steps.LEAST_CONFIDENCE)
    i, j = read[:, 0], read[:, 1]
    left, right = tale.left.ids, tale.right.ids
    links = [Link(left[a], right[b], float(confidence[a, b]), By.FOUND) for a, b in read.tolist()]
    runs = runs_of(links, (tale.left, tale.right), never)
    sizes = readings[0].said.sizes, readings[1].said.sizes
    ties = Ties(i, j, confidence[i, j].astype(float), odds[i, j].astype(float), sizes)
    return Runs(tale, runs, ties, [_is_right(tale, run, confidence) for run in runs])


def _is_right(tale: Tale, run: tuple[Run, Run], confidence: np.ndarray) -> bool:
    cells = [(i, j) for i in range(*run[0]) for j in range(*run[1])]
    truth = [tale.truth.get(cell, 0) > 0 for cell in cells]
    sure = [float(confidence[cell]) for cell in cells]
    tied = [ok for ok, one in zip(truth, sure, strict=True) if one >= steps.LEAST_CONFIDENCE]
    surest = truth[sure.index(max(sure))]
    return sum(tied) >= _HALF * len(tied) or (surest and sum(truth) >= _THIRD * len(truth))


def heard_from(three: Sequence[Runs], weights: Sureness) -> list[list[Heard]]:
    """Return what the third draft of each two of A B, A C and B C says of them."""
    sure = [sureness(one.runs, one.ties, (), weights) for one in three]
    bonds = [
        [Bonded(left, right, s) for (left, right), s in zip(one.runs, some, strict=True)]
        for one, some in zip(three, sure, strict=True)
    ]
    turned = [[Bonded(right, left, s) for left, right, s in some] for some in bonds]
    a_b, a_c, b_c = bonds
    b_a, c_a, c_b = turned
    return [[Heard(a_c, b_c)], [Heard(a_b, c_b)], [Heard(b_a, c_a)]]


def rows_alone(runs: Runs) -> np.ndarray:
    """Return what speaks for the runs of two drafts by themselves."""
    return signs(runs.runs, runs.ties) if runs.runs else np.zeros((0, 4))


def rows_heard(runs: Runs, heard: Sequence[Heard], alone: Sequence[float]) -> np.ndarray:
    """Return what that comes to, and what a witness says."""
    if not runs.runs:
        return np.zeros((0, 2))
    return np.column_stack((weighed(rows_alone(runs), alone), contradicted(runs.runs, heard)))


def weight_of(runs: Runs, weights: Mapping[str, float]) -> float:
    """Return how much a tale's runs teach."""
    return weights.get(runs.tale.kind, 0.0)
