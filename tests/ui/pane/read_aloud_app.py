"""A window with a comparison, for the test that reads it over the wire; until it is ended."""

import sys
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter

from tests.comparisons import comparison
from tests.ui.pane.two_tellings import tellings
from writerdesk.story.beside import Beside
from writerdesk.story.items import Draft
from writerdesk.story.said import Judgement
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane import ComparisonPane


def four_columns(columns, comparisons):
    """Return the two tellings and two more columns, with a verdict and an origin in the third."""
    left, right = columns
    first, second = right.document.ids[:2]
    source = Draft("draft-a", letter="A")
    beside = {first: Beside(Judgement.KEEP, ((0, 1),)), second: Beside(origin=source)}
    third = replace(right, draft="draft-d", letter="D", name="The same again", beside=beside)
    fourth = replace(left, draft="draft-e", letter="E", name="And once more")
    names = {(0, 1): comparisons[0, 1], (0, 2): comparisons[0, 1]}
    empty = comparison(right.document, left.document, [])
    lone = {(0, 3): comparison(left.document, left.document, []), (1, 3): empty, (2, 3): empty}
    lone[1, 2] = comparison(right.document, right.document, [])
    left, right = replace(left, name="First of four"), replace(right, name="Second of four")
    return [left, right, third, fourth], {**names, **lone}


def main():
    app = QApplication(["read-aloud"])
    window = QMainWindow()
    window.setWindowTitle("read aloud")
    pane = ComparisonPane(Look(), window)
    window.resize(1200, 700)
    window.show()
    columns, comparisons = tellings()
    pane.show_texts(columns, comparisons)
    above = ComparisonPane(Look(), window)
    above.show_texts(*four_columns(columns, comparisons))
    both = QSplitter(Qt.Orientation.Vertical)
    both.addWidget(above)
    both.addWidget(pane)
    window.setCentralWidget(both)
    # While the client walks, the reader walks too and the texts are replaced under both.
    walk = QTimer(window)
    walk.timeout.connect(pane.commands.next_stop)
    walk.start(40)
    renew = QTimer(window)
    renew.timeout.connect(lambda: pane.update_texts(columns, comparisons))
    renew.start(150)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
