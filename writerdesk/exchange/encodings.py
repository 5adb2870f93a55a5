"""How a text's letters are written: told by its bytes where they tell, asked where they don't.

A wrong guess looks like a right one until a reader stumbles over it, so the last guess is made only
where two detectors that know nothing of each other read the same text.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import replace
from encodings import normalize_encoding
from encodings.aliases import aliases

from writerdesk.exchange.values import Imported, LeftOut, LeftOutKind
from writerdesk.frozen import frozen
from writerdesk.problem import Kind, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How much of a file is looked at where looking is slow; encodings show in the first pages.
_SAMPLE = 100_000
_PREVIEW = 120
# One bad byte in 2,000 is a slip in a UTF-8 file; more is another encoding.
_MOST_BAD = 1 / 2000
# Packed bytes have a control character among ten; a text with a few lost ones is still a text.
_MOST_CONTROLS = 1 / 25
_CONTROLS = bytes((*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
# In Western prose most letters are plain; where a third are not it is another script.
_MOST_ACCENTED = 0.3
# A reading is believed when nine of ten odd signs stand where such signs stand, and no other
# reading comes near.
_PLAUSIBLE = 0.9
_CLEARLY_BETTER = 0.15
_LIKELY = re.compile(
    # A small letter beside another, a capital not behind a small one, a French word of one letter.
    r"(?<=[a-zßà-ÿœ])[’'–—ß-öø-ÿœ]|[ß-öø-ÿœ](?=[a-zß-ÿ’'])|(?<![a-zß-ÿ])[À-ÖØ-ÞŒ](?=[a-zß-ÿA-Z\s’])"
    r"|(?<![\wÀ-ÿ])[àéèò](?![\wÀ-ÿ])"
    r"|(?:(?<=[\s(—–])|^)[“‘„«¿¡—–](?=[\s\w…«“‘¡¿—–])|(?<=[\w.,!?…’—–])[”’»…–—]|(?<=\s)[–—…§£€»](?=[\s\d])"
    r"|…(?=[\s”’\w]|$)|\u00a0|(?<=\d)[°½¼¾€]|[£€§©](?=[\s\d])",
    re.MULTILINE,
)
_WESTERN = ("cp1252", "mac_roman")


@frozen
class Decoded:
    """A text, how its letters were written, and how many bytes said nothing."""

    text: str
    encoding: str
    bad_bytes: int = 0


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Return the text ``data`` is; raises a `Problem` that offers readings if it can't be told."""
    if encoding:
        return _as_told(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name)
    if name := _by_zeros(data):
        return _lenient(data, name)
    return _utf_8(data) or _western(data) or _agreed(data) or _ask(data)


def imported(data: bytes, encoding: str, read: Callable[[str], Imported]) -> Imported:
    """Read a file's letters, and tell how they were written and how many bytes made no sense."""
    decoded = decode(data, encoding)
    brought = replace(read(decoded.text), encoding=decoded.encoding)
    if not decoded.bad_bytes:
        return brought
    bad = LeftOut(LeftOutKind.BAD_BYTES, decoded.bad_bytes)
    return replace(brought, left_out=(bad, *brought.left_out))


def is_known(name: str) -> bool:
    """Tell whether an encoding a file names is one there is, without looking for that name."""
    plain = normalize_encoding(name).casefold()
    return plain in aliases or plain in aliases.values()


def _as_told(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(name, "replace")
    except LookupError:
        raise Problem(Kind.NO_SUCH_ENCODING, encoding=encoding) from None
    for mark, _ in _MARKS:
        if data.startswith(mark) and name.startswith("utf"):
            data = data[len(mark) :]
            break
    return _lenient(data, name)


def _lenient(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeError:
        text = data.decode(name, "replace")
        return Decoded(text, name, text.count("\ufffd"))


def _by_zeros(data: bytes) -> str:
    """Name UTF-16 or UTF-32 without a mark: there every other byte, or three of four, is 0."""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    quarter = len(sample) // 4
    if not quarter or b"\0" not in sample:
        return ""
    zeros = [sample[at::4].count(0) / quarter for at in range(4)]
    patterns = {
        "utf-32-le": (0, 0, 1, 1),
        "utf-32-be": (1, 1, 0, 0),
        "utf-16-le": (0, 1, 0, 1),
        "utf-16-be": (1, 0, 1, 0),
    }
    for name, pattern in patterns.items():
        if all(abs(share - wanted) < 0.3 for share, wanted in zip(zeros, pattern, strict=True)):
            return name
    return ""


def _utf_8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError:
        text = data.decode(errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for character in text if character > "\x7f") - bad
    is_a_slip = bad <= max(1, len(data) * _MOST_BAD) and good > bad
    return Decoded(text, "utf-8", bad) if is_a_slip else None


def _western(data: bytes) -> Decoded | None:
    scored = sorted(
        ((_score(text), name, text) for name in _WESTERN if (text := _strictly(data, name))),
        reverse=True,
    )
    if not scored:
        return None
    (best, name, read), *others = scored
    if best < _PLAUSIBLE:
        return None
    if any(best - score < _CLEARLY_BETTER and text != read for score, _, text in others):
        return None
    return Decoded(read, name)


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return ""


def _score(text: str) -> float:
    sample = text[:_SAMPLE]
    odd = sum(1 for character in sample if character > "\x7f")
    letters = sum(1 for character in sample if character.isalpha()) or 1
    accented = sum(1 for character in sample if character > "\x7f" and character.isalpha())
    if not odd or accented / letters > _MOST_ACCENTED:
        return 0
    likely = sum(1 for found in _LIKELY.finditer(sample) if found.group() > "\x7f")
    return likely / odd


def _agreed(data: bytes) -> Decoded | None:
    guesses = _guesses(data)
    texts = {_strictly(data, name) for name in guesses}
    if len(guesses) == 2 and len(texts) == 1 and "" not in texts:
        return Decoded(texts.pop(), codecs.lookup(guesses[0]).name)
    return None


def _guesses(data: bytes) -> list[str]:
    import chardet
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    best = from_bytes(sample).best()
    found = (chardet.detect(sample)["encoding"], best.encoding if best else None)
    return [name for name in found if name]


def _ask(data: bytes) -> Decoded:
    if _is_no_text(data):
        raise Problem(Kind.UNKNOWN_FORMAT)
    names = dict.fromkeys((*_guesses(data), *_WESTERN, "utf-8"))
    readings = sorted((_lenient(data[:_SAMPLE], name) for name in names), key=_badness)
    samples = tuple((reading.encoding, _preview(reading.text)) for reading in readings)
    likeliest = readings[0].encoding
    raise Problem(Kind.ENCODING_UNKNOWN, likeliest=likeliest, samples=samples)


def _is_no_text(data: bytes) -> bool:
    """Tell programs, sounds and pictures by what texts hardly ever have: control characters."""
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * _MOST_CONTROLS


def _badness(reading: Decoded) -> int:
    return reading.bad_bytes


def _preview(text: str) -> str:
    """Return a few words around the first letter that is not plain: there the readings differ."""
    found = re.search(r"[^\x00-\x7f]", text)
    start = max(0, found.start() - _PREVIEW // 3) if found else 0
    return " ".join(text[start : start + _PREVIEW].split())
