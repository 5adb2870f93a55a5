"""Two texts that differ only in typography read the same here: quotes, dashes, dots and spaces.

Folding maps a text to what a reader hears, and remembers for every folded character where it came
from, so that whatever is found in the folded text can be shown in the real one.
"""

import re
import unicodedata
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from writerdesk.manuscript.tokens import Span

_Pieces: TypeAlias = tuple[tuple[int, int, str], ...]

_SINGLE_QUOTES = "‘’‚‛′ʼ`´‹›＇"
_DOUBLE_QUOTES = "“”„‟″«»＂〝〞"
_DASHES = "–—―‒−⸺⸻"
_SPACES = " \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NOTHING = "\u00ad\u200b\u2060\ufeff"
_LIGATURES = "\ufb00-\ufb06"
_FOLDABLE = f"{_DASHES}‐‑…{_SINGLE_QUOTES}{_DOUBLE_QUOTES}{_NOTHING}{_LIGATURES}"

# A run of signs in which something may have to be folded; what to do is decided once for each.
_RUN = re.compile(rf"[{_SPACES}.'\-{_FOLDABLE}]+")
_INSIDE_A_RUN = re.compile(
    # A dash is one however it is spaced; a hyphen with spaces on both sides was meant as one.
    rf"(?P<dash>[{_SPACES}]*(?:[{_DASHES}]|--+)[{_SPACES}]*|[{_SPACES}]+[-‐‑][{_SPACES}]+)"
    r"|(?P<hyphen>[‐‑])"
    rf"|(?P<dots>(?:…|\.[{_SPACES}]?\.[{_SPACES}]?\.)(?:[{_SPACES}]?\.)*)"
    rf"|(?P<space>[{_SPACES}]+)"
    rf"|(?P<double>[{_DOUBLE_QUOTES}]|''|``)"
    rf"|(?P<single>[{_SINGLE_QUOTES}])"
    rf"|(?P<nothing>[{_NOTHING}])"
    rf"|(?P<ligature>[{_LIGATURES}])"
)
_INSTEAD = {
    "dash": "—",
    "hyphen": "-",
    "dots": "…",
    "space": " ",
    "single": "'",
    "double": '"',
    "nothing": "",
}
_DECOMPOSED = re.compile(r"\w[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``starts[n]`` is where its n-th character begins in the real one.

    One more entry says where the last one ends.
    """

    text: str
    starts: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return where ``start`` to ``end`` of the folded text stands in the real one."""
        return self.starts[start], self.starts[end]


def fold(text: str, *, keep_case: bool = False) -> Folded:
    """Fold the typography of ``text``, and its capitals unless they are to be kept."""
    stripped = text.strip()
    offset = len(text) - len(text.lstrip()) if stripped else 0
    folded = Folded(stripped, range(offset, offset + len(stripped) + 1))
    if not unicodedata.is_normalized("NFC", stripped):
        folded = _replaced(folded, _composed)
    folded = _replaced(folded, _folded_runs)
    return folded if keep_case else _lowered(folded)


def folded_text(text: str, *, keep_case: bool = False) -> str:
    """Return the folded text alone, which is quicker."""
    text = text.strip()
    if not unicodedata.is_normalized("NFC", text):
        text = _without_places(text, _composed(text))
    text = _RUN.sub(_folded_run, text)
    return text if keep_case else _lower(text)


def _replaced(folded: Folded, find: Callable[[str], _Pieces]) -> Folded:
    """Replace the pieces that ``find`` gives, keeping track of places."""
    text, places = folded.text, folded.starts
    parts: list[str] = []
    starts = array("I")
    done = 0
    for start, end, instead in find(text):
        parts.extend((text[done:start], instead))
        starts.extend(places[done:start])
        starts.extend([places[start]] * len(instead))
        done = end
    parts.append(text[done:])
    starts.extend(places[done:])
    return Folded("".join(parts), starts)


def _without_places(text: str, pieces: _Pieces) -> str:
    parts: list[str] = []
    done = 0
    for start, end, instead in pieces:
        parts.extend((text[done:start], instead))
        done = end
    return "".join((*parts, text[done:]))


def _composed(text: str) -> _Pieces:
    return tuple(
        (found.start(), found.end(), unicodedata.normalize("NFC", found.group()))
        for found in _DECOMPOSED.finditer(text)
    )


def _folded_runs(text: str) -> _Pieces:
    return tuple(
        (found.start() + start, found.start() + end, instead)
        for found in _RUN.finditer(text)
        for start, end, instead in _pieces(found.group())
    )


def _folded_run(found: re.Match[str]) -> str:
    run = found.group()
    return run if run == " " else _without_places(run, _pieces(run))


# Prose has a few hundred different runs of signs; a text made to be odd may have any number.
@lru_cache(4096)
def _pieces(run: str) -> _Pieces:
    found = ((match.span(), _instead(match)) for match in _INSIDE_A_RUN.finditer(run))
    return tuple(
        (start, end, instead) for (start, end), instead in found if run[start:end] != instead
    )


def _instead(found: re.Match[str]) -> str:
    known = _INSTEAD.get(found.lastgroup or "")
    return unicodedata.normalize("NFKC", found.group()) if known is None else known


def _lowered(folded: Folded) -> Folded:
    lowered = folded.text.lower()
    if len(lowered) == len(folded.text):
        return Folded(lowered, folded.starts)
    # A few capitals are two characters when small (İ): both get the place of their capital.
    starts = array("I")
    pieces = [character.lower() for character in folded.text]
    for piece, start in zip(pieces, folded.starts, strict=False):
        starts.extend([start] * len(piece))
    starts.append(folded.starts[-1])
    return Folded("".join(pieces), starts)


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(character.lower() for character in text)
