"""One character sheet: what the story and each draft say of somebody, and where they are said."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writerdesk.frozen import frozen
from writerdesk.manuscript import Value
from writerdesk.story.characters import (
    also_call,
    call,
    character,
    delete_sheet,
    differences,
    move_field,
    say,
    sheet_fields,
    use_template,
)
from writerdesk.story.mentioning import Said
from writerdesk.story.same_person import choose_name, names_of_all
from writerdesk.story.sheet import WHOLE_STORY, Character, SheetField
from writerdesk.story.story import Story
from writerdesk.ui.filter_chip import FilterChip
from writerdesk.ui.in_rows import InRows
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CONTROL, IN_PANEL, LINK_ROOM
from writerdesk.ui.panels.sheet_fields import FieldEditor, PictureEditor, editor_of, told
from writerdesk.ui.panels.sheet_links import Mentions, Related
from writerdesk.ui.panels.sheet_parts import caption, clear, heading, link, soft
from writerdesk.words import _
from writerdesk.workspace.workspace import Workspace


@frozen
class PictureWanted:
    """Which sheet and field a picture is for, and in which draft."""

    sheet: str
    field: str
    draft: str


class SheetPage(QWidget):
    """Edits one sheet: the story's values, or those of one draft."""

    back_asked = Signal()
    place_asked = Signal(object)
    sheet_asked = Signal(str)
    picture_asked = Signal(object)
    relation_asked = Signal(str)
    field_asked = Signal(object)
    """The `SheetField` to change, None for a new one."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._look = workspace, look
        self.sheet = ""
        self.draft = WHOLE_STORY
        self._shape: object = None
        self.editors: dict[str, FieldEditor] = {}
        self._differences: dict[str, QLabel] = {}
        self.tabs = QButtonGroup(self)
        self.name, self.aliases = QLineEdit(), QLineEdit()
        self.in_story, self._in_story_row = QComboBox(), QWidget()
        self.mentions, self.related = Mentions(), Related()
        self._tabs_row = QHBoxLayout()
        self._fields = QVBoxLayout()
        self._lay_out()
        self._connect()

    def show_sheet(self, sheet: str) -> None:
        """Show another sheet; which draft's values are shown stays."""
        if sheet != self.sheet:
            self.mentions.start_anew()
        self.sheet = sheet
        self.follow()

    def tell(self) -> None:
        """Tell what was written and not told yet."""
        for editor in self.editors.values():
            editor.tell()
        for field in (self.name, self.aliases):
            if field.isModified():
                field.editingFinished.emit()

    def follow(self) -> None:
        """Show the sheet as the story has it now."""
        story = self._workspace.story
        item = story.items.get(self.sheet)
        if not isinstance(item, Character) or item.deleted:
            self.back_asked.emit()
            return
        if self.draft not in {WHOLE_STORY, *(draft.id for draft in story.drafts)}:
            self.draft = WHOLE_STORY
        fields = sheet_fields(story, item.template)
        shape = (self.sheet, fields, tuple((d.id, d.letter) for d in story.drafts))
        if shape != self._shape:
            self._shape = shape
            self._make_tabs(story)
            self._make_fields(fields)
        self._show_names(item)
        self._show_values(story, item)
        self.related.show_sheet(story, self.sheet)

    def show_mentions(self, said: Sequence[Said]) -> None:
        """Show how often each draft mentions them, and step through the places."""
        letters = {draft.id: draft.letter for draft in self._workspace.story.drafts}
        self.mentions.show_mentions(said, letters)

    def _show_names(self, item: Character) -> None:
        own, aliases = item.own_name_in(self.draft), item.own_aliases_in(self.draft)
        fallback = item.name if self.draft else ""
        self.name.setPlaceholderText(fallback or _("Name"))
        others = item.aliases_in(WHOLE_STORY) if self.draft else ()
        self.aliases.setPlaceholderText("; ".join(others) or _("other names, with ; between"))
        names = names_of_all(self._workspace.story, item)
        self._in_story_row.setVisible(len(names) > 1)
        if [self.in_story.itemText(n) for n in range(self.in_story.count())] != list(names):
            self.in_story.clear()
            self.in_story.addItems(names)
        self.in_story.setCurrentIndex(0)
        for field, text in ((self.name, own), (self.aliases, "; ".join(aliases))):
            if not field.isModified() and field.text() != text:
                field.setText(text)

    def _show_values(self, story: Story, item: Character) -> None:
        differing = differences(story, self.sheet)
        letters = {draft.id: draft.letter for draft in story.drafts}
        for field, editor in self.editors.items():
            fallback = item.own_value_in(field, WHOLE_STORY) if self.draft else None
            if not editor.is_being_written:
                editor.show_value(item.own_value_in(field, self.draft), fallback)
            label = self._differences[field]
            label.setText(_differing(differing.get(field, {}), letters, self.draft))
            label.setVisible(bool(label.text()))

    def _unrelate(self, id: str) -> None:
        self._workspace.become("delete_relation", delete_sheet(self._workspace.story, id))

    def _become(self, after: Story) -> None:
        name = character(after, self.sheet).name
        self._workspace.become("change_character", after, name=name)

    def _keep_safe(self, field: str, value: Value) -> None:
        written = partial(say, id=self.sheet, sheet_field=field, value=value, draft=self.draft)
        self._workspace.typing(self.sheet, written, field)

    def _say(self, field: str, value: Value) -> None:
        self._workspace.typed(self.sheet, field)
        story = self._workspace.story
        if character(story, self.sheet).own_value_in(field, self.draft) != value:
            self._become(say(story, self.sheet, field, value, draft=self.draft))

    def _call(self) -> None:
        self.name.setModified(False)
        story, text = self._workspace.story, " ".join(self.name.text().split())
        if text != character(story, self.sheet).own_name_in(self.draft):
            self._become(call(story, self.sheet, text, draft=self.draft))

    def _choose_name(self, number: int) -> None:
        """Give the story another of their names; what the drafts say does not change."""
        self.tell()
        name = self.in_story.itemText(number)
        story = self._workspace.story
        if name and name != character(story, self.sheet).name:
            self._become(choose_name(story, self.sheet, name))

    def _also_call(self) -> None:
        self.aliases.setModified(False)
        names = tuple(part.strip() for part in self.aliases.text().split(";") if part.strip())
        story = self._workspace.story
        if names != character(story, self.sheet).own_aliases_in(self.draft):
            self._become(also_call(story, self.sheet, names, draft=self.draft))

    def _delete(self) -> None:
        self.tell()
        story = self._workspace.story
        name = character(story, self.sheet).name
        self._workspace.become("delete_character", delete_sheet(story, self.sheet), name=name)

    def use_template(self, template: str) -> None:
        """Give the sheet the fields of a template, or only those of all sheets."""
        self._become(use_template(self._workspace.story, self.sheet, template))

    def _choose_draft(self, draft: str) -> None:
        self.tell()
        self.draft = draft
        self.follow()

    def _make_tabs(self, story: Story) -> None:
        clear(self._tabs_row)
        for button in self.tabs.buttons():
            self.tabs.removeButton(button)
        choices = [(WHOLE_STORY, _("Story"), _("In the story"))]
        in_draft = _("In draft {letter}")
        choices += [(d.id, d.letter, in_draft.format(letter=d.letter)) for d in story.drafts]
        made: list[FilterChip] = []
        for draft, words, name in choices:
            tab = FilterChip(words)
            tab.setChecked(draft == self.draft)
            tab.setAccessibleName(name)
            tab.setToolTip(name)
            tab.clicked.connect(lambda _on=False, draft=draft: self._choose_draft(draft))
            self.tabs.addButton(tab)
            made.append(tab)
        self._tabs_row.addWidget(InRows(made))

    def _make_fields(self, fields: Sequence[SheetField]) -> None:
        clear(self._fields)
        self.editors, self._differences = {}, {}
        for field in fields:
            editor = editor_of(field)
            editor.typing.connect(partial(self._keep_safe, field.id))
            editor.told.connect(lambda value, id=field.id: self._say(id, value))
            if isinstance(editor, PictureEditor):
                editor.choose_asked.connect(lambda id=field.id: self._ask_picture(id))
            differing = soft("")
            differing.setTextFormat(Qt.TextFormat.PlainText)
            self.editors[field.id], self._differences[field.id] = editor, differing
            self._fields.addLayout(self._field_head(field))
            self._fields.addWidget(editor)
            self._fields.addWidget(differing)
            self._fields.addSpacing(BETWEEN_CONTROLS)

    def _field_head(self, field: SheetField) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(caption(field.name), 1)
        more = QToolButton()
        more.setText("⋯")
        more.setAccessibleName(_("More for the field {name}").format(name=field.name))
        more.setToolTip(_("Change the field"))
        menu = QMenu(more)
        menu.addAction(_("Change Field…"), lambda: self.field_asked.emit(field))
        menu.addAction(_("Move Up"), lambda: self._move(field, -1))
        menu.addAction(_("Move Down"), lambda: self._move(field, 1))
        menu.addAction(_("Delete Field"), lambda: self._delete_field(field))
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        head.addWidget(more)
        return head

    def _ask_picture(self, field: str) -> None:
        self.picture_asked.emit(PictureWanted(self.sheet, field, self.draft))

    def _move(self, field: SheetField, by: int) -> None:
        after = move_field(self._workspace.story, field.id, by=by)
        self._workspace.become("change_field", after, name=field.name)

    def _delete_field(self, field: SheetField) -> None:
        after = self._workspace.story.put(replace(field, deleted=True))
        self._workspace.become("delete_field", after, name=field.name)

    def _connect(self) -> None:
        self.mentions.place_asked.connect(self.place_asked)
        self.related.sheet_asked.connect(self.sheet_asked)
        self.related.away_asked.connect(self._unrelate)
        self.name.editingFinished.connect(self._call)
        self.aliases.editingFinished.connect(self._also_call)
        self.in_story.activated.connect(self._choose_name)

    def _lay_out_names(self) -> None:
        in_story = QHBoxLayout(self._in_story_row)
        in_story.setContentsMargins(0, 0, 0, BETWEEN_CONTROLS)
        in_story.setSpacing(IN_CONTROL)
        in_story.addWidget(QLabel(_("In this story:")))
        in_story.addWidget(self.in_story, 1)
        self.in_story.setAccessibleName(_("The name in this story"))
        self.in_story.setToolTip(_("Passages taken from other drafts arrive with this name."))

    def _lay_out(self) -> None:
        self.name.setAccessibleName(_("Name"))
        self.aliases.setAccessibleName(_("Also called"))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(IN_PANEL, BETWEEN_CONTROLS, IN_PANEL, IN_PANEL)
        column.setSpacing(IN_CONTROL)
        # Fields grow while they are laid out: without this a new sheet stands squeezed for a while.
        column.setSizeConstraint(column.SizeConstraint.SetMinimumSize)
        self._tabs_row.setSpacing(IN_CONTROL)
        column.addLayout(self._tabs_row)
        column.addSpacing(IN_CONTROL)
        for words, field in ((_("Name"), self.name), (_("Also called"), self.aliases)):
            column.addWidget(caption(words))
            column.addWidget(field)
            column.addSpacing(BETWEEN_CONTROLS)
        self._lay_out_names()
        column.addWidget(self._in_story_row)
        column.addWidget(heading(_("Mentions")))
        column.addWidget(self.mentions)
        column.addSpacing(BETWEEN_CONTROLS)
        column.addWidget(heading(_("What is known")))
        column.addLayout(self._fields)
        column.addWidget(
            link(_("Add a Field…"), lambda: self.field_asked.emit(None)),
            alignment=Qt.AlignmentFlag.AlignLeft,
        )
        column.addSpacing(BETWEEN_CONTROLS)
        column.addWidget(heading(_("Related")))
        column.addWidget(self.related)
        column.addWidget(
            link(_("Add a Relation…"), lambda: self.relation_asked.emit(self.sheet)),
            alignment=Qt.AlignmentFlag.AlignLeft,
        )
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(area, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        edge = IN_PANEL - LINK_ROOM
        head.setContentsMargins(edge, BETWEEN_CONTROLS, edge, 0)
        head.addWidget(link(_("‹ All Characters"), self.back_asked.emit))
        head.addStretch(1)
        delete = link(_("Delete"), self._delete)
        delete.setAccessibleName(_("Delete the sheet"))
        head.addWidget(delete)
        return head


def _differing(noted: Mapping[str, Value], letters: Mapping[str, str], draft: str) -> str:
    """Return what the drafts say of a field on which they do not agree."""
    lines = [
        f"{letters[id]}  {_('another picture') if isinstance(value, bytes) else told(value)}"
        for id, value in noted.items()
        if id in letters and id != draft
    ]
    return "\n".join(["≠ " + lines[0], *("   " + line for line in lines[1:])]) if lines else ""
