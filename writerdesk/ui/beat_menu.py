"""What can be done with a beat in the overview, as a menu: by the right button or the menu key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, ParagraphId
from writerdesk.words import _

# As many letters of a passage as tell it from its neighbours.
_FIRST_LETTERS = 48


@frozen
class BeatDeeds:
    """What a menu offers of one cell; None is what can't be done there."""

    compare: Callable[[], object]
    name: Callable[[], object]
    join: Callable[[], object] | None
    split: Callable[[ParagraphId], object] | None
    sunder: Callable[[], object] | None


def beat_menu(
    over: QWidget, deeds: BeatDeeds, document: Document | None, passages: Sequence[ParagraphId]
) -> QMenu:
    """Return the menu of a cell with these passages, to be popped up; it goes when it is closed."""
    menu = QMenu(over)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(_("Beat"))
    _add(menu, _("Compare Here"), deeds.compare)
    _add(menu, _("Name…"), deeds.name)
    menu.addSeparator()
    _add(menu, _("Join with the Next"), deeds.join)
    parts = menu.addMenu(_("Split Here"))
    split = deeds.split
    for id in passages[1:] if split and document else ():
        first = _first_words(document, id) if document else ""
        _add(parts, first, lambda id=id: split(id) if split else None)
    parts.menuAction().setEnabled(not parts.isEmpty())
    _add(menu, _("This Does Not Belong Here"), deeds.sunder)
    return menu


def _add(menu: QMenu, said: str, deed: Callable[[], object] | None) -> None:
    entry = menu.addAction(said)
    entry.setEnabled(deed is not None)
    if deed is not None:
        entry.triggered.connect(lambda _checked=False: deed())


def _first_words(document: Document, id: ParagraphId) -> str:
    place = document.place_of(id)
    text = " ".join(document.paragraphs[place].text.split()) if place is not None else ""
    # A sign of the text must not become a key of the menu.
    shown = text if len(text) <= _FIRST_LETTERS else text[:_FIRST_LETTERS].rsplit(" ", 1)[0] + "…"
    return shown.replace("&", "&&")
