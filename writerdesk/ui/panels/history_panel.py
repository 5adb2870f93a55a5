"""The history of a draft: its versions by day, the newest first, each to look at and to bring back.

A version that is looked at is only shown: the draft itself changes when it is brought back, and
that can be undone.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from writerdesk.manuscript import Document, count_document
from writerdesk.project import Revision
from writerdesk.story.sentences import why_told
from writerdesk.ui.editor.blocks import fill
from writerdesk.ui.editor.formats import Formats
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_PANEL
from writerdesk.ui.telling import clock_told, grouped
from writerdesk.words import _, ngettext

_TEXT_SIZE = 15
_VERSION = Qt.ItemDataRole.UserRole


class HistoryPanel(QWidget):
    """Lists a draft's versions; the one chosen is shown to be read."""

    version_asked = Signal(object)
    restore_asked = Signal(object)
    name_asked = Signal(object, str)  # Revision, its new name
    compare_asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: Document | None = None
        self.list = QListWidget()
        self.list.setProperty("part", "in-panel")
        self.list.setAccessibleName(_("Versions of the draft"))
        self.list.currentItemChanged.connect(self._ask)
        self._empty = QLabel(
            _("Versions appear here as you write. The first is the file as it came.")
        )
        self._empty.setProperty("part", "soft")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(IN_PANEL, IN_PANEL, IN_PANEL, IN_PANEL)
        self.facts = QLabel()
        self.facts.setProperty("part", "soft")
        self.facts.setWordWrap(True)
        self.facts.setContentsMargins(IN_PANEL, BETWEEN_CONTROLS, IN_PANEL, 0)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Text of the version"))
        self.restore = self._button(_("Bring This Version Back"), self._restore)
        self.compare = self._button(_("Compare"), self._compare)
        self.name = self._button(_("Name…"), self._name)
        self._lay_out()
        self.show_versions(())

    def show_versions(self, versions: Sequence[Revision]) -> None:
        """Show a draft's versions, given the oldest first; the one looked at stays chosen."""
        chosen = self.chosen
        self.list.blockSignals(True)
        self.list.clear()
        day, minutes = "", Counter(map(_minute, versions))
        for number, version in reversed(list(enumerate(versions))):
            if (its := _day(version)) != day:
                day = its
                self.list.addItem(_heading(day, self.font()))
            in_a_minute = minutes[_minute(version)] > 1
            self.list.addItem(_row(version, is_first=number == 0, seconds=in_a_minute))
        self.list.blockSignals(False)
        self._empty.setVisible(not versions)
        self.list.setVisible(bool(versions))
        # Versions come a moment after the panel: the keys wait here for them.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if versions else Qt.FocusPolicy.TabFocus)
        self._choose_again(chosen)
        if versions and self.hasFocus():
            self.list.setFocus()

    @property
    def chosen(self) -> Revision | None:
        """The version that is looked at."""
        item = self.list.currentItem()
        return item.data(_VERSION) if item is not None else None

    def show_text(self, document: Document) -> None:
        """Show what the chosen version says, in the colours and the face of the editor."""
        self._shown = document
        lettering = self._look.lettering
        qt = QTextDocument(self.text)
        qt.setUndoRedoEnabled(False)
        qt.setDefaultFont(lettering.text_font(_TEXT_SIZE))
        qt.setDocumentMargin(IN_PANEL)
        fill(qt, document, Formats(_TEXT_SIZE, lettering.natural_line))
        self.text.setDocument(qt)
        words = count_document(document)
        told = ngettext("{count} word in this version", "{count} words in this version", words)
        self.facts.setText(told.format(count=grouped(words)))
        if self._looked_at.isHidden():
            self._looked_at.show()
            whole = self._halves.height()
            self._halves.setSizes([whole * 2 // 5, whole * 3 // 5])
        # When the list is as high as it will be.
        QTimer.singleShot(0, self, self._show_chosen)

    def only_read(self) -> None:
        """Let versions be looked at and compared, nothing else."""
        for button in (self.restore, self.name):
            button.setEnabled(False)

    def _lay_out(self) -> None:
        self._looked_at = QWidget()
        below = QVBoxLayout(self._looked_at)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.facts)
        below.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setContentsMargins(IN_PANEL, 0, IN_PANEL, 0)
        row.setSpacing(BETWEEN_CONTROLS)
        row.addWidget(self.compare)
        row.addWidget(self.name)
        whole = QHBoxLayout()
        whole.setContentsMargins(IN_PANEL, 0, IN_PANEL, 0)
        whole.addWidget(self.restore)
        below.addLayout(row)
        below.addLayout(whole)
        halves = self._halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.list)
        halves.addWidget(self._looked_at)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, BETWEEN_CONTROLS)
        column.addWidget(self._empty)
        column.addWidget(halves, 1)

    def _show_chosen(self) -> None:
        self.text.verticalScrollBar().setValue(0)
        if item := self.list.currentItem():
            self.list.scrollToItem(item)

    def _button(self, words: str, act: object) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(act)
        return button

    def _choose_again(self, chosen: Revision | None) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            version = item.data(_VERSION)
            if chosen is not None and version is not None and version.id == chosen.id:
                self.list.blockSignals(True)
                self.list.setCurrentItem(item)
                self.list.blockSignals(False)
                return
        self._shown = None
        self._looked_at.hide()

    def _ask(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_VERSION) is not None:
            # Qt makes the first row current, not selected, when the list gets the keys.
            item.setSelected(True)
            # Until the text of this one has come, there is none to bring back.
            self._shown = None
            self.version_asked.emit(item.data(_VERSION))

    def _restore(self) -> None:
        if self._shown is not None:
            self.restore_asked.emit(self._shown)

    def _compare(self) -> None:
        if self.chosen is not None:
            self.compare_asked.emit(self.chosen)

    def _name(self) -> None:
        version = self.chosen
        if version is None:
            return
        from writerdesk.ui.forms import ask_words

        name = ask_words(
            self,
            _("Name This Version"),
            _("A named version always stays:"),
            now=version.name,
            keep=_("Keep This Version"),
        )
        if name is not None:
            self.name_asked.emit(version, name.strip())


def _heading(day: str, font: QFont) -> QListWidgetItem:
    item = QListWidgetItem(day)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    bold = QFont(font)
    bold.setBold(True)
    item.setFont(bold)
    return item


def _row(version: Revision, *, is_first: bool, seconds: bool) -> QListWidgetItem:
    at = version.time.astimezone()
    told = [at.strftime("%H:%M:%S") if seconds else clock_told(at.hour, at.minute)]
    told += [version.name] if version.name else []
    told += [why] if (why := why_told(version.why)) and not version.name else []
    told += [_("the first")] if is_first and len(told) == 1 else []
    item = QListWidgetItem(" · ".join(told))
    item.setData(_VERSION, version)
    if version.name:
        bold = item.font()
        bold.setBold(True)
        item.setFont(bold)
    return item


def _minute(version: Revision) -> datetime:
    return version.time.replace(second=0, microsecond=0)


def _day(version: Revision) -> str:
    at = version.time.astimezone()
    day, today = QDate(at.year, at.month, at.day), QDate.currentDate()
    if day == today:
        return _("Today")
    if day == today.addDays(-1):
        return _("Yesterday")
    here = QLocale() if QLocale().language() is not QLocale.Language.C else QLocale("en")
    return here.toString(day, "dddd, d MMM yyyy")
