"""What a key becomes as it is typed: curly quotes, real dashes, one ellipsis, headings from signs.

Pure functions of the words before the caret. Whoever asks puts the answer in place as one step of
undo, so that a single Ctrl+Z gives back the very key that was typed.
"""

from collections.abc import Mapping

from writerdesk.frozen import frozen
from writerdesk.late import pattern
from writerdesk.manuscript.paragraph import Kind, Numbering

_NBSP = "\u00a0"


@frozen
class Typed:
    """Put ``text`` where the key would have gone, after taking away ``remove`` characters."""

    text: str
    remove: int = 0


@frozen
class Begun:
    """The signs at a paragraph's start make it another kind; they go away."""

    kind: Kind
    remove: int
    numbering: str = ""


# Outer and inner quotes as the language's publishers set them, opening and closing.
_QUOTES: Mapping[str, tuple[str, str, str, str]] = {
    "en": ("“", "”", "‘", "’"),
    "de": ("„", "“", "‚", "‘"),
    "de-ch": ("«", "»", "‹", "›"),
    "fr": (f"«{_NBSP}", f"{_NBSP}»", "“", "”"),
    "es": ("«", "»", "“", "”"),
    "it": ("«", "»", "“", "”"),
    "pl": ("„", "”", "‚", "’"),
    "hu": ("„", "”", "»", "«"),
    "ro": ("„", "”", "«", "»"),
    "cs": ("„", "“", "‚", "‘"),
    "sk": ("„", "“", "‚", "‘"),
    "sl": ("„", "“", "‚", "‘"),
    "hr": ("„", "”", "‚", "’"),
    "bg": ("„", "“", "‚", "‘"),
    "ru": ("«", "»", "„", "“"),
    "uk": ("«", "»", "„", "“"),
    "el": ("«", "»", "“", "”"),
    "da": ("»", "«", "›", "‹"),
    "nb": ("«", "»", "‘", "’"),
    "no": ("«", "»", "‘", "’"),
    "sv": ("”", "”", "’", "’"),
    "fi": ("”", "”", "’", "’"),
    "ja": ("「", "」", "『", "』"),
}
# Where speech is set off by an unspaced dash; elsewhere a shorter one stands between spaces.
_LONG_DASH = frozenset(("en", "es", "pt", "ru", "uk"))
_OPENS_AFTER = frozenset("([{<«‹„‚“‘「『¿¡/=")
_DASHES = frozenset("-–—―")
_STARTS: Mapping[str, tuple[Kind, str]] = {
    "#": (Kind.HEADING_1, ""),
    "##": (Kind.HEADING_2, ""),
    "###": (Kind.HEADING_3, ""),
    "*": (Kind.LIST_ITEM, ""),
    "-": (Kind.LIST_ITEM, ""),
    "•": (Kind.LIST_ITEM, ""),
    ">": (Kind.QUOTE, ""),
    "1.": (Kind.LIST_ITEM, Numbering.DECIMAL),
    "1)": (Kind.LIST_ITEM, Numbering.DECIMAL),
    "a.": (Kind.LIST_ITEM, Numbering.LOWER_LETTER),
    "a)": (Kind.LIST_ITEM, Numbering.LOWER_LETTER),
}
_BREAK = pattern(r"(?:\*[ ]?){3,}|(?:[-–—][ ]?){2,}|#|⁂")


def as_typed(before: str, key: str, language: str = "") -> Typed | None:
    """Return what ``key`` becomes after the words ``before``; None if it is what it is."""
    if key == '"':
        return _quote(before, language, inner=False)
    if key == "'":
        return _quote(before, language, inner=True)
    if key == "-":
        return _dash(before, language)
    if key == "." and before.endswith("..") and not before.endswith("..."):
        return Typed("…", remove=2)
    return None


def begins(before: str, key: str) -> Begun | None:
    """Return what a paragraph becomes when a space follows the signs it begins with."""
    if key != " " or before not in _STARTS:
        return None
    kind, numbering = _STARTS[before]
    return Begun(kind, len(before), numbering)


def is_scene_break(text: str) -> bool:
    """Tell whether a paragraph, when Enter ends it, was meant to part two scenes."""
    return bool(_BREAK.fullmatch(text.strip()))


def _quote(before: str, language: str, *, inner: bool) -> Typed:
    quotes = _of_language(language)
    opening, closing = quotes[2:] if inner else quotes[:2]
    if inner and before[-1:].isalnum() and not _is_open(before, opening, closing):
        # Between letters and after a plural's s it is an apostrophe.
        return Typed("’")
    if _opens(before, opening, closing):
        return Typed(opening)
    # A space the writer typed before French closing quotes is the one they bring along.
    brings_space = closing.startswith(_NBSP) and before.endswith((" ", _NBSP))
    return Typed(closing, remove=1 if brings_space else 0)


def _opens(before: str, opening: str, closing: str) -> bool:
    last = before[-1:]
    if not last or last.isspace() or last in _OPENS_AFTER:
        if closing.startswith(_NBSP):
            return not _is_open(before, opening, closing)
        return True
    if last in _DASHES:
        # After a dash speech begins, unless it is the speech that breaks off.
        return not _is_open(before, opening, closing)
    return False


def _is_open(before: str, opening: str, closing: str) -> bool:
    return before.rfind(opening.strip()) > before.rfind(closing.strip())


def _dash(before: str, language: str) -> Typed | None:
    # A paragraph of nothing but hyphens will be a scene break.
    if not before.endswith("-") or before.endswith("--") or not before.strip("-"):
        return None
    is_long = language.casefold().split("-")[0] in (*_LONG_DASH, "")
    return Typed("—" if is_long else "–", remove=1)


def _of_language(language: str) -> tuple[str, str, str, str]:
    tag = language.replace("_", "-").casefold()
    return _QUOTES.get(tag) or _QUOTES.get(tag.split("-")[0]) or _QUOTES["en"]
