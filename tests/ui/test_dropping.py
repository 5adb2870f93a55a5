"""Files dragged over an open story: the window says what letting go would do, and does it."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.desk import dragged_in


def carried(paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(window, data):
    event = dragged_in(QPointF(50, 50), data)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_it_says_which_letters_the_files_would_become_and_adds_them(window, qtbot, tmp_path):
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text("The ice came down the river.")
    data = carried(paths)
    assert enter(window, data)
    assert window._drop_note.words.text() == "Let go to add D, E to “story”"
    assert window._drop_note.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window._drop_note.isVisible()
    assert enter(window, data)
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, drop)
    qtbot.waitUntil(lambda: len(window.story.rows) == 5, timeout=60_000)


def test_a_drag_without_files_is_none_of_its_business(window):
    data = QMimeData()
    data.setText("words")
    assert not enter(window, data)
