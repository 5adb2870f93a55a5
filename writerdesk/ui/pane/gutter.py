"""Paints what holds the columns together: ribbons, brackets, numbered circles and tabs.

A ribbon lies in the gutter between passages that tell the same, a bracket closes it on both inner
edges and a number names it. Solid is sure, dashed is likely, dash-dot is moved; where the other end
is out of view a tab says which way it is.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from writerdesk.compare.bounds import Certainty
from writerdesk.compare.plans import Block
from writerdesk.compare.segments import Run
from writerdesk.compare.stops import Stop
from writerdesk.frozen import frozen
from writerdesk.ui.pane.scene import Scene
from writerdesk.words import _

_CIRCLE = 24.0
_TAB_HEIGHT = 22.0
_BRACKET, _EDGE = 2.0, 1.25
# How far the number stands below the top of its ribbon, as far as a first line's middle.
_BELOW_TOP = 18.0
# A longer way from a run to its gap row is a loose thread: the bracket alone says enough.
_FUNNEL = 140.0
# What only one side has is numbered more quietly than a tie: nobody need look for its partner.
_SMALL_CIRCLE = 20.0


class Ends(NamedTuple):
    """Where a ribbon begins and ends on both sides of a gutter."""

    left: tuple[float, float]
    right: tuple[float, float]


class Label(NamedTuple):
    """A numbered circle or a tab: what it says, where it is, which stop and column it is for."""

    text: str
    box: QRectF
    stop: int
    column: int
    is_tab: bool
    maybe: bool = False


@frozen
class Ribbon:
    """A stop as it lies in one gutter; ``waits`` is the side that has nothing, if one has."""

    stop: Stop
    gutter: int
    ends: Ends
    certainty: Certainty
    waits: int | None = None
    funnel: bool = True


def paint_gutters(painter: QPainter, scene: Scene) -> None:
    """Paint all gutters of a scene."""
    palette = scene.palette
    for gutter in range(len(scene.columns) - 1 if scene.geometry.gutter else 0):
        left, right = scene.geometry.gutter_after(gutter)
        painter.fillRect(QRectF(left, 0, right - left, scene.height), QColor(palette.desk))
    found = list(ribbons(scene))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ribbon in found:
        if ribbon.waits is not None:
            _paint_funnel(painter, scene, ribbon)
        elif _both_in_view(ribbon, scene):
            _paint_ribbon(painter, scene, ribbon)
    for ribbon in found:
        _paint_brackets(painter, scene, ribbon)
    _paint_focus_ticks(painter, scene)
    for label in labels(scene, found):
        _paint_label(painter, scene, label)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def ribbons(scene: Scene) -> Iterator[Ribbon]:
    """Yield the ribbons of which at least one end is in view, gutter by gutter."""
    if not scene.geometry.gutter:
        return
    reading = scene.stage.reading
    seen = sorted({number for b in scene.stage.blocks() if (number := scene.stop_of(b)) >= 0})
    for gutter in range(len(scene.columns) - 1):
        for number in seen:
            yield from _ribbons_of(reading.stops[number], gutter, scene)


def label_at(scene: Scene, point: QPointF) -> Label | None:
    """Return the number or tab at a point."""
    found = labels(scene, list(ribbons(scene)))
    return next((label for label in reversed(found) if label.box.contains(point)), None)


def labels(scene: Scene, found: list[Ribbon]) -> list[Label]:
    """Return the numbers and tabs of ribbons, and the stubs; none stands on another."""
    out: list[Label] = list(stubs(scene) if found else _onward(scene))
    for ribbon in found:
        if ribbon.waits is None and not _both_in_view(ribbon, scene):
            out.extend(_tabs(ribbon, scene))
        else:
            out.append(_number(ribbon, scene))
    return _apart(out)


def pen_of(colour: str, width: float, ribbon: Ribbon) -> QPen:
    """Return the pen of a tie: solid is sure, dashed likely, dash-dot moved."""
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if ribbon.stop.moved:
        pen.setStyle(Qt.PenStyle.DashDotLine)
    elif ribbon.waits is None and ribbon.certainty is not Certainty.SURE:
        pen.setDashPattern([4.0, 3.0])
    return pen


def stubs(scene: Scene) -> Iterator[Label]:
    """Yield, beside each passage tied past its neighbour, a tab with the other's letter."""
    last = len(scene.columns) - 1
    if last < 2 or not scene.geometry.gutter:
        return
    for block in scene.stage.blocks():
        number = scene.stop_of(block) if block.paragraph >= 0 else -1
        runs = scene.stage.reading.stops[number].runs if number >= 0 else ()
        own = runs[block.column] if runs else None
        if own is None or own.start != block.paragraph:
            continue
        for step, ahead in ((1, range(block.column + 2, last + 1)), (-1, range(block.column - 1))):
            beside = block.column + step
            others = [column for column in ahead if runs[column]]
            if others and 0 <= beside <= last and not runs[beside]:
                yield _stub(scene, block, step, scene.columns[others[0]].letter)


