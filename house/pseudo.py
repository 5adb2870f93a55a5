"""A language nobody speaks, to find on the screen what did not go through the catalogue.

It is ours with every letter accented, two fifths longer, in one of its two forms right to left.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from house.catalogue import mo
from house.sentences import Sentence, find_sentences

ACCENTED = "en_XA"
RIGHT_TO_LEFT = "ar_XB"

_HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTS = str.maketrans(_PLAIN, "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž")
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&\w+;|&)")
_RAW = re.compile(r"[A-Za-z]{2,}")
# The marks that make what stands between them run from right to left, whatever its letters.
_TURN, _BACK = "\u202b", "\u202c"
# German, the longest of the languages usually translated to, needs about so much more room.
_LONGER = 0.4


def pseudo(text: str, *, right_to_left: bool = False) -> str:
    """Return a sentence in the language nobody speaks; its gaps and tags stay as they are."""
    parts = _KEPT.split(text)
    accented = "".join(
        part if at % 2 else part.translate(_ACCENTS) for at, part in enumerate(parts)
    )
    letters = sum(len(part) for part in parts[::2])
    longer = accented + "·" * round(letters * _LONGER)
    return f"{_TURN}{longer}{_BACK}" if right_to_left else longer


def write_pseudo_catalogues(locale: Path, root: Path) -> None:
    """Write both catalogues under ``locale``, to be spoken by ``words.speak``."""
    sentences = find_sentences(root).sentences
    for language in (ACCENTED, RIGHT_TO_LEFT):
        folder = locale / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        translations = {each: _told(each, language) for each in sentences}
        (folder / "writerdesk.mo").write_bytes(mo(_HEADER, translations))


def raw_words(text: str, allowed: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the words in ``text`` that are nobody's translation and not among the allowed."""
    known = set(allowed)
    return tuple(word for word in _RAW.findall(text) if word not in known)


def _told(sentence: Sentence, language: str) -> tuple[str, ...]:
    turned = language == RIGHT_TO_LEFT
    forms = (sentence.text, sentence.plural) if sentence.plural else (sentence.text,)
    return tuple(pseudo(form, right_to_left=turned) for form in forms)
