"""A comparison as a page: all of both texts, in order, with nothing from elsewhere."""

import re
from dataclasses import replace
from html import unescape

from hypothesis import given

from tests.compare.drafts import two_drafts
from writerdesk.compare import compare
from writerdesk.compare.report import report
from writerdesk.manuscript import Document, Kind, Mark, Paragraph, ParagraphId, scene_break


def page_of(left, right):
    drafts = Document.from_paragraphs(left), Document.from_paragraphs(right)
    return report(compare(*drafts), ("First", "Second"))


def column(page, number):
    row = r"<tr class[^>]*>(?:<th.*?</th>|<td></td>)<td[^>]*>(.*?)</td><td[^>]*>(.*?)</td></tr>"
    cells = re.findall(row, page, re.DOTALL)
    return [
        unescape(re.sub("<[^>]*>", "", text.replace("<br>", "\n")))
        for row in cells
        for text in re.findall("<p[^>]*>(.*?)</p>", row[number], re.DOTALL)
    ]


@given(two_drafts())
def test_the_left_is_told_whole_and_in_order_and_nothing_of_the_right_is_lost(drafts):
    page = report(compare(*drafts), ("First", "Second"))
    left, right = ([p.text for p in draft.paragraphs] for draft in drafts)
    assert column(page, 0) == left
    assert sorted(column(page, 1)) == sorted(right)


def test_it_needs_nothing_from_anywhere():
    page = page_of(["The lake smelled of iron."], ["The lake tasted of iron."])
    assert not re.search(r"https?:|src=|@import|url\(", page)
    assert page.startswith("<!DOCTYPE html>")


def test_what_is_in_a_text_is_never_read_as_markup():
    page = page_of(["He wrote <b>&amp;</b> on the wall."], ["He wrote <i>&amp;</i> on the wall."])
    assert "<b>" not in page
    assert column(page, 0) == ["He wrote <b>&amp;</b> on the wall."]


def test_changed_words_are_said_as_taken_out_and_put_in():
    page = page_of(["The lake smelled of iron all day."], ["The lake tasted of iron all day."])
    assert "<del>smelled</del>" in page
    assert "<ins>tasted</ins>" in page


def test_a_screen_reader_hears_what_was_taken_out_and_a_narrow_page_says_whose_it_is():
    drafts = [Document.from_paragraphs([text]) for text in ("It was iron.", "It was rust.")]
    page = report(compare(*drafts), ("A", '</style>"'))
    assert r'del::before { content: "\20 removed\3a \20 "; }' in page
    assert r'--left: "A"; --right: "\3c \2f style\3e \22 ";' in page
    assert page.count("</style>") == 1


def test_a_draft_in_another_language_than_the_page_says_so():
    drafts = [
        replace(Document.from_paragraphs([text]), language=language)
        for text, language in (("Der See roch nach Eisen.", "de"), ("It smelled of it.", "en"))
    ]
    page = report(compare(*drafts), ("A", "B"))
    assert '<html lang="en">' in page
    assert '<td lang="de"><p>Der See' in page
    assert "<td><p>It smelled" in page


def test_a_new_name_is_told_once():
    before = [f"Down by the harbour Pip {verb} the lantern." for verb in ("lost", "held", "lit")]
    page = page_of(before, [text.replace("Pip", "Rusty") for text in before])
    assert "Pip is called Rusty (3 places)." in page


def test_no_heading_of_a_row_is_empty():
    texts = ["Nothing was changed in here at all.", "The lake smelled of iron."]
    changed = [texts[0], "The lake smelled of rust."]
    page = report(
        compare(Document.from_paragraphs(texts), Document.from_paragraphs(changed)), ("A", "B")
    )
    assert '<th scope="row"></th>' not in page
    assert '<th scope="row">edited</th>' in page


def test_italics_headings_and_scene_breaks_look_as_what_they_are():
    italic = Paragraph("He wrote it down at once.", marks=(Mark(3, 8, "italic"),))
    draft = Document.from_items(
        (ParagraphId(0, number), one)
        for number, one in enumerate((Paragraph("One", Kind.HEADING_1), scene_break(), italic))
    )
    other = draft.splice(2, 3, [(draft.ids[2], replace(italic, text="He said it down at once."))])
    page = report(compare(draft, other), ("First", "Second"))
    assert '<p class="heading">One</p>' in page
    assert '<p class="scene">* * *</p>' in page
    assert "He <del><i>wrote</i></del> it down at once." in page
