"""The catalogue of sentences: everything the writer reads goes through here.

Sentences are whole, with named gaps: ``_("{letter} has changed since.").format(letter="B")``.
The language is chosen once at start by `speak`; until then sentences stay as written.
"""

import gettext
from pathlib import Path

_DOMAIN = "writerdesk"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(language: str, locale: Path) -> bool:
    """Use the catalogue for ``language`` under ``locale``; tell whether there is one.

    No language means the one the system speaks.
    """
    global _catalogue
    try:
        _catalogue = gettext.translation(_DOMAIN, locale, [language] if language else None)
    except OSError:
        _catalogue = gettext.NullTranslations()
        return False
    return True


def catalogue() -> gettext.NullTranslations:
    """Return what sentences are looked up in: another object for every language spoken."""
    return _catalogue


def _(sentence: str) -> str:
    """Return ``sentence`` in the writer's language."""
    return _catalogue.gettext(sentence) if sentence else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Return the sentence that fits ``count`` in the writer's language."""
    return _catalogue.ngettext(one, many, count)


def pgettext(context: str, sentence: str) -> str:
    """Return ``sentence`` in the writer's language where one word has several meanings."""
    return _catalogue.pgettext(context, sentence)
