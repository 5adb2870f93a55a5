"""The legend: every mark of the comparison once, painted as it is painted in the text."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from writerdesk.compare.drawn import Drawn, MarkKind
from writerdesk.manuscript import Document
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_GROUPS, IN_CARD, IN_PANEL
from writerdesk.ui.pane.marks import Pens, paint_grounds, paint_lines
from writerdesk.ui.pane.typesetting import Typesetter
from writerdesk.words import _

_SIZE, _WIDTH, _HEIGHT = 16, 220, 34
_BESIDE = 8


class Legend(QDialog):
    """A small window that can stay open while one reads."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What the Marks Mean"))
        grid = QGridLayout(self)
        grid.setContentsMargins(IN_PANEL, IN_PANEL, IN_PANEL, IN_PANEL)
        grid.setHorizontalSpacing(BETWEEN_GROUPS)
        grid.setVerticalSpacing(IN_CARD // 2)
        for row, (kind, meaning) in enumerate(_meanings()):
            said = QLabel(meaning)
            said.setWordWrap(True)
            said.setMinimumWidth(300)
            grid.addWidget(_Sample(kind, meaning, look), row, 0)
            grid.addWidget(said, row, 1)


def _meanings() -> tuple[tuple[str, str], ...]:
    return (
        (MarkKind.CHANGED, _("Changed words, in a sentence that is otherwise kept.")),
        (MarkKind.REWORKED, _("A changed sentence.")),
        (MarkKind.SHARED, _("Words both have, in a passage that is told anew.")),
        (MarkKind.ECHO, _("Words that also stand elsewhere in the other draft.")),
        (MarkKind.TYPOGRAPHY, _("Other quotes, dashes or spaces; shown on request.")),
        ("sure", _("Told in both, surely; the number is the beat's.")),
        ("likely", _("Likely told in both: dashed.")),
        ("moved", _("Told in both, in another place; the tab says which way.")),
        ("only", _("Told only here.")),
    )


def _sample() -> str:
    return _("the wind turned at night")


class _Sample(QWidget):
    """One mark, painted."""

    def __init__(self, kind: str, meaning: str, look: Look) -> None:
        super().__init__()
        self._kind, self._look = kind, look
        font = look.lettering.text_font(_SIZE)
        wide = QFontMetricsF(font).horizontalAdvance(_sample()) + 2 * _BESIDE
        self.setFixedSize(max(_WIDTH, round(wide)), _HEIGHT)
        self.setAccessibleName(meaning)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark on a few words, or what holds the columns together."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._look.palette.page))
        if self._kind in set(MarkKind):
            self._paint_words(painter)
        else:
            self._paint_line(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        words = _sample()
        document = Document.from_paragraphs([words])
        typesetter = Typesetter([document], self._look.lettering, _SIZE)
        typesetter.set_widths([_WIDTH * 3.0])
        setting = typesetter.set(0, 0)
        start = words.index(" ") + 1
        end = words.index(" ", start + 6) if " " in words[start + 6 :] else len(words)
        marks = (Drawn(start, end, MarkKind(self._kind)),)
        pens = Pens(self._look.palette, self._look.appearance.marks)
        painter.translate(_BESIDE, 3)
        paint_grounds(painter, setting, marks, pens)
        painter.setPen(QColor(self._look.palette.ink))
        setting.layout.draw(painter, QPointF(0, 0))
        paint_lines(painter, setting, marks, pens)

    def _paint_line(self, painter: QPainter) -> None:
        palette = self._look.palette
        middle = _HEIGHT / 2
        if self._kind == "only":
            painter.setClipRect(QRectF(12, 5, 3, _HEIGHT - 10))
            painter.setPen(QPen(QColor(palette.marks.only_here.line), 1.6))
            for y in range(0, _HEIGHT + 5, 5):
                painter.drawLine(QLineF(12, y + 3, 15, y))
            return
        moved = self._kind == "moved"
        pen = QPen(QColor(palette.marks.moved.line if moved else palette.marks.anew.line), 2.0)
        if moved:
            pen.setStyle(Qt.PenStyle.DashDotLine)
        elif self._kind == "likely":
            pen.setDashPattern([4.0, 3.0])
        painter.fillRect(QRectF(12, 4, 60, _HEIGHT - 8), QColor(palette.ribbon))
        painter.setPen(pen)
        for x in (12.0, 72.0):
            painter.drawLine(QLineF(x, 4, x, _HEIGHT - 4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(pen.color(), 1.25))
        painter.setBrush(QColor(palette.page))
        box = QRectF(31, middle - 11, 22, 22)
        if moved:
            painter.drawRoundedRect(QRectF(26, middle - 10, 36, 20), 4, 4)
        else:
            painter.drawEllipse(box)
        painter.setFont(self._look.lettering.interface_font(11))
        painter.setPen(QColor(palette.ink))
        painter.drawText(
            box.adjusted(-8, 0, 8, 0), Qt.AlignmentFlag.AlignCenter, "4 ↓" if moved else "4"
        )
