"""Notes and sheets come in from files and go out as files from the Story menu."""

import pytest

from tests.ui.desk import window_of
from writerdesk.resources import seeds
from writerdesk.story.characters import characters
from writerdesk.story.notes import notes


@pytest.fixture
def window(qtbot):
    return window_of(qtbot, (["The harbour froze in March."], ["Ida counted the boats."]))


@pytest.fixture
def files(window):
    assert window.actions_["story.beside_in"].isEnabled()
    return window.parts.files_beside


def test_what_files_say_is_one_act_that_is_told_and_taken_back(window, files, tmp_path, qtbot):
    (tmp_path / "notes.md").write_text("# Notes\n\n## open, on the story\n\nWhose?\n\nx\n")
    said = []
    files.done.connect(said.append)
    story = window.story
    with qtbot.waitSignal(files.done):
        files.bring_in([tmp_path / "notes.md", seeds() / "characters.md"])
    assert said == ["1 note added. 8 sheets added. 18 fields added. 5 relations added."]
    assert len(notes(story.workspace.story)) == 1
    assert window.actions_["edit.undo"].text().replace("&", "").startswith("Undo")
    story.undo()
    assert notes(story.workspace.story) == ()
    assert characters(story.workspace.story) == ()
    for _ in range(2):
        with qtbot.waitSignal(files.done):
            files.bring_in([tmp_path / "notes.md"])
    assert said[-1] == "All of it is here already."


def test_what_has_no_place_and_what_is_no_such_file_stays_told(window, files, tmp_path, qtbot):
    (tmp_path / "notes.md").write_text("# Notes\nHm.\n\n## open, on the story\n\nWhose?\n")
    (tmp_path / "other.md").write_text("# Chapter One\n")
    files.bring_in([tmp_path / "notes.md"])
    qtbot.waitUntil(lambda: len(window.messages.shown) == 1)
    assert window.messages.shown[0].words.endswith("of notes or sheets was left out.")
    files.bring_in([tmp_path / "other.md"])
    qtbot.waitUntil(lambda: "other.md" in window.messages.shown[0].words)


def test_they_go_out_into_a_folder(files, tmp_path, qtbot):
    with qtbot.waitSignal(files.done):
        files.bring_in([seeds() / "characters.md"])
    files.write_to(tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"notes.md", "characters.md", "said.md", "the Hallam Picture.jpg"}
