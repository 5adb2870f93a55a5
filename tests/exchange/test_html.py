"""A page gives the words a browser shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.exchange import LeftOut, LeftOutKind, read
from writerdesk.exchange.html_reader import html_in
from writerdesk.manuscript import Align, Kind, Mark, MarkName, Numbering


def told(page):
    return [(one.text, str(one.kind)) for one in html_in(page).documents[0].paragraphs]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One\n two</p><p>three", [("One two", "body"), ("three", "body")]),
        ("<h1>A</h1>b<h4>c</h4>", [("A", "heading1"), ("b", "body"), ("c", "heading3")]),
        ("a<br>b<hr>c", [("a\nb", "body"), ("* * *", "scene_break"), ("c", "body")]),
        ("<blockquote><p>q</p></blockquote>", [("q", "quote")]),
        ("<script>x</script><style>y</style><title>z</title>a", [("a", "body")]),
        ("<head><title>z</title></head><p>a", [("a", "body")]),
        ("<p style='display:none'>x</p>a<b hidden>y</b>", [("a", "body")]),
        ("<table><tr><td>a<td>b</table>", [("a", "body"), ("b", "body")]),
        ("<pre>a\n  b</pre>", [("a\n  b", "body")]),
        ("&lt;b&gt; &amp; &nbsp;x&#8212;&#0;", [("<b> & \u00a0x—\ufffd", "body")]),
        ("<!DOCTYPE html><!-- c --><?x?><p>a</p>", [("a", "body")]),
    ],
)
def test_blocks_become_paragraphs(page, expected):
    assert told(page) == expected


def test_lists_know_their_level_and_numbers():
    page = "<ul><li>a<ol type=i><li>b</ol><li>c</ul>"
    items = html_in(page).documents[0].paragraphs
    assert [(one.text, one.kind, one.level, one.numbering) for one in items] == [
        ("a", Kind.LIST_ITEM, 0, ""),
        ("b", Kind.LIST_ITEM, 1, Numbering.LOWER_ROMAN),
        ("c", Kind.LIST_ITEM, 0, ""),
    ]


def test_marks_come_from_elements_and_styles():
    page = '<p align=center>a <i>b</i><span style="font-weight:700">c</span> <a href="x">d</a></p>'
    (paragraph,) = html_in(page).documents[0].paragraphs
    assert paragraph.align == Align.CENTRE
    assert paragraph.marks == (
        Mark(2, 3, MarkName.ITALIC),
        Mark(3, 4, MarkName.BOLD),
        Mark(5, 6, MarkName.LINK, "x"),
    )


def test_a_file_is_told_by_its_first_words_and_says_its_encoding():
    page = '<html lang=ru><meta charset="windows-1251"><body>Да<img src="a.png"></body></html>'
    imported = read(page.encode("cp1251"), "page.txt")
    assert imported.documents[0].paragraphs[0].text == "Да"
    assert imported.documents[0].language == "ru"
    assert imported.left_out == (LeftOut(LeftOutKind.IMAGES, 1),)


@given(st.text(st.sampled_from("<>/abp lihr=\"'&#;!-\n\x00")))
def test_any_page_comes_in(page):
    assert len(html_in(page).documents) == 1


def test_a_page_nested_without_end_comes_in():
    assert told("<div>" * 20_000 + "deep") == [("deep", "body")]
