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
from writerdesk.project.opening import Parts
from writerdesk.project.project import Project
from writerdesk.project.recovery import RecoveryLog

_SAVES_IN_A_LIFE = 12
_CUTS_IN_A_LIFE = 100
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
    project = Project(Parts(path, "powercut", connection, clock, lock, log), lambda: 77)
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


def outcomes(tmp_path, settings, cuts):
    """Cut the power so often, each hundred times in the life of another story."""
    rng = random.Random(4)
    seen = []
    for number in range(0, cuts, _CUTS_IN_A_LIFE):
        folder = tmp_path / f"{number}"
        after = folder / "after"
        after.mkdir(parents=True)
        done = run(folder, settings, _SAVES_IN_A_LIFE)
        seen += [cut(after, done, rng) for _ in range(min(_CUTS_IN_A_LIFE, cuts - number))]
    return {what: seen.count(what) for what in ("whole", "lost", "damaged")}


@pytest.mark.parametrize("cuts", [60, pytest.param(10_000, marks=pytest.mark.torture)])
def test_a_power_cut_takes_back_no_save(tmp_path, cuts):
    seen = outcomes(tmp_path, OURS, cuts)
    print(seen)
    assert seen == {"whole": cuts, "lost": 0, "damaged": 0}


@pytest.mark.parametrize("synchronous", ["FULL", "OFF"])
@pytest.mark.parametrize("cuts", [150, pytest.param(3_000, marks=pytest.mark.torture)])
def test_with_other_settings_a_power_cut_takes_saves_back(tmp_path, synchronous, cuts):
    seen = outcomes(tmp_path, {**OURS, "synchronous": synchronous}, cuts)
    print(synchronous, seen)
    assert seen["lost"] + seen["damaged"] > 0
