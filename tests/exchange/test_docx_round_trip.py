"""What goes out as a Word file comes back as the very same draft."""

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.documents import documents, notes_of
from writerdesk.exchange import Ours, read, to_docx
from writerdesk.exchange.docx.names import FURNITURE
from writerdesk.exchange.looks import look, look_names
from writerdesk.exchange.values import document_of
from writerdesk.manuscript import Kind, Paragraph, scene_break


@settings(max_examples=500, deadline=None)
@given(st.data(), documents(), st.sampled_from(look_names()))
def test_text_marks_kinds_and_notes_come_back_the_same(data, document, name):
    notes = data.draw(notes_of(document))
    exported = to_docx(document, notes, look(name))
    assert not exported.left_out
    imported = read(exported.data, "a.docx")
    assert imported.documents[0].paragraphs == document.paragraphs
    assert imported.documents[0].says_the_same(document)
    assert imported.notes == notes


@settings(max_examples=100, deadline=None)
@given(documents())
def test_another_reader_of_word_files_reads_the_same_words(document):
    opened = docx.Document(io.BytesIO(to_docx(document).data))
    told = ["".join(_words(paragraph)) for paragraph in opened.paragraphs]
    assert told == [paragraph.text for paragraph in document.paragraphs]


def _words(paragraph):
    # Its own .text leaves out what stands in fields, and reads a soft hyphen as nothing.
    for element in paragraph._p.iter():
        name = element.tag.rpartition("}")[2]
        if name == "t":
            yield element.text or ""
        elif name in ("tab", "br"):
            yield {"tab": "\t", "br": "\n"}[name]


def test_the_same_draft_gives_the_same_bytes():
    document = document_of([Paragraph("It rained."), scene_break()])
    assert to_docx(document).data == to_docx(document).data


def test_a_file_says_which_draft_it_is_only_if_asked_to():
    document, ours = document_of([Paragraph("It rained.")]), Ours("0f3a", "d1", "7f-12")
    assert read(to_docx(document, ours=ours).data).ours == ours
    assert read(to_docx(document).data).ours is None
    odd = Ours("0f3a", "d1", "7f 12")
    assert read(to_docx(document, ours=odd).data).ours is None


@pytest.mark.parametrize("name", ["plain", "book", "manuscript"])
def test_what_is_stored_is_styles_and_no_formatting_of_single_paragraphs(name):
    story = document_of(
        [Paragraph("One", Kind.HEADING_1), Paragraph("First."), Paragraph("Second."), scene_break()]
    )
    opened = docx.Document(io.BytesIO(to_docx(story, page=look(name)).data))
    told = [one for one in opened.paragraphs if _style(one).style_id not in FURNITURE]
    assert [_style(one).name for one in told] == ["Heading 1", "Body First", "Body", "Scene Break"]
    for paragraph in told:
        inside = paragraph._p.pPr if paragraph._p.pPr is not None else ()
        assert [child.tag.rpartition("}")[2] for child in inside] == ["pStyle"]


def _style(paragraph):
    assert paragraph.style is not None
    return paragraph.style


def test_what_a_look_puts_around_a_story_is_known_by_name_too():
    story = document_of([Paragraph("It rained.")])
    styles = docx.Document(io.BytesIO(to_docx(story, page=look("manuscript")).data)).styles
    names = {one.style_id: one.name for one in styles}
    assert [(names[id] or "").replace(" ", "") for id in FURNITURE] == list(FURNITURE)
