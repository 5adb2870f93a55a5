"""The fields of a character sheet as widgets: one for each type, telling what was written."""

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from writerdesk.manuscript import Document, Value
from writerdesk.story.sheet import FieldType, SheetField
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, FIELD_HEIGHT
from writerdesk.words import _

# What was written is told after such a rest, as a note is.
_REST = 600
_MOST_LINES = 6
_PICTURE_WIDTH = 240
_WHOLE_NUMBER, _DAY = QRegularExpression(r"-?\d{0,15}"), QRegularExpression(r"[\d\-./ ]*")


class FieldEditor(QWidget):
    """Edits one value; ``told`` carries what it is now, None for nothing.

    ``typing`` carries it with every key, to be made safe.
    """

    told = Signal(object)
    typing = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.tell)
        self._row = QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.name = name
        self._unsaid = False

    def show_value(self, own: Value, fallback: Value) -> None:
        """Show what is noted here, and softly what holds where nothing is."""

    def value(self) -> Value:
        """Return what is written now."""
        return None

    @property
    def is_being_written(self) -> bool:
        """Whether something was written that was not told yet."""
        return self._unsaid

    def tell(self) -> None:
        """Tell what was written and not told yet."""
        self._rest.stop()
        if self._unsaid:
            self._unsaid = False
            self.told.emit(self.value())

    def _take(self, widget: QWidget) -> None:
        widget.setAccessibleName(self.name)
        widget.installEventFilter(self)
        self._row.addWidget(widget)
        self.setFocusProxy(widget)

    def _note_writing(self) -> None:
        self._unsaid = True
        self._rest.start()
        self.typing.emit(self.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.tell()
        return super().eventFilter(watched, event)


class WordsEditor(FieldEditor):
    """A text that grows with what is written, up to a few lines."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.field = QPlainTextEdit()
        self.field.setProperty("part", "words")
        self.field.setTabChangesFocus(True)
        self.field.textChanged.connect(self._grow)
        self.field.textChanged.connect(self._note_writing)
        self._take(self.field)

    def show_value(self, own: Value, fallback: Value) -> None:
        self.field.setPlaceholderText(told(fallback))
        if self.field.toPlainText() != told(own):
            self.field.blockSignals(True)
            self.field.setPlainText(told(own))
            self.field.blockSignals(False)
        self._grow()

    def value(self) -> Value:
        return self.field.toPlainText().strip() or None

    def _grow(self) -> None:
        lines = 0
        block = self.field.document().begin()
        shown = self.field.toPlainText() or self.field.placeholderText()
        if not self.field.toPlainText():
            width = max(1, self.field.viewport().width() - 8)
            lines = -(-self.fontMetrics().horizontalAdvance(shown) // width)
        while block.isValid():
            lines += max(1, block.layout().lineCount()) if self.field.toPlainText() else 0
            block = block.next()
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if lines > _MOST_LINES else policy.ScrollBarAlwaysOff
        self.field.setVerticalScrollBarPolicy(bar)
        lines = min(max(1, lines), _MOST_LINES)
        # One line is as high as any other field.
        self.field.setFixedHeight(FIELD_HEIGHT + (lines - 1) * self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # pyright: ignore[reportArgumentType]
        self._grow()


class LineEditor(FieldEditor):
    """A number, a date, or several words with semicolons between."""

    def __init__(self, name: str, field: str, hint: str = "") -> None:
        super().__init__(name)
        self._type = field
        self._hint = hint
        self.field = QLineEdit()
        if field in (FieldType.NUMBER, FieldType.DATE):
            shape = _WHOLE_NUMBER if field == FieldType.NUMBER else _DAY
            self.field.setValidator(QRegularExpressionValidator(shape, self.field))
        self.field.textEdited.connect(lambda _text: self._note_writing())
        self._take(self.field)

    def show_value(self, own: Value, fallback: Value) -> None:
        self.field.setPlaceholderText(told(fallback) or self._hint)
        # A word where a number should be, from another program, is shown all the same.
        if self.field.text() != told(own):
            self.field.setText(told(own))

    def value(self) -> Value:
        text = self.field.text().strip()
        if self._type == FieldType.TAGS:
            return tuple(part.strip() for part in text.split(";") if part.strip()) or None
        if self._type == FieldType.NUMBER and text.lstrip("-").isdigit():
            return int(text)
        return text or None


class ChoiceEditor(FieldEditor):
    """One of some words, or another one."""

    def __init__(self, name: str, choices: tuple[str, ...]) -> None:
        super().__init__(name)
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.field.addItems(["", *choices])
        self.field.editTextChanged.connect(lambda _text: self._note_writing())
        self._take(self.field)
        line = self.field.lineEdit()
        assert line is not None
        line.setAccessibleName(name)
        line.installEventFilter(self)

    def show_value(self, own: Value, fallback: Value) -> None:
        self.field.blockSignals(True)
        line = self.field.lineEdit()
        assert line is not None
        line.setPlaceholderText(told(fallback))
        if self.field.currentText() != told(own):
            self.field.setCurrentText(told(own))
        self.field.blockSignals(False)

    def value(self) -> Value:
        return self.field.currentText().strip() or None


class PictureEditor(FieldEditor):
    """A picture, to be chosen or taken away."""

    choose_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._value: bytes | None = None
        self.picture = QLabel()
        self.picture.setAccessibleName(name)
        self.choose = QPushButton(_("Choose a Picture…"))
        self.choose.setAccessibleName(_("Choose a picture for {name}").format(name=name))
        self.away = QPushButton(_("Take Away"))
        self.away.setProperty("part", "link")
        self.away.setAccessibleName(_("Take the picture away"))
        self.choose.clicked.connect(self.choose_asked)
        self.away.clicked.connect(lambda: self.told.emit(None))
        self._row.addWidget(self.picture)
        row = QHBoxLayout()
        row.setSpacing(BETWEEN_CONTROLS)
        row.addWidget(self.choose)
        row.addWidget(self.away)
        row.addStretch(1)
        self._row.addLayout(row)
        self.setFocusProxy(self.choose)

    def show_value(self, own: Value, fallback: Value) -> None:
        self._value = own if isinstance(own, bytes) else None
        shown = own if isinstance(own, bytes) else fallback
        image = QImage.fromData(shown, "JPEG") if isinstance(shown, bytes) else QImage()  # pyright: ignore[reportArgumentType]
        self.picture.setVisible(not image.isNull())
        self.away.setVisible(self._value is not None)
        if not image.isNull():
            scale = self.devicePixelRatioF()
            wide = round(min(_PICTURE_WIDTH, image.width()) * scale)
            image = image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(scale)
            self.picture.setPixmap(QPixmap.fromImage(image))

    def value(self) -> Value:
        return self._value


def editor_of(field: SheetField) -> FieldEditor:
    """Return what edits a field's value."""
    match field.type:
        case FieldType.PICTURE:
            return PictureEditor(field.name)
        case FieldType.CHOICE:
            return ChoiceEditor(field.name, field.choices)
        case FieldType.NUMBER:
            return LineEditor(field.name, field.type)
        case FieldType.DATE:
            return LineEditor(field.name, field.type, _("year-month-day"))
        case FieldType.TAGS:
            return LineEditor(field.name, field.type, _("several, with ; between"))
        case _:
            return WordsEditor(field.name)


def told(value: Value) -> str:
    """Return a value as the words that are written for it."""
    match value:
        case None | bytes():
            return ""
        case tuple():
            return "; ".join(str(part) for part in value)
        case Document():
            return "\n".join(paragraph.text for paragraph in value.paragraphs)
        case _:
            return str(value)
