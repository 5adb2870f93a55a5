"""A comparison that leaves the window: printed, or saved as one page of HTML."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QPagedPaintDevice, QTextDocument
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from writerdesk.compare.printing import printed
from writerdesk.compare.report import report
from writerdesk.exchange import write_whole
from writerdesk.problem import Problem, sentence
from writerdesk.ui.look import Look
from writerdesk.ui.pane import ComparisonPane
from writerdesk.words import _

# Words on paper, in points: a page is read nearer than a screen.
_POINTS = 10


class Paper(QObject):
    """Prints and saves what stands in the pane."""

    told = Signal(str)

    def __init__(self, pane: ComparisonPane, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._pane, self._look, self._over = pane, look, over

    def save(self) -> None:
        """Ask where to, and save there."""
        folder = QStandardPaths.StandardLocation.DocumentsLocation
        suggested = Path(QStandardPaths.writableLocation(folder)) / f"{self._title()}.html"
        path, _filter = QFileDialog.getSaveFileName(
            self._over, _("Save the Comparison"), str(suggested), _("Web page (*.html)")
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Save the comparison of the column with the focus and the next one as a page."""
        left, right = self._two()
        comparison = self._pane.comparison(left, right)
        if comparison is None:
            return
        names = self._pane.columns[left].name, self._pane.columns[right].name
        try:
            write_whole(path, report(comparison, names).encode(), force=True)
        except Problem as problem:
            self.told.emit(sentence(problem))
        else:
            self.told.emit(_("Saved as {name}.").format(name=path.name))

    def print(self) -> None:
        """Ask for a printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title())
        dialog = QPrintDialog(printer, self._over)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Print all of it: gap rows and letters, no tints."""
        if (made := self.written()) is not None:
            made.print_(device)

    def written(self) -> QTextDocument | None:
        """Return what is printed, in the face the window's text has."""
        scene = self._pane.view.scene
        if scene is None:
            return None
        names = [(column.letter, column.name) for column in scene.columns]
        made = QTextDocument()
        font = self._look.lettering.text_font()
        font.setPointSize(_POINTS)
        made.setDefaultFont(font)
        # Our own plain table; nothing in it refers to a file.
        made.setHtml(printed(scene.stage.reading, scene.marks, names))
        return made

    def _two(self) -> tuple[int, int]:
        active = self._pane.view.active
        last = len(self._pane.columns) - 1
        return (active, active + 1) if active < last else (last - 1, last)

    def _title(self) -> str:
        left, right = self._two()
        columns = self._pane.columns
        return _("{left} and {right}").format(left=columns[left].name, right=columns[right].name)
