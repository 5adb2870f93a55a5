"""How alike paragraphs are by what their sentences mean.

Each sentence looks for its best match in the other paragraph, and both ways are averaged; what all
sentences of the two drafts have in common, their genre, is taken off first.
"""

from collections.abc import Sequence

import numpy as np

from writerdesk.compare.meaning import Meaning, Vectors
from writerdesk.compare.tellings.tables import Table, less_rivals, strips
from writerdesk.compare.values import StopAsked
from writerdesk.manuscript import Document, Kind


def meant(documents: tuple[Document, Document], meaning: Meaning, stop: StopAsked) -> Table:
    """Return how far each two paragraphs stand above their rivals, by what they mean."""
    read = [meaning.of(_texts(document), stop) for document in documents]
    width = max((rows.shape[1] for side in read for rows in side), default=0) or 1
    sides = [[rows if len(rows) else np.zeros((1, width), np.float32) for rows in s] for s in read]
    middle = np.concatenate([rows for side in read for rows in side if len(rows)]).mean(axis=0)
    left, right = ([_centred(rows, middle) for rows in side] for side in sides)
    return less_rivals(_best_both_ways(left, right, stop), stop)


def _texts(document: Document) -> list[str]:
    return ["" if p.kind == Kind.SCENE_BREAK else p.text for p in document.paragraphs]


def _centred(rows: Vectors, middle: Vectors) -> Vectors:
    if not rows.any():
        return rows
    apart = rows - middle
    return apart / np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), 1e-6)


def _best_both_ways(left: Sequence[Vectors], right: Sequence[Vectors], stop: StopAsked) -> Table:
    every = np.concatenate(right)
    sizes = np.array([len(rows) for rows in right])
    starts = np.cumsum(sizes) - sizes
    out = np.zeros((len(left), len(right)), np.float32)
    # A left paragraph has a few sentences, each compared with all of the right in some 300 numbers.
    for start, end in strips(len(left), 100 * len(every), stop):
        for number in range(start, end):
            alike = left[number] @ every.T
            there = np.maximum.reduceat(alike, starts, axis=1).mean(axis=0)
            back = np.add.reduceat(alike.max(axis=0), starts) / sizes
            out[number] = (there + back) / 2
    return out
