"""Paints what stands beside the passages: what only one has, verdicts, stars, notes, origins.

The outer margin is the writer's – what only here is told, what is to be kept – and the inner one
says where a passage came from.
"""

from typing import TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from writerdesk.compare.plans import GAP_ROW, Arrangement, Block
from writerdesk.story.beside import Beside, Noted
from writerdesk.story.said import Judgement
from writerdesk.ui.beside import (
    STRIP,
    beside_told,
    centred,
    notes_told,
    origin_box,
    paint_note,
    paint_origin,
    paint_verdict,
)
from writerdesk.ui.pane.scene import Scene
from writerdesk.ui.pane.typesetting import SPACE_AFTER

_HATCH_WIDTH, _HATCH_STEP = 3.0, 5.0
# From the text outwards: the hatched bar, then the signs, which are clear of the ring around the
# passage; both are clear of the accent bar at the edge.
_HATCH_AT, _SIGN_AT = 5.0, 11.0
_SIGN, _LEAST_SIGN = 14.0, 9.0
_ACCENT_ROOM = 4.0
# In one column a passage's letter stands between its text and the signs.
LETTER_ROOM = 28.0
# From the text inwards, where the origin's strip stands.
_ORIGIN_AT = 9.0


def paint_margins(painter: QPainter, scene: Scene, block: Block) -> None:
    """Paint both margins of a passage."""
    _paint_only_here(painter, scene, block)
    if scene.stage.arrangement is Arrangement.ONE_COLUMN:
        _paint_letter(painter, scene, block)
    said = scene.beside(block)
    if said is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if said.verdict is not None:
        sign = centred(_sign_at(scene, block, 0.0), _sign_side(scene, block))
        paint_verdict(painter, sign, said.verdict, scene.palette)
    for place, sign in _signs_on_lines(scene, block, said):
        if isinstance(sign, Judgement):
            paint_verdict(painter, place, sign, scene.palette)
        else:
            paint_note(painter, place, sign, scene.palette)
    strip = _origin_strip(scene, block)
    paint_origin(painter, strip, said, (scene.palette, scene.lettering))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_format_letter(painter: QPainter, scene: Scene, block: Block) -> None:
    """Paint the letter that says that only italics or the like differ."""
    font = scene.lettering.text_font(13)
    font.setItalic(True)
    painter.setFont(font)
    painter.setPen(QColor(scene.palette.soft))
    x = _inner(scene, block, 12.0 if is_mirrored(scene, block.column) else 5.0)
    painter.drawText(QPointF(x, round(block.top) + scene.typesetter.line_height * 0.9), "i")


def noted_on_lines(scene: Scene, block: Block) -> list[tuple[QRectF, tuple[Noted, ...]]]:
    """Return where the dots of a passage's notes stand."""
    said = scene.beside(block)
    signs = _signs_on_lines(scene, block, said) if said and said.notes else []
    return [(place, sign) for place, sign in signs if not isinstance(sign, Judgement)]


def notes_under(scene: Scene, point: QPointF) -> tuple[Noted, ...]:
    """Return the notes whose dot is under a point."""
    for block in scene.stage.blocks():
        near = block.top <= point.y() < block.top + block.height + SPACE_AFTER
        if near and block.paragraph != GAP_ROW:
            for place, noted in noted_on_lines(scene, block):
                if place.contains(point):
                    return noted
    return ()


def sign_box(scene: Scene, block: Block) -> QRectF:
    """Return where one sign more can stand beside a passage: below those it has."""
    said, side = scene.beside(block), _sign_side(scene, block)
    down = side + 2 if said and said.verdict is not None else 0.0
    for place, _sign in _signs_on_lines(scene, block, said) if said else ():
        down = max(down, place.bottom() - block.top + 2)
    return centred(_sign_at(scene, block, down), side)


def is_mirrored(scene: Scene, column: int) -> bool:
    """Tell whether a column's outer margin is the right one."""
    last = len(scene.geometry.columns) - 1
    return column == last > 0 and scene.geometry.gutter > 0


def margin_told(scene: Scene, point: QPointF) -> str:
    """Say what the dot under a point is of, or where a passage was taken from."""
    if noted := notes_under(scene, point):
        return notes_told(noted)
    for block in scene.stage.blocks():
        said = scene.beside(block) if block.paragraph != GAP_ROW else None
        if said and said.origin and origin_box(_origin_strip(scene, block)).contains(point):
            return beside_told(said)
    return ""


