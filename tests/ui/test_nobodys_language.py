"""In a language nobody speaks, nothing on the window's pages stays English.

What may: the writer's own words, kinds of files, keys. The drafts are Greek, so that no word of
theirs hides one of ours.
"""

import html
import re

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QAccessible, QAction, QFontDatabase
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from house.pseudo import ACCENTED, raw_words
from tests.ui.desk import window_of
from writerdesk.ui.help_doers import HelpDoers
from writerdesk.ui.languages import language_told, languages_offered
from writerdesk.ui.look import Look
from writerdesk.ui.window import Window

# The program's name, kinds of files, and keys as they stand on the keyboard.
NAMES = {"WriterDesk", "docx", "md", "txt", "html", "htm", "markdown", "odt", "pdf", "writerdesk"}
KEYS = {
    "Ctrl",
    "Alt",
    "Shift",
    "Esc",
    "Enter",
    "Return",
    "Del",
    "Ins",
    "PgUp",
    "PgDown",
    "Tab",
    "Up",
    "Down",
}
# What stands for a thing as a sign, and how the system writes the hours of its clock.
SIGNS = {"Aa", "ab", "AM", "PM"}
# The file's name is the writer's.
OWN = NAMES | KEYS | SIGNS | {"story"}
GREEK = (
    ["Το λιμάνι πάγωσε τον Μάρτιο.", "Η Ίντα μέτρησε τις βάρκες."],
    ["Τον Μάρτιο πάγωσε το λιμάνι.", "Κανείς δεν μέτρησε τίποτα, και το"],
    ["Έκανε κρύο."],
)
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
TAGS = re.compile(r"<[^<>]*>|&\w+;")
PATHS = re.compile(r"(?<!\S)(?:/[^/\s]+){2,}")
pytestmark = pytest.mark.parametrize("nobodys_language", [ACCENTED], indirect=True)
PANELS = ("outline", "notes", "characters", "find", "history", "changes")


@pytest.fixture
def window(nobodys_language, qtbot):
    window = window_of(qtbot, GREEK)
    window.actions_.complete()
    yield window
    window.close()


def said_by(widget):
    """Everything one widget says, to eyes and to a screen reader."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QWidget):
        yield from (widget.windowTitle(), widget.statusTip())
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and (model := widget.model()):
        columns = range(model.columnCount() if isinstance(widget, QTableView) else 1)
        rows = [model.index(n, column) for n in range(model.rowCount()) for column in columns]
        yield from (str(row.data(role) or "") for row in rows for role in ROLES)
        yield from (str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in columns)
    if interface := QAccessible.queryAccessibleInterface(widget):
        yield interface.text(QAccessible.Text.Name)


def left_english(root):
    """Return what is said in plain letters under ``root``, and by whom."""
    # Typefaces and languages are called by their own names, a file by the writer's.
    found, families = {}, {*QFontDatabase.families(), *map(language_told, languages_offered(""))}
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        for said in said_by(widget):
            # The finder says "Language: " before each.
            if said in families or said.rstrip("·, ").partition(": ")[2] in families:
                continue
            plain = TAGS.sub("", PATHS.sub("", said)).replace("&", "")
            if raw := raw_words(plain, OWN):
                found[said] = (type(widget).__name__, raw)
    return found


def painted_english(root):
    """Return what is painted in plain letters, by whatever paints: a drawing keeps words."""
    drawing = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(drawing)
    generator.setSize(root.size())
    root.render(generator)
    lines = re.findall(r"<text[^>]*>([^<]*)</text>", bytes(drawing.data().data()).decode())
    assert lines
    return {line for line in lines if raw_words(html.unescape(line), OWN)}


def menus_left_english(window):
    found = {}
    for action in window.findChildren(QAction):
        plain = action.text().split("\t")[0].replace("&", "")
        if action.text() and (raw := raw_words(plain, OWN)):
            found[plain] = raw
    return found


def test_the_start_page(nobodys_language, qtbot):
    window = Window(Look())
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    assert left_english(window) == {}


@pytest.mark.parametrize("mode", ["overview", "write", "compare"])
def test_each_mode_with_each_panel(window, mode):
    window.story.show_mode(mode)
    assert left_english(window) == {}
    assert painted_english(window) == set()
    for panel in PANELS if mode != "overview" else ():
        window.actions_[f"panel.{panel}"].trigger()
        assert left_english(window) == {}, panel
        assert painted_english(window) == set(), panel


@pytest.mark.parametrize("told", ["start", "keys", "where", "about"])
def test_what_help_tells(window, told):
    path = window.story.workspace.path
    dialog = getattr(HelpDoers(window, lambda: path, {}), told)()
    dialog.show()
    assert left_english(dialog) == {}
    dialog.reject()


def test_every_menu(window):
    assert menus_left_english(window) == {}


def test_the_finder_and_the_bar_that_replaces(window):
    window.story.show_mode("write")
    window.actions_["edit.replace"].trigger()
    window.actions_["help.palette"].trigger()
    assert window.parts.finder.list.isVisible()
    assert left_english(window) == {}


@pytest.mark.parametrize("command", ["draft.details", "story.details", "edit.replace_everywhere"])
def test_each_dialog(window, command):
    window.actions_[command].trigger()
    (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert left_english(dialog) == {}
    dialog.reject()


def test_the_dialog_that_exports(window, tmp_path):
    from writerdesk.ui.export_dialog import ExportDialog

    story = window.story
    dialog = ExportDialog(story.workspace.story, story.draft, tmp_path, Look(), window)
    dialog.show()
    assert left_english(dialog) == {}
    dialog.reject()


def test_the_preferences(window):
    from writerdesk.preferences import Preferences
    from writerdesk.ui.preferring.dialog import PreferencesDialog

    dialog = PreferencesDialog(Preferences(), window)
    dialog.show()
    assert left_english(dialog) == {}
    dialog.reject()
