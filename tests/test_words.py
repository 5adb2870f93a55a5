"""Sentences come from the catalogue of the language spoken; without one they stay as written."""

import pytest

from house.catalogue import mo
from house.sentences import Sentence
from writerdesk import words

HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
GERMAN = {
    Sentence("Nothing found."): ("Nichts gefunden.",),
    Sentence("{count} passage", "{count} passages"): ("{count} Stelle", "{count} Stellen"),
    Sentence("Keep", context="verb"): ("Behalten",),
}


@pytest.fixture
def locale(tmp_path):
    """Return a folder with a German catalogue; whatever a test speaks is forgotten after it."""
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "writerdesk.mo").write_bytes(mo(HEADER, GERMAN))
    yield tmp_path
    words.speak("en", tmp_path)


def test_sentences_are_said_in_the_language_chosen(locale):
    assert words.speak("de", locale)
    assert words._("Nothing found.") == "Nichts gefunden."
    assert words._("Not in the catalogue.") == "Not in the catalogue."
    assert words._("") == ""
    assert words.ngettext("{count} passage", "{count} passages", 1) == "{count} Stelle"
    assert words.ngettext("{count} passage", "{count} passages", 3) == "{count} Stellen"
    assert words.pgettext("verb", "Keep") == "Behalten"


def test_no_choice_is_the_language_of_the_system(locale, monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert words.speak("", locale)
    assert words._("Nothing found.") == "Nichts gefunden."


def test_a_language_nobody_has_translated_to_stays_as_written(locale):
    words.speak("de", locale)
    assert not words.speak("tlh", locale)
    assert words._("Nothing found.") == "Nothing found."
    assert words.ngettext("{count} passage", "{count} passages", 2) == "{count} passages"
    assert words.pgettext("verb", "Keep") == "Keep"
