"""Paragraphs set in type: every line stands as far below the one before."""

from itertools import pairwise

import pytest

from writerdesk.manuscript import Document
from writerdesk.ui.look.lettering import system_lettering
from writerdesk.ui.pane.typesetting import Typesetter

TEXT = Document.from_paragraphs(["The harbour froze in March and nobody came. " * 12])


@pytest.mark.parametrize("size", [14.0, 15.0, 16.0, 17.0, 18.0, 21.0, 27.0])
def test_lines_stand_evenly_below_each_other(qapp, size):
    setting = Typesetter([TEXT], system_lettering(), size)
    setting.set_widths([400.0])
    lines = setting.set(0, 0).lines
    assert len(lines) > 3
    ways = {after.baseline - before.baseline for before, after in pairwise(lines)}
    assert ways == {setting.line_height}
