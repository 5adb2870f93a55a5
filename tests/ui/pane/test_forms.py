"""Nothing relies on colour: with all colours the same grey, each mark is told by its form."""

from dataclasses import fields, replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from tests.comparisons import document
from writerdesk.compare.bounds import Certainty
from writerdesk.compare.drawn import Drawn, MarkKind
from writerdesk.compare.segments import Run
from writerdesk.compare.stops import Stop
from writerdesk.story.said import Judgement
from writerdesk.ui.beside import paint_verdict
from writerdesk.ui.look.colours import MarkColours, Marks
from writerdesk.ui.look.look import Look, MarkStrength
from writerdesk.ui.pane.gutter import Ends, Ribbon, pen_of
from writerdesk.ui.pane.marks import Pens, Side, paint_grounds, paint_lines
from writerdesk.ui.pane.typesetting import Typesetter

WORDS = "The gulls came into the harbour and shouted all night long."
PAINTED = [kind for kind in MarkKind if kind is not MarkKind.FORMAT]


def greyed(palette):
    """Return a palette in which every mark has the same grey line and no ground."""
    grey = MarkColours("#707070")
    return replace(palette, marks=Marks(**{field.name: grey for field in fields(Marks)}))


def picture(paint):
    image = QImage(520, 60, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return bytes(image.constBits())


def differing(one, other):
    return sum(a != b for a, b in zip(one, other, strict=True))


def marked(look, kind, side=Side.NEITHER, strength=MarkStrength.NORMAL):
    typesetter = Typesetter([document(WORDS)], look.lettering, 17)
    typesetter.set_widths([500.0])
    setting = typesetter.set(0, 0)
    marks = (Drawn(10, 32, kind),) if kind else ()
    pens = Pens(greyed(look.palette), strength, side)

    def paint(painter):
        painter.translate(8, 8)
        paint_grounds(painter, setting, marks, pens)
        setting.layout.draw(painter, QPointF(0, 0))
        paint_lines(painter, setting, marks, pens)

    return picture(paint)


@pytest.mark.parametrize("strength", list(MarkStrength))
def test_every_two_kinds_of_mark_differ_by_their_form(qapp, strength):
    look = Look()
    drawn = {kind: marked(look, kind, strength=strength) for kind in (None, *PAINTED)}
    for one, other in combinations(drawn, 2):
        # A tick four pixels long is the smallest of them.
        assert differing(drawn[one], drawn[other]) >= 4, (one, other)


def test_in_one_column_what_went_and_what_came_differ_by_their_form(qapp):
    look = Look()
    removed = marked(look, MarkKind.CHANGED, Side.REMOVED)
    added = marked(look, MarkKind.CHANGED, Side.ADDED)
    assert differing(removed, added) > 50
    assert differing(added, marked(look, MarkKind.CHANGED)) > 50


def test_sure_likely_and_moved_ties_are_drawn_with_different_strokes(qapp):
    runs = Run(0, 1), Run(0, 1)
    ends = Ends((0.0, 1.0), (0.0, 1.0))
    ties = [
        Ribbon(Stop(0, runs, 0), 0, ends, Certainty.SURE),
        Ribbon(Stop(0, runs, 0), 0, ends, Certainty.LIKELY),
        Ribbon(Stop(0, runs, 0, moved=True), 0, ends, Certainty.SURE),
    ]
    strokes = [tuple(pen_of("#707070", 2.0, tie).dashPattern()) for tie in ties]
    assert len(set(strokes)) == 3


def test_every_two_verdicts_differ_by_their_sign(qapp):
    palette = Look().palette
    grey = replace(palette, ok="#707070", warn="#707070", soft="#707070")
    signs = [
        picture(lambda painter, said=said: paint_verdict(painter, QRectF(2, 2, 14, 14), said, grey))
        for said in Judgement
    ]
    assert all(differing(one, other) > 8 for one, other in combinations(signs, 2))
