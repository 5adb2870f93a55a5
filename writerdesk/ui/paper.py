"""A draft's pages as a PDF, or on the writer's printer."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from writerdesk.exchange import Exported, Look
from writerdesk.exchange.page_words import title_of
from writerdesk.manuscript import Document
from writerdesk.ui.pages import INCH, Pages


def to_pdf(document: Document, look: Look) -> Exported:
    """Write a draft as a PDF in a look."""
    pages = Pages(document, look)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title_of(document))
    writer.setCreator("WriterDesk")
    writer.setResolution(INCH)
    writer.setPageLayout(_layout(pages))
    painter = QPainter(writer)
    for number in range(pages.count):
        if number:
            writer.newPage()
        pages.paint(painter, number)
    painter.end()
    return Exported(bytes(buffer.data().data()))


def print_draft(document: Document, look: Look, name: str, window: QWidget) -> bool:
    """Ask for a printer and print; tell whether the writer went through with it.

    Where it is printed to a file, that is called by ``name``.
    """
    pages = Pages(document, look)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_layout(pages))
    printer.setDocName(name)
    dialog = QPrintDialog(printer, window)
    dialog.setMinMax(1, pages.count)
    if not dialog.exec():
        return False
    put_on_paper(pages, printer)
    return True


def put_on_paper(pages: Pages, printer: QPrinter) -> None:
    """Print the pages asked for."""
    first = (printer.fromPage() or 1) - 1
    last = min(printer.toPage() or pages.count, pages.count)
    printer.setFullPage(True)
    painter = QPainter(printer)
    painter.scale(printer.resolution() / INCH, printer.resolution() / INCH)
    for number in range(first, last):
        if number > first:
            printer.newPage()
        pages.paint(painter, number)
    painter.end()


def _layout(pages: Pages) -> QPageLayout:
    inches = QSizeF(pages.size.width() / INCH, pages.size.height() / INCH)
    size = QPageSize(inches, QPageSize.Unit.Inch)
    none = QMarginsF(0, 0, 0, 0)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, none, QPageLayout.Unit.Point)
