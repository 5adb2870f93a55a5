"""Where sentences begin and end, told from punctuation as a reader tells it.

A mark of ending closes a sentence when what follows could begin one: ``"No!" he said`` goes on,
``Mr. Hyde`` and ``J. R. Smith`` go on, an ellipsis goes on before a small letter.
"""

import re
from collections.abc import Iterator

from writerdesk.late import pattern
from writerdesk.manuscript.tokens import Span, tokens, words

# Abbreviations that a name or a number follows; after any other a capital begins a sentence. Words
# that are also words ("no.", "art.") are left out: a sentence too long reads better than one torn.
_ABBREVIATIONS_OF = {
    "en": "mr mrs ms messrs mx dr prof rev hon st ste mt ft gen col maj capt cpt lt sgt cmdr adm "
    "gov sen rep pres supt insp jr sr vs cf nos vol pp fig approx dept e.g i.e viz eds trans",
    "de": "hr fr frl nr bzw ca bd geb gest usw d.h z.b u.a o.ä",
    "fr": "mm mme mlle mgr cie av boul tél p.ex",
    "es": "sra srta dña ud uds núm pág",
}
ABBREVIATIONS = frozenset(word for some in _ABBREVIATIONS_OF.values() for word in some.split())
_CLOSING = "\"'’”»›)\\]}」』）"
_OPENING = "\"'‘“„«‹(\\[{¿¡—–-"

_ENDING = pattern(
    rf"(?P<wide>[。！？｡]+[{_CLOSING}]*)|(?P<mark>[.!?…‽؟۔।]+)(?P<close>[{_CLOSING}]*)(?P<gap>\s+|\Z)"
)
_SIGN = pattern(r"[.!?…‽؟۔।。！？｡]")
_MAY_END = f".!?…‽؟۔।。！？｡{_CLOSING}"
_CLOSED = _CLOSING.replace("\\", "")
_FOLLOWING = pattern(rf"[ {_OPENING}]*(.)", re.DOTALL)
_SPACES = pattern(r"\s*")
_BEFORE = pattern(r"(?:^|[\s(\[\"'‘“—–-])([\w.'’]+)$")
# What ends a told story: a mark of ending, or whatever may close behind it.
_FINISHED = pattern(rf"[.!?…‽؟۔।。！？｡—–*#~_-][{_CLOSING}*_\s]*\Z")

_SIGN_OFFS = frozenset(("the end", "end", "fin", "finis", "ende", "fine", "to be continued"))
# With signs around it.
_LONGEST_SIGN_OFF = 40


def sentence_spans(text: str) -> list[Span]:
    """Return where the sentences of a paragraph are, without the spaces between them."""
    spans: list[Span] = []
    start = len(text) - len(text.lstrip())
    for found in _endings(text):
        if found.start() < start or not _ends(text, found):
            continue
        end = found.end("wide") if found["wide"] else found.end("close")
        spans.append((start, end))
        start = _past_spaces(text, found.end())
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return spans


def _endings(text: str) -> Iterator[re.Match[str]]:
    """Give all endings; letters are passed over in one go, which takes a third of the time."""
    at = 0
    while sign := _SIGN.search(text, at):
        found = _ENDING.match(text, sign.start())
        if found:
            yield found
        at = found.end() if found else sign.end()


def _past_spaces(text: str, start: int) -> int:
    found = _SPACES.match(text, start)
    return found.end() if found else start


def can_end(word: str) -> bool:
    """Tell whether a sentence may end with ``word`` and the signs on it, by the word alone."""
    last = word[-1:]
    if last not in _MAY_END:
        return False
    inside = word[:-1]
    if inside.isalpha() and len(inside) > 1:  # nearly every word that ends a sentence
        return last in "!?…" or (last == "." and inside.casefold() not in ABBREVIATIONS)
    closed = word.rstrip(_CLOSED)
    if closed.endswith(("!", "?", "…")) or (closed.endswith(".") and closed != word):
        return True  # whatever is before that
    found = _ENDING.search(word)
    return found is not None and (
        found["mark"] != "." or bool(found["close"]) or not _is_abbreviation(word, found)
    )


def can_begin(word: str) -> bool:
    """Tell whether a sentence may begin with ``word`` and the signs on it, by the word alone."""
    if word[:1].isalpha():
        return not word[0].islower()
    following = _FOLLOWING.match(word)
    return not (following and following[1].islower())


def ends_mid_sentence(text: str) -> bool:
    """Tell whether a text that ought to be whole stops before its sentence does."""
    # A chapter may be one paragraph: it is not read as a whole to know how it ends.
    says_something = any(is_word for _, is_word in tokens(text))
    return says_something and not (_FINISHED.search(text) or _is_sign_off(text))


def _is_sign_off(text: str) -> bool:
    said = text.strip()
    return len(said) <= _LONGEST_SIGN_OFF and " ".join(words(said)).casefold() in _SIGN_OFFS


def _ends(text: str, found: re.Match[str]) -> bool:
    if found["wide"] or not found["gap"] or found.end() >= len(text):
        return True
    following = _FOLLOWING.match(text, found.end())
    if following and following[1].islower():
        return False
    return found["mark"] != "." or bool(found["close"]) or not _is_abbreviation(text, found)


def _is_abbreviation(text: str, found: re.Match[str]) -> bool:
    near = text[max(0, found.start() - 20) : found.start()]
    last = near.rpartition(" ")[2]
    if last.isalpha() and len(last) > 1:  # nearly every word before a full stop
        return last.casefold() in ABBREVIATIONS
    before = _BEFORE.search(near)
    if before is None:
        return False
    word = before.group(1)
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return is_initial or word.casefold() in ABBREVIATIONS or bool(re.fullmatch(r"(\w\.)+\w", word))
