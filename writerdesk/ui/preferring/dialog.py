"""The preferences, all of which hold at once, while the dialog is open; only a language waits."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from writerdesk.preferences import Marks, Preferences, Theme
from writerdesk.resources import resources
from writerdesk.ui.languages import language_told
from writerdesk.ui.look.lettering import TEXT_FAMILIES
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.ui.preferring.backups_page import BackupsPage
from writerdesk.ui.preferring.choosing import button, form, note, number, one_of, switch
from writerdesk.ui.preferring.keys_page import KeysPage
from writerdesk.words import _

_SIZE = (620, 560)


class PreferencesDialog(QDialog):
    """Shows what the writer chose, and tells every change."""

    changed = Signal(object)
    """The `Preferences` from now on."""

    def __init__(self, now: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.now = now
        self.setWindowTitle(_("Preferences"))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("Preferences"))
        for words, page in (
            (_("Appearance"), self._appearance()),
            (_("Editor"), self._editor()),
            (_("Language"), self._language()),
            (_("Backups"), self._backups()),
            (_("Keys"), self._keys()),
        ):
            self.tabs.addTab(page, words)
        box = QDialogButtonBox()
        close = box.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[BETWEEN_GROUPS] * 4)
        column.setSpacing(2 * BETWEEN_CONTROLS)
        column.addWidget(self.tabs, 1)
        column.addWidget(box)
        self.resize(*_SIZE)

    def _become(self, name: str) -> Callable[[object], None]:
        def become(value: object) -> None:
            self.now = replace(self.now, **{name: value})
            self.changed.emit(self.now)

        return become

    def _appearance(self) -> QWidget:
        page, now = QWidget(), self.now
        rows = form(page)
        themes = [
            (Theme.SYSTEM, _("As the System")),
            (Theme.LIGHT, _("Light")),
            (Theme.SEPIA, _("Sepia")),
            (Theme.DARK, _("Dark")),
        ]
        marks = [
            (Marks.QUIET, _("Quiet: lines only")),
            (Marks.NORMAL, _("Normal")),
            (Marks.STRONG, _("Strong")),
        ]
        rows.addRow(_("Theme"), one_of(_("Theme"), themes, now.theme, self._become("theme")))
        rows.addRow(
            _("Marks of a comparison"),
            one_of(_("Marks of a comparison"), marks, now.marks, self._become("marks")),
        )
        contrast = self._become("high_contrast")
        rows.addRow(switch(_("High contrast"), now=now.high_contrast, chosen=contrast))
        rows.addRow(
            switch(_("Less motion"), now=now.less_motion, chosen=self._become("less_motion"))
        )
        rows.addRow(
            _("Face of the text"),
            one_of(_("Face of the text"), _faces(), now.text_family, self._become("text_family")),
        )
        size = number(_("Size of the text"), (14, 32), now.editor_size, self._become("editor_size"))
        rows.addRow(_("Size of the text"), size)
        letters = number(
            _("Letters in a line"), (50, 80), now.line_letters, self._become("line_letters")
        )
        rows.addRow(_("Letters in a line"), letters)
        return page

    def _editor(self) -> QWidget:
        page, now = QWidget(), self.now
        rows = form(page)
        rows.addRow(
            switch(
                _("Make quotes and dashes typographic as they are typed"),
                now=now.typographic,
                chosen=self._become("typographic"),
            )
        )
        spelling = self._become("spelling")
        rows.addRow(switch(_("Mark misspelled words"), now=now.spelling, chosen=spelling))
        self._folder = note(now.dictionaries or _("The dictionaries of this computer."))
        choose = button(_("Choose a Folder of Dictionaries…"))
        choose.clicked.connect(self._choose_dictionaries)
        rows.addRow(choose)
        rows.addRow(self._folder)
        rows.addRow(
            switch(
                _("Single letters do something in a comparison"),
                now=now.letters_act,
                chosen=self._become("letters_act"),
            )
        )
        rows.addRow(
            switch(
                _("Word files say which draft they are, to be known when they come back"),
                now=now.recognised,
                chosen=self._become("recognised"),
            )
        )
        return page

    def _choose_dictionaries(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Folder of Dictionaries"))
        if folder:
            self._folder.setText(folder)
            self._become("dictionaries")(folder)

    def _language(self) -> QWidget:
        page = QWidget()
        rows = form(page)
        spoken = [("", _("As the System")), *((one, language_told(one)) for one in languages())]
        rows.addRow(
            _("WriterDesk speaks"),
            one_of(_("WriterDesk speaks"), spoken, self.now.language, self._become("language")),
        )
        rows.addRow(note(_("It does from the next start on. A draft’s language is its own.")))
        return page

    def _backups(self) -> QWidget:
        page = BackupsPage(self.now)
        page.changed.connect(lambda name, value: self._become(name)(value))
        return page

    def _keys(self) -> QWidget:
        page = KeysPage(self.now.keys)
        page.changed.connect(self._become("keys"))
        return page


def languages() -> tuple[str, ...]:
    """Return the languages WriterDesk speaks: the one it is written in, and its translations."""
    found = (resources() / "locale").glob("*/LC_MESSAGES/writerdesk.mo")
    return tuple(sorted({"en", *(path.parent.parent.name for path in found)}))


def _faces() -> list[tuple[str, str]]:
    """Return what a draft can be set in: faces for books first, then all that can be scaled."""
    known = [one for one in QFontDatabase.families() if QFontDatabase.isSmoothlyScalable(one)]
    books = [one for one in TEXT_FAMILIES if one in known]
    others = [one for one in known if one not in books and not one.startswith(".")]
    return [("", _("A good one that is here")), *((one, one) for one in (*books, *others))]
