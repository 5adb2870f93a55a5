"""What is in sight is found by halving, and is what Qt says stands there."""

import pytest

from tests.ui.desk import window_of
from writerdesk.ui.editor.in_sight import block_at

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
