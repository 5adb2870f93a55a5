"""Plain text goes out so that it reads back the same."""

import pytest

from writerdesk.exchange import LeftOut, LeftOutKind, TextForm, read_pasted_text, to_txt
from writerdesk.exchange.values import document_of
from writerdesk.manuscript import Align, Kind, Mark, MarkName, Numbering, Paragraph, scene_break

STORY = document_of(
    [
        Paragraph("The Coast", Kind.TITLE),
        Paragraph("It simply was.", marks=(Mark(10, 13, MarkName.ITALIC),)),
        scene_break(),
        Paragraph("bold both ", marks=(Mark(0, 10, MarkName.BOLD), Mark(5, 10, MarkName.ITALIC))),
        Paragraph("one", Kind.LIST_ITEM),
        Paragraph("two", Kind.LIST_ITEM, numbering=Numbering.DECIMAL, level=1),
        Paragraph("three", Kind.LIST_ITEM, numbering=Numbering.DECIMAL, level=1),
    ]
)


def test_a_paragraph_is_a_line_and_a_blank_line_stands_between():
    assert to_txt(STORY).data.decode() == (
        "The Coast\n\nIt simply *was*.\n\n* * *\n\n**bold *both*** \n\n"
        "• one\n\n    1. two\n\n    2. three\n"
    )


def test_stars_can_be_left_out_and_are_then_listed():
    exported = to_txt(STORY, form=TextForm(stars=False))
    assert b"*" not in exported.data.replace(b"* * *", b"")
    assert exported.left_out == (
        LeftOut(LeftOutKind.LAYOUT, 1),
        LeftOut(LeftOutKind.MARKS, 1, MarkName.BOLD),
        LeftOut(LeftOutKind.MARKS, 2, MarkName.ITALIC),
    )


def test_for_windows_there_is_a_mark_at_the_start_and_returns_at_the_ends():
    data = to_txt(STORY, form=TextForm(windows=True)).data
    assert data.startswith(b"\xef\xbb\xbfThe Coast\r\n\r\n")


def test_lines_can_be_broken_at_a_width():
    long = document_of([Paragraph("a word and another " * 10)])
    lines = to_txt(long, form=TextForm(width=30)).data.decode().split("\n")
    assert max(map(len, lines)) <= 30
    assert " ".join(lines).split() == long.paragraphs[0].text.split()


def test_what_only_a_page_can_show_is_listed():
    page = document_of(
        [Paragraph("x", align=Align.CENTRE, marks=(Mark(0, 1, MarkName.LINK, "a"),))]
    )
    assert {left.kind for left in to_txt(page).left_out} == {
        LeftOutKind.ALIGNMENT,
        LeftOutKind.LINKS,
    }


def test_an_empty_draft_is_an_empty_file():
    assert to_txt(document_of([])).data == b""


@pytest.mark.parametrize(
    "paragraph",
    [
        Paragraph("un believable", marks=(Mark(0, 2, MarkName.ITALIC),)),
        Paragraph("crossing marks here", marks=(
            Mark(0, 14, MarkName.BOLD), Mark(9, 19, MarkName.ITALIC))),
        Paragraph("two three", marks=(Mark(0, 3, MarkName.BOLD), Mark(4, 9, MarkName.ITALIC))),
        Paragraph("inside", marks=(Mark(2, 4, MarkName.ITALIC),)),
        Paragraph("2*3*4 and *", marks=(Mark(6, 9, MarkName.ITALIC),)),
    ],
)  # fmt: skip
def test_emphasis_reads_back_or_is_left_out_but_no_star_is_ever_added(paragraph):
    written = to_txt(document_of([paragraph])).data.decode()
    assert read_pasted_text(written).documents[0].paragraphs[0].text == paragraph.text
