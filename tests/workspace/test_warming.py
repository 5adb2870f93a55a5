"""The worker is there before it is asked, for stories in which it can be."""

from tests.ui.desk import THREE, workspace_of
from writerdesk.workspace.compute import ComputeLane
from writerdesk.workspace.warming import Warming


def test_a_story_of_two_drafts_has_its_worker_ready(qapp, qtbot):
    workspace, lane = workspace_of(THREE), ComputeLane()
    warming = Warming(workspace, lambda: lane, workspace)
    with qtbot.waitSignal(lane.answered, timeout=60_000):
        warming.warm()
    assert lane.worker
    before = lane.worker
    warming.warm()
    assert (lane.worker, lane.is_busy) == (before, False)
    lane.close()
    workspace.close()


def test_a_story_of_one_draft_needs_none(qapp):
    workspace, lane = workspace_of(THREE[:1]), ComputeLane()
    Warming(workspace, lambda: lane, workspace).warm()
    assert not lane.worker
    lane.close()
    workspace.close()
