"""Every sentence is found in the code, and what translators make of it is checked and readable."""

import gettext
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from house import catalogue
from house.sentences import Sentence, find_sentences

MODULE = '''
"""Says something."""
from writerdesk import words
from writerdesk.words import _, ngettext, pgettext
print(_("Nothing found."), words._("In “{folder}”."))
print(_("Two "
        "lines."))
print(ngettext("{count} passage", "{count} passages", 3).format(count=3), pgettext("verb", "Keep"))
print(_("Nothing found."))
print(_(f"Glued {1}"))
'''

text = st.text(st.characters(exclude_characters="\0\x04", exclude_categories=("Cs",)), min_size=1)


@pytest.fixture
def project(tmp_path):
    """Return a project that says five sentences and one that can't be translated."""
    (tmp_path / "writerdesk").mkdir()
    (tmp_path / "writerdesk" / "saying.py").write_text(MODULE, "utf-8")
    return tmp_path


def test_sentences_are_found_whole_and_once(project):
    found = find_sentences(project)
    assert set(found.sentences) == {
        Sentence("Nothing found."),
        Sentence("In “{folder}”."),
        Sentence("Two lines."),
        Sentence("{count} passage", "{count} passages"),
        Sentence("Keep", context="verb"),
    }
    assert found.complaints == ("writerdesk/saying.py:10: a sentence must stand there whole",)


def test_a_filled_in_template_is_read_back(project, tmp_path):
    template = catalogue.template(find_sentences(project).sentences)
    filled = (
        template.replace(
            'msgid "Two lines."\nmsgstr ""', 'msgid "Two lines."\nmsgstr "Zwei\\n"\n"!"'
        )
        .replace('msgstr[0] ""', 'msgstr[0] "{count} Stelle"')
        .replace('msgstr[1] ""', 'msgstr[1] "{count} Stellen"')
    )
    (tmp_path / "writerdesk.po").write_text(filled, "utf-8")
    header, translations = catalogue.read_po(tmp_path / "writerdesk.po")
    assert "charset=UTF-8" in header
    assert translations == {
        Sentence("Two lines."): ("Zwei\n!",),
        Sentence("{count} passage", "{count} passages"): ("{count} Stelle", "{count} Stellen"),
    }


def test_a_lost_gap_a_hole_and_a_leftover_are_told():
    known = [Sentence("In “{folder}”."), Sentence("Two lines.")]
    told = catalogue.complaints(
        "de", {Sentence("In “{folder}”."): ("In „{ordner}“.",), Sentence("Old."): ("Alt.",)}, known
    )
    assert told == (
        "de: the gaps differ: In “{folder}”.",
        "de: not translated: Two lines.",
        "de: said no more: Old.",
    )


@given(st.dictionaries(st.builds(Sentence, text, context=st.just("") | text), st.tuples(text)))
def test_gettext_reads_every_translation_back(translations):
    made = catalogue.mo("Content-Type: text/plain; charset=UTF-8\n", translations)
    spoken = gettext.GNUTranslations(io.BytesIO(made))
    for sentence, (told,) in translations.items():
        if sentence.context:
            assert spoken.pgettext(sentence.context, sentence.text) == told
        else:
            assert spoken.gettext(sentence.text) == told
