"""Menus of the draft whose entries come from the story: its colour and its language.

They are filled when they are opened, so that nothing of them is made for a window that never does.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from writerdesk.story.spelled import set_language
from writerdesk.ui.chip import paint_chip
from writerdesk.ui.languages import language_told, languages_offered
from writerdesk.ui.look import Look
from writerdesk.ui.menus import Actions, with_mnemonic_beside, with_mnemonics
from writerdesk.ui.story_view import StoryView
from writerdesk.words import _

_CHIP = 16
_SCALE = 2


class DraftMenus(QObject):
    """Fills the menus of the chosen draft."""

    def __init__(self, story: StoryView, look: Look) -> None:
        super().__init__(story)
        self._story, self._look = story, look

    def fill(self, actions: Actions) -> None:
        """Fill the menus of a window whenever they are opened."""
        for id, fill in (
            ("colour", self._fill_colours),
            ("language", self._fill_languages),
        ):
            menu = actions.menu(id)
            menu.aboutToShow.connect(lambda menu=menu, fill=fill: (menu.clear(), fill(menu)))

        # The list's own menu is this one: what to do next with a draft belongs in it.
        draft = actions.menu("draft")
        for command in ("compare.with", "story.export"):
            here = [action.text() for action in draft.actions() if action.text()]
            words = actions[command].text().replace("&", "")
            entry = QAction(with_mnemonic_beside(words, here), draft)
            entry.triggered.connect(actions[command].trigger)
            draft.insertAction(actions["draft.up"], entry)
        draft.insertSeparator(actions["draft.up"])

    def _fill_colours(self, menu: QMenu) -> None:
        draft = self._story.workspace.story.draft(self._story.draft)
        said = [_("Of its letter"), *_colours()]
        values = ["", *(str(number) for number in range(len(_colours())))]
        _fill_choices(menu, said, values, draft.colour, self._colour)
        row = self._story.row(draft.id)
        for number, action in enumerate(menu.actions()):
            shown = number - 1 if number else None
            action.setIcon(_chip(self._look, row.letter if row else "", shown))

    def _fill_languages(self, menu: QMenu) -> None:
        document = self._story.workspace.story.draft(self._story.draft).text
        tags = languages_offered(document.language)
        said = [_("As the story"), *(language_told(tag) for tag in tags)]
        _fill_choices(menu, said, ["", *tags], document.language, self._speak)

    def _colour(self, colour: str) -> None:
        workspace = self._story.workspace
        workspace.change_draft(replace(workspace.story.draft(self._story.draft), colour=colour))

    def _speak(self, language: str) -> None:
        self._story.live.tell_all()
        workspace, draft = self._story.workspace, self._story.draft
        after = set_language(workspace.story, draft, language)
        workspace.become("set_language", after, letter=workspace.story.draft(draft).letter)


def _fill_choices(
    menu: QMenu,
    said: Iterable[str],
    values: Iterable[str],
    now: str,
    choose: Callable[[str], object],
) -> None:
    group = QActionGroup(menu)
    for words, value in zip(with_mnemonics(list(said)), values, strict=True):
        entry = menu.addAction(words)
        entry.setCheckable(True)
        entry.setChecked(value == now)
        group.addAction(entry)
        entry.triggered.connect(lambda _checked=False, value=value: choose(value))


def _colours() -> tuple[str, ...]:
    return (_("Blue"), _("Rust"), _("Green"), _("Plum"), _("Ochre"), _("Slate"))


def _chip(look: Look, letter: str, colour: int | None) -> QIcon:
    picture = QPixmap(_CHIP * _SCALE, _CHIP * _SCALE)
    picture.setDevicePixelRatio(_SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_chip(painter, QRectF(0, 0, _CHIP, _CHIP), letter, look, colour=colour)
    painter.end()
    return QIcon(picture)
