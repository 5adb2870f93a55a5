"""Finds words on the screen that have too little room: cut off, or run out of their widget.

What elides on purpose – rows of lists, one line of a head – draws its own words and is not asked.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from writerdesk.ui.elided import ElidedLabel
from writerdesk.ui.filter_chip import FilterChip, heavier

# Half a letter's side bearing: an italic's end may lean over its room, and nothing is lost.
_LEAN = 1
# A tooltip is as large as Qt makes it.
_TIP = "QTipLabel"
# What has the room of heavy letters itself, or is not set in them when it is on.
_ROOMY = (FilterChip, QCheckBox, QRadioButton, QToolButton)


def clipped() -> Iterator[str]:
    """Tell of every widget that is shown now and has no room for its words."""
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            for widget in (top, *top.findChildren(QWidget)):
                if widget.isVisible() and (wrong := _wrong(widget)):
                    yield f"{_name(widget)}: {wrong}"


def _wrong(widget: QWidget) -> str:
    match widget:
        case ElidedLabel():
            return ""
        case QLabel() if widget.metaObject().className() != _TIP:
            return _label(widget)
        case QScrollArea() if widget.horizontalScrollBar().isVisible():
            return "scrolls sideways"
        case QTabBar():
            return _lacking(widget.sizeHint().width(), widget.width())
        case QLineEdit():
            return _field(widget)
        case QComboBox():
            return _lacking(_chosen(widget), widget.width())
        case QAbstractButton():
            return _button(widget)
        case _:
            return ""


def _label(label: QLabel) -> str:
    if not label.text():
        return ""
    room = label.contentsRect()
    if label.wordWrap():
        return _lacking(label.heightForWidth(label.width()), label.height()) or _cut(label)
    return (
        _lacking(label.sizeHint().width(), label.width())
        or _lacking(label.sizeHint().height() - 2, room.height())
        or _cut(label)
    )


def _button(button: QAbstractButton) -> str:
    alone = Qt.ToolButtonStyle.ToolButtonIconOnly
    shows_icon = not button.icon().isNull() and (
        isinstance(button, QToolButton) and button.toolButtonStyle() is alone
    )
    if not button.text() or shows_icon:
        return ""
    heavy = heavier(button) if button.isChecked() and not isinstance(button, _ROOMY) else 0
    return _lacking(button.sizeHint().width() + heavy, button.width()) or _cut(button)


def _field(field: QLineEdit) -> str:
    if field.text() or not field.placeholderText():
        return ""
    needed = field.fontMetrics().horizontalAdvance(field.placeholderText())
    # As much as a field keeps free at its sides.
    return _lacking(needed + 14, field.width())


def _chosen(field: QComboBox) -> int:
    # As much as the arrow and the sides take.
    return field.fontMetrics().horizontalAdvance(field.currentText()) + 38


def _cut(widget: QWidget) -> str:
    """Say whether a widget stands partly outside what holds it, where that does not scroll."""
    holder, at = widget.parentWidget(), QRect(widget.pos(), widget.size())
    while holder is not None and not widget.isWindow():
        if isinstance(holder.parentWidget(), QScrollArea):
            return ""
        if not holder.rect().adjusted(-_LEAN, -_LEAN, _LEAN, _LEAN).contains(at):
            return f"{at.getRect()} is not within {holder.rect().getRect()}"
        if holder.isWindow():
            return ""
        at.translate(holder.mapToParent(QPoint(0, 0)))
        holder = holder.parentWidget()
    return ""


def _lacking(needed: int, has: int) -> str:
    return f"wants {needed}, has {has}" if needed > has + _LEAN else ""


def _name(widget: QWidget) -> str:
    said = getattr(widget, "text", lambda: "")() or widget.accessibleName()
    return f"{type(widget).__name__} “{said}”"
