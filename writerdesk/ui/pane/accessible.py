"""What a screen reader finds in the painted columns: a list a column, in it a paragraph a passage.

Decided and measured in docs/decisions/accessible-pane.md: interfaces made in Python, kept by
Python, and never ``interface_cast``.
"""

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from writerdesk.compare.plans import GAP_ROW, Block
from writerdesk.manuscript import Document, ParagraphId
from writerdesk.ui.pane.scene import Scene
from writerdesk.ui.pane.told import told_of
from writerdesk.ui.pane.view import ColumnsView
from writerdesk.words import _

# The stubs know no "nothing" where Qt's own documentation answers with a null pointer: hence the
# ignores below.

# Qt keeps no reference to what the factory returns; without one of ours it is gone at once.
_handed_out: list["_Columns"] = []


def install() -> None:
    """Let screen readers into every comparison; once for the whole application."""
    if not _installed:
        QAccessible.installFactory(_made)
        _installed.append(True)


_installed: list[bool] = []


def announce(view: ColumnsView, column: int, paragraph: int) -> None:
    """Tell a screen reader that the reader is at another passage."""
    for columns in _handed_out:
        if columns.view is view:
            passage = columns.passage(column, paragraph)
            if passage is not None:
                QAccessible.updateAccessibility(QAccessibleEvent(passage, QAccessible.Event.Focus))


def texts_changed(view: ColumnsView) -> None:
    """Tell a screen reader that the columns show other texts."""
    for columns in _handed_out:
        if columns.view is view:
            columns.renew()


def _made(key: str, described: QObject) -> QAccessibleInterface | None:
    del key
    if isinstance(described, ColumnsView):
        made = _Columns(described)
        _handed_out.append(made)
        described.destroyed.connect(made.forget)
        return made
    return None


class _Columns(QAccessibleWidget):
    """The whole pane: its children are the columns."""

    def __init__(self, view: ColumnsView) -> None:
        super().__init__(view, QAccessible.Role.Pane, _("Comparison"))
        self.view = view
        self._columns: list[_Column] = []
        self._former: list[_Column] = []
        self._fill()

    def passage(self, column: int, paragraph: int) -> "_Passage | None":
        """Return the child that stands for a passage."""
        if column < len(self._columns):
            return self._columns[column].passage(paragraph)
        return None

    def renew(self) -> None:
        """Hand out children of the texts shown now; of the same drafts, the same ones."""
        scene = self.view.scene
        drafts = [column.draft for column in scene.columns] if scene else []
        if drafts != [column.draft for column in self._columns]:
            self._former = [*self._former[-_FORMER:], *self._columns]
            for column in self._columns:
                column.is_current = False
            self._fill()
        QAccessible.updateAccessibility(
            QAccessibleEvent(self.view, QAccessible.Event.ObjectReorder)
        )

    def forget(self) -> None:
        """Let go of the texts: the pane is gone, only this object may still be asked."""
        self._columns, self._former = [], []
        self.view.forget()

    def childCount(self) -> int:
        """Count the columns."""
        return len(self._columns)

    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return a column."""
        return self._columns[index] if 0 <= index < len(self._columns) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which column a child is."""
        return child.number if isinstance(child, _Column) else -1

    def _fill(self) -> None:
        scene = self.view.scene
        shown = scene.columns if scene else ()
        self._columns = [_Column(self, n, column.draft) for n, column in enumerate(shown)]


# A client may still ask the children of the last few texts; older ones it has let go.
_FORMER = 16


