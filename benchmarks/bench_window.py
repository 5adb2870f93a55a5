"""How fast the window is: opening a draft, switching drafts, and a key, at 100,000 words.

Run as ``python -m benchmarks.bench_window``; figures are CPU time in milliseconds.
"""

import os
import random
import time
from collections.abc import Callable
from itertools import count

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from writerdesk.manuscript import Document, Mark, Paragraph, ParagraphId
from writerdesk.ui.editor import DraftText, Editor, Formats
from writerdesk.ui.look import Look

_WORDS = ("the", "dust", "of", "an", "old", "summer", "lay", "on", "it", "all", "and", "nobody")
_KEYS = 200


def draft(words: int, paragraph: int = 40) -> Document:
    """Make a draft of so many words; every tenth paragraph has italics."""
    made = random.Random(words)
    return Document.from_items(
        (
            ParagraphId(1, number),
            Paragraph(
                " ".join(made.choice(_WORDS) for _ in range(paragraph)),
                marks=(Mark(4, 12, "italic"),) if number % 10 == 0 else (),
            ),
        )
        for number in range(words // paragraph)
    )


def spent(work: Callable[[], object]) -> float:
    """Return the CPU time of some work and of painting its result, in milliseconds."""
    start = time.process_time()
    work()
    QApplication.processEvents()
    return (time.process_time() - start) * 1000


def opened(document: Document, look: Look, name: str = "") -> DraftText:
    """Make the live text of a draft as the window does."""
    numbers = count()
    font, width = look.lettering.text_font(), look.lettering.column_width(66)
    return DraftText(
        document,
        Formats(look.lettering.editor),
        lambda: ParagraphId(2, next(numbers)),
        draft=name,
        font=font,
        width=width,
    )


def keys(editor: QTextEdit, where: float, key: Qt.Key = Qt.Key.Key_E) -> float:
    """Return the 95th percentile of one key's time at a place in the draft."""
    cursor = editor.textCursor()
    cursor.setPosition(round(where * (editor.document().characterCount() - 1)))
    editor.setTextCursor(cursor)
    QApplication.processEvents()
    times = sorted(spent(lambda: QTest.keyClick(editor, key)) for _ in range(_KEYS))
    return times[round(_KEYS * 0.95)]


def main() -> None:
    """Print the figures."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    look = Look()
    look.dress(application)
    editor = Editor(look)
    editor.resize(1100, 800)
    editor.show()
    QApplication.processEvents()
    texts: list[DraftText] = []
    novel = draft(100_000)

    def open_one() -> None:
        texts.append(opened(novel, look, str(len(texts))))
        editor.show_draft(texts[-1])

    print("open 100,000 words (goal 60):", *(f"{spent(open_one):.1f}" for _ in range(3)))
    turns = [spent(lambda text=text: editor.show_draft(text)) for text in [*texts, *texts]]
    print("switch drafts (goal 30):", *(f"{turn:.1f}" for turn in turns))
    for name, where in (("start", 0.0), ("middle", 0.5), ("end", 1.0)):
        print(f"key p95 at the {name} of 100,000 words (goal 8): {keys(editor, where):.1f}")
    print(f"Enter p95 in the middle: {keys(editor, 0.5, Qt.Key.Key_Return):.1f}")
    for words, paragraph, goal in ((300_000, 40, 12), (5_000, 5_000, 12)):
        editor.show_draft(opened(draft(words, paragraph), look, f"{words}"))
        print(f"key p95, {words:,} words in paragraphs of {paragraph:,} (goal {goal}): ", end="")
        print(f"{keys(editor, 0.0):.1f}")


if __name__ == "__main__":
    main()