def _onward(scene: Scene) -> Iterator[Label]:
    """Yield, where nothing is tied nor changed in view, tabs to the nearest stops above and below.

    In a revision whole screens may be the same, the first one too.
    """
    stops, segment = scene.stage.reading.stops, scene.stage.axis.segment
    if not stops or not scene.geometry.gutter:
        return
    below = bisect_right(stops, segment, key=lambda stop: stop.segment)
    left, right = scene.geometry.gutter_after(0)
    for number, way, top in ((below - 1, "↑", 4.0), (below, "↓", scene.height - _TAB_HEIGHT - 4)):
        if 0 <= number < len(stops):
            text = f"{number + 1} {way}"
            width = min(right - left - 4, 20.0 + 8.0 * len(text))
            box = QRectF((left + right - width) / 2, top, width, _TAB_HEIGHT)
            yield Label(text, box, number, 0, is_tab=True)


def _stub(scene: Scene, block: Block, step: int, letter: str) -> Label:
    gutter = block.column if step > 0 else block.column - 1
    left, right = scene.geometry.gutter_after(gutter)
    text = f"{letter} →" if step > 0 else f"← {letter}"
    width = min(right - left - 4, 20.0 + 8.0 * len(text))
    x = left if step > 0 else right - width
    top = max(0.0, block.top) + _BELOW_TOP - _TAB_HEIGHT / 2
    box = QRectF(x, top, width, _TAB_HEIGHT)
    return Label(text, box, scene.stop_of(block), block.column, is_tab=True)


def _ribbons_of(stop: Stop, gutter: int, scene: Scene) -> Iterator[Ribbon]:
    reading = scene.stage.reading
    runs = stop.runs[gutter], stop.runs[gutter + 1]
    bounds = [reading.bounds[number] for number in stop.bounds]
    if runs[0] and runs[1]:
        certain = [b.certainty for b in bounds if {gutter, gutter + 1} <= set(b.columns)]
        ends = Ends(scene.extent(gutter, runs[0]), scene.extent(gutter + 1, runs[1]))
        yield Ribbon(stop, gutter, ends, certain[0] if certain else Certainty.LIKELY)
    elif stop.column is not None and stop.column in (gutter, gutter + 1):
        run = stop.runs[stop.column]
        if run:
            yield _waiting(stop, gutter, run, scene)


def _waiting(stop: Stop, gutter: int, run: Run, scene: Scene) -> Ribbon:
    """Return the ribbon of what one side alone has: it runs out in the other side's gap row."""
    own = stop.column == gutter
    waits = gutter + 1 if own else gutter
    extent = scene.extent(gutter if own else gutter + 1, run)
    row = next(
        (
            block.top + block.height / 2
            for block in scene.stage.blocks()
            if block.column == waits
            and block.paragraph < 0
            and stop.segment in scene.stage.reading.waits(waits, block.segment)
        ),
        None,
    )
    point = (row, row) if row is not None else (extent[0], extent[0])
    ends = Ends(extent, point) if own else Ends(point, extent)
    return Ribbon(stop, gutter, ends, Certainty.SURE, waits, funnel=row is not None)


def _in_view(ends: tuple[float, float], scene: Scene) -> bool:
    return ends[1] > 0 and ends[0] < scene.height


