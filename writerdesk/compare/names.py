"""Renamed people: one name that gave way to another in many places is one finding."""

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.filing import Filed, Rows
from writerdesk.compare.lexicon import Flags, Lexicon, Numbers
from writerdesk.compare.table import Part, Table
from writerdesk.compare.values import Name
from writerdesk.manuscript import Document

# Twice may be chance; three times, and most of the times the name went, is a new name.
_FEWEST_PLACES = 3
_LEAST_SHARE = 0.6
_NAME = re.compile(r"[^\W\d_][\w-]*")
# Capitals everywhere, and nobody's name.
_TITLES = ("Mr", "Mrs", "Ms", "Dr", "St")
_PRONOUNS = ("I", "He", "She", "It", "We", "You", "They", "His", "Her", "Its", "Our", "Your", "My")
_NOBODY = frozenset((*_TITLES, *_PRONOUNS, "Their", "O", "Oh"))


def with_renamed(rows: Rows, lexicon: Lexicon, left: Document) -> tuple[Table, tuple[Name, ...]]:
    """Return rows as a table that knows of renamed people only, and these people."""
    part = rows.parts[Part.NAMES]
    used, places = np.unique(part.cells[:, :2].astype(np.int64), return_inverse=True)
    words = lexicon.words()
    names = [bare_name(words[number]) if number >= 0 else "" for number in ints(used)]
    both = places.reshape(-1, 2)
    found = renamed(
        [
            (names[one], names[other], bool(is_first))
            for (one, other), is_first in zip(both.tolist(), part.cells[:, 2].tolist(), strict=True)
        ],
        left,
    )
    swaps = {(name.left, name.right) for name in found}
    kept = [(names[one], names[other]) in swaps for one, other in both.tolist()] if swaps else []
    parts = list(rows.parts)
    parts[Part.NAMES] = _only(part, both, np.array(kept, np.bool_))
    return Rows(rows.facts, tuple(parts)).table(names if swaps else ()), found


def _only(part: Filed, names: Numbers, kept: Flags) -> Filed:
    many = len(part.bases) - 1
    if not kept.any():
        return Filed.nothing(many, part.cells.shape[1])
    rows = np.repeat(np.arange(many), np.diff(part.bases))[kept]
    return Filed.under(rows, (*names[kept].T, part.cells[kept, 2]), many)


def renamed(changed: Iterable[tuple[str, str, bool]], left: Document) -> tuple[Name, ...]:
    """Return who is called otherwise in the right draft, the most frequent first.

    ``changed`` are names that changed, what stands in their place, and whether a sentence begins
    there, where every word has a capital.
    """
    swaps: Counter[tuple[str, str]] = Counter()
    gone: Counter[str] = Counter()
    inside: set[str] = set()
    for one, other, is_first in changed:
        if not one or one == other:
            continue
        gone[one] += 1
        if not is_first:
            inside.add(one)
        if other:
            swaps[one, other] += 1
    found = [
        Name(one, other, places)
        for (one, other), places in swaps.items()
        if places >= _FEWEST_PLACES and places >= _LEAST_SHARE * gone[one]
    ]
    people = [name for name in found if name.left in inside or not _is_a_word(name.left, left)]
    return tuple(sorted(people, key=lambda name: (-name.places, name.left, name.right)))


def _is_a_word(name: str, left: Document) -> bool:
    """Tell whether what only ever begins sentences is a word like any other."""
    plain = re.compile(rf"\b{re.escape(name.lower())}\b")
    return any(plain.search(paragraph.text) for paragraph in left.paragraphs)


def bare_name(word: str) -> str:
    """Return the name in a word with its signs and its 's; nothing if none is there."""
    found = _NAME.search(word)
    name = found.group() if found else ""
    return name if name[:1].isupper() and name not in _NOBODY else ""
