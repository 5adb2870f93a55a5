"""The scrolling law with real text in type: our sample story, at several widths, in three looks."""

from pathlib import Path

import pytest

from tests.ui.pane.law import VIEW, WrongGuesses, assert_nothing_jumps
from writerdesk.compare import compare
from writerdesk.compare.plans import Arrangement
from writerdesk.compare.stage import Stage
from writerdesk.compare.stops import read_together
from writerdesk.manuscript import Document
from writerdesk.ui.look.lettering import system_lettering

_SEEDS = Path(__file__).resolve().parents[3] / "seeds"


@pytest.fixture(scope="module")
def tellings():
    texts = [
        (_SEEDS / f"drowned-piano-{number}.txt").read_text("utf-8").split("\n\n")
        for number in (1, 2, 3)
    ]
    return [Document.from_paragraphs(" ".join(p.split()) for p in text) for text in texts]


@pytest.fixture(scope="module")
def comparisons(tellings):
    return {(i, j): compare(tellings[i], tellings[j]) for i, j in ((0, 1), (1, 2), (0, 2))}


@pytest.mark.parametrize("width", [280, 520])
@pytest.mark.parametrize("columns", [2, 3, 4])
@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_nothing_jumps(qapp, tellings, comparisons, width, columns, arrangement):
    # A fourth column is the first draft once more: four real texts, tied all over.
    documents = [tellings[n % 3] for n in range(columns)]
    found = {pair: said for pair, said in comparisons.items() if max(pair) < columns}
    if columns == 4:
        found[1, 3] = compare(documents[1], documents[3])
    reading = read_together(documents, found, hub=min(1, columns - 2) if columns > 2 else 0)
    sizes = WrongGuesses(documents, system_lettering(), 17.0)
    sizes.set_widths([width] * columns)
    stage = Stage(reading, arrangement, sizes, VIEW)
    assert_nothing_jumps(stage, steps=400, seed=width + columns)