class _Part(QAccessibleInterface):
    """What columns and passages have in common."""

    def __init__(self, columns: _Columns) -> None:
        super().__init__()
        self.columns = columns

    @property
    def scene(self) -> Scene | None:
        """What is shown."""
        return self.columns.view.scene

    def object(self) -> QObject | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Say that there is no widget behind this."""
        return None

    def window(self) -> QWindow | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the window all is in."""
        return self.columns.view.window().windowHandle()

    def childAt(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, x: int, y: int
    ) -> QAccessibleInterface | None:
        """Return the child at a point of the screen."""
        for index in range(self.childCount()):
            child = self.child(index)
            if child is not None and child.rect().contains(x, y):
                return child
        return None

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Change nothing: what is told here is told by the text."""


class _Column(_Part):
    """A column: its children are the passages, made when they are asked for."""

    def __init__(self, columns: _Columns, number: int, draft: str) -> None:
        super().__init__(columns)
        self.number = number
        self.draft = draft
        self.is_current = True
        self._passages: dict[ParagraphId, _Passage] = {}

    @property
    def document(self) -> Document:
        """The text as it is now; none any more when another draft is shown."""
        scene = self.scene
        if not self.is_current or scene is None or self.number >= len(scene.columns):
            return Document()
        return scene.columns[self.number].document

    def passage(self, paragraph: int) -> "_Passage | None":
        """Return the child for a paragraph: one and the same through all edits of it."""
        document = self.document
        if not 0 <= paragraph < len(document):
            return None
        id = document.ids[paragraph]
        if id not in self._passages:
            self._passages[id] = _Passage(self, id)
        return self._passages[id]

    def isValid(self) -> bool:
        """Say whether this column is still shown."""
        return self.is_current

    def parent(self) -> QAccessibleInterface:
        """Return the pane."""
        return self.columns

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """Return the passage at a point of the screen: only those in view have a place."""
        point = self.columns.view.viewport().mapFromGlobal(QPoint(x, y))
        for block in self.scene.stage.blocks() if self.scene else ():
            inside = block.top <= point.y() < block.top + block.height
            if block.column == self.number and block.paragraph != GAP_ROW and inside:
                return self.passage(block.paragraph)
        return None

    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return a passage."""
        return self.passage(index)

    def childCount(self) -> int:
        """Count the passages."""
        return len(self.document)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which passage a child is."""
        return child.number if isinstance(child, _Passage) else -1

    def text(self, t: QAccessible.Text) -> str:
        """Return the column's name."""
        scene = self.scene
        if t is not QAccessible.Text.Name or scene is None or self.number >= len(scene.columns):
            return ""
        column = scene.columns[self.number]
        return _("Column {letter}: {name}").format(letter=column.letter, name=column.name)

    def rect(self) -> QRect:
        """Return where the column is on the screen."""
        scene, viewport = self.scene, self.columns.view.viewport()
        if scene is None or self.number >= len(scene.geometry.columns):
            return QRect()
        place = scene.geometry.columns[self.number]
        corner = viewport.mapToGlobal(QPoint(round(place.left), 0))
        return QRect(corner.x(), corner.y(), round(place.right - place.left), viewport.height())

    def role(self) -> QAccessible.Role:
        """Say that this is a list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """Say that nothing can be written here."""
        state = QAccessible.State()
        state.readOnly = True
        return state


class _Passage(_Part):
    """A passage: its name is its text, its description what the comparison says of it."""

    def __init__(self, column: _Column, id: ParagraphId) -> None:
        super().__init__(column.columns)
        self.column = column
        self.id = id

    @property
    def number(self) -> int:
        """Which paragraph of its column it is now; -1 when it is gone."""
        document = self.column.document
        number = document.place_of(self.id) if self.id in document else None
        return -1 if number is None else number

    def isValid(self) -> bool:
        """Say whether this passage is still shown."""
        return self.number >= 0

    def parent(self) -> QAccessibleInterface:
        """Return the column."""
        return self.column

    def child(self, index: int) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return nothing: a passage is told as a whole."""
        del index

    def childCount(self) -> int:
        """Count no children."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Find no child."""
        del child
        return -1

    def text(self, t: QAccessible.Text) -> str:
        """Return the passage's words, or what is told of them."""
        scene, number = self.scene, self.number
        if scene is None or number < 0:
            return ""
        if t is QAccessible.Text.Name:
            return self.column.document.paragraphs[number].text
        if t is QAccessible.Text.Description:
            return told_of(scene, self.column.number, number)
        return ""

    def rect(self) -> QRect:
        """Return where the passage is on the screen; nowhere while it is out of view."""
        block = self._block()
        if block is None:
            return QRect()
        column = self.column.rect()
        return QRect(column.x(), column.y() + round(block.top), column.width(), round(block.height))

    def role(self) -> QAccessible.Role:
        """Say that this is a paragraph."""
        return QAccessible.Role.Paragraph

    def state(self) -> QAccessible.State:
        """Say whether it is in view and whether the reader is there."""
        state = QAccessible.State()
        state.readOnly = state.focusable = True
        state.offscreen = self._block() is None
        scene = self.scene
        state.focused = scene is not None and scene.focus == (self.column.number, self.number)
        return state

    def _block(self) -> Block | None:
        number = self.number
        if self.scene is None or number < 0:
            return None
        return next(
            (
                block
                for block in self.scene.stage.blocks()
                if block[:2] == (self.column.number, number)
            ),
            None,
        )
