"""What the recovery log gives back when a story is opened is said to be saved, or safe."""

import itertools
import shutil
from datetime import UTC, datetime

import pytest

from writerdesk.folders import data_folder
from writerdesk.manuscript import Paragraph
from writerdesk.problem import Kind, Problem
from writerdesk.story.keeping import Doors
from writerdesk.workspace.opening import create_workspace, open_workspace
from writerdesk.workspace.saving import How

AT = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)


@pytest.fixture
def doors():
    numbers = itertools.count(1)
    return Doors(
        clock=lambda: AT,
        draw=lambda: 1000 + next(numbers),
        new_id=lambda: f"id-{next(numbers)}",
    )


@pytest.fixture
def crashed(qapp, qtbot, tmp_path, doors):
    """Give the file of a story as it is when WriterDesk is killed, its last words in the log."""
    path = tmp_path / "The story.writerdesk"
    workspace = create_workspace(path, doors)
    draft = workspace.new_draft()
    qtbot.waitUntil(lambda: workspace.saving.state.how is How.SAVED)
    text = workspace.story.draft(draft).text
    items = workspace.identities.newborn([Paragraph("The rain on the roof.")])
    workspace.edit(draft, text.splice(len(text), len(text), items))
    qtbot.waitUntil(lambda: workspace.saving.state.how is How.SAFE)
    places = [data_folder() / "recovery", *tmp_path.glob("The story*")]
    kept = [(place, tmp_path / f"kept {number}") for number, place in enumerate(places)]
    for place, copy in kept:
        shutil.copytree(place, copy) if place.is_dir() else shutil.copyfile(place, copy)
    workspace.close()
    for place, copy in kept:
        if place.is_dir():
            shutil.copytree(copy, place, dirs_exist_ok=True)
        else:
            shutil.copyfile(copy, place)
    return path


def test_what_came_back_is_said_to_be_saved_as_it_is(crashed, doors):
    again = open_workspace(crashed, doors)
    assert again.recovered.changes
    assert (again.saving.state.how, again.saving.state.at) == (How.SAVED, AT)
    again.close()


def test_a_story_that_was_closed_says_nothing_of_saving(crashed, doors):
    open_workspace(crashed, doors).close()
    again = open_workspace(crashed, doors)
    assert (again.saving.state.how, again.saving.state.at) == (How.SAVED, None)
    again.close()


def test_what_came_back_and_can_not_be_saved_yet_is_safe_and_tried_again(
    crashed, doors, qtbot, monkeypatch
):
    with monkeypatch.context() as full:
        full.setattr("writerdesk.project.project.Project.save", _disk_is_full)
        again = open_workspace(crashed, doors)
    assert again.saving.state.how is How.SAFE
    again.saving.save()
    qtbot.waitUntil(lambda: again.saving.state.how is How.SAVED)
    assert again.saving.state.at == AT
    assert not again.saving._keeping.waits_in_log
    again.close()


def _disk_is_full(*_what, **_how):
    raise Problem(Kind.DISK_FULL)
