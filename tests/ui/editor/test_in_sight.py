"""What is in sight is found by halving, and is what Qt says stands there."""

from itertools import pairwise

import pytest

from tests.ui.desk import window_of
from writerdesk.ui.editor.blocks import code_points
from writerdesk.ui.editor.in_sight import block_at
from writerdesk.ui.editor.spelling_marks import SpellingMarks

TEXT = ["A short one.", "A longer one, " * 40] * 60


@pytest.fixture
def editor(qtbot):
    window = window_of(qtbot, (TEXT, TEXT))
    window.story.show_mode("write")
    yield window.story.write.editor
    window.close()


@pytest.mark.parametrize("width", [700, 1100])
def test_it_is_what_qt_says_at_every_height(editor, qtbot, width):
    editor.window().resize(width, 600)
    bar = editor.verticalScrollBar()
    for share in (0, 1, 3, 2, 5, 4):
        bar.setValue(bar.maximum() * share // 5)
        editor.viewport().repaint()
        here = block_at(editor.document(), bar.value() + 40)
        box = editor.document().documentLayout().blockBoundingRect(here)
        assert box.bottom() >= bar.value() + 40 or not here.next().isValid()
        before = here.previous()
        if before.isValid():
            box = editor.document().documentLayout().blockBoundingRect(before)
            assert box.bottom() < bar.value() + 40


def test_beyond_the_end_it_is_the_last(editor):
    assert block_at(editor.document(), 10**7).blockNumber() == len(TEXT) - 1


@pytest.mark.parametrize("sign", ["", "“", "🐕"])
def test_a_long_paragraph_is_looked_through_line_by_line(qtbot, sign):
    text = " ".join(f"{sign}word{number}" for number in range(600))
    window = window_of(qtbot, ([text], ["Another."]))
    window.story.show_mode("write")
    editor = window.story.write.editor
    editor.verticalScrollBar().setValue(300)
    marks = SpellingMarks(editor, window._look, lambda _text: ())
    lines = list(marks.in_sight())
    assert len(lines) > 5
    assert "".join(line.text for line in lines) in text
    for line in lines:
        begins = code_points(text, line.begins)
        assert text[begins:].startswith(line.text)
    assert all(earlier.text.endswith(" ") for earlier, _later in pairwise(lines))
    window.close()


def test_a_long_paragraph_keeps_its_glyphs_once_it_is_written_in(editor):
    long, short = "word " * 600, "A short one."
    for place, text in ((1, long), (0, short)):
        cursor = editor.textCursor()
        cursor.setPosition(editor.document().findBlockByNumber(place).position())
        cursor.insertText(text)
    kept = [editor.document().findBlockByNumber(n).layout().cacheEnabled() for n in (0, 1, 2)]
    assert kept == [False, True, False]
