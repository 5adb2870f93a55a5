"""Kills a writer at a random moment and looks at what is left.

The writer is a fork of this process, warm, so that nearly all of its time is spent in the file. It
tells over a pipe what it was told is safe and saved; whatever it told must be there afterwards.
"""

import os
import random
import signal
import struct
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path

from tests.project.stories import Clock, fields, open_project, same
from tests.torture.acts import ACTIVITIES, GONE, Activity, changes, start
from writerdesk.manuscript import Value
from writerdesk.project import Project

_TOLD = struct.Struct("<cI")
_MOST_STEPS = 12
# Seconds that a step takes when others want the machine too.
_A_STEP = 0.02


@dataclass(slots=True)
class Tally:
    """What came of many kills."""

    kills: int = 0
    hot_journals: int = 0
    torn_logs: int = 0
    saves_told: int = 0
    logs_told: int = 0
    recovered: int = 0
    lost: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a writer had come: the last step, and the state it led to."""

    step: int
    state: dict[tuple[str, str], Value]


def kill_often(folder: Path, activity: str, times: int, seed: int = 1) -> Tally:
    """Kill a writer ``times`` times, each one going on with the file the last one left."""
    rng = random.Random(seed)
    tally = Tally()
    path = folder / f"{activity}-{seed}.writerdesk"
    at = Standing(0, start())
    for number in range(times):
        if number % 50 == 0:
            path.unlink(missing_ok=True)
            begin(path)
            at = Standing(0, start())
        at = _kill_once(path, ACTIVITIES[activity], at, rng, tally)
    return tally


def begin(path: Path) -> None:
    """Make the story a writer begins with."""
    drawn = random.Random(os.urandom(8))
    project = Project.create(path, clock=Clock(), replica=lambda: drawn.getrandbits(31))
    project.save(changes({}, start()))
    project.close()


def _kill_once(
    path: Path, activity: Activity, at: Standing, rng: random.Random, tally: Tally
) -> Standing:
    """Let a writer work from ``at`` on, kill it, and return what is there."""
    activity.before(path)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _live(path, activity, at, lambda kind, step: os.write(writer, _TOLD.pack(kind, step)))
    os.close(writer)
    os.read(reader, _TOLD.size)
    heard = _let_live(reader, activity, rng)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    told = _told(reader, heard)
    if not os.WIFSIGNALED(status):
        tally.lost.append(f"the writer failed by itself after {told}")
    tally.kills += 1
    tally.saves_told += sum(kind == b"s" for kind, _ in told)
    tally.logs_told += sum(kind == b"l" for kind, _ in told)
    journal = path.with_name(f"{path.name}-journal")
    tally.hot_journals += journal.exists() and journal.stat().st_size > 0
    return _look(
        path, activity, _after(activity, at, max((step for _, step in told), default=0)), tally
    )


def _let_live(reader: int, activity: Activity, rng: random.Random) -> bytes:
    """Wait a moment, half of the times after some steps were told; return what was heard so far.

    On a machine that is busy with other things a moment alone may be over before the first step.
    """
    heard = b""
    if rng.random() < 0.5:
        for _ in range(rng.randint(1, _MOST_STEPS)):
            heard += os.read(reader, _TOLD.size)
        time.sleep(rng.uniform(0, _A_STEP))
    else:
        time.sleep(rng.uniform(0, activity.longest_life))
    return heard


def _live(
    path: Path, activity: Activity, at: Standing, tell: Callable[[bytes, int], object]
) -> None:
    """Write until killed; each second step is saved, all are logged."""
    try:
        seed = int.from_bytes(os.urandom(4), "big")
        tell(b"!", at.step)
        # Each save is minutes after the last, also of those who were killed: some can be thinned.
        clock = Clock(timedelta(minutes=4))
        clock.now += at.step * 2 * clock.step
        project = open_project(path, seed=seed, clock=clock)
        state = dict(at.state)
        saved = dict(state)
        for step in count(at.step + 1):
            activity.step(step, state)
            project.log(changes(saved, state))
            tell(b"l", step)
            if step % 2 == 0:
                project.save(changes(saved, state))
                tell(b"s", step)
                saved = dict(state)
                activity.besides(project, step)
                if activity.purges(step):
                    saved.pop((GONE, "text"), None)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def _look(path: Path, activity: Activity, told: Standing, tally: Tally) -> Standing:
    """Open what is left: every step that was told must be there, and the last one whole."""
    project = open_project(path, seed=int.from_bytes(os.urandom(4), "big"))
    tally.torn_logs += project.recovered.torn
    tally.recovered += bool(project.recovered.changes)
    found = fields(project)
    project.close()
    # The step in progress may be there too, or not, or logged and not yet told.
    for at in (told, _after(activity, told, told.step + 1)):
        if _is(found, at.state):
            return at
    tally.lost.append(f"{activity.name}: step {told.step} was told and is not there")
    return told


def _after(activity: Activity, at: Standing, last: int) -> Standing:
    state = dict(at.state)
    for step in range(at.step + 1, last + 1):
        activity.step(step, state)
    return Standing(max(at.step, last), state)


def _is(found: dict[str, dict[str, Value]], state: dict[tuple[str, str], Value]) -> bool:
    """Tell whether a file has just that state, whether or not what is to be purged is gone yet."""
    there = {
        (id, name): value
        for id, values in found.items()
        for name, value in values.items()
        if id != GONE
    }
    wanted = {key: value for key, value in state.items() if value is not None and key[0] != GONE}
    return there.keys() == wanted.keys() and all(
        same(value, wanted[key]) for key, value in there.items()
    )


def _told(reader: int, told: bytes) -> list[tuple[bytes, int]]:
    while part := os.read(reader, 65536):
        told += part
    os.close(reader)
    return list(_TOLD.iter_unpack(told))
