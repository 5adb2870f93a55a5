"""The menu of the text: what may have been meant by a misspelled word, then what one does there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QMenu

from writerdesk.frozen import frozen
from writerdesk.ui.editor import Editor
from writerdesk.ui.story_view import StoryView
from writerdesk.words import _

_ENTRIES = (
    "edit.cut",
    "edit.copy",
    "edit.paste",
    "edit.paste_plain",
    "",
    "edit.select_passage",
    "",
    "edit.note",
    "edit.remark",
    "edit.new_character",
    "format.link",
)


@frozen
class Suggestions:
    """What may have been meant by a word, and what can be done about it."""

    word: str
    instead: tuple[str, ...]
    put_in: Callable[[str], object]
    add: Callable[[], object]
    ignore: Callable[[], object]
    go_on: Callable[[], object]


def text_menu(editor: Editor, story: StoryView, suggestions: Suggestions | None) -> QMenu:
    """Return the menu, to be popped up; it goes when it is closed."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(_("Text"))
    if suggestions is not None:
        _suggest(menu, suggestions)
    known = {action.data().id: action for action in _commands_of(story)}
    wanted = False
    for id in _ENTRIES:
        if not id:
            wanted = not menu.isEmpty()
        elif id in known:
            if wanted:
                menu.addSeparator()
                wanted = False
            menu.addAction(known[id])
    return menu


def _suggest(menu: QMenu, said: Suggestions) -> None:
    for other in said.instead:
        entry = menu.addAction(other)
        font = QFont(entry.font())
        font.setWeight(QFont.Weight.DemiBold)
        entry.setFont(font)
        entry.triggered.connect(lambda _checked=False, other=other: said.put_in(other))
    if not said.instead:
        menu.addAction(_("Nothing like “{word}” in the dictionary").format(word=said.word))
        menu.actions()[-1].setEnabled(False)
    menu.addSeparator()
    for words, act in (
        (_("Add “{word}” to the Story’s Dictionary").format(word=said.word), said.add),
        (_("Ignore “{word}” for Now").format(word=said.word), said.ignore),
        (_("Next Misspelled Word"), said.go_on),
    ):
        menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act())
    menu.addSeparator()
    if said.instead:
        menu.setActiveAction(menu.actions()[0])


def _commands_of(story: StoryView) -> list[QAction]:
    # The actions of the commands stand on the window, and on whatever their keys hold at.
    holders = (story.window(), story.write)
    actions = [action for holder in holders for action in holder.actions()]
    return [action for action in actions if action.data() is not None]
