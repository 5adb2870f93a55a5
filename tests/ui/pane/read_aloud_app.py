"""A window with a comparison, for the test that reads it over the wire; until it is ended."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.ui.pane.two_tellings import tellings
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane import ComparisonPane


def main():
    app = QApplication(["read-aloud"])
    window = QMainWindow()
    window.setWindowTitle("read aloud")
    pane = ComparisonPane(Look(), window)
    window.setCentralWidget(pane)
    window.resize(1200, 700)
    window.show()
    columns, comparisons = tellings()
    pane.show_texts(columns, comparisons)
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
