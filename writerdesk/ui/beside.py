"""What stands beside passages – verdict, star, note, origin – alike in Write and in Compare.

A verdict is a disc with a sign in the outer margin, never a tint of the text; an origin is a slim
strip in the colour of the draft it came from, with that draft's letter.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from writerdesk.story.beside import Beside, Noted
from writerdesk.story.said import Judgement
from writerdesk.ui.chip import letter_number
from writerdesk.ui.look.colours import Palette
from writerdesk.ui.look.icons import picture
from writerdesk.ui.look.lettering import Lettering
from writerdesk.words import _

STRIP = 3.0
# Half a sign: a note is something to come back to, a verdict says what it is at a glance.
_DOT, _RING = 8.0, 1.5
_LETTER = 10
# Room for the letter beside its strip.
_LETTER_BOX = 12.0
# So much of a note says which it is, in a tooltip of two lines.
_TOLD = 120


def paint_verdict(painter: QPainter, where: QRectF, verdict: Judgement, palette: Palette) -> None:
    """Paint the sign of a verdict."""
    colours = {
        Judgement.KEEP: palette.ok,
        Judgement.MAYBE: palette.warn,
        Judgement.LEAVE: palette.soft,
        Judgement.STAR: palette.warn,
    }
    scale = painter.device().devicePixelRatio() if painter.device() else 1.0
    made = picture(verdict.value, colours[verdict], palette.page, scale)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(where, made, QRectF(made.rect()))


def paint_mended(painter: QPainter, where: QRectF, palette: Palette) -> None:
    """Paint the sign of a passage that was damaged and is whole again."""
    scale = painter.device().devicePixelRatio() if painter.device() else 1.0
    made = picture("warning", palette.warn, palette.page, scale)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(where, made, QRectF(made.rect()))


def paint_note(painter: QPainter, where: QRectF, noted: Sequence[Noted], palette: Palette) -> None:
    """Paint the dot of notes that begin in a line: full while one is open, else a ring."""
    dot = centred(where.center(), _DOT)
    colour = QColor(palette.accent)
    painter.setPen(QPen(colour, _RING))
    painter.setBrush(QColor(palette.page) if all(one.is_done for one in noted) else colour)
    painter.drawEllipse(dot.adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2))


def notes_told(noted: Sequence[Noted]) -> str:
    """Say what notes are about, one a line."""
    said = (_("Note: {words}"), _("Note, done: {words}"))
    return "\n".join(said[one.is_done].format(words=_brief(one.words)) for one in noted)


def _brief(words: str) -> str:
    if not words:
        return "…"
    return words if len(words) <= _TOLD else f"{words[:_TOLD].rstrip()}…"


def paint_origin(
    painter: QPainter, strip: QRectF, said: Beside, look: tuple[Palette, Lettering]
) -> None:
    """Paint the strip of where a passage came from, its letter at the top on the strip's left."""
    if said.origin is None:
        return
    palette, lettering = look
    colour = said.origin.colour
    number = int(colour) if colour.isdigit() else letter_number(said.origin.letter)
    painter.fillRect(strip, QColor(palette.draft(number)))
    painter.setFont(lettering.interface_font(_LETTER, QFont.Weight.Bold))
    painter.setPen(QColor(palette.soft))
    box = QRectF(strip.left() - _LETTER_BOX, strip.top(), _LETTER_BOX - 1, _LETTER_BOX)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said.origin.letter)


def origin_box(strip: QRectF) -> QRectF:
    """Return the part of the margin in which the pointer is told what an origin is."""
    return strip.adjusted(-_LETTER_BOX, 0, 2, 0)


def beside_told(said: Beside) -> str:
    """Say what stands beside a passage."""
    verdicts = {
        Judgement.KEEP: _("Keep."),
        Judgement.MAYBE: _("Maybe."),
        Judgement.LEAVE: _("Leave."),
    }
    told = [verdicts[said.verdict]] if said.verdict else []
    if said.stars:
        told.append(_("Starred."))
    if said.origin is not None:
        told.append(_("Taken from {letter}.").format(letter=said.origin.letter))
    if not said.notes:
        return " ".join(told)
    return "\n".join(part for part in (" ".join(told), notes_told(said.notes)) if part)


def centred(point: QPointF, side: float) -> QRectF:
    """Return a square around a point."""
    return QRectF(point.x() - side / 2, point.y() - side / 2, side, side)
