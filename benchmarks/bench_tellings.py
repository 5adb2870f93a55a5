"""Tellings: passages of independent rewrites find each other, ours and what other tools do.

On the stories we wrote and on those at ``../shared`` if they are there. Every method's own figure
(how alike two paragraphs must be) is the best of several, which favours the others. F1 of ties;
where beats are known, recall counts paragraphs.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from math import erf, log, sqrt

import numpy as np

from benchmarks.tellings_data import Tale, ours, shared
from benchmarks.tellings_figures import Ties, confidence_of, counted, folds_told, runs_told
from writerdesk.compare.tellings import links
from writerdesk.compare.values import Settings, never
from writerdesk.manuscript.tokens import words

SETTINGS = Settings(least_confidence=0.2)
# Nobody reads two hundred pages of table: quadratic walks in Python are spared the longest.
_MOST_CELLS = 40_000


def main() -> None:
    """Print a table of methods by kinds of tales."""
    found = shared()
    if not found:
        print("nothing at ../shared: our own stories only")
    tales = ours() + [tale for tale in found if tale.kind != "easy"]
    kinds = list(dict.fromkeys(tale.kind for tale in tales))
    print(f"{'F1 (CPU s)':34}" + "".join(f"{kind:>14}" for kind in kinds))
    for name, methods in METHODS.items():
        print(f"{name:34}" + "".join(f"{_best(tales, kind, methods):>14}" for kind in kinds))
    for kind in kinds:
        some = [(tale, _ours(tale)) for tale in tales if tale.kind == kind]
        print(f"confidence on {kind}: {confidence_of(some)}")
    print("WriterDesk's weights were learned on these stories. Each story by the weights of the")
    print("others, as `python -m benchmarks.learn_tellings` measured it last:")
    for line in folds_told():
        print(line)
    print(
        "Pairs of passages that two drafts of them are shown from how sure on, and the share that"
    )
    print('is right (`python -m benchmarks.tell_runs`; "likely" begins at .85):')
    for line in runs_told():
        print(line)


def _best(tales: list[Tale], kind: str, methods: list[Callable[[Tale], Ties]]) -> str:
    some = [tale for tale in tales if tale.kind == kind]
    best, seconds = 0.0, 0.0
    for method in methods:
        start = time.process_time()
        results = [(tale, method(tale)) for tale in some]
        seconds = time.process_time() - start
        best = max(best, counted(results)[2])
    return f"{best:.3f} ({seconds:.1f})" if best else "–"


def _ours(tale: Tale) -> Ties:
    found = links(tale.left, tale.right, settings=SETTINGS, pins=(), cancelled=never)
    place = (tale.left.place_of, tale.right.place_of)
    return {
        (place[0](link.left) or 0, place[1](link.right) or 0): link.confidence
        for link in found.links
        if link.confidence >= SETTINGS.least_confidence
    }


def _texts(tale: Tale) -> tuple[list[str], list[str]]:
    left, right = (
        [paragraph.text for paragraph in document.paragraphs]
        for document in (tale.left, tale.right)
    )
    return left, right


def _difflib_rows(tale: Tale) -> Ties:
    left, right = _texts(tale)
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    pairs = ((range(a, b), range(c, d)) for _, a, b, c, d in blocks)
    return {cell: 1.0 for ones, others in pairs for cell in zip(ones, others, strict=False)}


def _place_only(tale: Tale) -> Ties:
    rows, columns = len(tale.left), len(tale.right)
    return {(i, min(columns - 1, int((i + 0.5) * columns / rows))): 1.0 for i in range(rows)}


def _gale_church(tale: Tale) -> Ties:
    """Tie by lengths alone, one to one, one to two and two to one, as translations are aligned."""
    sizes = [[len(text) + 1 for text in side] for side in _texts(tale)]

    def cost(one: int, other: int) -> float:
        off = abs(other - one) / sqrt(6.8 * (one + other) / 2)
        return -log(max(1e-9, 2 * (1 - (1 + erf(off / sqrt(2))) / 2)))

    rows, columns = len(sizes[0]), len(sizes[1])
    if rows * columns > _MOST_CELLS:
        return {}
    steps = {(1, 1): 0.1, (1, 0): 4.6, (0, 1): 4.6, (1, 2): 2.4, (2, 1): 2.4}
    best = {(0, 0): (0.0, (0, 0))}
    for i in range(rows + 1):
        for j in range(columns + 1):
            for (a, b), price in steps.items():
                if i >= a and j >= b and (i - a, j - b) in best:
                    spent = best[i - a, j - b][0] + price
                    spent += (
                        cost(sum(sizes[0][i - a : i]), sum(sizes[1][j - b : j])) if a and b else 0
                    )
                    if spent < best.get((i, j), (1e18, None))[0]:
                        best[i, j] = (spent, (a, b))
    return {cell: 1.0 for cell in _walked_back(best, rows, columns)}


def _walked_back(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], i: int, j: int
) -> Iterator[tuple[int, int]]:
    while i or j:
        a, b = best[i, j][1]
        yield from ((i - x, j - y) for x in range(1, a + 1) for y in range(1, b + 1))
        i, j = i - a, j - b


def _jaccard(tale: Tale) -> np.ndarray:
    left, right = ([set(map(str.lower, words(t))) for t in side] for side in _texts(tale))
    return np.array([[len(a & b) / max(1, len(a | b)) for b in right] for a in left])


def _tfidf(tale: Tale) -> np.ndarray:
    left, right = _texts(tale)
    counts = [Counter(map(str.lower, words(text))) for text in (*left, *right)]
    seen = Counter(word for some in counts for word in some)
    number = {word: n for n, word in enumerate(seen)}
    table = np.zeros((len(counts), len(seen)), np.float32)
    for row, some in enumerate(counts):
        for word, times in some.items():
            table[row, number[word]] = (1 + log(times)) * log((1 + len(counts)) / seen[word])
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return table[: len(left)] @ table[len(left) :].T


def _greedy(table: np.ndarray, least: float) -> Ties:
    ties: dict[tuple[int, int], float] = {}
    rows, columns = set(), set()
    for flat in np.argsort(-table, axis=None):
        i, j = (int(n) for n in np.unravel_index(flat, table.shape))
        if table[i, j] < least:
            break
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            ties[i, j] = 1.0
    return ties


def _in_order(table: np.ndarray, least: float) -> Ties:
    """Tie by the heaviest walk in order, one to many and many to one."""
    rows, columns = table.shape
    gain = table - least
    free = np.zeros((rows + 1, columns + 1))
    tied = np.full((rows + 1, columns + 1), -1e9)
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            tied[i, j] = gain[i - 1, j - 1] + max(
                free[i - 1, j - 1], tied[i - 1, j], tied[i, j - 1]
            )
            free[i, j] = max(tied[i, j], free[i - 1, j], free[i, j - 1])
    return {cell: 1.0 for cell in _read_back(free, tied, gain)}


def _read_back(free: np.ndarray, tied: np.ndarray, gain: np.ndarray) -> Iterator[tuple[int, int]]:
    i, j = gain.shape
    is_tied = False
    while i > 0 and j > 0:
        if not is_tied and free[i, j] > tied[i, j]:
            i, j = (i - 1, j) if free[i, j] == free[i - 1, j] else (i, j - 1)
            continue
        yield i - 1, j - 1
        before = tied[i, j] - gain[i - 1, j - 1]
        is_tied = before != free[i - 1, j - 1]
        i, j = (
            (i - 1, j - 1)
            if not is_tied
            else (i - 1, j)
            if before == tied[i - 1, j]
            else (i, j - 1)
        )


def _by(
    likeness: Callable[[Tale], np.ndarray], choose: Callable[[np.ndarray, float], Ties]
) -> list[Callable[[Tale], Ties]]:
    def method(least: float) -> Callable[[Tale], Ties]:
        return lambda tale: choose(likeness(tale), least)

    return [method(least) for least in (0.04, 0.06, 0.08, 0.1, 0.15, 0.2)]


METHODS: dict[str, list[Callable[[Tale], Ties]]] = {
    "difflib on paragraphs, rows": [_difflib_rows],
    "place in the text only": [_place_only],
    "Gale-Church (lengths)": [_gale_church],
    "word Jaccard, greedy": _by(_jaccard, _greedy),
    "word TF-IDF, greedy": _by(_tfidf, _greedy),
    "word TF-IDF, in order (DP)": _by(_tfidf, _in_order),
    "WriterDesk": [_ours],
}


if __name__ == "__main__":
    main()
