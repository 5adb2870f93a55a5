"""The scrolling law over thousands of steps on whole books: tellings, revisions, moves, gap rows.

The books lie beside the checkout where they are; nothing of them is in the project.
"""

import random
import re
from pathlib import Path

import pytest

from tests.ui.pane.law import VIEW, WrongGuesses, assert_nothing_jumps
from writerdesk.compare import compare
from writerdesk.compare.plans import Arrangement
from writerdesk.compare.stage import Stage
from writerdesk.compare.stops import read_together
from writerdesk.manuscript import Document
from writerdesk.ui.look.lettering import system_lettering

pytestmark = pytest.mark.torture

_SHARED = Path(__file__).resolve().parents[3] / "shared"
_STEPS = 1500


def book(path):
    if not path.exists():
        pytest.skip(f"no text at ../shared/{path.relative_to(_SHARED)}")
    parts = re.split(r"\n\s*\n", path.read_text("utf-8", "replace"))
    return [" ".join(part.split()) for part in parts if part.strip()]


def revised(texts, seed):
    """Return a text with words changed, passages left out, and forty moved elsewhere."""
    chance = random.Random(seed)
    out = [
        re.sub(r"\b(\w+)\b(?=\W*$)", r"\1 indeed", t) if n % 20 == 7 else t
        for n, t in enumerate(texts)
        if n % 50 != 49
    ]
    for _ in range(40):
        passage = out.pop(chance.randrange(len(out)))
        out.insert(chance.randrange(len(out)), passage)
    return out


def tales(name):
    """Return up to four texts of one story."""
    if name == "seeds":
        found = sorted((_SHARED / "seeds").glob("*.txt"))
        texts = [book(path) for path in found] or pytest.skip("no seeds beside the checkout")
        return [*texts, texts[0]]
    prose = _SHARED / "corpus" / "prose"
    if name == "frankenstein":
        old, new = book(prose / "frankenstein-1818.txt"), book(prose / "frankenstein-1831.txt")
        return [old, new, revised(old, 3), revised(new, 4)]
    novel = book(prose / "great-expectations.txt")
    return [novel, revised(novel, 1), revised(novel, 2), revised(novel, 5)]


@pytest.fixture(scope="module", params=["seeds", "frankenstein", "novel"])
def compared(request):
    documents = [Document.from_paragraphs(text) for text in tales(request.param)]
    found = {
        (i, j): compare(documents[i], documents[j])
        for i in range(len(documents))
        for j in range(i + 1, len(documents))
    }
    return documents, found


@pytest.mark.parametrize("width", [240, 380, 560])
@pytest.mark.parametrize("columns", [2, 3, 4])
@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_nothing_jumps(qapp, compared, columns, width, arrangement):
    documents, comparisons = compared
    shown = documents[:columns]
    found = {two: said for two, said in comparisons.items() if max(two) < columns}
    reading = read_together(shown, found, hub=1 if columns > 2 else 0)
    sizes = WrongGuesses(shown, system_lettering(), 17.0)
    sizes.set_widths([width] * columns)
    stage = Stage(reading, arrangement, sizes, VIEW)
    assert_nothing_jumps(stage, steps=_STEPS, seed=width + columns)
