"""The German translation says everything, keeps every gap, and opens every menu by a letter."""

import re
from pathlib import Path

import pytest

from house import catalogue
from house.sentences import find_sentences
from writerdesk import words
from writerdesk.resources import resources
from writerdesk.ui.commands import Menu, menus
from writerdesk.ui.menus import with_mnemonics

ROOT = Path(__file__).resolve().parents[2]
PO = ROOT / "resources" / "locale" / "de" / "LC_MESSAGES" / "writerdesk.po"


@pytest.fixture
def german():
    assert words.speak("de", resources() / "locale")
    yield
    words.speak("en", resources() / "locale")


def test_every_sentence_is_translated_and_no_gap_is_lost():
    _header, translations = catalogue.read_po(PO)
    found = find_sentences(ROOT).sentences
    assert catalogue.complaints("de", translations, found) == ()


def test_the_catalogue_that_is_read_is_the_translation():
    header, translations = catalogue.read_po(PO)
    assert PO.with_suffix(".mo").read_bytes() == catalogue.mo(header, translations)


def test_german_quotes_are_german():
    _header, translations = catalogue.read_po(PO)
    told = [each for sentence in translations.values() for each in sentence]
    assert not [each for each in told if re.search("”|“(?=\\w)", each)]


def test_every_entry_of_a_menu_has_a_letter_of_its_own(german):
    waiting: list[tuple[str, ...]] = [tuple(menu.words for menu in menus())]
    nested = list(menus())
    while nested:
        menu = nested.pop()
        waiting.append(tuple(entry.words for entry in menu.entries if entry is not None))
        nested += [entry for entry in menu.entries if isinstance(entry, Menu)]
    for entries in waiting:
        marked = with_mnemonics(entries)
        letters = [said[said.index("&") + 1].lower() for said in marked if "&" in said]
        assert len(letters) == len(set(letters)) == len(entries), entries
