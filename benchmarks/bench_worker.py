"""What the worker process costs: what travels, how long, and what typing feels of it.

Two texts of a million words are sent, compared, changed, compared again and called off, while keys
go into an editor that holds 100,000 words. CPU and wall time of this machine; the ratio of key
times with and without the worker is what counts.
"""

import os
import random
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from writerdesk.compare import Settings
from writerdesk.compare.values import Asked
from writerdesk.manuscript import Document, Paragraph
from writerdesk.story.compare_wire import text_messages
from writerdesk.story.comparing import comparison_question
from writerdesk.workspace.compute import Answer, ComputeLane, Question

WORDS = 1_000_000
_A_PARAGRAPH = 40


def invented(words: int, seed: int) -> Document:
    """Return a text of ``words`` words drawn from 20,000 invented ones, the common ones often."""
    draw = random.Random(seed)
    vocabulary = [
        "".join(draw.choices("aeioulnrstdmk", k=draw.randint(2, 9))) for _ in range(20_000)
    ]
    weights = [1 / rank for rank in range(1, 20_001)]
    stream = draw.choices(vocabulary, weights, k=words)
    return Document.from_paragraphs(
        " ".join(stream[at : at + _A_PARAGRAPH]) + "." for at in range(0, words, _A_PARAGRAPH)
    )


def revised(text: Document, share: float, seed: int) -> Document:
    """Return ``text`` with a word changed in that share of its paragraphs."""
    draw = random.Random(seed)
    paragraphs = list(text.paragraphs)
    for place in draw.sample(range(len(paragraphs)), int(len(paragraphs) * share)):
        words = paragraphs[place].text.split()
        words[draw.randrange(len(words))] = "rewritten"
        paragraphs[place] = Paragraph(" ".join(words))
    return Document.from_items(zip(text.ids, paragraphs, strict=True))


class Typist:
    """Types into an editor of 100,000 words and keeps the time of every key."""

    def __init__(self) -> None:
        self.editor = QTextEdit()
        self.editor.resize(900, 700)
        self.editor.setPlainText("\n".join(p.text for p in invented(100_000, 9).paragraphs))
        self.editor.moveCursor(QTextCursor.MoveOperation.Start)
        self.editor.show()

    def type_until(self, done: Callable[[], bool], at_least: int = 0) -> list[float]:
        """Type a letter every 10 ms until ``done``; return milliseconds per key."""
        times: list[float] = []
        while len(times) < at_least or not done():
            start = time.perf_counter()
            QTest.keyClick(self.editor, Qt.Key.Key_A)
            QApplication.processEvents()
            times.append((time.perf_counter() - start) * 1000)
            time.sleep(0.01)
        return times


def p95(times: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


class Asking:
    """Asks the lane for the comparison of two drafts and waits, typing."""

    def __init__(self, typist: Typist) -> None:
        self.typist, self.lane = typist, ComputeLane()
        self.answers: list[Answer] = []
        self.lane.answered.connect(self.answers.append)

    def ask(self, left: Document, right: Document) -> int:
        """Ask without waiting."""
        head = comparison_question("A", "B", Asked(left, right, Settings()))
        return self.lane.ask("compare", Question({"A": left, "B": right}, head))

    def wait_for(self, job: int) -> tuple[float, list[float]]:
        """Return seconds until the answer to ``job`` and the keys typed meanwhile."""
        start = time.perf_counter()
        keys = self.typist.type_until(lambda: any(a.job == job for a in self.answers))
        return time.perf_counter() - start, keys


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    typist = Typist()
    left = invented(WORDS, 1)
    right = revised(left, 0.05, 2)
    edited = right.splice(9, 10, [(right.ids[9], Paragraph("One paragraph was typed anew."))])
    travelling = [
        (
            "both texts, first time",
            [*text_messages("A", None, left), *text_messages("B", None, right)],
        ),
        ("one changed paragraph", list(text_messages("B", right, edited))),
    ]
    for what, frames in travelling:
        print(f"{what}: {sum(map(len, frames)):,} bytes in {len(frames)} frames")
    alone = typist.type_until(lambda: True, at_least=300)
    print(f"keys alone: median {statistics.median(alone):.2f} ms, p95 {p95(alone):.2f} ms")
    asking = Asking(typist)
    for what, texts in (("first", (left, right)), ("again", (left, edited))):
        seconds, keys = asking.wait_for(asking.ask(*texts))
        body = asking.answers[-1].body
        size = len(body) if body is not None else 0
        print(
            f"{what}: {seconds:.2f} s, answer {size:,} bytes, "
            f"keys median {statistics.median(keys):.2f} ms, p95 {p95(keys):.2f} ms ({len(keys)})"
        )
    called_off = asking.ask(left, revised(right, 0.5, 3))
    typist.type_until(lambda: True, at_least=120)
    newer = asking.ask(left, edited)
    start = time.perf_counter()
    asking.wait_for(called_off)
    print(f"called off: answered after {(time.perf_counter() - start) * 1000:.0f} ms")
    asking.wait_for(newer)
    asking.lane.close()
    del application


if __name__ == "__main__":
    main()
