"""Other tellings: how each other draft tells the passage one is writing, to read and to use."""

import re
from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from writerdesk.manuscript import Document, Kind
from writerdesk.manuscript.tokens import count_words
from writerdesk.ui.chip import Chip
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS, IN_PANEL, LINK_ROOM
from writerdesk.ui.other_tellings import Telling
from writerdesk.ui.telling import grouped
from writerdesk.words import _, ngettext

# The text is set a little smaller than the one that is written: it is looked at beside it.
_TEXT_SIZE = 15
# A telling shows whole up to so many words; of a longer one so many, that what can be done with it
# and how the next draft tells it stay in sight.
_WHOLE, _FIRST = 140, 90
_WORD = re.compile(r"\S+")


class TellingsPanel(QScrollArea):
    """Shows tellings; says which one is to be put in, or read beside."""

    put_in_asked = Signal(object)
    beside_asked = Signal(object)

    def __init__(
        self,
        look: Look,
        row: Callable[[str], DraftRow | None],
        text: Callable[[str], Document],
    ) -> None:
        super().__init__()
        self._look, self._row, self._text = look, row, text
        self._said: list[tuple[Telling, tuple[str, ...]]] | None = None
        self._rows: list[QBoxLayout] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Other Tellings"))
        self.show_tellings([])

    @property
    def has_something(self) -> bool:
        """Whether another draft was found to tell this."""
        return bool(self._said)

    def show_tellings(self, tellings: Sequence[Telling]) -> None:
        """Show how other drafts tell a passage; what says the same as before stays."""
        found = [one for one in tellings if one.paragraphs]
        said = [(one, tuple(self._paragraphs(one))) for one in found]
        if said == self._said:
            return
        self._said = said
        self._rows.clear()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(IN_PANEL, IN_PANEL, IN_PANEL, IN_PANEL)
        column.setSpacing(BETWEEN_GROUPS)
        for telling in found:
            column.addLayout(self._telling(telling))
        if not found:
            nothing = QLabel(_("No other draft tells this, as far as found."))
            nothing.setProperty("part", "soft")
            nothing.setWordWrap(True)
            column.addWidget(nothing)
        column.addStretch(1)
        self._place_acts()
        self.setWidget(inside)

    def _telling(self, telling: Telling) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(BETWEEN_CONTROLS)
        head = QHBoxLayout()
        row = self._row(telling.draft)
        if row is not None:
            chip = Chip(self._look)
            chip.show_letter(row.letter, row.colour)
            head.addWidget(chip)
            name = QLabel(row.name)
            name.setProperty("part", "name")
            name.setWordWrap(True)
            head.addWidget(name, 1)
        words = "\n\n".join(self._paragraphs(telling))
        count = count_words(words)
        head.addWidget(_counted(count))
        made.addLayout(head)
        said = QLabel(words)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setFont(self._look.lettering.text_font(_TEXT_SIZE))
        said.setWordWrap(True)
        said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made.addWidget(said)
        if count > _WHOLE:
            made.addLayout(_shortened(said, words, count))
        made.addLayout(self._acts(telling))
        return made

    def _acts(self, telling: Telling) -> QHBoxLayout:
        acts = QHBoxLayout()
        acts.setSpacing(BETWEEN_CONTROLS)
        for words, asked in (
            (_("Put In After This"), self.put_in_asked),
            (_("Open Beside"), self.beside_asked),
        ):
            button = QPushButton(words)
            button.clicked.connect(lambda _on=False, asked=asked: asked.emit(telling))
            # How wide it is, it knows only in its own style.
            button.ensurePolished()
            acts.addWidget(button)
        acts.addStretch(1)
        self._rows.append(acts)
        return acts

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_acts()

    def _place_acts(self) -> None:
        """Put what can be done under each other where the words are too long for a row."""
        room = self.viewport().width() - 2 * IN_PANEL
        way = QBoxLayout.Direction
        for acts in self._rows:
            items = [item for at in range(acts.count()) if (item := acts.itemAt(at))]
            widths = [item.sizeHint().width() for item in items if item.widget()]
            wide = sum(widths) + BETWEEN_CONTROLS * (len(widths) - 1)
            acts.setDirection(way.LeftToRight if wide <= room else way.TopToBottom)

    def _paragraphs(self, telling: Telling) -> list[str]:
        text = self._text(telling.draft)
        places = [text.place_of(id) for id in telling.paragraphs]
        found = [text.paragraphs[place] for place in places if place is not None]
        return ["⁂" if one.kind == Kind.SCENE_BREAK else one.text for one in found]


def _counted(count: int) -> QLabel:
    told = ngettext("{words} word", "{words} words", count).format(words=grouped(count))
    label = QLabel(told)
    label.setProperty("part", "caption")
    return label


def _shortened(said: QLabel, words: str, count: int) -> QHBoxLayout:
    """Show the beginning of a long telling, and under it a link to the rest."""
    end = next(islice(_WORD.finditer(words), _FIRST, None)).start()
    beginning = f"{words[:end].rstrip()} …"
    rest = count - count_words(words[:end])
    told = ngettext("{words} word more", "{words} words more", rest).format(words=grouped(rest))
    more = QPushButton()
    more.setProperty("part", "link")

    def show(*, whole: bool) -> None:
        said.setText(words if whole else beginning)
        more.setText(_("Show Less") if whole else told)

    more.clicked.connect(lambda: show(whole=said.text() == beginning))
    show(whole=False)
    row = QHBoxLayout()
    row.addSpacing(-LINK_ROOM)
    row.addWidget(more)
    row.addStretch(1)
    return row
