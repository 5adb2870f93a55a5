"""The law of paragraph ids, with real keys in a real editor."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from writerdesk.manuscript import Document, Kind, Mark, Paragraph, ParagraphId, scene_break
from writerdesk.ui.editor import DraftText, Editor, Formats
from writerdesk.ui.editor.blocks import read_document
from writerdesk.ui.look import Look

texts = st.text("ab ”é𝄞", max_size=6)
paragraphs = st.one_of(
    st.builds(
        Paragraph,
        texts,
        st.sampled_from([Kind.BODY, Kind.BODY, Kind.HEADING_1, Kind.HEADING_3, Kind.LIST_ITEM]),
        st.lists(
            st.builds(
                Mark, st.integers(0, 3), st.integers(1, 6), st.sampled_from(["bold", "italic"])
            ),
            max_size=2,
        ).map(tuple),
    ),
    st.just(scene_break()),
)
documents = st.lists(paragraphs, min_size=1, max_size=6).map(
    lambda made: Document.from_items((ParagraphId(3, n), p) for n, p in enumerate(made))
)
ACTS = ("type", "type", "enter", "backspace", "delete", "soft", "cut", "copy", "paste", "drag")
ACTS += ("paste_text", "undo", "undo", "redo", "bring")
acts = st.lists(
    st.tuples(
        st.sampled_from(ACTS),
        st.floats(0, 1),
        st.floats(0, 1),
    ),
    max_size=14,
)
_keys = {
    "enter": (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    "soft": (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    "backspace": (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    "delete": (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
}


class Desk:
    """An editor with a draft in it, and a clipboard nobody else uses."""

    def __init__(self, document):
        self.numbers = count(1000)
        self.look = Look()
        self.editor = Editor(self.look)
        self.text = DraftText(document, Formats(18), self.born, draft="d")
        self.editor.show_draft(self.text)
        self.clip = None

    def born(self):
        return ParagraphId(9, next(self.numbers))

    def select(self, one, other):
        cursor = self.editor.textCursor()
        most = self.text.qt.characterCount() - 1
        cursor.setPosition(self.between_characters(one * most))
        if abs(one - other) > 0.3:
            end = self.between_characters(other * most)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        self.touched = tuple(self.text.qt.findBlock(end).blockNumber() for end in ends)

    def between_characters(self, position):
        """Neither keys nor mouse can put the caret inside a pair of surrogates."""
        found = round(position)
        return found + ("\udc00" <= str(self.text.qt.characterAt(found)) <= "\udfff")

    def act(self, name, one, other):
        if name in ("undo", "redo"):
            getattr(self.editor, name)()
        elif name == "bring":
            self.bring(one)
        else:
            self.select(one, other)
            self.gesture(name, other)

    def gesture(self, name, other):
        editor = self.editor
        if name == "type":
            QTest.keyClick(editor, Qt.Key.Key_X)
        elif name in _keys:
            QTest.keyClick(editor, *_keys[name])
        elif name in ("copy", "cut") and editor.textCursor().hasSelection():
            self.clip = editor.createMimeDataFromSelection()
            if name == "cut":
                editor.textCursor().removeSelectedText()
        elif name == "paste" and self.clip is not None:
            editor.insertFromMimeData(self.clip)
        elif name == "paste_text":
            carried = QMimeData()
            carried.setText("one\ntwo")
            editor.insertFromMimeData(carried)
        elif name == "drag" and editor.textCursor().hasSelection():
            self.drag(other)

    def drag(self, other):
        # What Qt does when a selection is dropped inside the same editor.
        source = self.editor.textCursor()
        carried = self.editor.createMimeDataFromSelection()
        target = QTextCursor(self.text.qt)
        most = self.text.qt.characterCount() - 1
        target.setPosition(self.between_characters((1 - other) * most))
        target.beginEditBlock()
        source.removeSelectedText()
        self.editor.setTextCursor(target)
        self.editor.insertFromMimeData(carried)
        target.endEditBlock()

    def bring(self, one):
        items = list(self.text.document)
        number = round(one * (len(items) - 1))
        items[number : number + 1] = [
            (self.born(), Paragraph("brought")),
            (items[number][0], Paragraph("rewritten 𝄞", marks=(Mark(2, 5, "italic"),))),
        ]
        if number:
            items.append(items.pop(0))
        self.editor.bring(Document.from_items(items))


def say(document):
    return [(tuple(id), p.text, p.kind, p.marks) for id, p in document]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents, acts)
def test_whatever_is_done_ids_are_unique_and_the_document_says_what_the_editor_shows(
    qapp, document, done
):
    desk = Desk(document)
    for act in done:
        before = desk.text.document
        desk.act(*act)
        after = desk.text.document
        assert len(set(after.ids)) == len(after.ids), act
        assert say(read_document(desk.text.qt)) == say(after), act
        if act[0] in ("type", "soft", *_keys):
            untouched_stay_who_they_are(desk, before, after)


def untouched_stay_who_they_are(desk, before, after):
    """Whatever is not selected, nor beside it, keeps its id and is the very same object."""
    first, last = desk.touched
    rest = set(after)
    for number, item in enumerate(before):
        if not first - 1 <= number <= last + 1:
            assert item in rest
            assert after.paragraphs[after.place_of(item[0])] is item[1]


def test_undo_goes_all_the_way_back_and_redo_all_the_way_forth(qapp):
    document = Document.from_items(
        (ParagraphId(3, n), Paragraph(t)) for n, t in enumerate(["alpha one", "", "beta"])
    )
    desk = Desk(document)
    desk.select(0, 0)
    QTest.keyClick(desk.editor, Qt.Key.Key_Return)
    QTest.keyClicks(desk.editor, "new")
    desk.select(1, 1)
    QTest.keyClick(desk.editor, Qt.Key.Key_Return)
    QTest.keyClick(desk.editor, Qt.Key.Key_Backspace)
    QTest.keyClick(desk.editor, Qt.Key.Key_Backspace)
    done = desk.text.document
    for _ in range(20):
        desk.editor.undo()
    assert say(desk.text.document) == say(document)
    for _ in range(20):
        desk.editor.redo()
    assert say(desk.text.document) == say(done)


@pytest.mark.parametrize(("at", "kept"), [(0, 1), (0.5, 0), (1, 0)])
def test_the_half_with_more_of_the_text_keeps_the_id(qapp, at, kept):
    desk = Desk(Document.from_items([(ParagraphId(3, 1), Paragraph("abcdef"))]))
    desk.select(at, at)
    QTest.keyClick(desk.editor, Qt.Key.Key_Return)
    assert desk.text.document.ids[kept] == ParagraphId(3, 1)
    assert desk.text.document.origins.keys() <= {desk.text.document.ids[1 - kept]}


def test_a_paragraph_cut_and_pasted_elsewhere_is_the_same_paragraph(qapp):
    items = [(ParagraphId(3, n), Paragraph(t)) for n, t in enumerate(["aa", "bb", "cc"])]
    desk = Desk(Document.from_items(items))
    cursor = desk.editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    desk.editor.setTextCursor(cursor)
    desk.gesture("cut", 0)
    cursor.setPosition(3)
    desk.editor.setTextCursor(cursor)
    desk.gesture("paste", 0)
    assert [p.text for p in desk.text.document.paragraphs] == ["bb", "aa", "cc"]
    assert [id.counter for id in desk.text.document.ids] == [1, 0, 2]
    desk.gesture("paste", 0)
    copied = desk.text.document.ids[2]
    assert copied.replica == 9
    assert desk.text.document.origins[copied].paragraph == ParagraphId(3, 0)


def test_one_brought_change_is_one_undo_and_the_caret_stays(qapp):
    items = [(ParagraphId(3, n), Paragraph(t)) for n, t in enumerate(["aa", "bb", "cc"])]
    desk = Desk(Document.from_items(items))
    desk.select(0.75, 0.75)
    place = desk.editor.place()
    desk.bring(0)
    assert desk.editor.place() == place
    desk.editor.undo()
    assert say(desk.text.document) == say(Document.from_items(items))


def test_every_turn_of_the_loop_that_changed_text_is_announced_once(qtbot):
    desk = Desk(Document.from_paragraphs(["aa"]))
    with qtbot.waitSignal(desk.text.edited) as told:
        QTest.keyClicks(desk.editor, "xyz")
    assert told.args[0] is desk.text.document
    with qtbot.assertNotEmitted(desk.text.edited):
        desk.bring(0)
