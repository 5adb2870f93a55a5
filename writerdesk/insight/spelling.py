"""Which words of a text a speller is asked about, and which of them it need not be.

Numbers, addresses and single signs are no spelling; names the story knows are right, also with a
possessive ending. What a dictionary says is said elsewhere: here are only the words.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from writerdesk.manuscript import word_spans

# An address is made of words and is no spelling.
_ADDRESS = re.compile(r"\w+://\S+|www\.\S+|\S+@\S+\.\w+")
_SOFT = re.compile("[\u00ad\u200b-\u200d\u2060]")
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")
_POSSESSIVE = re.compile(r"'s?$")


class Checked(NamedTuple):
    """A word to ask about: where it stands, and the form a dictionary knows."""

    start: int
    end: int
    form: str


@lru_cache(maxsize=4096)
def checked_words(text: str) -> tuple[Checked, ...]:
    """Return the words of a paragraph that have a spelling."""
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    return tuple(
        Checked(start, end, form)
        for start, end in word_spans(text)
        if (form := _form(text, start, end))
        and _has_spelling(form)
        and not (addresses and _is_in(addresses, start))
    )


def known_forms(names: Iterable[str]) -> frozenset[str]:
    """Return the words of names, and of phrases, as a dictionary would hold them."""
    return frozenset(_form(name, start, end) for name in names for start, end in word_spans(name))


def is_known(form: str, known: frozenset[str]) -> bool:
    """Tell whether a word is one of the story's own, as it is or with a possessive ending."""
    return form in known or _POSSESSIVE.sub("", form) in known


def _is_in(spans: Iterable[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in spans)


def _form(text: str, start: int, end: int) -> str:
    form = _plain_form(text[start:end])
    # An abbreviation is written with its last full stop: “e.g.”, not “e.g”.
    return f"{form}." if "." in form and text[end : end + 1] == "." else form


# Of the words in sight every key changes one; the others are looked up, a tenth of the time.
@lru_cache(maxsize=4096)
def _plain_form(word: str) -> str:
    return _SOFT.sub("", word).translate(_APOSTROPHES)


@lru_cache(maxsize=4096)
def _has_spelling(form: str) -> bool:
    first = form[:1]
    if not first.isalpha() or any(letter.isdigit() for letter in form):
        return False
    # Chinese and Japanese are written by the character, which can't be misspelled.
    return unicodedata.east_asian_width(first) not in "WF"
