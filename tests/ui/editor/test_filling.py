"""A draft's text written bit by bit is the one written at once."""

import pytest
from PySide6.QtCore import QObject

from writerdesk.manuscript import Document, Paragraph, scene_break
from writerdesk.ui.editor.blocks import read_document
from writerdesk.ui.editor.filling import Filling
from writerdesk.ui.editor.formats import Formats

_PASSAGES = [Paragraph(f"Passage {n}.") for n in range(310)]
_PASSAGES[149:151] = [scene_break(), Paragraph("After the break.", "heading2")]
TEXT = Document.from_items(zip(Document.from_paragraphs("x" * 310).ids, _PASSAGES, strict=True))


@pytest.mark.parametrize("slices", [0, 1, 2, 9])
def test_what_is_written_in_slices_reads_as_what_is_written_at_once(qapp, slices):
    filling, owner = Filling(TEXT, Formats(18)), QObject()
    left = [filling.go_on() for _ in range(slices)]
    assert left == [n < 2 for n in range(slices)]
    made = filling.finished(owner)
    assert list(read_document(made)) == list(TEXT)
    assert made.isUndoRedoEnabled()
    assert not made.isUndoAvailable()
    at_once = Filling(TEXT, Formats(18)).finished(owner)
    for number in (0, 150, 151, 309):
        one, other = made.findBlockByNumber(number), at_once.findBlockByNumber(number)
        assert one.blockFormat() == other.blockFormat()
