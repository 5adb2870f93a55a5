"""Asks what a field of the sheets is to be, and how two people are related."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from writerdesk.frozen import frozen
from writerdesk.story.characters import add_field, character, characters, relate, templates
from writerdesk.story.identities import Identities
from writerdesk.story.sheet import FieldType, SheetField
from writerdesk.story.story import Story
from writerdesk.ui.forms import form_of, keep_or_cancel
from writerdesk.ui.look.spacing import BETWEEN_GROUPS
from writerdesk.words import _


@frozen
class Asked:
    """The story as it was asked for, and the field's name."""

    story: Story
    name: str


class FieldDialog(QDialog):
    """Asks for a field's name, what it holds, and which sheets have it."""

    def __init__(self, story: Story, field: SheetField | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Change Field") if field else _("Add a Field"))
        field = field or SheetField("")
        self.name, self.choices = QLineEdit(field.name), QLineEdit("; ".join(field.choices))
        self.choices.setPlaceholderText(_("with ; between"))
        self.type, self.template = QComboBox(), QComboBox()
        for type, words in _types():
            self.type.addItem(words, type.value)
        self.type.setCurrentIndex(self.type.findData(field.type))
        self.template.setEditable(True)
        self.template.addItems(["", *templates(story)])
        self.template.setCurrentText(field.template)
        line = self.template.lineEdit()
        assert line is not None
        line.setPlaceholderText(_("all sheets"))
        self.type.currentIndexChanged.connect(self._show_choices)
        _lay_out(
            self,
            (_("Name"), self.name),
            (_("Holds"), self.type),
            (_("Choices"), self.choices),
            (_("On sheets of"), self.template),
        )
        self._show_choices()

    def _show_choices(self) -> None:
        self.choices.setEnabled(self.type.currentData() == FieldType.CHOICE.value)


class RelationDialog(QDialog):
    """Asks to whom somebody is related, and what each is to the other."""

    def __init__(self, story: Story, sheet: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Add a Relation"))
        one = character(story, sheet)
        self.other, self.word, self.back = QComboBox(), QLineEdit(), QLineEdit()
        for other in characters(story):
            if other.id != sheet:
                self.other.addItem(other.name or _("Nameless"), other.id)
        self.word.setPlaceholderText(_("sister of"))
        self.back.setPlaceholderText(_("brother of"))
        _lay_out(
            self,
            (_("{name} is…").format(name=one.name), self.word),
            (_("…to"), self.other),
            (_("who is, to {name},").format(name=one.name), self.back),
        )


def ask_field(
    story: Story, field: SheetField | None, identities: Identities, parent: QWidget
) -> Asked | None:
    """Ask for a new field, or what one is to be from now on; None if nothing is wanted."""
    dialog = FieldDialog(story, field, parent)
    if not dialog.exec() or not dialog.name.text().strip():
        return None
    name, type = dialog.name.text().strip(), dialog.type.currentData()
    choices = tuple(part.strip() for part in dialog.choices.text().split(";") if part.strip())
    template = dialog.template.currentText().strip()
    if field is not None:
        changed = replace(field, name=name, type=type, choices=choices, template=template)
        return Asked(story.put(changed), name)
    after = add_field(
        story, name, identities, type=FieldType(type), choices=choices, template=template
    )
    return Asked(after, name)


def ask_relation(story: Story, sheet: str, identities: Identities, parent: QWidget) -> Story | None:
    """Ask for a relation of somebody; None if nothing is wanted."""
    dialog = RelationDialog(story, sheet, parent)
    if not dialog.exec() or not dialog.word.text().strip() or dialog.other.count() == 0:
        return None
    word = dialog.word.text().strip()
    back = dialog.back.text().strip() or word
    return relate(story, sheet, dialog.other.currentData(), identities, word=word, back=back)


def _types() -> tuple[tuple[FieldType, str], ...]:
    return (
        (FieldType.TEXT, _("Text")),
        (FieldType.CHOICE, _("A choice")),
        (FieldType.NUMBER, _("A number")),
        (FieldType.TAGS, _("Several words")),
        (FieldType.PICTURE, _("A picture")),
        (FieldType.DATE, _("A date")),
    )


def _lay_out(dialog: QDialog, *rows: tuple[str, QWidget]) -> None:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*[BETWEEN_GROUPS] * 4)
    column.setSpacing(BETWEEN_GROUPS)
    column.addLayout(form_of(rows))
    column.addWidget(keep_or_cancel(dialog, dialog.windowTitle()))
    dialog.setMinimumWidth(380)
