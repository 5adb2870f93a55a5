"""What comes from other programs and goes to them keeps its words and marks, and nothing else."""

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QTextCursor

from tests.ui.desk import window_of
from writerdesk.exchange.html_reader import html_in
from writerdesk.manuscript import Kind, Mark, MarkName, Paragraph

PAGE = (
    "<html><head><style>p { color: red }</style></head><body><h2>One</h2>"
    '<p style="color:red">It <em>was</em> so.</p><ul><li>salt</li></ul>'
    '<script>alert(1)</script><p>See <a href="https://example.org">there</a>.</p></body></html>'
)


@pytest.fixture
def editor(qtbot):
    window = window_of(qtbot, [["It rained."]])
    assert window.story is not None
    window.story.show_mode("write")
    return window.story.write.editor


def paragraphs(editor):
    return editor.text.document.paragraphs


def offered(html="", text=""):
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(text)
    return data


def test_pages_come_in_through_our_own_reader(editor):
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(offered("<p> Then</p>" + PAGE, "text"))
    assert [(p.text, p.kind) for p in paragraphs(editor)] == [
        ("It rained.Then", Kind.BODY),
        ("One", Kind.HEADING_2),
        ("It was so.", Kind.BODY),
        ("salt", Kind.LIST_ITEM),
        ("See there.", Kind.BODY),
    ]
    assert paragraphs(editor)[2].marks == (Mark(3, 6, MarkName.ITALIC),)
    editor.undo()
    assert [p.text for p in paragraphs(editor)] == ["It rained."]


def test_empty_lines_that_part_paragraphs_are_none_and_a_poem_keeps_its_own(editor):
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(offered(text=" Then.\n\nGulls came.\n\n\nIt was cold.\n"))
    assert [p.text for p in paragraphs(editor)] == [
        "It rained. Then.",
        "Gulls came.",
        "It was cold.",
    ]
    editor.insertFromMimeData(offered(text="\nrain\nsnow\n\nice"))
    assert [p.text for p in paragraphs(editor)][3:] == ["rain", "snow", "", "ice"]


def test_words_from_a_page_join_the_line_they_are_put_in(editor):
    cursor = editor.textCursor()
    cursor.setPosition(3)
    editor.setTextCursor(cursor)
    editor.insertFromMimeData(offered("<meta charset=utf-8><i>hard</i>"))
    assert paragraphs(editor) == (
        Paragraph("It hardrained.", marks=(Mark(3, 7, MarkName.ITALIC),)),
    )


def test_a_whole_draft_pasted_on_an_empty_page_goes_through_intake(editor, qtbot):
    editor.selectAll()
    editor.textCursor().removeSelectedText()
    told = "Sure! Here is your story.\n\n---\n\nIt *simply* rained.\n\nAll day."
    with qtbot.waitSignal(editor.draft_pasted) as signal:
        editor.insertFromMimeData(offered(text=told))
    assert [p.text for p in paragraphs(editor)] == ["It simply rained.", "All day."]
    assert signal.args[0].set_aside[0].text == "Sure! Here is your story."


def test_a_models_page_pasted_on_an_empty_page_goes_through_intake(editor, qtbot):
    editor.selectAll()
    editor.textCursor().removeSelectedText()
    page = "<p>Sure! Here is your story.</p><hr><p>It <em>simply</em> rained.</p><p>All day.</p>"
    with qtbot.waitSignal(editor.draft_pasted):
        editor.insertFromMimeData(offered(page, "x"))
    assert [p.text for p in paragraphs(editor)] == ["It simply rained.", "All day."]
    assert paragraphs(editor)[0].marks == (Mark(3, 9, MarkName.ITALIC),)


def test_what_is_copied_is_html_and_text_for_others(editor):
    editor.insertFromMimeData(offered("<p>It <i>was</i> so.</p><p>Yes.</p>"))
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    (back,) = html_in(data.html()).documents
    assert back.paragraphs == paragraphs(editor)
    assert data.text().split("\n") == [p.text for p in paragraphs(editor)]


def test_files_are_left_to_the_window(editor, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    assert not editor.canInsertFromMimeData(data)
