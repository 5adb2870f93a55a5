"""The first pages of a draft as they will look, beside the choices that change them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_GROUPS
from writerdesk.ui.pages import Pages
from writerdesk.words import _, ngettext

# The first three show a title, a page that follows, and how a chapter goes on.
_SHOWN = 3
_WIDTH = 380


class PagePreview(QScrollArea):
    """Shows pages one below the other, as wide as there is room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Preview of the first pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_WIDTH)
        self.sheets: list[Sheet] = []
        self._look = look
        self._body = QWidget()
        self._body.setProperty("part", "desk")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        self._column.setSpacing(BETWEEN_GROUPS)
        self._column.addStretch(1)
        self.setWidget(self._body)

    def show_pages(self, pages: Pages) -> None:
        """Show the first of these pages."""
        for sheet in self.sheets:
            self._column.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        shown = range(min(_SHOWN, pages.count))
        self.sheets = [Sheet(pages, number, self._look) for number in shown]
        for number, sheet in enumerate(self.sheets):
            self._column.insertWidget(number, sheet)
        told = ngettext("{count} page shown", "{count} pages shown", len(self.sheets))
        self.setAccessibleDescription(told.format(count=len(self.sheets)))
        self.verticalScrollBar().setValue(0)


class Sheet(QWidget):
    """One page on white paper."""

    def __init__(self, pages: Pages, number: int, look: Look) -> None:
        super().__init__()
        self._pages, self._number, self._look = pages, number, look
        self.setAccessibleName(_("Page {number}").format(number=number + 1))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(self.heightForWidth(_WIDTH - 2 * BETWEEN_GROUPS))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._pages.size.height() / self._pages.size.width())

    def sizeHint(self) -> QSize:
        width = _WIDTH - 2 * BETWEEN_GROUPS
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(QColor("white"))
        painter.setPen(QColor(self._look.palette.line))
        painter.drawRect(sheet)
        scale = self.width() / self._pages.size.width()
        painter.scale(scale, scale)
        self._pages.paint(painter, self._number)
        painter.end()
