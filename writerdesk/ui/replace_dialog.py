"""Replace in all drafts: every place as it is and as it would be, to be left out or let through."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from writerdesk.story.replacing import Hit, Wanted, hits
from writerdesk.story.story import Story
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.words import _, ngettext

_HIT = Qt.ItemDataRole.UserRole
_LEAST_SIZE, _ROW = (640, 420), 28


class ReplaceDialog(QDialog):
    """Asks what shall be replaced by what, and shows what would come of it."""

    def __init__(
        self, story: Story, wanted: Wanted, instead: str, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._story = story
        self.setWindowTitle(_("Replace in All Drafts"))
        self.words = _field(_("Find"), wanted.words)
        self.instead = _field(_("Replace with"), instead)
        self.capitals = QCheckBox(_("Capitals count"))
        self.capitals.setChecked(wanted.keep_case)
        self.whole = QCheckBox(_("Whole words only"))
        self.whole.setChecked(wanted.whole_words)
        self.tree = _tree(look, self.instead)
        self._said = QLabel()
        self._said.setProperty("part", "soft")
        self._buttons = QDialogButtonBox()
        self._do = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._do.setProperty("part", "first")
        self._buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect()
        self._look_for()
        self.setMinimumSize(*_LEAST_SIZE)

    @property
    def chosen(self) -> tuple[Hit, ...]:
        """The places the writer let through."""
        return tuple(
            item.data(0, _HIT)
            for item in _leaves(self.tree)
            if item.checkState(0) is Qt.CheckState.Checked
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        column.setSpacing(BETWEEN_CONTROLS)
        for widgets in ((self.words, self.instead), (self.capitals, self.whole)):
            row = QHBoxLayout()
            row.setSpacing(BETWEEN_CONTROLS)
            for widget in widgets:
                row.addWidget(widget)
            if widgets[0] is self.capitals:
                row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.tree, 1)
        last = QHBoxLayout()
        last.addWidget(self._said, 1)
        last.addWidget(self._buttons)
        column.addLayout(last)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self._look_for())
        self.instead.textChanged.connect(lambda _text: self.tree.viewport().update())
        for switch in (self.capitals, self.whole):
            switch.toggled.connect(lambda _checked: self._look_for())
        self.tree.itemChanged.connect(lambda *_: self._count())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _look_for(self) -> None:
        wanted = Wanted(self.words.text(), self.capitals.isChecked(), self.whole.isChecked())
        self.tree.blockSignals(True)
        self.tree.clear()
        found = hits(self._story, wanted)
        for draft, those in groupby(found, key=lambda hit: hit.draft):
            self._add_draft(draft, list(those))
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self._count()

    def _add_draft(self, draft: str, those: list[Hit]) -> None:
        count = ngettext("{letter}: {count} place", "{letter}: {count} places", len(those))
        letter = self._story.draft(draft).letter
        top = QTreeWidgetItem([count.format(letter=letter, count=len(those))])
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        for hit in those:
            row = QTreeWidgetItem([f"{hit.before}{hit.words}{hit.after}"])
            row.setData(0, _HIT, hit)
            row.setCheckState(0, Qt.CheckState.Checked)
            top.addChild(row)
        self.tree.addTopLevelItem(top)

    def _count(self) -> None:
        chosen = self.chosen
        drafts = len({hit.draft for hit in chosen})
        every = len(list(_leaves(self.tree)))
        if not every:
            said = _("Nothing found.") if self.words.text() else ""
        elif not drafts:
            said = _("Nothing is chosen.")
        else:
            in_drafts = ngettext("In {count} draft.", "In {count} drafts.", drafts)
            said = in_drafts.format(count=drafts)
        self._said.setText(said)
        do = ngettext("Replace {count} Place", "Replace {count} Places", len(chosen))
        self._do.setText(do.format(count=len(chosen)))
        self._do.setEnabled(bool(chosen))


class _HitDelegate(QStyledItemDelegate):
    """Paints a place: what goes is struck through, what comes is underlined twice."""

    def __init__(self, look: Look, instead: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._instead = look, instead

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: Hit | None = index.data(_HIT)
        if hit is None:
            option.font.setWeight(QFont.Weight.DemiBold)  # pyright: ignore[reportAttributeAccessIssue]
            super().paint(painter, option, index)
            return
        # The view's own ground and check box, without its words.
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        where = self._words_area(blank)
        blank.text = ""  # pyright: ignore[reportAttributeAccessIssue]
        style = blank.widget.style()  # pyright: ignore[reportAttributeAccessIssue]
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, blank.widget)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        self._paint_words(painter, where, hit)
        painter.restore()

    def _words_area(self, option: QStyleOptionViewItem) -> QRect:
        style = option.widget.style()  # pyright: ignore[reportAttributeAccessIssue]
        return style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)  # pyright: ignore[reportAttributeAccessIssue]

    def _paint_words(self, painter: QPainter, where: QRect, hit: Hit) -> None:
        palette = self._look.palette
        painter.setClipRect(where)
        plain = self._look.lettering.interface_font()
        gone, come = QFont(plain), QFont(plain)
        gone.setStrikeOut(True)
        come.setWeight(QFont.Weight.DemiBold)
        left = where.left()
        for words, font, colour in (
            (hit.before, plain, palette.soft),
            (hit.words, gone, palette.ink),
            (f" {self._instead.text()}" if self._instead.text() else "", come, palette.ink),
            (hit.after, plain, palette.soft),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            width = painter.fontMetrics().horizontalAdvance(words)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(QRect(left, where.top(), width, where.height()), flags, words)
            if font is come and words:
                self._underline(painter, left, width, where)
            left += width

    def _underline(self, painter: QPainter, left: int, width: int, where: QRect) -> None:
        space = painter.fontMetrics().horizontalAdvance(" ")
        below = where.center().y() + painter.fontMetrics().ascent() // 2 + 2
        for line in (below, below + 2):
            painter.drawLine(left + space, line, left + width - 1, line)


def _tree(look: Look, instead: QLineEdit) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setAccessibleName(_("What would change"))
    tree.setUniformRowHeights(True)
    tree.setItemDelegate(_HitDelegate(look, instead, tree))
    return tree


def _leaves(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    for top in range(tree.topLevelItemCount()):
        draft = tree.topLevelItem(top)
        for number in range(draft.childCount() if draft else 0):
            if draft and (row := draft.child(number)):
                yield row


def _field(words: str, said: str) -> QLineEdit:
    made = QLineEdit(said)
    made.setPlaceholderText(words)
    made.setAccessibleName(words)
    return made
