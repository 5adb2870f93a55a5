"""A pane that shows two texts beside each other, compared for real."""

from writerdesk.compare import compare
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane import Column, ComparisonPane


def pane_of(qtbot, left, right):
    pane = ComparisonPane(Look())
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.show()
    columns = [Column("a", "A", "One", 0, left), Column("b", "B", "Two", 1, right)]
    pane.show_texts(columns, {(0, 1): compare(left, right)})
    return pane
