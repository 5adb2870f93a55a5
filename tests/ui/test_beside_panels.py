"""What is kept beside the text, in the window: notes, sheets, search, with real keys and clicks."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.desk import window_of
from writerdesk.manuscript import Numbering, Passage
from writerdesk.story.characters import (
    add_field,
    characters,
    relate,
    sheet_fields,
)
from writerdesk.story.notes import likely_place, notes
from writerdesk.story.sheet import FieldType
from writerdesk.ui.panels.remark_dialog import RemarkDialog
from writerdesk.ui.panels.sheet_page import PictureWanted

_DRAFTS = (
    ["At the quay Ida met Tom. It was Ida who spoke.", "The harbour froze in March."],
    ["In March the harbour froze. Then Ida and Tom came.", "The dog Rusty barked."],
)


@pytest.fixture
def window(qtbot):
    return window_of(qtbot, _DRAFTS)


@pytest.fixture
def story(window):
    window.story.show_mode("write")
    window.story.write.editor.setFocus()
    return window.story


def select(story, start, end):
    editor = story.write.editor
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def opened(window, qtbot, command):
    """Open a panel and wait until it is there."""
    window.actions_[command].trigger()
    panels = window.story.beside
    name = "notes" if command == "edit.note" else command.removeprefix("panel.")
    qtbot.waitUntil(lambda: getattr(panels, name).isVisible())
    return getattr(panels, name)


def said(story):
    return [[p.text for p in one.note.text.paragraphs] for one in notes(story.workspace.story)]


def test_a_note_here_is_written_on_the_selected_words(window, story, qtbot):
    select(story, 12, 15)
    window.actions_["edit.note"].trigger()
    assert story.panel.open == "notes"
    QTest.keyClicks(story.beside.notes.editor, "Whose Ida?")
    qtbot.waitUntil(lambda: said(story) == [["Whose Ida?"]])
    [placed] = notes(story.workspace.story)
    assert placed.passage
    assert (placed.passage.start, placed.passage.end) == (12, 15)
    assert story.beside.notes.go.text() == "On passage 1 of A"
    story.beside.notes.done.click()
    assert notes(story.workspace.story)[0].note.done
    window.actions_["edit.undo"].trigger()
    assert not notes(story.workspace.story)[0].note.done


def test_a_checklist_is_written_and_ticked_by_keys(window, story, qtbot):
    window.actions_["edit.note"].trigger()
    editor = story.beside.notes.editor
    editor.toggle_boxes()
    QTest.keyClicks(editor, "ask Tom")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "ask Ida")
    editor.tell()
    paragraphs = notes(story.workspace.story)[0].note.text.paragraphs
    assert [(p.text, p.numbering) for p in paragraphs] == [
        ("ask Tom", Numbering.DONE),
        ("ask Ida", Numbering.OPEN),
    ]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    editor.tell()
    assert notes(story.workspace.story)[0].note.text.paragraphs[-1].numbering == ""


def test_an_orphan_is_offered_its_likeliest_place(window, story, qtbot):
    panel = opened(window, qtbot, "edit.note")
    [draft, _other] = story.workspace.story.drafts
    frozen = Passage(draft.id, (draft.text.ids[1],))
    panel.add_on(frozen)
    text = draft.text.paragraphs[1]
    away = draft.text.splice(1, 2, [(story.workspace.identities.paragraph(), text)])
    story.workspace.edit(draft.id, away)
    panel.follow()
    assert not panel.orphan.isHidden()
    one = next(one for one in notes(story.workspace.story) if one.is_orphan)
    assert likely_place(story.workspace.story, one.note)
    panel.orphan.put.click()
    assert not any(one.is_orphan for one in notes(story.workspace.story))
    assert panel.orphan.isHidden()


def test_a_remark_goes_to_what_it_quotes(window, story, qtbot):
    dialog = RemarkDialog(story.workspace.story, 'I like "the harbour froze" a lot.', story)
    qtbot.addWidget(dialog)
    assert dialog.found.count() == 2
    dialog.found.item(0).setCheckState(Qt.CheckState.Unchecked)
    after = dialog.noted_in(story.workspace.story, story.workspace.identities)
    [placed] = notes(after)
    assert placed.passage
    assert placed.passage.draft == story.workspace.story.drafts[1].id
    dialog.remark.setPlainText("Nothing quoted.")
    dialog.look()
    assert dialog.found.isHidden()
    [on_story] = notes(dialog.noted_in(story.workspace.story, story.workspace.identities))
    assert on_story.note.on == "story"


def test_a_character_is_made_of_the_selected_name_and_its_mentions_are_stepped_through(
    window, story
):
    select(story, 12, 15)
    window.actions_["edit.new_character"].trigger()
    [ida] = characters(story.workspace.story)
    assert ida.name == "Ida"
    page = story.beside.characters.page
    forward = [
        button
        for button in page.findChildren(type(story.panel._close))
        if button.accessibleName() == "Next mention in A"
    ]
    for expected in (12, 32, 12):
        forward[0].click()
        assert story.write.editor.textCursor().selectionStart() == expected
    assert story.write.editor.textCursor().selectedText() == "Ida"


def test_a_sheet_says_what_each_draft_says(window, story, qtbot):
    workspace = story.workspace
    workspace.become("add_field", add_field(workspace.story, "Coat", workspace.identities), name="")
    panel = opened(window, qtbot, "panel.characters")
    panel.add("Ida")
    page, one = panel.page, workspace.story.drafts[0].id
    [coat] = sheet_fields(workspace.story)
    values = (("A", "brown"), ("B", "grey"))
    for number, (letter, value) in enumerate(values, start=1):
        page.tabs.buttons()[number].click()
        assert page.tabs.buttons()[number].text() == letter
        editor = page.editors[coat.id]
        editor.field.setFocus()
        QTest.keyClicks(editor.field, value)
        page.tell()
    [ida] = characters(workspace.story)
    assert ida.own_value_in(coat.id, one) == "brown"
    page.tabs.buttons()[1].click()
    assert page._differences[coat.id].text() == "≠ B  grey"
    page.name.setText("Ada")
    page.name.setModified(True)
    page.name.editingFinished.emit()
    assert characters(workspace.story)[0].own_name_in(one) == "Ada"
    window.actions_["edit.undo"].trigger()
    assert characters(workspace.story)[0].own_name_in(one) == ""
    assert page.name.text() == ""


def test_a_long_sheet_is_never_squeezed(window, story, qtbot):
    for number in range(16):
        after = add_field(story.workspace.story, f"Field {number}", story.workspace.identities)
        story.workspace.become("add_field", after, name="")
    panel = opened(window, qtbot, "panel.characters")
    panel.add("Ida")
    qtbot.wait(50)
    editors = panel.page.editors.values()
    assert all(editor.height() >= editor.minimumSizeHint().height() for editor in editors)


def test_relations_lead_from_both_ends_and_sheets_are_offered(window, story, qtbot):
    workspace = story.workspace
    panel = opened(window, qtbot, "panel.characters")
    assert [one.name for one in panel.mentioning.offered()] == ["Ida", "Tom"]
    panel.add("Ida", "Tom")
    ida, tom = characters(workspace.story)
    after = relate(
        workspace.story, ida.id, tom.id, workspace.identities, word="sister of", back="brother of"
    )
    workspace.become("relate", after)
    panel.show_sheet(tom.id)
    texts = [label.text() for label in panel.page.findChildren(type(panel._found))]
    assert "brother of" in texts
    panel.show_all()
    assert not panel.list.isHidden()


def test_a_picture_is_put_on_a_sheet(window, story, qtbot, tmp_path):
    workspace = story.workspace
    after = add_field(workspace.story, "Face", workspace.identities, type=FieldType.PICTURE)
    workspace.become("add_field", after, name="Face")
    panel = opened(window, qtbot, "panel.characters")
    panel.add("Ida")
    [ida], [face] = characters(workspace.story), sheet_fields(workspace.story)
    out = io.BytesIO()
    Image.new("RGB", (80, 60), "red").save(out, "PNG")
    (tmp_path / "ida.png").write_bytes(out.getvalue())
    panel.read_picture(tmp_path / "ida.png", PictureWanted(ida.id, face.id, ""))
    qtbot.waitUntil(lambda: not panel.page.editors[face.id].picture.isHidden(), timeout=60_000)
    kept = characters(workspace.story)[0].own_value_in(face.id, "")
    assert isinstance(kept, bytes)
    assert kept.startswith(b"\xff\xd8")
    (tmp_path / "no.png").write_bytes(b"no picture")
    with qtbot.waitSignal(panel.failed, timeout=60_000) as caught:
        panel.read_picture(tmp_path / "no.png", PictureWanted(ida.id, face.id, ""))
    assert "no.png" in str(caught.args[0])
    panel.page.editors[face.id].away.click()
    assert characters(workspace.story)[0].own_value_in(face.id, "") is None


def test_words_are_found_in_the_whole_story_and_gone_to(window, story, qtbot):
    window.actions_["edit.find_everywhere"].trigger()
    panel = story.beside.find
    QTest.keyClicks(panel.field, "froze")
    qtbot.waitUntil(lambda: len(panel.list.rows.rows) == 2)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.list.currentIndex().isValid())
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    panel.list.activated.emit(panel.list.currentIndex())
    assert story.draft == story.workspace.story.drafts[1].id
    assert story.write.editor.textCursor().selectedText() == "froze"
    panel.look_for("harbor")
    qtbot.waitUntil(lambda: panel.nearest.text() == "Nearest: harbour")
    panel.nearest.click()
    qtbot.waitUntil(lambda: panel.told.text() == "Found in 2 passages.")


def test_a_phrase_is_found_in_all_drafts(window, story, qtbot):
    select(story, 0, 0)
    story.beside.show_panel("find")
    story.beside.find.look_for("the harbour", in_a_row=True)
    qtbot.waitUntil(lambda: len(story.beside.find.list.rows.rows) == 2)
    assert [row.letter for row in story.beside.find.list.rows.rows] == ["A", "B"]
    assert story.beside.find.told.text() == "2 places in 2 drafts."


def test_characters_and_notes_are_found_by_ctrl_k(window, story):
    window.actions_["panel.characters"].trigger()
    story.beside.characters.add("Zebedee")
    window.actions_["edit.note"].trigger()
    QTest.keyClicks(story.beside.notes.editor, "Quite a zeppelin")
    story.beside.tell_all()
    from writerdesk.ui.choices import likely
    from writerdesk.ui.things import choices_of

    choices = choices_of(story, window.actions_)
    [person] = likely(choices, "zebe")
    [thing] = likely(choices, "zeppelin")
    assert (person.kind, thing.kind) == ("character", "note")
    person.do()
    assert story.panel.open == "characters"
    thing.do()
    assert story.panel.open == "notes"


def test_what_was_written_in_a_note_is_saved_when_the_window_closes(window, story):
    window.actions_["edit.note"].trigger()
    QTest.keyClicks(story.beside.notes.editor, "Late")
    workspace = story.workspace
    window.close()
    assert [p.text for one in notes(workspace.story) for p in one.note.text.paragraphs] == ["Late"]


def test_every_control_of_the_panels_has_a_name(window, story):
    for name in ("notes", "characters", "find"):
        story.beside.show_panel(name)
    story.beside.characters.add("Ida")
    window.actions_["edit.note"].trigger()
    for panel in (story.beside.notes, story.beside.characters, story.beside.find):
        for widget in panel.findChildren(QWidget):
            focusable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if focusable and widget.isVisibleTo(panel) and not widget.focusProxy():
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, widget
