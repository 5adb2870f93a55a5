"""Languages as a writer reads them, and the one this machine speaks."""

from PySide6.QtCore import QLocale

# Offered whether there is a dictionary or not: quotes and dashes are a language's too.
COMMON_LANGUAGES = (
    "cs",
    "da",
    "de",
    "en-GB",
    "en-US",
    "es",
    "fi",
    "fr",
    "it",
    "nb",
    "nl",
    "pl",
    "pt-BR",
    "sv",
)


def language_told(tag: str) -> str:
    """Return a language in its own words, as everybody who writes in it knows it."""
    locale = QLocale(tag.replace("-", "_"))
    if locale.language() is QLocale.Language.C:
        return tag
    named = locale.nativeLanguageName()
    return f"{named[:1].upper()}{named[1:]}"


def system_language() -> str:
    """Return the language of this machine; a machine without one writes American English."""
    here = QLocale()
    return "en-US" if here.language() is QLocale.Language.C else here.name().replace("_", "-")
