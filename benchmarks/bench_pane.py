"""How fast the comparison pane is at 100,000 and at a million words a side.

Run as ``python -m benchmarks.bench_pane``; figures are CPU time in milliseconds, offscreen and with
painting, at 1,120 × 776. The texts are the novels beside the checkout if they are there, else made
of few words; the right one has a word changed in every twentieth passage and some left out.
"""

import os
import random
import re
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from writerdesk.compare import Comparison, compare, recompare
from writerdesk.manuscript import Document, Paragraph, count_words
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane import Column, ComparisonPane

_NOVELS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "prose"
_WORDS = ("the", "dust", "of", "an", "old", "summer", "lay", "on", "it", "all", "and", "nobody")
_STEPS = 300
_SIZE = (1120, 776)


def paragraphs(words: int) -> list[str]:
    """Return a text of so many words: the novels', over again if need be, else made."""
    found = [path.read_text("utf-8", "replace") for path in sorted(_NOVELS.glob("*.txt"))]
    if not found:
        print(f"No novels at ../shared/corpus/prose: the text is made of {len(_WORDS)} words.")
        chance = random.Random(words)
        return [
            " ".join(chance.choice(_WORDS) for _ in range(chance.randint(5, 90)))
            for _ in range(words // 47)
        ]
    out: list[str] = []
    total = 0
    for number, text in enumerate(found * 3):
        for part in re.split(r"\n\s*\n", text):
            passage = " ".join(part.split())
            if passage:
                # Told apart by a mark, so that a novel's second time is another text.
                out.append(f"{passage} {number}" if number >= len(found) else passage)
                total += count_words(passage)
            if total >= words:
                return out
    return out


def revised(texts: list[str]) -> list[str]:
    """Return a revision: every twentieth passage with a word changed, every fiftieth left out."""
    out: list[str] = []
    for number, text in enumerate(texts):
        if number % 50 == 49:
            continue
        out.append(re.sub(r"\b(\w+)\b(?=\W*$)", r"\1 indeed", text) if number % 20 == 7 else text)
    return out


def spent(work: Callable[[], object]) -> float:
    """Return the CPU time of some work and of painting its result, in milliseconds."""
    start = time.process_time()
    work()
    QApplication.processEvents()
    return (time.process_time() - start) * 1000


def p95(figures: list[float]) -> str:
    """Say the median and the 95th percentile."""
    ordered = sorted(figures)
    return f"{ordered[len(ordered) // 2]:.1f}, p95 {ordered[int(len(ordered) * 0.95)]:.1f}"


def wheel(pane: ComparisonPane) -> None:
    """Turn the wheel by a notch over the columns."""
    view = pane.view.viewport()
    event = QWheelEvent(
        QPointF(200, 300),
        QPointF(view.mapToGlobal(QPoint(200, 300))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    view.repaint()


def page(pane: ComparisonPane) -> None:
    """Go a page down."""
    pane.view.page(1.0)
    pane.view.viewport().repaint()


def measured(words: int, look: Look) -> None:
    """Measure a pane with two texts of so many words."""
    texts = paragraphs(words)
    left, right = Document.from_paragraphs(texts), Document.from_paragraphs(revised(texts))
    comparison = compare(left, right)
    pane = ComparisonPane(look)
    pane.resize(*_SIZE)
    pane.show()
    QApplication.processEvents()
    columns = [Column("a", "A", "Left", 0, left), Column("b", "B", "Right", 1, right)]
    first = spent(lambda: (pane.show_texts(columns, {(0, 1): comparison}), pane.repaint()))
    assert pane.reading is not None
    stops = pane.reading.stops
    print(f"{words:,} words a side, {len(left):,} passages, {len(stops):,} stops")
    print(f"  first paint             {first:.0f}")
    pane.commands.go_to(len(stops) // 2)
    steps = [spent(lambda: wheel(pane)) for _ in range(_STEPS)]
    print(f"  wheel step              {p95(steps)}")
    pages = [spent(lambda: page(pane)) for _ in range(_STEPS // 3)]
    print(f"  page                    {p95(pages)}")
    widths = [spent(lambda w=w: _resize(pane, w)) for w in (1100, 1180, 1040, 1240, 1000)]
    print(f"  resize                  {max(widths):.0f} at most of {len(widths)}")
    jumps = [spent(lambda: _jump(pane)) for _ in range(40)]
    print(f"  next change             {p95(jumps)}")
    print(f"  a typed word            {_typed(pane, columns, comparison)}")
    pane.close()
    pane.deleteLater()
    QApplication.processEvents()
    print(f"  memory over the texts   {_memory(columns, comparison, look):.0f} MB")


def _resize(pane: ComparisonPane, width: int) -> None:
    pane.resize(width, _SIZE[1])
    QApplication.processEvents()
    pane.repaint()


def _jump(pane: ComparisonPane) -> None:
    pane.commands.next_stop()
    pane.view.viewport().repaint()


def _typed(pane: ComparisonPane, columns: list[Column], comparison: Comparison) -> str:
    """Measure what one word typed costs: comparing again (in the worker), and showing it."""
    again: list[float] = []
    shown: list[float] = []
    for number in range(20):
        left = comparison.left
        place = len(left) // 2
        written = Paragraph(f"{left.paragraphs[place].text} word {number}")
        text = left.splice(place, place + 1, [(left.ids[place], written)])
        start = time.process_time()
        comparison = recompare(comparison, text, comparison.right)
        again.append((time.process_time() - start) * 1000)
        newer = [replace(columns[0], document=text), columns[1]]
        shown.append(spent(lambda c=comparison, n=newer: pane.update_texts(n, {(0, 1): c})))
    return f"compared again {p95(again)}; shown {p95(shown)}"


def _memory(columns: list[Column], comparison: Comparison, look: Look) -> float:
    """Return what a pane holds besides the texts and the comparison, after some reading."""
    tracemalloc.start()
    pane = ComparisonPane(look)
    pane.resize(*_SIZE)
    pane.show()
    pane.show_texts(columns, {(0, 1): comparison})
    for _ in range(100):
        page(pane)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    pane.close()
    pane.deleteLater()
    return held / 1e6


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication(["bench"])
    look = Look()
    if isinstance(app, QApplication):
        look.dress(app)
    for words in (100_000, 1_000_000):
        measured(words, look)


if __name__ == "__main__":
    main()
