"""One writer per story, and no save into a file that is not the one we opened."""

import os
import shutil
from pathlib import Path

import pytest

from tests.project.stories import fields, new_project, open_project, text_change
from writerdesk.manuscript import Change, Document
from writerdesk.problem import Kind, Problem

FIRST = Document.from_paragraphs(["first"])
SECOND = Document.from_paragraphs(["second"])


def test_a_second_writer_is_told_who_has_it_and_may_read(tmp_path):
    project = new_project(tmp_path / "a.writerdesk")
    project.save([text_change(FIRST)])
    with pytest.raises(Problem) as told:
        open_project(tmp_path / "a.writerdesk")
    assert told.value.kind is Kind.OPEN_ELSEWHERE
    assert "since" in str(told.value)
    reader = open_project(tmp_path / "a.writerdesk", read_only=True)
    assert fields(reader)["d1"]["text"].says_the_same(FIRST)
    with pytest.raises(Problem):
        reader.save([text_change(SECOND)])
    reader.close()
    project.save([text_change(SECOND)])
    project.close()
    open_project(tmp_path / "a.writerdesk").close()


def delete(path):
    path.unlink()


def rename(path):
    path.rename(path.with_name("b.writerdesk"))


def replace(path):
    copy = path.with_name("copy")
    shutil.copy2(path, copy)
    copy.replace(path)


def truncate(path):
    os.truncate(path, path.stat().st_size // 2)


def grow(path):
    with path.open("ab") as file:
        file.write(b"\0" * 4096)


def overwrite_by_an_older_copy(path):
    path.write_bytes(path.with_name("older").read_bytes())


def rename_the_folder(path):
    path.parent.rename(path.parent.with_name("elsewhere"))


def take_the_folder_away(path):
    shutil.rmtree(path.parent)


@pytest.mark.parametrize(
    "fault",
    [
        delete,
        rename,
        replace,
        truncate,
        grow,
        overwrite_by_an_older_copy,
        rename_the_folder,
        take_the_folder_away,
    ],
    ids=lambda fault: fault.__name__,
)
def test_a_file_that_is_not_ours_any_more_is_never_called_saved(tmp_path, fault):
    folder = tmp_path / "stories"
    folder.mkdir()
    path = folder / "a.writerdesk"
    project = new_project(path)
    project.save([text_change(FIRST)])
    shutil.copy2(path, path.with_name("older"))
    project.save([Change("draft", "d1", "name", None, "Newer")])
    fault(path)
    with pytest.raises(Problem) as told:
        project.save([text_change(SECOND)])
    assert told.value.kind in (Kind.FILE_MISSING, Kind.CHANGED_UNDER_US, Kind.DAMAGED)
    # The text is safe all the same: in a copy anybody can read, and in the log.
    rescued = told.value.details["rescued"]
    assert isinstance(rescued, Path)
    assert rescued.read_text() == "second\n"
    project.log([text_change(SECOND)])
    project.close()


def test_a_story_is_never_made_over_a_file_that_is_there(tmp_path):
    path = tmp_path / "a.writerdesk"
    path.write_text("mine")
    with pytest.raises(Problem) as told:
        new_project(path)
    assert told.value.kind is Kind.FILE_EXISTS
    assert path.read_text() == "mine"
    assert [file.name for file in tmp_path.iterdir()] == ["a.writerdesk"]


def test_only_the_writer_can_read_the_file(tmp_path):
    path = tmp_path / "a.writerdesk"
    new_project(path).close()
    assert path.stat().st_mode & 0o777 == 0o600
