"""Which of many things a few typed letters mean: for finding commands, drafts and headings."""

from collections.abc import Callable, Sequence

from writerdesk.frozen import frozen
from writerdesk.manuscript.folding import folded_text


@frozen
class Choice:
    """One thing that can be gone to or done: its words, what kind it is, its key, and the doing."""

    words: str
    kind: str
    do: Callable[[], object]
    key: str = ""


def likely(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """Return the choices that hold every word typed, the likeliest first; all if nothing is."""
    wanted = folded_text(typed).split()
    ranked = [
        (rank, number)
        for number, choice in enumerate(choices)
        if (rank := _rank(folded_text(choice.words), wanted)) is not None
    ]
    return [choices[number] for _, number in sorted(ranked)]


def _rank(words: str, wanted: Sequence[str]) -> int | None:
    """Return how far down a choice belongs; None if a wanted word is not in it.

    The beginning of the whole is likeliest – or of what stands after whose or which it is, as in
    "Ties: All" – then beginnings of words, then anywhere.
    """
    rank = 0
    for word in wanted:
        place = words.find(word)
        if place < 0:
            return None
        begins = place == 0 or f": {word}" in words
        rank += 0 if begins else 1 if f" {word}" in words else 2
    return rank
