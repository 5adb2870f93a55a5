"""How fast tellings are compared: small pairs, five drafts, two of 2,000 paragraphs; how they stop.

Drafts are told from words of our own tales, so that they are as long as wished; the three drafts
this is for are compared, too, if they lie at ``../shared``. Processor time, medians.
"""

import random
import re
import resource
import time
from collections.abc import Callable
from itertools import combinations
from statistics import median

from benchmarks.tellings_data import ROOT, ours
from writerdesk.compare import compare, compare_many
from writerdesk.manuscript import Document
from writerdesk.story.sample import sample_drafts

_LONG, _KEPT, _PIECE = 2000, 0.4, 5


def main() -> None:
    """Print the figures."""
    sample = [imported.documents[0] for _, imported in sample_drafts()]
    compare(sample[0], sample[1])
    for name, drafts in (("sample story", sample), ("drafts at ../shared", _seeds())):
        for one, other in combinations(drafts, 2):
            seconds = _median(lambda one=one, other=other: compare(one, other), 7)
            print(f"a pair of the {name}: {1000 * seconds:.0f} ms (goal 50)")
    five = [*sample, *_told(17, seed=1)]
    words = ", ".join(str(_words(draft)) for draft in five)
    print(f"five drafts of {words} words: {_median(lambda: compare_many(five), 3):.2f} s (goal 1)")
    left, right = _told(_LONG, seed=2)
    seconds = _median(lambda: compare(left, right), 3)
    print(f"two drafts of {_LONG} paragraphs: {seconds:.2f} s (goal 2)")
    clocks = [_Clock() for _ in range(3)]
    for clock in clocks:
        clock.last = time.thread_time()
        compare(left, right, cancelled=clock.asked)
    longest = min(clock.longest for clock in clocks)
    print(f"... whether to stop is asked every {1000 * longest:.0f} ms at least (goal 20)")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"... memory at most: {most} MB, Python and numpy included (goal 300)")


class _Clock:
    """Measures how long a comparison goes without asking whether to stop."""

    def __init__(self) -> None:
        self.last, self.longest = time.thread_time(), 0.0

    def asked(self) -> bool:
        """Say no, and note how long it took to ask."""
        now = time.thread_time()
        self.longest = max(self.longest, now - self.last)
        self.last = now
        return False


def _median(run: Callable[[], object], times: int) -> float:
    taken: list[float] = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return median(taken)


def _told(paragraphs: int, *, seed: int) -> tuple[Document, Document]:
    """Return a draft of drawn words, and the same beats told with other words, in other order."""
    draw = random.Random(seed)
    known = [
        word
        for tale in ours()
        for draft in (tale.left, tale.right)
        for paragraph in draft.paragraphs
        for word in paragraph.text.split()
    ]
    left = [draw.choices(known, k=draw.randint(20, 90)) for _ in range(paragraphs)]
    right = [_anew(said, known, draw) for said in left]
    one, other = (Document.from_paragraphs([" ".join(p) + "." for p in s]) for s in (left, right))
    return one, other


def _anew(said: list[str], known: list[str], draw: random.Random) -> list[str]:
    other = [word if draw.random() < _KEPT else draw.choice(known) for word in said]
    pieces = [other[n : n + _PIECE] for n in range(0, len(other), _PIECE)]
    draw.shuffle(pieces)
    return [word for piece in pieces for word in piece]


def _seeds() -> list[Document]:
    found = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
    if not found:
        print("nothing at ../shared: the sample story only")
    texts = (path.read_text("utf-8").split("---", 1)[-1] for path in found)
    return [
        Document.from_paragraphs(
            [" ".join(b.split()) for b in re.split(r"\n\s*\n", t) if b.strip()]
        )
        for t in texts
    ]


def _words(draft: Document) -> int:
    return sum(len(paragraph.text.split()) for paragraph in draft.paragraphs)


if __name__ == "__main__":
    main()
