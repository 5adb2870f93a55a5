"""A text file's lines, and the paragraphs they make.

Blank lines part paragraphs. A file broken at a fixed width has its lines joined again; otherwise
each line is a paragraph, which is how writing programs and language models write plain text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from writerdesk.exchange.values import LeftOut, LeftOutKind
from writerdesk.frozen import frozen

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")

# Plain text is broken at 60 to 80 columns; beyond 90 a line is a paragraph.
_WIDEST = 90
# Words are longer than 12 letters in 1 of 100 lines, so a broken line ends this near its width.
_RAGGED = 12
# In two novels broken at 72 columns .81 and .90 of the lines had no room for the next word; a poem
# has room in half of its lines or more.
_MOSTLY = 0.7
# Fewer broken lines than this could as well be a poem or an address.
_FEWEST_BROKEN_LINES = 3


@frozen
class Lines:
    """The lines of a file, cleaned of what no paragraph can hold."""

    lines: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def lines_of(text: str) -> Lines:
    """Part a text at whatever its line ends are, dropping controls and counting them."""
    overrides = len(_OVERRIDES.findall(text))
    text = _HALF_PAIR.sub("\ufffd", text)
    text, controls = _CONTROLS.subn("", text)
    lines = tuple(line.replace("\u2028", "\n") for line in _LINE_END.split(text))
    counted = ((LeftOutKind.CONTROLS, controls), (LeftOutKind.BIDI_OVERRIDES, overrides))
    return Lines(lines, tuple(LeftOut(kind, count) for kind, count in counted if count))


def blocks_of(lines: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the runs of lines between blank ones."""
    runs = groupby(lines, key=lambda line: bool(line.strip()))
    return tuple(tuple(run) for has_text, run in runs if has_text)


def broken_at(blocks: Sequence[Sequence[str]]) -> int:
    """Return the width the lines were broken at, 0 if they were not."""
    ends = [pair for block in blocks for pair in pairwise(block)]
    if len(ends) < _FEWEST_BROKEN_LINES:
        return 0
    at = Counter(len(line.rstrip()) for line, _ in ends)
    width = max(
        (length for length in at if _RAGGED < length <= _WIDEST),
        key=lambda width: (_near(at, width), -width),
        default=0,
    )
    full = sum(_is_full(line, following, width) for line, following in ends)
    is_broken = _near(at, width) * 2 > len(ends) and full > _MOSTLY * len(ends)
    return width if is_broken else 0


def joined(blocks: Iterable[Sequence[str]], width: int) -> tuple[str, ...]:
    """Return the paragraphs that lines broken at ``width`` were made from."""
    return tuple(text for block in blocks for text in _paragraphs(block, width))


def _near(at: Counter[int], width: int) -> int:
    return sum(at[length] for length in range(width - _RAGGED, width + 1))


def _paragraphs(block: Sequence[str], width: int) -> list[str]:
    paragraphs = [block[0].strip()]
    for line, following in pairwise(block):
        if _is_indented(following) and not _is_indented(line):
            paragraphs.append(following.strip())
        else:
            between = " " if _is_full(line, following, width - _RAGGED) else "\n"
            paragraphs[-1] += between + following.strip()
    return paragraphs


def _is_indented(line: str) -> bool:
    return line.startswith(("  ", "\t", "\u3000"))


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the next line's first word had no room in this one."""
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width
