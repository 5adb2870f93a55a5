"""A draft's pages as a PDF, or on the writer's printer."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from writerdesk.exchange import Exported, Look, write_whole
from writerdesk.exchange.page_words import title_of
from writerdesk.manuscript import Document
from writerdesk.problem import Kind, Problem
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


def print_draft(document: Document, look: Look, name: str, window: QWidget) -> str | None:
    """Ask for a printer and print; return the name of the file, if it is one.

    None says that the writer thought better of it.

    Where it is printed to a file, that is called by ``name``; raises a `Problem` if it can't be.
    """
    pages = Pages(document, look)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_layout(pages))
    printer.setDocName(name)
    dialog = QPrintDialog(printer, window)
    dialog.setMinMax(1, pages.count)
    dialog.setFromTo(1, pages.count)
    if not dialog.exec():
        return None
    put_on_paper(pages, printer)
    return Path(printer.outputFileName()).name


def put_on_paper(pages: Pages, printer: QPrinter) -> None:
    """Print what was asked for; a file lands whole or not at all. Raises a `Problem`."""
    target = printer.outputFileName()
    if not target:
        _paint(pages, printer)
        return
    with TemporaryDirectory() as folder:
        made = Path(folder) / "printed.pdf"
        printer.setOutputFileName(str(made))
        _paint(pages, printer)
        printer.setOutputFileName(target)
        # Qt's dialog has asked whether a file that is there shall be replaced.
        write_whole(Path(target), made.read_bytes(), force=True)


def asked_for(pages: int, printer: QPrinter) -> Sequence[int]:
    """Return the pages to print, counted from 0, in their order, as often as each is wanted."""
    ranges = printer.pageRanges()
    first, last = printer.fromPage() or 1, min(printer.toPage() or pages, pages)
    wanted = [
        number - 1
        for number in range(first, last + 1)
        if ranges.isEmpty() or ranges.contains(number)
    ]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        wanted.reverse()
    # A printer that can't makes one copy of what it is given; a file is such a printer.
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return wanted * copies
    return [number for number in wanted for _copy in range(copies)]


def _paint(pages: Pages, printer: QPrinter) -> None:
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise Problem(Kind.NOT_PRINTED, printer=printer.printerName())
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Inch).size() * INCH
    # On paper of another size than the look's its pages stand as large as they fit, in the middle.
    fits = min(paper.width() / pages.size.width(), paper.height() / pages.size.height())
    painter.scale(printer.resolution() / INCH, printer.resolution() / INCH)
    painter.translate(
        (paper.width() - fits * pages.size.width()) / 2,
        (paper.height() - fits * pages.size.height()) / 2,
    )
    painter.scale(fits, fits)
    for place, number in enumerate(asked_for(pages.count, printer)):
        if place:
            printer.newPage()
        pages.paint(painter, number)
    painter.end()


def _layout(pages: Pages) -> QPageLayout:
    inches = QSizeF(pages.size.width() / INCH, pages.size.height() / INCH)
    size = QPageSize(inches, QPageSize.Unit.Inch)
    none = QMarginsF(0, 0, 0, 0)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, none, QPageLayout.Unit.Point)
