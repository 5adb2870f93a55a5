"""A comparison in figures."""

from collections import Counter
from collections.abc import Iterable, Sequence

from writerdesk.compare.pieces import count_pieces
from writerdesk.compare.values import Pair, Summary, Words
from writerdesk.manuscript import Document, ParagraphId

LEFT_ONLY = "left_only"
RIGHT_ONLY = "right_only"


def summed_up(
    pairs: Sequence[Pair],
    left: tuple[Document, Sequence[ParagraphId]],
    right: tuple[Document, Sequence[ParagraphId]],
    sizes: tuple[int, int],
) -> Summary:
    """Sum up pairs and what is only on one side; ``sizes`` are the words of both."""
    kept = moved = changed = added = 0
    passages: Counter[str] = Counter()
    beats: Counter[str] = Counter()
    for pair in pairs:
        if pair.moved:
            moved += pair.words.kept
        else:
            kept += pair.words.kept
        changed += pair.words.changed
        added += pair.words.added
        passages[pair.kind] += len(pair.left) + len(pair.right)
        beats[pair.kind] += 1
    for name, (document, alone) in ((LEFT_ONLY, left), (RIGHT_ONLY, right)):
        numbers = [number for id in alone if (number := document.place_of(id)) is not None]
        passages[name] = len(numbers)
        beats[name] = sum(
            1 for before, at in zip([-2, *numbers], numbers, strict=False) if at - before > 1
        )
    added += words_of(right[0], right[1])
    words = Words(
        left=sizes[0],
        right=sizes[1],
        kept=kept,
        changed=changed,
        added=added,
        removed=sizes[0] - kept - moved - changed,
        moved=moved,
    )
    return Summary(words, dict(passages), dict(beats))


def words_of(document: Document, ids: Iterable[ParagraphId]) -> int:
    """Count the words of some paragraphs."""
    numbers = (document.place_of(id) for id in ids)
    return sum(count_pieces(document.paragraphs[n].text) for n in numbers if n is not None)
