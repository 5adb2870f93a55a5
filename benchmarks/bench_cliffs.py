"""Comparisons that make other tools slow: each at 100,000 words, in milliseconds of CPU.

The novel comes from ``../shared`` beside the checkout. A sample is a process of its own, from two
documents to their comparison, after the imports and a first small one.
"""

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from benchmarks.revision_tools import TOOLS

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
_MANY = 5

Texts = list[str]


def _kinds(texts: Texts) -> tuple[Texts, Texts]:
    kinds = [" ".join(islice(cycle(text.split()), 33)) for text in texts[:5]]
    left, right = ([kinds[(n * step % 7) % 5] for n in range(3000)] for step in (3, 5))
    return left, right


CLIFFS: dict[str, Callable[[Texts], tuple[Texts, Texts]]] = {
    "all in one paragraph, 200 words changed": lambda texts: (
        [" ".join(texts)],
        [re.sub(r"\bnever\b", "hardly", " ".join(texts))],
    ),
    "3,000 lines of 5 kinds": _kinds,
    "all upper-case": lambda texts: (texts, [text.upper() for text in texts]),
    "halves swapped": lambda texts: (texts, texts[len(texts) // 2 :] + texts[: len(texts) // 2]),
    "reversed": lambda texts: (texts, texts[::-1]),
    "one word replaced everywhere": lambda texts: (
        texts,
        [re.sub(r"\bthe\b", "yon", text) for text in texts],
    ),
    "nothing against all of it": lambda texts: ([], texts),
    "all quotes straight": lambda texts: (
        texts,
        [text.translate(str.maketrans("“”‘’", "\"\"''")) for text in texts],
    ),
    "every space doubled": lambda texts: (texts, [text.replace(" ", "  ") for text in texts]),
}


def main() -> None:
    """Print the CPU time of each."""
    if not (SHARED / "tools" / "make_revisions.py").exists():
        print("nothing at ../shared: no novel to compare, nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        made = [sys.executable, str(SHARED / "tools" / "make_revisions.py"), folder]
        subprocess.run([*made, "--words", "100000"], check=True, capture_output=True)
        for name in CLIFFS:
            command = [sys.executable, "-m", "benchmarks.bench_cliffs", folder, name]
            samples = [
                float(subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout)
                for _ in range(_MANY)
            ]
            print(f"{name:42}{statistics.median(samples):5.0f} (goal 150)")


def _sample(folder: Path, name: str) -> None:
    from writerdesk.compare import compare
    from writerdesk.manuscript import Document

    TOOLS["WriterDesk"][0]()
    texts = (folder / "left.txt").read_text("utf-8").strip("\n").split("\n\n")
    left, right = map(Document.from_paragraphs, CLIFFS[name](texts))
    before = time.process_time()
    compare(left, right)
    print(1000 * (time.process_time() - before))


if __name__ == "__main__":
    _sample(Path(sys.argv[1]), sys.argv[2]) if sys.argv[1:] else main()
