"""The order in which Tab goes through a window: as one reads it, whatever was made first.

Qt goes by the order in which widgets came to be; pages and panels here are made when they are first
opened, and would all stand at the end.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


def in_reading_order(inside: QWidget) -> Iterator[QWidget]:
    """Give what Tab comes to in a widget that is seen, line after line."""
    children = inside.findChildren(QWidget, options=_CHILDREN)
    seen = [one for one in children if not (one.isHidden() or one.isWindow())]
    deeper = [stop for line in _lines(seen) for one in line for stop in in_reading_order(one)]
    # A page that only scrolls shows no focus, and what is on it scrolls it along.
    if _takes_keys(inside) and not (deeper and isinstance(inside, QScrollArea)):
        yield inside
    yield from deeper


def step_from(window: QWidget, *, forward: bool) -> bool:
    """Let the keys go to what is read next, or to what was read before; tell whether they went."""
    stops = list(in_reading_order(window))
    if not stops:
        return False
    target = _after(stops, window.focusWidget(), forward=forward)
    reason = Qt.FocusReason
    target.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    _bring_into_view(target)
    return True


def _after(stops: list[QWidget], now: QWidget | None, *, forward: bool) -> QWidget:
    step = 1 if forward else -1
    if now in stops:
        return stops[(stops.index(now) + step) % len(stops)]
    # What had the keys while nothing was in it is no stop any more: what came into it is.
    inside = [one for one in stops if now is not None and now.isAncestorOf(one)]
    return (inside or stops)[0 if forward else -1]


def _takes_keys(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.focusProxy() is None


def _lines(widgets: list[QWidget]) -> list[list[QWidget]]:
    """Return widgets as lines are read: those at one height beside each other are one line."""
    lines: list[list[QWidget]] = []
    for one in sorted(widgets, key=QWidget.y):
        last = lines[-1][0].geometry() if lines else None
        if last is not None and one.geometry().center().y() <= last.bottom():
            lines[-1].append(one)
        else:
            lines.append([one])
    return [sorted(line, key=partial(_across, line[0])) for line in lines]


def _across(first: QWidget, widget: QWidget) -> int:
    runs_left = first.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return -widget.geometry().right() if runs_left else widget.x()


def _bring_into_view(target: QWidget) -> None:
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(target)
        around = around.parentWidget()
