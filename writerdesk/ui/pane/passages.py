"""Paints the columns: passages with their marks, what is lifted, what only one has, gap rows."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
)

from writerdesk.compare.drawn import Drawn, MarkKind
from writerdesk.compare.plans import GAP_ROW, Arrangement, Block
from writerdesk.compare.values import Relation
from writerdesk.manuscript import Kind, Span
from writerdesk.manuscript.item_numbers import signs_before
from writerdesk.ui.pane.geometry import ColumnPlace
from writerdesk.ui.pane.margin_notes import paint_margin_notes
from writerdesk.ui.pane.margins import paint_format_letter, paint_margins
from writerdesk.ui.pane.marks import Pens, Side, paint_grounds, paint_lines
from writerdesk.ui.pane.scene import Scene
from writerdesk.ui.pane.sentences import ends_here, goes_on, told_elsewhere
from writerdesk.ui.pane.typesetting import SPACE_AFTER, SetParagraph

_ACCENT_BAR = 4.0
_PILL_HEIGHT = 22.0
_RING = 2.0
# Seen on the lifted ground as on the page, and words stay readable on it.
_LIGHT = 0.28


def paint_columns(painter: QPainter, scene: Scene, blocks: list[Block]) -> None:
    """Paint the page under the columns and everything in view of them."""
    for place in set(scene.geometry.columns):
        painter.fillRect(_strip(place, 0, scene.height), QColor(scene.palette.page))
    for block in blocks:
        _paint_lift(painter, scene, block)
    for block in blocks:
        if block.paragraph == GAP_ROW:
            _paint_gap_row(painter, scene, block)
        else:
            _paint_passage(painter, scene, block)
    # A note is longer than its line: all of them, even where only one passage is painted anew.
    paint_margin_notes(painter, scene)


def gap_sentence(scene: Scene, block: Block) -> str:
    """Say why a column waits; nothing where others have but empty paragraphs."""
    reading = scene.stage.reading
    runs = reading.waits_for(block.column, block.segment)
    said = [goes_on(scene.columns[column], run) for column, run in enumerate(runs)]
    if not any(said):
        return ""
    if runs[block.column].start >= len(reading.documents[block.column]):
        said.insert(0, ends_here(scene.columns[block.column]))
    moved = (stop for stop in scene.stops_of_gap(block) if stop.moved)
    said.extend(told_elsewhere(reading, stop, block.column) for stop in moved)
    return " · ".join(filter(None, said))


def drawn_on(scene: Scene, block: Block) -> tuple[Drawn, ...]:
    """Return the marks on a passage; none on a gap row."""
    if block.paragraph == GAP_ROW:
        return ()
    return scene.marks.on(block.column, block.paragraph, quiet=scene.quiet)


def pill_of(scene: Scene, block: Block) -> QRectF:
    """Return the frame of a gap row's sentence: what a click on it has to hit."""
    place = scene.geometry.columns[block.column]
    metrics = QFontMetricsF(scene.lettering.interface_font(scene.lettering.caption))
    room = place.right - place.text - 8
    said = gap_sentence(scene, block)
    width = min(room, metrics.horizontalAdvance(said) + 24) if said else 0.0
    top = block.top + (block.height - _PILL_HEIGHT) / 2
    return QRectF(place.text, top, width, _PILL_HEIGHT)


def text_origin(scene: Scene, block: Block) -> QPointF:
    """Return where a passage's first line begins."""
    return QPointF(scene.geometry.columns[block.column].text, round(block.top + SPACE_AFTER / 2))


def _strip(place: ColumnPlace, top: float, height: float) -> QRectF:
    return QRectF(place.left, top, place.right - place.left, height)


def _paint_lift(painter: QPainter, scene: Scene, block: Block) -> None:
    _paint_current(painter, scene, block)
    if light := scene.light_on(block):
        colour = QColor(scene.palette.accent)
        colour.setAlphaF(_LIGHT * light)
        place = scene.geometry.columns[block.column]
        painter.fillRect(_strip(place, round(block.top), round(block.height)), colour)


def _paint_current(painter: QPainter, scene: Scene, block: Block) -> None:
    is_current = scene.is_of(scene.current, *block[:2])
    if block.paragraph == GAP_ROW or not (is_current or scene.is_of(scene.hovered, *block[:2])):
        return
    place = scene.geometry.columns[block.column]
    top, bottom = round(block.top), round(block.top + block.height)
    colour = scene.palette.lift if is_current else scene.palette.hover
    painter.fillRect(_strip(place, top, bottom - top), QColor(colour))
    outer = block.column in (0, len(scene.geometry.columns) - 1) or not scene.geometry.gutter
    if is_current and outer:
        last = block.column == len(scene.geometry.columns) - 1 and scene.geometry.gutter > 0
        x = place.right - _ACCENT_BAR if last else place.left
        bar = QRectF(x, top, _ACCENT_BAR, bottom - top)
        painter.fillRect(bar, QColor(scene.palette.accent))


def _paint_passage(painter: QPainter, scene: Scene, block: Block) -> None:
    paint_margins(painter, scene, block)
    if scene.is_edited(block):
        _paint_ring(painter, scene, block, scene.palette.focus)
        return
    marks = drawn_on(scene, block)
    _paint_text(painter, scene, block, marks)
    if any(mark.kind is MarkKind.FORMAT for mark in marks):
        paint_format_letter(painter, scene, block)
    if (block.column, block.paragraph) in (scene.drop, scene.arrived):
        _paint_ring(painter, scene, block, scene.palette.accent)
    elif scene.focus == (block.column, block.paragraph):
        _paint_ring(painter, scene, block, scene.palette.focus)


