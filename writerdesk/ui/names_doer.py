"""Names…: gives a whole draft the names of the story, with every place to be looked at first."""

from itertools import groupby

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from writerdesk.story.names import NamePlace, name_places, with_names_of_story
from writerdesk.story.story import Story
from writerdesk.ui.exchanges import Exchange, add_places, chosen_in, leaves, tree_of_places
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.ui.messages import Message, Messages, Offer, Tone
from writerdesk.ui.story_view import StoryView
from writerdesk.words import _, ngettext

_TOPIC = "names"
_LEAST_SIZE = (560, 380)


class NamesDialog(QDialog):
    """Shows where a draft has other names than the story; each place may be left out."""

    def __init__(self, story: Story, draft: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        letter = story.draft(draft).letter
        self.setWindowTitle(_("Names in {letter}").format(letter=letter))
        self.tree = tree_of_places(look, _exchange)
        told = _("What people are called in {letter}, and in this story.")
        self._head = QLabel(told.format(letter=letter))
        self._buttons = QDialogButtonBox()
        self._do = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._do.setProperty("part", "first")
        self._buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.tree.itemChanged.connect(lambda *_: self._count())
        self._fill(name_places(story, draft))
        self._lay_out()

    @property
    def chosen(self) -> tuple[NamePlace, ...]:
        """The places the writer let through."""
        return tuple(one for one in chosen_in(self.tree) if isinstance(one, NamePlace))

    def _fill(self, places: tuple[NamePlace, ...]) -> None:
        if not places:
            told = _(
                "Everybody is called here as in the story. Say on a character's sheet what each "
                "draft calls them, or answer “Are these the same?” above the characters."
            )
            self._head.setText(told)
            self._head.setWordWrap(True)
            self.tree.hide()
        by_name = sorted(places, key=lambda one: one.renaming)
        for renaming, those in groupby(by_name, key=lambda one: one.renaming):
            found = list(those)
            words = ngettext(
                "{said} → {instead}: {count} place",
                "{said} → {instead}: {count} places",
                len(found),
            )
            rows = [(f"{one.before}{one.renaming.said}{one.after}", one) for one in found]
            add_places(self.tree, words.format(**renaming._asdict(), count=len(found)), rows)
        self.tree.expandAll()
        self._count()

    def _count(self) -> None:
        count = len(self.chosen)
        do = ngettext("Change {count} Name", "Change {count} Names", count)
        self._do.setText(do.format(count=count))
        self._do.setEnabled(bool(count))
        self._do.setVisible(any(True for _row in leaves(self.tree)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        column.setSpacing(BETWEEN_CONTROLS)
        column.addWidget(self._head)
        column.addWidget(self.tree, 1)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self._buttons)
        column.addLayout(last)
        if self.tree.isVisibleTo(self):
            self.setMinimumSize(*_LEAST_SIZE)


class NamesDoer(QObject):
    """Asks which names are to change, and changes them as one act."""

    def __init__(self, story: StoryView, look: Look, messages: Messages, window: QWidget) -> None:
        super().__init__(story)
        self._story, self._look = story, look
        self._messages, self._window = messages, window

    def ask(self) -> None:
        """Show where the chosen draft has other names than the story."""
        draft = self._story.draft
        if not draft:
            return
        self._story.live.tell_all()
        self._story.beside.tell_all()
        dialog = NamesDialog(self._story.workspace.story, draft, self._look, self._window)
        dialog.accepted.connect(lambda: self._change(draft, dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change(self, draft: str, chosen: tuple[NamePlace, ...]) -> None:
        workspace = self._story.workspace
        letter = workspace.story.draft(draft).letter
        after = with_names_of_story(workspace.story, draft, chosen)
        workspace.become("heal_names", after, letter=letter)
        told = ngettext(
            "{count} name changed in {letter}.", "{count} names changed in {letter}.", len(chosen)
        )
        said = told.format(count=len(chosen), letter=letter)
        undo = Offer(_("Undo"), workspace.undo_act)
        self._messages.show_message(Message(said, Tone.NOTE, _TOPIC, (undo,)))


def _exchange(place: object) -> Exchange:
    assert isinstance(place, NamePlace)
    return Exchange(place.before, place.renaming.said, place.renaming.instead, place.after)