def _outer(scene: Scene, block: Block, away: float) -> float:
    """Return where in the outer margin something stands that far from the text."""
    place = scene.geometry.columns[block.column]
    return (
        place.text + place.width + away if is_mirrored(scene, block.column) else place.text - away
    )


def _inner(scene: Scene, block: Block, away: float) -> float:
    place = scene.geometry.columns[block.column]
    return (
        place.text - away if is_mirrored(scene, block.column) else place.text + place.width + away
    )


def _sign_side(scene: Scene, block: Block) -> float:
    place = scene.geometry.columns[block.column]
    return min(_SIGN, max(_LEAST_SIGN, place.text - place.left - _SIGN_AT - _ACCENT_ROOM))


def _sign_at(scene: Scene, block: Block, down: float) -> QPointF:
    away = _SIGN_AT + _sign_side(scene, block) / 2
    if scene.stage.arrangement is Arrangement.ONE_COLUMN:
        away += LETTER_ROOM
    y = round(block.top + SPACE_AFTER / 2 + down) + scene.typesetter.line_height / 2
    return QPointF(_outer(scene, block, away), y)


_OnALine: TypeAlias = Judgement | tuple[Noted, ...]


def _signs_on_lines(scene: Scene, block: Block, said: Beside) -> list[tuple[QRectF, _OnALine]]:
    """Return where stars and notes stand: on the lines their words begin in, below the verdict."""
    if not said.stars and not said.notes:
        return []
    side, places = _sign_side(scene, block), list[tuple[QRectF, _OnALine]]()
    least = side + 2 if said.verdict is not None else 0.0
    signs: list[tuple[float, _OnALine]] = [
        (_line_top(scene, block, start), Judgement.STAR) for start, _end in said.stars
    ]
    noted: dict[float, tuple[Noted, ...]] = {}
    for one in said.notes:
        top = _line_top(scene, block, one.start)
        noted[top] = (*noted.get(top, ()), one)
    for top, sign in sorted([*signs, *noted.items()], key=lambda pair: pair[0]):
        down = max(least, top)
        places.append((centred(_sign_at(scene, block, down), side), sign))
        least = down + side + 2
    return places


def _line_top(scene: Scene, block: Block, offset: int) -> float:
    """Return how far down in its passage the line begins that has a letter."""
    setting = scene.typesetter.set(block.column, block.paragraph)
    unit = setting.unit(min(offset, len(scene.text(block))))
    return next((line.top for line in setting.lines if unit < line.end), 0.0)


def _origin_strip(scene: Scene, block: Block) -> QRectF:
    mirrored = is_mirrored(scene, block.column)
    x = _inner(scene, block, _ORIGIN_AT if mirrored else _ORIGIN_AT + _STRIP_LETTER)
    return QRectF(round(x), round(block.top) + 5, STRIP, max(STRIP, block.height - 10))


# The letter stands left of its strip, which in the left column is towards the text.
_STRIP_LETTER = 6.0


def _paint_only_here(painter: QPainter, scene: Scene, block: Block) -> None:
    """Paint the hatched bar beside what only this column has."""
    number = scene.stop_of(block)
    stop = scene.stage.reading.stops[number] if number >= 0 else None
    if stop is None or stop.column is None:
        return
    away = _HATCH_AT if is_mirrored(scene, block.column) else _HATCH_AT + _HATCH_WIDTH
    x = round(_outer(scene, block, away))
    top, bottom = round(block.top) + 4, round(block.top + block.height) - 4
    painter.save()
    painter.setClipRect(QRectF(x, top, _HATCH_WIDTH, bottom - top))
    painter.setPen(QPen(QColor(scene.palette.marks.only_here.line), 1.6))
    # Counted from the passage's top, so that the hatching travels with it.
    y = top - _HATCH_WIDTH
    while y < bottom + _HATCH_WIDTH:
        painter.drawLine(QLineF(x, y + _HATCH_WIDTH, x + _HATCH_WIDTH, y))
        y += _HATCH_STEP
    painter.restore()


def _paint_letter(painter: QPainter, scene: Scene, block: Block) -> None:
    """Paint whose passage it is, where all stand in one column: its letter on its colour."""
    place, column = scene.geometry.columns[block.column], scene.columns[block.column]
    if scene.stage.reading.stop_at(block.column, block.paragraph) is None:
        return
    box = QRectF(place.text - 34, round(block.top + SPACE_AFTER / 2) + 3, 20, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scene.palette.draft(column.colour)))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(scene.lettering.interface_font(12, QFont.Weight.Bold))
    painter.setPen(QColor(scene.palette.on_draft))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, column.letter)