def _paint_text(painter: QPainter, scene: Scene, block: Block, marks: tuple[Drawn, ...]) -> None:
    setting = scene.typesetter.set(block.column, block.paragraph)
    pens = Pens(scene.palette, scene.strength, _side(scene, block))
    painter.save()
    painter.translate(text_origin(scene, block))
    paint_grounds(painter, setting, marks, pens)
    paragraph = scene.stage.reading.documents[block.column].paragraphs[block.paragraph]
    soft = paragraph.kind == Kind.SCENE_BREAK
    painter.setPen(QColor(scene.palette.soft if soft else scene.palette.ink))
    setting.layout.draw(painter, QPointF(setting.indent, 0.0), _selected(scene, block, setting))
    if paragraph.kind == Kind.LIST_ITEM:
        _paint_sign(painter, scene, block, setting)
    paint_lines(painter, setting, marks, pens)
    _paint_caret(painter, scene, block, setting)
    painter.restore()


def _paint_sign(painter: QPainter, scene: Scene, block: Block, setting: SetParagraph) -> None:
    """Paint what stands before an item of a list."""
    if not setting.lines:
        return
    paragraphs = scene.stage.reading.documents[block.column].paragraphs
    (sign,) = signs_before(paragraphs, block.paragraph, block.paragraph + 1)
    painter.setFont(setting.layout.font())
    painter.setPen(QColor(scene.palette.soft))
    width = painter.fontMetrics().horizontalAdvance(f"{sign} ")
    painter.drawText(QPointF(setting.indent - width, setting.lines[0].baseline), sign)


def _side(scene: Scene, block: Block) -> Side:
    reading = scene.stage.reading
    alone = scene.stage.arrangement is Arrangement.ONE_COLUMN
    if not alone or reading.relation is Relation.TELLINGS:
        return Side.NEITHER
    return Side.ADDED if block.column else Side.REMOVED


def _selected(scene: Scene, block: Block, setting: SetParagraph) -> list[QTextLayout.FormatRange]:
    """Return what is selected and what was found in a passage."""
    found = scene.found.get((block.column, block.paragraph), ()) if scene.found else ()
    out = [_on(setting, span, scene.palette.ribbon_current) for span in found]
    selection = scene.selection
    if selection is None or selection.is_empty or selection.caret.column != block.column:
        return out
    start, end = selection.ordered
    if start.paragraph <= block.paragraph <= end.paragraph:
        first = start.offset if start.paragraph == block.paragraph else 0
        last = end.offset if end.paragraph == block.paragraph else len(scene.text(block))
        out.append(_on(setting, (first, last), scene.palette.select))
    return out


def _on(setting: SetParagraph, span: Span, colour: str) -> QTextLayout.FormatRange:
    start, end = setting.unit(span[0]), setting.unit(span[1])
    chosen = QTextLayout.FormatRange()
    chosen.start, chosen.length = start, end - start
    format = QTextCharFormat()
    format.setBackground(QBrush(QColor(colour)))
    chosen.format = format
    return chosen


def _paint_caret(painter: QPainter, scene: Scene, block: Block, setting: SetParagraph) -> None:
    selection = scene.selection
    if selection is None or selection.caret[:2] != (block.column, block.paragraph):
        return
    unit = setting.unit(selection.caret.offset)
    for number, line in enumerate(setting.lines):
        if line.start <= unit <= line.end:
            x = round(setting.x_of(number, unit))
            top = line.baseline - setting.layout.lineAt(number).ascent()
            box = QRectF(x, top, 1.5, setting.layout.lineAt(number).height())
            painter.fillRect(box, QColor(scene.palette.accent))
            return


def _paint_ring(painter: QPainter, scene: Scene, block: Block, colour: str) -> None:
    """Paint a ring around the passage the keys mean, or on which another would be dropped."""
    place = scene.geometry.columns[block.column]
    painter.setPen(QPen(QColor(colour), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(place.text - 10, block.top + 1, place.width + 20, block.height - 2)
    painter.drawRoundedRect(box, 4, 4)


def _paint_gap_row(painter: QPainter, scene: Scene, block: Block) -> None:
    place = scene.geometry.columns[block.column]
    pill = pill_of(scene, block)
    if pill.isEmpty():
        return
    palette = scene.palette
    numbers = {stop.number for stop in scene.stops_of_gap(block)}
    dashes = QPen(QColor(palette.rule), 1.0, Qt.PenStyle.DashLine)
    painter.setPen(dashes)
    y = round(pill.center().y()) + 0.5
    painter.drawLine(QLineF(place.left, y, place.right, y))
    painter.setPen(QPen(QColor(palette.rule), 1.0))
    lifted = palette.lift if scene.current in numbers else palette.page
    painter.setBrush(QColor(palette.hover if scene.hovered in numbers else lifted))
    painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 11, 11)
    font = scene.lettering.interface_font(scene.lettering.caption)
    painter.setFont(font)
    painter.setPen(QColor(palette.soft))
    said = QFontMetricsF(font).elidedText(
        gap_sentence(scene, block), Qt.TextElideMode.ElideRight, pill.width() - 22
    )
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, said)
