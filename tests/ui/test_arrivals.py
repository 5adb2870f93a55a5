"""Files come in with one line of progress and one message for all that could not be read."""

import pytest
from PySide6.QtWidgets import QDialog

from writerdesk.exchange import DoneKind
from writerdesk.exchange.encodings import decode
from writerdesk.problem import Problem
from writerdesk.ui.intake_dialogs import DoneDialog, EncodingDialog, ReasonsDialog

MODEL = "Sure! Here is your story.\n\n---\n\nIt *simply*  rained.\n\nAll day.\n"


def give(qtbot, window, paths):
    with qtbot.waitSignal(window.story.workspace.files_read, timeout=60_000):
        window._give(paths)


def test_files_that_cannot_be_read_are_one_message(qtbot, window, tmp_path):
    paths = [tmp_path / f"{n}.pdf" for n in range(4)]
    for path in paths:
        path.write_bytes(b"%PDF-1.7")
    (tmp_path / "a.txt").write_text("It rained.")
    give(qtbot, window, [*paths, tmp_path / "a.txt"])
    (message,) = window.messages.shown
    assert message.words.startswith("4 files were not brought in: 0.pdf, 1.pdf, 2.pdf, 3.pdf.")
    assert message.words.endswith("The others are in.")
    assert len(window.story.rows) == 4
    assert window.status.done.text() == "1 draft added."


def test_one_file_that_cannot_be_read_says_why(qtbot, window, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    give(qtbot, window, [tmp_path / "a.pdf"])
    (message,) = window.messages.shown
    assert "this kind of file can't be read" in message.words


def test_nothing_says_that_files_are_read_once_none_came_in(qtbot, window, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.7")
    give(qtbot, window, [tmp_path / "a.pdf", tmp_path / "b.pdf"])
    assert window.status.done.text() == ""


def test_how_far_reading_is_is_told(qtbot, window, tmp_path):
    (tmp_path / "a.txt").write_text("It rained.")
    told = []
    window.story.workspace.file_arrived.connect(lambda *_: told.append(window.status.done.text()))
    window.arrivals.begin(0)
    with qtbot.waitSignal(window.story.workspace.files_read, timeout=60_000):
        window._give([tmp_path / "a.txt"] * 3)
        assert window.status.done.text() == "Reading 1 of 3…"
    assert told == ["Reading 2 of 3…", "Reading 3 of 3…", "Reading 3 of 3…"]


def test_what_was_done_can_be_taken_back_one_by_one(qtbot, window, tmp_path):
    (tmp_path / "a.txt").write_text(MODEL)
    give(qtbot, window, [tmp_path / "a.txt"])
    (message,) = window.messages.shown
    assert "1 paragraph of introduction is set aside." in message.words
    came = window.arrivals.last
    dialog = DoneDialog(window.story, came, window)
    qtbot.addWidget(dialog)
    (part,) = dialog.parts
    story = window.story.workspace
    draft = came[0].drafts[0]
    with qtbot.waitSignal(story.story_changed, timeout=60_000):
        part.boxes[DoneKind.EMPHASIS].setChecked(False)
    assert story.story.draft(draft).text.paragraphs[0].text == "It *simply* rained."
    with qtbot.waitSignal(story.story_changed, timeout=60_000):
        part.boxes[DoneKind.PREAMBLE].setChecked(False)
    assert story.story.draft(draft).text.paragraphs[0].text == "Sure! Here is your story."
    assert story.story.draft(draft).set_aside == ()
    story.undo_act()
    assert story.story.draft(draft).set_aside == ("Sure! Here is your story.",)
    part.boxes[DoneKind.SPACES].setChecked(False)
    assert not part.boxes[DoneKind.SPACES].isEnabled()
    dialog.done(QDialog.DialogCode.Accepted)


def test_letters_that_can_be_read_in_several_ways_are_asked_for(qtbot, window, tmp_path):
    data = "Привет, мир".encode("koi8-r")[:9] + b"\xf0\x8f"
    (tmp_path / "odd.txt").write_bytes(data)
    give(qtbot, window, [tmp_path / "odd.txt"])
    (message,) = window.messages.shown
    assert [offer.words for offer in message.offers] == ["Choose…"]
    assert "--encoding" not in message.words
    with pytest.raises(Problem) as caught:
        decode(data)
    dialog = EncodingDialog(caught.value, window)
    qtbot.addWidget(dialog)
    assert dialog.chosen == "KOI8-R"
    assert "Привет" in dialog.group.button(0).text()
    dialog.group.button(1).setChecked(True)
    assert dialog.chosen != "KOI8-R"


def test_a_goal_that_is_named_is_offered_and_its_keeping_undone(qtbot, window, tmp_path):
    for name, goal in (("a", "4000"), ("b", "4000"), ("c", "3000")):
        introduction = f"Sure! Here is your story of over {goal} words."
        (tmp_path / f"{name}.txt").write_text(f"{introduction}\n\n---\n\nIt rained.\n")
    give(qtbot, window, [tmp_path / "a.txt", tmp_path / "b.txt"])
    asked = window.messages.shown[-1]
    assert asked.words == "Goal 4,000 words, from the introductions."
    assert [offer.words for offer in asked.offers] == ["Keep", "None"]
    story = window.story.workspace
    new = [draft for one in window.arrivals.last for draft in one.drafts]
    assert [story.story.draft(id).goal for id in new] == [0, 0]
    asked.offers[0].act()
    assert [story.story.draft(id).goal for id in new] == [4000, 4000]
    window.story.show_mode("overview")
    assert window.actions_["edit.undo"].text().replace("&", "") == "Undo word goal of D, E"
    story.undo_act()
    assert [story.story.draft(id).goal for id in new] == [0, 0]
    give(qtbot, window, [tmp_path / "a.txt", tmp_path / "c.txt"])
    told = window.messages.shown[-1].words
    assert told == "Goals from the introductions: F 4,000 words, G 3,000 words."


def test_reasons_are_listed(qtbot, window, tmp_path):
    problems = [caught_from(tmp_path / name) for name in ("a", "b")]
    dialog = ReasonsDialog(problems, window)
    qtbot.addWidget(dialog)
    dialog.show()


def caught_from(path):
    from writerdesk.exchange import read_file

    with pytest.raises(Problem) as caught:
        read_file(path)
    return caught.value


def test_a_draft_pasted_on_an_empty_page_keeps_what_was_set_aside(qtbot, window):
    from PySide6.QtCore import QMimeData

    window.story.add_draft()
    data = QMimeData()
    data.setText(MODEL)
    window.story.write.editor.insertFromMimeData(data)
    draft = window.story.workspace.story.draft(window.story.draft)
    assert draft.set_aside == ("Sure! Here is your story.",)
    (message,) = window.messages.shown
    message.offers[0].act()
    draft = window.story.workspace.story.draft(window.story.draft)
    assert draft.text.paragraphs[0].text == "Sure! Here is your story."
    assert draft.set_aside == ()
