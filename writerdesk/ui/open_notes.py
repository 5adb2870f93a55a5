"""Notes that stand open in a wide margin: their words beside the line they begin in.

Where a note would reach into the next one it ends in an ellipsis: none ever moves another, so
nothing jumps while one scrolls. Where there is no such room, a dot alone says that there is one.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout

from writerdesk.story.beside import Noted
from writerdesk.ui.look.colours import Palette
from writerdesk.ui.look.lettering import Lettering
from writerdesk.words import _

# Words in less room than this are a ladder; in more they stray from their line.
_LEAST, _MOST = 150.0, 240.0
# The dot has its own room between the text and the words; at the edge there is air.
FROM_TEXT, _AT_EDGE = 34.0, 16.0
_LEADING, _BETWEEN = 1.4, 6.0
# As much of a note as can be taken in beside a text; the rest is in the panel.
_MOST_LINES = 7


class Spot(NamedTuple):
    """Where notes want to stand open: the top of the line they begin in, and the notes."""

    top: float
    notes: tuple[Noted, ...]


class OpenNote(NamedTuple):
    """What is seen of notes: where, in which lines, and which they are."""

    box: QRectF
    lines: tuple[str, ...]
    notes: tuple[Noted, ...]


def margin_for_notes(edge: float, text: float) -> QRectF | None:
    """Return the room for words between the window's edge and a text, None where it is too little.

    The heights of it mean nothing; ``edge`` is right of ``text`` where the margin is.
    """
    width = min(_MOST, abs(edge - text) - FROM_TEXT - _AT_EDGE)
    if width < _LEAST:
        return None
    left = text + FROM_TEXT if edge > text else text - FROM_TEXT - width
    return QRectF(round(left), 0.0, round(width), 0.0)


def first_line_at(middle: float, lettering: Lettering) -> float:
    """Return where the words of a note begin whose dot has its middle at a height."""
    return round(middle - _line_height(lettering) / 2)


def opened(spots: Iterable[Spot], margin: QRectF, lettering: Lettering) -> Iterator[OpenNote]:
    """Lay notes out in a margin, from the top; each ends where the next one begins."""
    metrics = QFontMetricsF(lettering.interface_font())
    height = _line_height(lettering)
    below = Spot(float("inf"), ())
    for spot, following in pairwise(chain(sorted(spots, key=lambda spot: spot.top), [below])):
        room = min(_MOST_LINES * height, following.top - spot.top - _BETWEEN)
        most = max(1, int(room // height))
        lines = tuple(_broken(_told(spot.notes), margin.width(), most, lettering, metrics))
        box = QRectF(margin.left(), spot.top, margin.width(), len(lines) * height)
        yield OpenNote(box, lines, spot.notes)


def paint_open(
    painter: QPainter, shown: Iterable[OpenNote], look: tuple[Palette, Lettering]
) -> None:
    """Paint the words of notes; of those that are done, fainter."""
    palette, lettering = look
    painter.setFont(lettering.interface_font())
    for one in shown:
        done = all(note.is_done for note in one.notes)
        painter.setPen(QColor(palette.faint if done else palette.soft))
        height = one.box.height() / max(1, len(one.lines))
        for number, line in enumerate(one.lines):
            row = QRectF(one.box.left(), one.box.top() + number * height, one.box.width(), height)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line)


def open_at(shown: Iterable[OpenNote], point: QPointF) -> tuple[Noted, ...]:
    """Return the notes whose words are under a point."""
    return next((one.notes for one in shown if one.box.contains(point)), ())


def _line_height(lettering: Lettering) -> int:
    return round(lettering.unit * _LEADING)


def _told(notes: tuple[Noted, ...]) -> list[str]:
    return [note.words or _("Empty note") for note in notes]


def _broken(
    said: list[str], width: float, most: int, lettering: Lettering, metrics: QFontMetricsF
) -> Iterator[str]:
    """Break words into lines; the last one there is room for says that there are more."""
    lines = [line for words in said for line in _lines(words, width, lettering)]
    yield from lines[: most - 1]
    if len(lines) > most:
        rest = f"{lines[most - 1].rstrip()} …"
        yield metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    else:
        yield from lines[most - 1 :]


def _lines(words: str, width: float, lettering: Lettering) -> list[str]:
    layout = QTextLayout(words, lettering.interface_font())
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        # What Qt counts in are units of UTF-16, as in the layout's own text.
        units = words.encode("utf-16-le")
        piece = units[2 * start : 2 * (start + line.textLength())]
        lines.append(piece.decode("utf-16-le").rstrip())
    layout.endLayout()
    return lines
