"""The five kinds of mark on words, each with a shape of its own: colour only helps.

Grounds lie under the words, lines under their baseline. A word never takes a mark's colour.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from writerdesk.compare.drawn import Drawn, MarkKind
from writerdesk.ui.look.colours import Palette
from writerdesk.ui.look.look import MarkStrength
from writerdesk.ui.pane.typesetting import SetParagraph

_LINE, _STRONG_LINE = 2.0, 3.0
_BAND = 3.0
# A soft band must not outshout the words on it.
_BAND_OPACITY = 0.6
_DOTS = 1.5
_CORNER = 6.0
_TICK = 4.0
# Through the middle of the small letters.
_STRIKE = 0.2


class _Stretch(NamedTuple):
    """The part of a mark that stands in one line."""

    box: QRectF
    baseline: float
    first: bool
    last: bool


class Side(StrEnum):
    """Which side of a change is painted in one column, where no gutter tells the sides apart."""

    NEITHER = "neither"
    REMOVED = "removed"
    ADDED = "added"


class Pens(NamedTuple):
    """The colours and strength marks are drawn with."""

    palette: Palette
    strength: MarkStrength
    side: Side = Side.NEITHER

    @property
    def line(self) -> float:
        """How thick the line under changed words is."""
        return _STRONG_LINE if self.strength is MarkStrength.STRONG else _LINE


def paint_grounds(
    painter: QPainter, setting: SetParagraph, marks: Sequence[Drawn], pens: Pens
) -> None:
    """Paint what lies behind the words, the paragraph's top left corner at the painter's origin."""
    grounds = {
        MarkKind.CHANGED: pens.palette.marks.changed.background,
        MarkKind.REWORKED: pens.palette.marks.reworked.background,
    }
    # The sentence first, so that a changed word in it keeps its own ground.
    for kind in (MarkKind.REWORKED, MarkKind.CHANGED):
        if grounds[kind]:
            for mark in (mark for mark in marks if mark.kind is kind):
                for stretch in _stretches(setting, mark):
                    painter.fillRect(stretch.box, QColor(grounds[kind]))


def paint_lines(
    painter: QPainter, setting: SetParagraph, marks: Sequence[Drawn], pens: Pens
) -> None:
    """Paint the lines of all marks, the paragraph's top left corner at the painter's origin."""
    for mark in marks:
        for stretch in _stretches(setting, mark):
            _PAINTERS[mark.kind](painter, stretch, pens)


def _stretches(setting: SetParagraph, mark: Drawn) -> Iterator[_Stretch]:
    start, end = setting.unit(mark.start), setting.unit(mark.end)
    touched = [n for n, line in enumerate(setting.lines) if line.start < end and line.end > start]
    for number in touched:
        line = setting.lines[number]
        left = setting.x_of(number, max(start, line.start))
        right = setting.x_of(number, min(end, line.end))
        if end >= line.end:
            natural = setting.layout.lineAt(number).naturalTextRect()
            right = min(right, setting.indent + natural.right())
        metrics = setting.layout.lineAt(number)
        box = QRectF(
            left - 1, line.baseline - metrics.ascent() - 1, right - left + 2, metrics.height() + 2
        )
        yield _Stretch(box, line.baseline, number == touched[0], number == touched[-1])


def _paint_changed(painter: QPainter, stretch: _Stretch, pens: Pens) -> None:
    pen = _pen(pens.palette.marks.changed.line, pens.line)
    if pens.side is Side.REMOVED:
        _underline(painter, stretch, pen, -stretch.box.height() * _STRIKE)
        return
    _underline(painter, stretch, pen, 4.0)
    if pens.side is Side.ADDED:
        _underline(painter, stretch, pen, 4.0 + 2 * pens.line)


def _paint_reworked(painter: QPainter, stretch: _Stretch, pens: Pens) -> None:
    painter.setPen(_pen(pens.palette.marks.reworked.line, pens.line - 0.5))
    box = stretch.box.adjusted(-0.5, -0.5, 0.5, 0.5)
    if stretch.first:
        painter.drawLine(QLineF(box.left(), box.top(), box.left() + _CORNER, box.top()))
        painter.drawLine(QLineF(box.left(), box.top(), box.left(), box.top() + _CORNER))
    if stretch.last:
        painter.drawLine(QLineF(box.right() - _CORNER, box.top(), box.right(), box.top()))
        painter.drawLine(QLineF(box.right(), box.top(), box.right(), box.top() + _CORNER))


def _paint_shared(painter: QPainter, stretch: _Stretch, pens: Pens) -> None:
    painter.setOpacity(_BAND_OPACITY)
    thick = _BAND + 1 if pens.strength is MarkStrength.STRONG else _BAND
    _underline(painter, stretch, _pen(pens.palette.marks.anew.line, thick), 4.5)
    painter.setOpacity(1.0)


def _paint_echo(painter: QPainter, stretch: _Stretch, pens: Pens) -> None:
    pen = _pen(pens.palette.marks.anew.line, _DOTS)
    pen.setStyle(Qt.PenStyle.DotLine)
    _underline(painter, stretch, pen, 4.5)


def _paint_typography(painter: QPainter, stretch: _Stretch, pens: Pens) -> None:
    if stretch.first:
        painter.setPen(_pen(pens.palette.soft, 1.0))
        box = stretch.box
        painter.drawLine(QLineF(box.left() + 1, box.top(), box.left() + 1 + _TICK, box.top()))


def _paint_nothing(painter: QPainter, stretch: _Stretch, pens: Pens) -> None:
    """Leave the words alone: a difference of format is a letter in the margin."""


_PAINTERS = {
    MarkKind.CHANGED: _paint_changed,
    MarkKind.REWORKED: _paint_reworked,
    MarkKind.SHARED: _paint_shared,
    MarkKind.ECHO: _paint_echo,
    MarkKind.TYPOGRAPHY: _paint_typography,
    MarkKind.FORMAT: _paint_nothing,
}


def _underline(painter: QPainter, stretch: _Stretch, pen: QPen, below: float) -> None:
    painter.setPen(pen)
    y = stretch.baseline + below
    painter.drawLine(QLineF(stretch.box.left() + 1, y, stretch.box.right() - 1, y))


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
