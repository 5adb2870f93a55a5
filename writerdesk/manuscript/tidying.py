"""What of a text's typography is a typewriter's: doubled spaces, straight quotes, two hyphens.

Each is a place with what would stand there, by the rules of typing, so that a tidied text reads as
if it had been typed here. Nothing is changed: whoever asked chooses.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from writerdesk.manuscript.exchanging import Exchanged
from writerdesk.manuscript.paragraph import Kind, Paragraph
from writerdesk.manuscript.typing_rules import as_typed


class Tidying(StrEnum):
    """What kind of thing is tidied."""

    SPACES = "spaces"
    QUOTES = "quotes"
    APOSTROPHES = "apostrophes"
    DASHES = "dashes"
    DOTS = "dots"


class Untidy(NamedTuple):
    """A place that can be tidied, and what would come there."""

    kind: Tidying
    exchange: Exchanged


_FOUND = re.compile(r" {2,}|[\"']|(?<!-)--(?!-)|(?<!\.)\.{3}(?!\.)")
_APOSTROPHE = "’"
# English words that begin with an apostrophe, whatever stands later.
_CLIPPED = re.compile(r"(?:tis|twas|twere|em|cause|til|bout|round|n|\d\ds?)\b", re.IGNORECASE)
# What closes a quote that was opened by a single sign, later in the paragraph.
_CLOSES = re.compile(r"['’](?!\w)")


def untidy_places(paragraph: Paragraph, language: str) -> tuple[Untidy, ...]:
    """Return what can be tidied in a paragraph, in order and apart."""
    if paragraph.kind == Kind.SCENE_BREAK:
        return ()
    return tuple(_places(paragraph.text, language))


def _places(text: str, language: str) -> Iterator[Untidy]:
    # What a sign becomes depends on those before it as they will be, not as they are.
    tidied, at = "", 0
    for found in _FOUND.finditer(text):
        tidied += text[at : found.start()]
        at, before = found.end(), at
        place = _place(tidied, found, language)
        if place is None or place.exchange.start < before:
            # What would take away a part of what has just come is left as it is.
            tidied += found[0]
            continue
        tidied = tidied[: len(tidied) - (found.start() - place.exchange.start)]
        tidied += place.exchange.instead
        yield place


def _place(before: str, found: re.Match[str], language: str) -> Untidy | None:
    words, (start, end) = found[0], found.span()
    if words[0] == " ":
        # A paragraph that begins with spaces was indented by hand, or is a poem.
        return Untidy(Tidying.SPACES, Exchanged(start, end, " ")) if before.strip() else None
    if words == "'" and _is_apostrophe(before, found):
        return Untidy(Tidying.APOSTROPHES, Exchanged(start, end, _APOSTROPHE))
    typed = as_typed(before + words[:-1], words[-1], language)
    if typed is None:
        return None
    kinds = {'"': Tidying.QUOTES, "'": Tidying.QUOTES, "-": Tidying.DASHES, ".": Tidying.DOTS}
    gone = typed.remove - (len(words) - 1)
    return Untidy(kinds[words[0]], Exchanged(start - gone, end, typed.text))


def _is_apostrophe(before: str, found: re.Match[str]) -> bool:
    """Tell whether a straight sign stands for letters, as in don't and ’tis, and quotes nothing."""
    after = found.string[found.end() :]
    if before[-1:].isalnum():
        return after[:1].isalnum() or before.rfind("‘") <= before.rfind(_APOSTROPHE)
    if _CLIPPED.match(after):
        return True
    return after[:1].isalnum() and not _CLOSES.search(after)
