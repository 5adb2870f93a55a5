"""Languages as a writer reads them, and the one this machine speaks."""

from PySide6.QtCore import QLocale

from writerdesk.insight.dictionaries import dictionaries, dictionary_folders

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


def languages_offered(here: str) -> list[str]:
    """Return the languages to choose from, each once, by their own names; ``here`` is in force."""
    installed = [one.language for one in dictionaries(dictionary_folders())]
    by_name: dict[str, str] = {}
    for tag in (*([here] if here else ()), *COMMON_LANGUAGES, *installed):
        by_name.setdefault(language_told(tag), tag)
    return [by_name[name] for name in sorted(by_name)]


def system_language() -> str:
    """Return the language of this machine; a machine without one writes American English."""
    here = QLocale()
    return "en-US" if here.language() is QLocale.Language.C else here.name().replace("_", "-")
