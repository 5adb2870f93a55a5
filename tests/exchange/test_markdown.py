"""Markdown comes back the same where it can say a thing, and the rest is listed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.documents import documents
from writerdesk.exchange import (
    DoneKind,
    LeftOut,
    LeftOutKind,
    SetAsideKind,
    Wishes,
    read,
)
from writerdesk.exchange.markdown_writer import UNNAMEABLE, to_md
from writerdesk.exchange.values import document_of
from writerdesk.manuscript import (
    Kind,
    Mark,
    MarkName,
    Numbering,
    Paragraph,
    normal_marks,
    scene_break,
)

LITERALLY = Wishes(without={DoneKind.PREAMBLE, DoneKind.CLOSING})
SAID = {MarkName.BOLD, MarkName.ITALIC, MarkName.STRIKE, MarkName.LINK}


def _texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def back(exported):
    return read(exported.data, "a.md", LITERALLY).documents[0]


def sayable(document):
    """The part of a draft that Markdown has words for."""
    kept = []
    depth = -1
    for paragraph in document.paragraphs:
        is_item = paragraph.kind == Kind.LIST_ITEM
        if not paragraph.text.strip():
            continue
        depth = min(paragraph.level, depth + 1) if is_item else -1
        text = paragraph.text.strip("\n")
        inside = len(paragraph.text) - len(paragraph.text.lstrip("\n"))
        marks = normal_marks(
            (m._replace(start=m.start - inside, end=m.end - inside) for m in paragraph.marks),
            len(text),
        )
        if paragraph.kind in (Kind.TITLE, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3):
            text = text.replace("\n", " ")
        kept.append(
            Paragraph(
                text,
                paragraph.kind,
                tuple(_sayable(mark, text) for mark in marks if mark.name in SAID),
                max(depth, 0),
                Numbering.DECIMAL if paragraph.numbering else "",
            )
        )
    return replace(document_of(kept), title=document.title, author=document.author,
                   language=document.language)  # fmt: skip


def _sayable(mark, text):
    """Emphasis neither begins nor ends with the end of a line."""
    words = text[mark.start : mark.end]
    start = mark.end - len(words.lstrip("\n"))
    return mark._replace(start=start, end=max(start, mark.start + len(words.rstrip("\n"))))


@settings(max_examples=500, deadline=None)
@given(documents())
def test_words_kinds_and_marks_come_back_the_same(document):
    exported = to_md(document)
    read_back, wanted = back(exported), sayable(document)
    lost = {left.name or left.kind for left in exported.left_out} & {*SAID, LeftOutKind.LINKS}
    if not lost:
        assert read_back.paragraphs == wanted.paragraphs
    assert [(p.text, p.kind, p.level, p.numbering) for p in read_back.paragraphs] == [
        (p.text, p.kind, p.level, p.numbering) for p in wanted.paragraphs
    ]
    # What Markdown's numbers can't name stands beside what it could say.
    assert not lost or any(map(UNNAMEABLE.search, _texts(document)))
    assert (read_back.title, read_back.author, read_back.language) == (
        document.title,
        document.author,
        document.language,
    )


@pytest.mark.parametrize("kind", [Kind.TITLE, Kind.BODY])
def test_a_first_letter_that_looks_like_the_sign_of_utf8_stays(kind):
    document = document_of([Paragraph("\ufeffDust", kind), Paragraph("Rain.")])
    assert _texts(back(to_md(document))) == ["\ufeffDust", "Rain."]


words = st.text(st.sampled_from("abc é日,.”"), min_size=1, max_size=12).map(
    lambda text: f"x{text}y"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(words, min_size=1, max_size=4), st.data())
def test_marks_on_whole_words_come_back_the_same(parts, data):
    text, marks = "", []
    for part in parts:
        name = data.draw(st.sampled_from(["", *sorted(SAID)]))
        value = "https://example.org/(a)?b=<c>&amp;" if name == MarkName.LINK else ""
        if name:
            marks.append(Mark(len(text), len(text) + len(part), name, value))
        text += part + " "
    document = document_of([Paragraph(text.strip(), marks=tuple(marks))])
    exported = to_md(document)
    assert not exported.left_out
    assert back(exported).says_the_same(document)


@pytest.mark.parametrize(
    ("paragraph", "written"),
    [
        (Paragraph("The Coast", Kind.TITLE), "The Coast\n===\n"),
        (Paragraph("One", Kind.HEADING_1), "# One\n"),
        (Paragraph("a\nb", Kind.QUOTE), "> a\\\n> b\n"),
        (Paragraph("It was.", marks=(Mark(3, 6, MarkName.ITALIC),)), "It *was*.\n"),
        (Paragraph("2*3 and snake_case"), "2\\*3 and snake\\_case\n"),
        (Paragraph("One #", Kind.HEADING_1), "# One \\#\n"),
        (Paragraph("1984. A year"), "1984\\. A year\n"),
        (Paragraph("- a dash"), "\\- a dash\n"),
        (Paragraph("plain – text, “quoted”…"), "plain – text, “quoted”…\n"),
        (scene_break(), "* * *\n"),
    ],
)
def test_it_is_written_as_people_write_it(paragraph, written):
    assert to_md(document_of([paragraph])).data.decode() == written


def test_what_markdown_cannot_say_is_listed():
    page = document_of(
        [
            Paragraph(
                "x", marks=(Mark(0, 1, MarkName.UNDERLINE), Mark(0, 1, MarkName.LANGUAGE, "fr"))
            ),
            Paragraph("", align="centre"),
            Paragraph("i", Kind.LIST_ITEM, level=2, numbering=Numbering.LOWER_ROMAN),
        ]
    )
    assert {left.kind for left in to_md(page).left_out} == {
        LeftOutKind.ALIGNMENT,
        LeftOutKind.LANGUAGES,
        LeftOutKind.LAYOUT,
        LeftOutKind.LISTS,
        LeftOutKind.MARKS,
    }


def test_others_markdown_is_read_with_its_introduction_set_aside():
    text = (
        "Sure! Here is your story, as you asked.\n\n---\n\n# The Coast\n\nIt *simply*\nwas `so`."
        "  \nYes.\n\n***\n\n1. one\n   * two\n\n> said\n> he\n\n![a boat](boat.png)\n\n"
        "    code\n\n---\n\nWould you like me to continue?\n"
    )
    imported = read(text.encode(), "A.MD")
    told = [(p.text, p.kind, p.level) for p in imported.documents[0].paragraphs]
    assert told == [
        ("The Coast", Kind.HEADING_1, 0),
        ("It simply was so.\nYes.", Kind.BODY, 0),
        ("* * *", Kind.SCENE_BREAK, 0),
        ("one", Kind.LIST_ITEM, 0),
        ("two", Kind.LIST_ITEM, 1),
        ("said he", Kind.QUOTE, 0),
        ("a boat", Kind.BODY, 0),
        ("code", Kind.BODY, 0),
    ]
    assert [aside.kind for aside in imported.set_aside] == [
        SetAsideKind.PREAMBLE,
        SetAsideKind.CLOSING,
    ]
    assert LeftOut(LeftOutKind.IMAGES, 1) in imported.left_out
    assert imported.raw
    assert imported.raw.paragraphs[0].text.startswith("Sure!")


def test_as_it_is_markdown_is_plain_lines():
    imported = read(b"# A\n\n*b*\n", "a.md", Wishes(as_is=True))
    assert [paragraph.text for paragraph in imported.documents[0].paragraphs] == ["# A", "*b*"]


def test_html_in_markdown_is_words():
    (paragraph,) = read(b"<script>alert(1)</script> <b>x</b>", "a.md").documents[0].paragraphs
    assert paragraph.text == "<script>alert(1)</script> <b>x</b>"
