"""What is copied out as HTML comes in again as it was, here and in other programs."""

import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.exchange.documents import documents
from tests.exchange.libreoffice import MISSING, converted, program
from writerdesk.exchange import read_file
from writerdesk.exchange.html_reader import html_in
from writerdesk.exchange.html_writer import html_of
from writerdesk.exchange.values import document_of
from writerdesk.manuscript import Align, Direction, Kind, Mark, MarkName, Paragraph, scene_break


@settings(max_examples=300)
@given(documents())
def test_it_reads_back_the_same(document):
    said = [one for one in document.paragraphs if one.text.strip()]
    (back,) = html_in(html_of(said)).documents
    assert list(back.paragraphs) == [_sayable(one) for one in said]


def _sayable(paragraph):
    """What pages say of everything is not taken from them, nor is a line's end at the very end."""
    marks = tuple(mark for mark in paragraph.marks if mark.name != MarkName.LANGUAGE)
    align = paragraph.align if paragraph.align in (Align.CENTRE, Align.RIGHT) else ""
    direction = paragraph.direction if paragraph.direction == Direction.RIGHT_TO_LEFT else ""
    text = paragraph.text.rstrip("\n")
    return replace(paragraph, text=text, marks=marks, align=align, direction=direction)


@pytest.mark.parametrize(
    ("paragraphs", "written"),
    [
        ([Paragraph("It was so.", marks=(Mark(3, 6, "italic"),))], "<p>It <i>was</i> so.</p>"),
        ([Paragraph("a < b & c")], "<p>a &lt; b &amp; c</p>"),
        ([Paragraph("a\nb", Kind.QUOTE)], "<blockquote><p>a<br>b</p></blockquote>"),
        ([Paragraph("x"), scene_break()], "<p>x</p><hr>"),
        (
            [Paragraph("a", Kind.LIST_ITEM), Paragraph("b", Kind.LIST_ITEM, (), 1, "decimal")],
            "<ul><li>a<ol><li>b</li></ol></li></ul>",
        ),
        ([Paragraph("a  b")], '<p style="white-space: pre-wrap">a  b</p>'),
    ],
)  # fmt: skip
def test_it_is_written_as_other_programs_know_it(paragraphs, written):
    assert html_of(paragraphs) == written


@pytest.mark.skipif(not program(), reason=MISSING)
def test_libreoffice_takes_it_with_its_italics(tmp_path):
    story = [
        Paragraph("The Coast", Kind.HEADING_1),
        Paragraph("It was so, and bold.", marks=(Mark(3, 6, "italic"), Mark(15, 19, "bold"))),
        scene_break(),
        Paragraph("one", Kind.LIST_ITEM),
    ]
    page = tmp_path / "clip.html"
    page.write_text(f"<!DOCTYPE html><meta charset=utf-8>{html_of(story)}", "utf-8")
    assert read_file(page).documents[0].paragraphs == document_of(story).paragraphs
    (made,) = converted([page], "odt", tmp_path)
    with zipfile.ZipFile(made) as package:
        told = package.read("content.xml").decode()
    assert _words_in(told, 'fo:font-style="italic"') == ["was"]
    assert _words_in(told, 'fo:font-weight="bold"') == ["bold"]
    assert "Heading_20_1" in told
    assert "<text:list-item>" in told


def _words_in(content, looks):
    """The words of an OpenDocument text that look a certain way."""
    styles = re.findall(r'<style:style style:name="(\w+)"[^>]*[^/]>(.*?)</style:style>', content)
    spans = re.findall(r'<text:span text:style-name="(\w+)">([^<]*)</text:span>', content)
    names = {name for name, told in styles if looks in told}
    return [words for name, words in spans if name in names]
