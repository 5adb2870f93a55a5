"""A power cut at any moment takes back no save; with SQLite's usual settings it does."""

import random
from dataclasses import dataclass

import pytest

pytest.importorskip("apsw")

from tests.project.stories import Clock, fields, open_project, same
from tests.torture.acts import changes, start, write
from tests.torture.killing import begin
from tests.torture.power_cuts import Deed, after_cut, lent
from writerdesk.problem import Problem
from writerdesk.project.lock import Lock
from writerdesk.project.project import Project, _Parts
from writerdesk.project.recovery import RecoveryLog

OURS = {"journal_mode": "DELETE", "synchronous": "EXTRA", "temp_store": "MEMORY"}


@dataclass(frozen=True, slots=True)
class Run:
    """A writer's saves on a noting disk."""

    start: dict[str, bytes]
    deeds: list[Deed]
    states: list


def run(folder, settings, saves):
    """Save so often, and note after each when it was told."""
    path = folder / "story.writerdesk"
    begin(path)
    first = {path.name: path.read_bytes()}
    deeds = []
    connection = lent(path, deeds, settings)
    clock = Clock()
    lock = Lock("powercut", path)
    assert lock.take(clock())
    log = RecoveryLog(folder / "log")
    project = Project(_Parts(path, "powercut", connection, lock, log, clock), lambda: 77)
    state, states = start(), [start()]
    for number in range(1, saves + 1):
        before = dict(state)
        write(number, state)
        project.save(changes(before, state))
        deeds.append(Deed("told", "", number))
        states.append(dict(state))
    project.close()
    return Run(first, deeds, states)


def cut(folder, done, rng):
    """Cut the power at a random moment; return "whole", "lost" or "damaged"."""
    at = rng.randrange(len(done.deeds) + 1)
    files = after_cut(done.start, done.deeds[:at], rng)
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    told = max((deed.offset for deed in done.deeds[:at] if deed.what == "told"), default=0)
    try:
        project = open_project(folder / "story.writerdesk", seed=5)
    except Problem:
        return "damaged"
    found = fields(project)
    losses = project.losses
    project.close()
    if losses:
        return "damaged"
    for state in done.states[told : told + 2]:
        if same(found.get("d1", {}).get("text"), state["d1", "text"]):
            return "whole"
    return "lost"


def outcomes(tmp_path, settings, saves, cuts):
    done = run(tmp_path, settings, saves)
    folder = tmp_path / "after"
    folder.mkdir()
    rng = random.Random(4)
    seen = [cut(folder, done, rng) for _ in range(cuts)]
    return {what: seen.count(what) for what in ("whole", "lost", "damaged")}


@pytest.mark.parametrize(
    ("saves", "cuts"), [(12, 60), pytest.param(300, 10_000, marks=pytest.mark.torture)]
)
def test_a_power_cut_takes_back_no_save(tmp_path, saves, cuts):
    seen = outcomes(tmp_path, OURS, saves, cuts)
    print(seen)
    assert seen == {"whole": cuts, "lost": 0, "damaged": 0}


@pytest.mark.parametrize("synchronous", ["FULL", "OFF"])
@pytest.mark.parametrize(
    ("saves", "cuts"), [(12, 150), pytest.param(300, 3_000, marks=pytest.mark.torture)]
)
def test_with_other_settings_a_power_cut_takes_saves_back(tmp_path, synchronous, saves, cuts):
    seen = outcomes(tmp_path, {**OURS, "synchronous": synchronous}, saves, cuts)
    print(synchronous, seen)
    assert seen["lost"] + seen["damaged"] > 0
