"""Lines become paragraphs the way they were meant."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.exchange import DoneKind, LeftOut, LeftOutKind, Wishes, read_pasted_text

PROSE = (
    "Every morning the ferryman counted his passengers twice, once by their hats and once by "
    "their shadows, because a shadow, he said, cannot borrow a hat. On the day this story "
    "begins there was one shadow more than there were hats."
)


def texts(imported):
    return [paragraph.text for paragraph in imported.documents[0].paragraphs]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 90])
def test_lines_broken_at_a_width_are_joined(width):
    broken = "\n\n".join([textwrap.fill(PROSE, width)] * 3)
    imported = read_pasted_text(broken)
    assert texts(imported) == [PROSE] * 3
    assert imported.done[0].kind == DoneKind.LINES_JOINED
    unjoined = read_pasted_text(broken, Wishes(without={DoneKind.LINES_JOINED}))
    assert texts(unjoined) == [line for line in broken.split("\n") if line]


def test_broken_paragraphs_may_be_told_by_their_indent_alone():
    broken = "\n".join(textwrap.fill(PROSE, 70, initial_indent="    ") for _ in range(3))
    assert texts(read_pasted_text(broken)) == [PROSE] * 3


def test_a_line_ended_on_purpose_among_broken_ones_stays_ended():
    broken = "\n\n".join([textwrap.fill(PROSE, 70)] * 3) + "\n\nDear Anna,\nyours\nfaithfully"
    assert texts(read_pasted_text(broken))[-1] == "Dear Anna,\nyours\nfaithfully"


def test_without_a_width_each_line_is_a_paragraph():
    assert texts(read_pasted_text(f"{PROSE}\n{PROSE}\nShort.\n")) == [PROSE, PROSE, "Short."]


def test_a_poem_keeps_its_lines():
    poem = "The tide\ncame in at four\nand took the pier, the boats, the light,\nand more."
    assert texts(read_pasted_text(poem)) == poem.split("\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2029", "\x0c", "\x0b"])
def test_every_kind_of_line_end_ends_a_line(end):
    assert texts(read_pasted_text(f"One.{end}Two.")) == ["One.", "Two."]


def test_a_soft_break_stays_one():
    assert texts(read_pasted_text("One\u2028line.")) == ["One\nline."]


def test_controls_are_dropped_and_counted_and_bidi_overrides_are_shown():
    imported = read_pasted_text("a\x00b\x07 \u202ec\u202c \ud800")
    assert texts(imported) == ["ab \u202ec\u202c \ufffd"]
    assert imported.left_out == (
        LeftOut(LeftOutKind.CONTROLS, 2),
        LeftOut(LeftOutKind.BIDI_OVERRIDES, 2),
    )


@given(st.text())
def test_any_text_at_all_comes_in(text):
    assert len(read_pasted_text(text).documents) == 1
    assert len(read_pasted_text(text, Wishes(as_is=True)).documents) == 1