def _both_in_view(ribbon: Ribbon, scene: Scene) -> bool:
    if ribbon.waits is not None:
        return True
    return _in_view(ribbon.ends.left, scene) and _in_view(ribbon.ends.right, scene)


def _paint_ribbon(painter: QPainter, scene: Scene, ribbon: Ribbon) -> None:
    palette, marks = scene.palette, scene.palette.marks
    current = ribbon.stop.number == scene.current
    if ribbon.stop.moved:
        fill, edge = marks.moved.background or palette.ribbon, marks.moved.line
    else:
        fill = palette.ribbon_current if current else palette.ribbon
        edge = marks.anew.line
    _paint_band(painter, scene, ribbon, (fill, edge))


def _paint_funnel(painter: QPainter, scene: Scene, ribbon: Ribbon) -> None:
    """Paint how what one side alone has runs out in the other's gap row, as far as that is near."""
    palette = scene.palette
    fill = palette.line if ribbon.stop.number == scene.current else palette.hover
    own = ribbon.ends.left if ribbon.waits == ribbon.gutter + 1 else ribbon.ends.right
    row = ribbon.ends.right[0] if ribbon.waits == ribbon.gutter + 1 else ribbon.ends.left[0]
    near = max(own[0], row - _FUNNEL), min(own[1], row + _FUNNEL)
    if ribbon.funnel and near[0] < near[1]:
        point = (row, row)
        ends = Ends(near, point) if ribbon.waits == ribbon.gutter + 1 else Ends(point, near)
        cut = Ribbon(ribbon.stop, ribbon.gutter, ends, ribbon.certainty, ribbon.waits)
        _paint_band(painter, scene, cut, (fill, palette.line))


def _paint_band(painter: QPainter, scene: Scene, ribbon: Ribbon, colours: tuple[str, str]) -> None:
    fill, edge = colours
    x1, x2 = scene.geometry.gutter_after(ribbon.gutter)
    (l1, l2), (r1, r2) = ribbon.ends
    shape = QPainterPath(QPointF(x1, l1 + 0.5))
    _curve(shape, (x1, l1 + 0.5), (x2, r1 + 0.5))
    shape.lineTo(QPointF(x2, r2 - 0.5))
    _curve(shape, (x2, r2 - 0.5), (x1, l2 - 0.5))
    shape.closeSubpath()
    painter.fillPath(shape, QColor(fill))
    painter.setPen(pen_of(edge, _EDGE, ribbon))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for start, end in (((x1, l1 + 0.5), (x2, r1 + 0.5)), ((x1, l2 - 0.5), (x2, r2 - 0.5))):
        line = QPainterPath(QPointF(*start))
        _curve(line, start, end)
        painter.drawPath(line)


def _curve(path: QPainterPath, start: tuple[float, float], end: tuple[float, float]) -> None:
    middle = (start[0] + end[0]) / 2
    path.cubicTo(QPointF(middle, start[1]), QPointF(middle, end[1]), QPointF(*end))


def _paint_brackets(painter: QPainter, scene: Scene, ribbon: Ribbon) -> None:
    marks = scene.palette.marks
    colour = marks.moved.line if ribbon.stop.moved else marks.anew.line
    if ribbon.waits is not None:
        colour = marks.only_here.line
    x1, x2 = scene.geometry.gutter_after(ribbon.gutter)
    for x, ends, column in (
        (x1, ribbon.ends.left, ribbon.gutter),
        (x2, ribbon.ends.right, ribbon.gutter + 1),
    ):
        if ribbon.waits == column or not _in_view(ends, scene):
            continue
        painter.setPen(pen_of(colour, _BRACKET, ribbon))
        inward = x + 1 if x == x1 else x - 1
        painter.drawLine(QLineF(inward, ends[0] + 1, inward, ends[1] - 1))


