"""What the score of tellings knows of English: light words, stems, and words of one thing.

A telling says skiff where another says boat, and lit where another says lighting. In a language it
knows nothing of, words count as they are written.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cache

from writerdesk.frozen import frozen
from writerdesk.resources import resources


@frozen
class Vocabulary:
    """The light words, the stems of stock words, first forms of irregular words, stems' classes.

    ``kin`` is what somebody is to whoever tells: Da, Nana.
    """

    light: frozenset[str]
    stock: frozenset[str]
    kin: frozenset[str]
    first_forms: Mapping[str, str]
    classes: Mapping[str, tuple[int, ...]]
    _stems: dict[str, str] = field(default_factory=dict[str, str], repr=False)

    def stem(self, word: str) -> str:
        """Return what the forms of a folded word have in common."""
        known = self._stems.get(word)
        if known is None:
            known = self._stems[word] = stem(word, self.first_forms)
        return known

    def content(self, words: Iterable[str]) -> list[str]:
        """Return the stems of the words that say something."""
        return [self.stem(word) for word in words if word not in self.light]


@cache
def vocabulary() -> Vocabulary:
    """Return what is written down in resources/tellings."""
    folder = resources() / "tellings"
    written = _lines((folder / "words.txt").read_text("utf-8"))
    stock_from, kin_from, forms_from = map(written.index, ("[stock]", "[kin]", "[forms]"))
    forms = [line.split() for line in written[forms_from + 1 :]]
    first_forms = {form: words[0] for words in forms for form in words[1:]}
    light = frozenset(_words(written[1:stock_from]))
    stock = frozenset(stem(word, first_forms) for word in _words(written[stock_from:kin_from]))
    kin = frozenset(_words(written[kin_from:forms_from]))
    classes: dict[str, list[int]] = {}
    for number, line in enumerate(_lines((folder / "classes.txt").read_text("utf-8"))):
        for one in dict.fromkeys(stem(word, first_forms) for word in line.split()):
            classes.setdefault(one, []).append(number)
    by_stem = {word: tuple(some) for word, some in classes.items()}
    return Vocabulary(light, stock, kin, first_forms, by_stem)


_DOUBLED = frozenset("bdgmnprt")
_AFTER_ES = frozenset("sxzh")
_MEANINGLESS = re.compile(r"(?<=....)(?:fulness|fully|ousness|ness|ment|ingly|edly|ly|ful|less)\Z")
_VOWEL = re.compile("[aeiouy]")


def stem(word: str, first_forms: Mapping[str, str]) -> str:
    """Cut the endings off a folded word; ``first_forms`` knows the irregular ones."""
    word = first_forms.get(word, word)
    if len(word) <= 3:
        return word
    word = _without_verb_ending(_without_plural(word.removesuffix("'s")))
    word = _MEANINGLESS.sub("", word)
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" else word


def _without_plural(word: str) -> str:
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if word.endswith("sses") or (len(word) > 4 and word.endswith("es") and word[-3] in _AFTER_ES):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_verb_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        short = word.removesuffix(ending)
        if short != word and len(short) >= 3 and _VOWEL.search(short):
            doubled = len(short) > 3 and short[-1] == short[-2] and short[-1] in _DOUBLED
            return short[:-1] if doubled else short
    return word


def _words(lines: Iterable[str]) -> list[str]:
    return [word for line in lines for word in line.split() if word[0] != "["]


def _lines(written: str) -> list[str]:
    lines = (line.strip() for line in written.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
