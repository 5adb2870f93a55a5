"""Opens a story's file in a lane of its own and makes the workspace around it."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from writerdesk.problem import Kind, Problem
from writerdesk.project import ENDING
from writerdesk.story.keeping import Doors, Keeping
from writerdesk.workspace.lanes import StoreLane
from writerdesk.workspace.workspace import Workspace


def open_workspace(path: Path, doors: Doors, *, read_only: bool = False) -> Workspace:
    """Open the story at ``path``; raises a `Problem` if it can't be, or is open elsewhere."""
    return _in_a_lane(lambda: Keeping.open(path, doors, read_only=read_only))


def create_workspace(path: Path, doors: Doors) -> Workspace:
    """Make a new, empty story at ``path`` and open it; never over something that is there."""
    return _in_a_lane(lambda: Keeping.create(path, doors))


def create_workspace_in(folder: Path, title: str, doors: Doors) -> Workspace:
    """Make a new story in a folder, under its title and a number if the title is taken."""
    from writerdesk.exchange import safe_name

    folder.mkdir(parents=True, exist_ok=True)
    name = safe_name(title)
    for number in count(1):
        path = folder / (f"{name}{ENDING}" if number == 1 else f"{name} {number}{ENDING}")
        try:
            return create_workspace(path, doors)
        except Problem as problem:
            if problem.kind != Kind.FILE_EXISTS:
                raise
    raise AssertionError("numbers never end")


def _in_a_lane(opened: Callable[[], Keeping]) -> Workspace:
    lane = StoreLane()
    try:
        keeping = lane.result_of(opened)
    except BaseException:
        lane.close()
        raise
    return Workspace(keeping, lane)
