"""Two texts that differ only in typography read the same here: quotes, dashes, dots and spaces.

Folding maps a text to what a reader hears, and remembers for every folded character where it came
from, so that whatever is found in the folded text can be shown in the real one.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from writerdesk.frozen import frozen
from writerdesk.late import pattern
from writerdesk.manuscript.tokens import Span

_Pieces: TypeAlias = tuple[tuple[int, int, str], ...]

_SINGLE_QUOTES = "‘’‚‛′ʼ`´‹›＇"
DOUBLE_QUOTES = "“”„‟″«»＂〝〞"
_DASHES = "–—―‒−⸺⸻"
_SPACES = " \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NOTHING = "\u00ad\u200b\u2060\ufeff"
_LIGATURES = "\ufb00-\ufb06"
_FOLDABLE = f"{_DASHES}‐‑…{_SINGLE_QUOTES}{DOUBLE_QUOTES}{_NOTHING}{_LIGATURES}"

# A run of signs in which something may have to be folded; what to do is decided once for each.
_RUN = pattern(rf"[{_SPACES}.'\-{_FOLDABLE}]+")
_INSIDE_A_RUN = pattern(
    # A dash is one however it is spaced; a hyphen with spaces on both sides was meant as one.
    rf"(?P<dash>[{_SPACES}]*(?:[{_DASHES}]|--+)[{_SPACES}]*|[{_SPACES}]+[-‐‑][{_SPACES}]+)"
    r"|(?P<hyphen>[‐‑])"
    rf"|(?P<dots>(?:…|\.[{_SPACES}]?\.[{_SPACES}]?\.)(?:[{_SPACES}]?\.)*)"
    rf"|(?P<space>[{_SPACES}]+)"
    rf"|(?P<double>[{DOUBLE_QUOTES}]|''|``)"
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
# What parts texts that are folded in one piece: no paragraph can hold it.
_SEAM = "\x1f"
QUOTES = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))
"""The signs that most texts have to fold, each of them to another of one letter."""
_COMMON = (*QUOTES, ("–", "—"), ("\u00a0", " "), ("...", "…"))
# Any other sign that folds to another, or to nothing.
_UNCOMMON = pattern(
    rf"[\u1680\u2000-\u200a\u202f\u205f\u3000{_FOLDABLE.replace('…', '').replace('—', '')}]"
)
# What hangs together, so that only `_INSIDE_A_RUN` knows what it stands for.
_UNEVEN = (
    "  ", "--", " - ", " —", "— ", "..", ". .", "….", "… .", "…'", "''", "\n", "\t", "\r", "\v",
    "\f", "`",
)  # fmt: skip
_PADDING = " \x1c\x1d\x1e\x85\u2028\u2029"
_UNEVEN_IN_A_WORD = pattern(r"--|\.\.|…\.|''|`")
_DECOMPOSED = pattern(r"\w[\u0300-\u036f]+")


@frozen
class Folded:
    """A folded text; ``starts[n]`` is where its n-th character begins in the real one.

    One more entry says where the last one ends.
    """

    text: str
    starts: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return where ``start`` to ``end`` of the folded text stands in the real one.

        A letter that is folded to several, as a ligature is, belongs to the span as a whole.
        """
        last = len(self.starts) - 1
        while start < end < last and self.starts[end] == self.starts[end - 1]:
            end += 1
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
    return folded_texts((text,), keep_case=keep_case)[0]


def folded_texts(texts: Sequence[str], *, keep_case: bool = False) -> list[str]:
    """Return many folded texts at once, which is quicker still.

    They are folded in one piece by a chain of ``replace``; the few that hold a run of signs whose
    meaning hangs together go one by one through the pattern (two novels: 8 ms against 404 ms).
    """
    whole = _SEAM.join(texts)
    if whole.count(_SEAM) != len(texts) - 1:
        plain = [_folded_slowly(text) for text in texts]
    else:
        whole = _replaced_signs(whole)
        plain = whole.split(_SEAM)
        for number in _uneven(whole, plain):
            plain[number] = _folded_slowly(texts[number])
    return plain if keep_case else [_lower(text) for text in plain]


def folded_word(word: str) -> str:
    """Return the folded text of something without spaces, capitals kept."""
    if word.isascii():
        plain = word
    else:
        plain = _replaced_signs(word)
        if _is_uncommon(plain):
            return _folded_slowly(word)
    if plain.isalnum() or not _UNEVEN_IN_A_WORD.search(plain):
        return plain
    return _folded_slowly(word)


def _is_uncommon(text: str) -> bool:
    return not text.isascii() and (
        _UNCOMMON.search(text) is not None or not unicodedata.is_normalized("NFC", text)
    )


def _replaced_signs(text: str) -> str:
    for sign, instead in _COMMON:
        text = text.replace(sign, instead)
    return text


def _uneven(whole: str, texts: Sequence[str]) -> set[int]:
    """Return the numbers of the texts in which replacing single signs was not enough."""
    runs = [run for run in _UNEVEN if run in whole]
    edges = f"{_SEAM}{whole}{_SEAM}"
    is_padded = any(f"{_SEAM}{c}" in edges or f"{c}{_SEAM}" in edges for c in _PADDING)
    is_common = whole.replace("—", "").replace("…", "").isascii()
    if not (runs or is_padded) and is_common:
        return set()
    sizes = map(len, texts)
    starts = [n + at for n, at in enumerate(accumulate(sizes, initial=0))]
    found = {bisect_right(starts, at) - 1 for run in runs for at in _places(whole, run)}
    if not is_common:
        signs = _UNCOMMON.finditer(whole)
        found.update(bisect_right(starts, sign.start()) - 1 for sign in signs)
        if not unicodedata.is_normalized("NFC", whole):
            normal = unicodedata.is_normalized
            found.update(n for n, text in enumerate(texts) if not normal("NFC", text))
    if is_padded:
        padded = (n for n, text in enumerate(texts) if text[:1].isspace() or text[-1:].isspace())
        found.update(padded)
    return found


def _places(whole: str, run: str) -> Iterator[int]:
    at = whole.find(run)
    while at >= 0:
        yield at
        at = whole.find(run, at + 1)


def _folded_slowly(text: str) -> str:
    return _RUN.sub(_folded_run, _normal(text.strip()))


def _normal(text: str) -> str:
    if unicodedata.is_normalized("NFC", text):
        return text
    return _without_places(text, _composed(text))


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
