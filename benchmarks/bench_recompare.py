"""How long an edit takes to be compared again, at 100,000 and at a million words a side.

A novel and its revision come from ``../shared`` beside the checkout; without it both are made of
invented words. Each of a few hundred edits of a kind is one edit of these two, on both sides by
turns; CPU time in milliseconds. The worker pays for comparing and for writing the answer down, the
window for sending the edit and for opening the answer.
"""

import gc
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.bench_revisions import SHARED
from benchmarks.bench_worker import invented, revised
from writerdesk.compare import AS_USUAL, Comparison, compare, recompare
from writerdesk.compare.arrays import Asked, from_arrays, to_arrays
from writerdesk.manuscript import Document, Item, Paragraph, ParagraphId
from writerdesk.memory import keep_what_is_freed
from writerdesk.story.compare_wire import text_messages

# The largest of a hundred is the 99th case only by luck: of 300 there are three above it.
_EDITS = 300
# Paragraphs shorter than this are no prose: nobody splits a heading.
_SHORTEST = 12
_Done = TypeVar("_Done")


class _Size(NamedTuple):
    words: int
    options: Sequence[str]
    goal: int


SIZES = (_Size(100_000, (), 4), _Size(1_000_000, ("--moves", "100"), 16))


def main() -> None:
    """Measure and print."""
    keep_what_is_freed()  # as the worker does
    if not (SHARED / "tools" / "make_revisions.py").exists():
        print("nothing at ../shared: both texts are made of invented words")
    for size in SIZES:
        left, right = _texts(size)
        before = compare(left, right)
        print(
            f"{size.words:,} words a side, {len(left):,} passages, {len(before.pairs):,} pairs; "
            f"goal: in 99 of 100 cases below {size.goal} ms"
        )
        print(f"{'':12}{'compared again':>22}{'written':>10}{'sent':>8}{'opened':>9}")
        for name, edit in EDITS.items():
            print(f"  {name:10}{_measured(before, edit)}")


def _texts(size: _Size) -> tuple[Document, Document]:
    """Return a text and its revision with a twentieth of the sentences edited and some moved."""
    maker = SHARED / "tools" / "make_revisions.py"
    if not maker.exists():
        text = invented(size.words, 1)
        return text, revised(text, 0.05, 2)
    with tempfile.TemporaryDirectory() as folder:
        made = [sys.executable, str(maker), folder, "--words", str(size.words), *size.options]
        subprocess.run(made, check=True, capture_output=True)
        left, right = (
            Path(folder, f"{side}.txt").read_text("utf-8").strip("\n").split("\n\n")
            for side in ("left", "right")
        )
    return Document.from_paragraphs(left), Document.from_paragraphs(right)


def _measured(comparison: Comparison, edit: "_Edit") -> str:
    """Return what edits of one kind cost."""
    draw = random.Random(5)
    times: list[Sequence[float]] = []
    gc.collect()
    gc.disable()  # as the worker does, which looks for garbage when nobody waits
    for number in range(_EDITS):
        times.append(tuple(_costs(comparison, edit, draw, number)))
        gc.collect(1)
    gc.enable()
    again, *others = (sorted(each) for each in zip(*times, strict=True))
    median, late = again[_EDITS // 2], again[int(_EDITS * 0.99)]
    rest = "".join(f"{each[_EDITS // 2]:9.2f}" for each in others)
    return f"{median:8.2f}, p99 {late:6.2f}{rest}"


def _costs(
    comparison: Comparison, edit: "_Edit", draw: random.Random, number: int
) -> Iterator[float]:
    """Give what an edit costs: comparing again, writing it down, sending it, opening it."""
    left, right = comparison.left, comparison.right
    before = right if number % 2 else left
    after = edit(before, draw, number)
    left, right = (left, after) if number % 2 else (after, right)
    spent, found = _spent(lambda: recompare(comparison, left, right))
    yield spent
    spent, written = _spent(lambda: to_arrays(found))
    yield spent
    yield _spent(lambda: list(text_messages("A", before, after)))[0]
    yield _spent(lambda: from_arrays(written, Asked(left, right, AS_USUAL)))[0]


def _spent(work: Callable[[], _Done]) -> tuple[float, _Done]:
    start = time.thread_time()
    done = work()
    return (time.thread_time() - start) * 1000, done


def _somewhere(text: Document, draw: random.Random) -> int:
    """Return the number of a passage that has some words."""
    while True:
        place = draw.randrange(len(text))
        if text.paragraphs[place].text.count(" ") >= _SHORTEST:
            return place


def _item(number: int, words: str) -> Item:
    return ParagraphId(9, number), Paragraph(words)


def _typed(text: Document, draw: random.Random, number: int) -> Document:
    place = _somewhere(text, draw)
    words = text.paragraphs[place].text.split(" ")
    words.insert(draw.randrange(len(words)), f"word{number}")
    return text.splice(place, place + 1, [(text.ids[place], Paragraph(" ".join(words)))])


def _deleted(text: Document, draw: random.Random, number: int) -> Document:
    place = _somewhere(text, draw)
    return text.splice(place, place + 1, [])


def _inserted(text: Document, draw: random.Random, number: int) -> Document:
    words = text.paragraphs[_somewhere(text, draw)].text.split(" ")
    draw.shuffle(words)
    place = draw.randrange(len(text))
    return text.splice(place, place, [_item(number, " ".join(words))])


def _split(text: Document, draw: random.Random, number: int) -> Document:
    place = _somewhere(text, draw)
    words = text.paragraphs[place].text.split(" ")
    cut = draw.randrange(1, len(words))
    first = Paragraph(" ".join(words[:cut]))
    rest = _item(number, " ".join(words[cut:]))
    return text.splice(place, place + 1, [(text.ids[place], first), rest])


def _moved(text: Document, draw: random.Random, number: int) -> Document:
    place = _somewhere(text, draw)
    item = text.ids[place], text.paragraphs[place]
    rest = text.splice(place, place + 1, [])
    to = draw.randrange(len(rest))
    return rest.splice(to, to, [item])


_Edit = Callable[[Document, random.Random, int], Document]
EDITS: dict[str, _Edit] = {
    "typed": _typed,
    "deleted": _deleted,
    "inserted": _inserted,
    "split": _split,
    "moved": _moved,
}


if __name__ == "__main__":
    main()
