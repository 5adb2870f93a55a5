"""How much memory a text takes in our editor, against a bare QTextEdit with the same words.

Run as ``python -m benchmarks.bench_window_memory``; each figure is the growth of one process of
its own from the empty editor to the editor with the text, laid out and painted.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_SIZES = (100_000, 300_000)
_GOAL = 2.5


def main() -> None:
    """Print the figures."""
    from benchmarks.bench_window import draft

    for words in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            text = Path(folder) / "text"
            text.write_text("\n".join(each.text for each in draft(words).paragraphs), "utf-8")
            bare, ours = (_grown(kind, text) for kind in ("bare", "ours"))
        print(
            f"{words:,} words: bare QTextEdit {bare:.0f} MB, ours {ours:.0f} MB,"
            f" {ours / bare:.2f} times (goal {_GOAL})"
        )


def _grown(kind: str, text: Path) -> float:
    command = [sys.executable, "-m", "benchmarks.bench_window_memory", kind, str(text)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _measure(kind: str, text: Path) -> None:
    from PySide6.QtWidgets import QApplication, QTextEdit

    from benchmarks.bench_window import opened
    from writerdesk.manuscript import Document
    from writerdesk.ui.editor import Editor
    from writerdesk.ui.look import Look

    application = QApplication([])
    look = Look()
    editor = QTextEdit() if kind == "bare" else Editor(look)
    editor.resize(1100, 800)
    editor.show()
    application.processEvents()
    before = _resident()
    words = text.read_text("utf-8")
    if isinstance(editor, Editor):
        editor.show_draft(opened(Document.from_paragraphs(words.split("\n")), look))
    else:
        editor.setPlainText(words)
    del words
    application.processEvents()
    print(_resident() - before)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _measure(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