def _number(ribbon: Ribbon, scene: Scene) -> Label:
    x1, x2 = scene.geometry.gutter_after(ribbon.gutter)
    (l1, l2), (r1, r2) = ribbon.ends
    if ribbon.waits is None:
        x, top, bottom = (x1 + x2) / 2, (l1 + r1) / 2, (l2 + r2) / 2
    else:
        # Beside the column that has it, where the ribbon is wide enough to carry a number.
        own = ribbon.ends.left if ribbon.waits == ribbon.gutter + 1 else ribbon.ends.right
        near, far = (x1, x2) if ribbon.waits == ribbon.gutter + 1 else (x2, x1)
        x, (top, bottom) = near + (far - near) * 0.24, own
    size = _CIRCLE if ribbon.waits is None else _SMALL_CIRCLE
    y = max(min(max(top + _BELOW_TOP, size * 0.75), bottom - size / 2), top)
    box = QRectF(x - size / 2, y - size / 2, size, size)
    return Label(
        str(ribbon.stop.number + 1),
        box,
        ribbon.stop.number,
        ribbon.gutter,
        is_tab=False,
        maybe=ribbon.certainty is Certainty.ALL,
    )


def _tabs(ribbon: Ribbon, scene: Scene) -> Iterator[Label]:
    """Yield a tab at the end that is in view, saying which way the other end is."""
    x1, x2 = scene.geometry.gutter_after(ribbon.gutter)
    sides = (x1, ribbon.ends.left, ribbon.ends.right), (x2, ribbon.ends.right, ribbon.ends.left)
    for side, (x, here, there) in enumerate(sides):
        if not _in_view(here, scene):
            continue
        arrow = "↑" if there[1] <= 0 else "↓"
        text = f"{ribbon.stop.number + 1} {arrow}"
        width = min(abs(x2 - x1) - 4, 20.0 + 8.0 * len(text))
        y = max(min(max(here[0] + _BELOW_TOP, _CIRCLE * 0.75), here[1] - _CIRCLE / 2), here[0])
        left = x if side == 0 else x - width
        box = QRectF(left, y - _TAB_HEIGHT / 2, width, _TAB_HEIGHT)
        yield Label(text, box, ribbon.stop.number, ribbon.gutter + side, is_tab=True)


def _apart(found: list[Label]) -> list[Label]:
    """Push labels down that would stand on one another; small beats lie close."""
    out: list[Label] = []
    for label in sorted(found, key=lambda label: label.box.top()):
        box = QRectF(label.box)
        for other in out:
            if box.intersects(other.box):
                box.moveTop(other.box.bottom() + 1)
        out.append(label._replace(box=box))
    return out


def _paint_focus_ticks(painter: QPainter, scene: Scene) -> None:
    painter.setPen(QPen(QColor(scene.palette.rule), 1.0))
    y = round(scene.stage.axis.view.focus) + 0.5
    for gutter in range(len(scene.columns) - 1 if scene.geometry.gutter else 0):
        left, right = scene.geometry.gutter_after(gutter)
        painter.drawLine(QLineF(left + 3, y, left + 11, y))
        painter.drawLine(QLineF(right - 11, y, right - 3, y))


def _paint_label(painter: QPainter, scene: Scene, label: Label) -> None:
    palette = scene.palette
    stop = scene.stage.reading.stops[label.stop]
    current = label.stop == scene.current
    edge = palette.marks.anew.line
    if stop.moved:
        edge = palette.marks.moved.line
    elif stop.column is not None:
        edge = palette.rule
    alone = stop.column is not None
    if alone and not current:
        edge = palette.line
    painter.setPen(QPen(QColor(edge), 2.0 if current else 1.25))
    painter.setBrush(QColor(palette.desk if alone else palette.page))
    radius = label.box.height() / 2 if not label.is_tab else 4
    painter.drawRoundedRect(label.box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    weight = QFont.Weight.Normal if alone else QFont.Weight.DemiBold
    size = 12 if len(label.text) < 3 or label.is_tab else 10
    painter.setFont(scene.lettering.interface_font(size - alone, weight, digits=True))
    painter.setPen(QColor(palette.soft if alone else palette.ink))
    painter.drawText(label.box, Qt.AlignmentFlag.AlignCenter, label.text)
    if label.maybe:
        painter.setFont(scene.lettering.interface_font(scene.lettering.caption))
        painter.setPen(QColor(palette.soft))
        below = label.box.adjusted(-20, label.box.height() + 1, 20, 16)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, _("maybe"))
