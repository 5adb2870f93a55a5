"""Replace in all drafts: every place as it is and as it would be, to be left out or let through."""

from itertools import groupby

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from writerdesk.story.replacing import Hit, Wanted, hits
from writerdesk.story.story import Story
from writerdesk.ui.exchanges import Exchange, add_places, chosen_in, leaves, tree_of_places
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.words import _, ngettext

_LEAST_SIZE = (640, 420)


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
        self.tree = tree_of_places(look, self._exchange)
        self._said = QLabel()
        self._said.setProperty("part", "soft")
        self._buttons = QDialogButtonBox()
        self._do = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._do.setProperty("part", "first")
        self._buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect()
        self._look_for()
        # What was looked for last is there to be taken, or to be typed over.
        self.words.selectAll()
        self.setMinimumSize(*_LEAST_SIZE)

    @property
    def chosen(self) -> tuple[Hit, ...]:
        """The places the writer let through."""
        return tuple(hit for hit in chosen_in(self.tree) if isinstance(hit, Hit))

    def _exchange(self, hit: object) -> Exchange:
        assert isinstance(hit, Hit)
        return Exchange(hit.before, hit.words, self.instead.text(), hit.after)

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
        said = count.format(letter=letter, count=len(those))
        add_places(self.tree, said, [(f"{hit.before}{hit.words}{hit.after}", hit) for hit in those])

    def _count(self) -> None:
        chosen = self.chosen
        drafts = len({hit.draft for hit in chosen})
        every = len(list(leaves(self.tree)))
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


def _field(words: str, said: str) -> QLineEdit:
    made = QLineEdit(said)
    made.setPlaceholderText(words)
    made.setAccessibleName(words)
    return made
