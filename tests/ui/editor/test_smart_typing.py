"""Typing: quotes, dashes and beginnings become what they stand for, and one undo takes it back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.editor.test_ids_in_the_editor import Desk
from writerdesk.manuscript import Document, Kind, Paragraph, ParagraphId


def desk(said=""):
    made = Desk(Document.from_items([(ParagraphId(3, 1), Paragraph(said))]))
    made.select(1, 1)
    return made


def said(made):
    return [(p.text, p.kind) for p in made.text.document.paragraphs]


def test_quotes_apostrophes_dashes_and_dots_are_typeset(qapp):
    made = desk()
    QTest.keyClicks(made.editor, '"I\'m here," she said -- at last...')
    assert said(made) == [("“I’m here,” she said — at last…", Kind.BODY)]


def test_one_undo_gives_back_what_was_typed(qapp):
    made = desk("so ")
    QTest.keyClicks(made.editor, '"')
    assert said(made)[0][0] == "so “"
    made.editor.undo()
    assert said(made)[0][0] == 'so "'


def test_a_number_sign_and_a_space_begin_a_heading(qapp):
    made = desk()
    QTest.keyClicks(made.editor, "# One")
    assert said(made) == [("One", Kind.HEADING_1)]
    QTest.keyClick(made.editor, Qt.Key.Key_Return)
    QTest.keyClicks(made.editor, "x")
    assert said(made) == [("One", Kind.HEADING_1), ("x", Kind.BODY)]


def test_three_stars_and_enter_part_the_scenes(qapp):
    made = desk()
    QTest.keyClicks(made.editor, "***")
    QTest.keyClick(made.editor, Qt.Key.Key_Return)
    QTest.keyClicks(made.editor, "x")
    assert [kind for _, kind in said(made)] == [Kind.SCENE_BREAK, Kind.BODY]
    assert made.text.document.ids[0] == ParagraphId(3, 1)


def test_it_can_be_switched_off(qapp):
    made = desk()
    made.editor.smart = False
    QTest.keyClicks(made.editor, '"--')
    assert said(made)[0][0] == '"--'
