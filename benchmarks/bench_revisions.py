"""Revisions of a novel: how fast and how truly WriterDesk and other tools say what changed.

Novels and what was changed in them come from ``../shared`` beside the checkout. A sample is a
process of its own; × is its CPU time, and that of its children, against the floor: reading both
files, parting them into words, giving each different word a number.
"""

import itertools
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.revision_tools import TOOLS

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
# Seconds; what is ended then is told by the time it had taken.
_LONGEST = 120
_LARGE = frozenset(("R2",))
_BY_TURNS = ("the floor", "WriterDesk")
_MANY, _FEW = 9, 3
_SLOW = frozenset(("difflib, all words", "diff-match-patch"))


class Case(NamedTuple):
    """Two texts and what was changed between them, if that is known."""

    name: str
    told: str
    options: Sequence[str]


CASES = (
    Case("R1", "100,000 words, 5 % of sentences edited", ("--words", "100000")),
    Case("R1 b", "the same, another seed", ("--words", "100000", "--seed", "2")),
    Case("R1 c", "the same, another seed", ("--words", "100000", "--seed", "7")),
    Case("R1 d", "the same, moves edited", ("--words", "100000", "--edit-moves", "--moves", "20")),
    Case("R3", "50 % edited", ("--words", "100000", "--edited", "0.5")),
    Case("R4", "unrelated", ("--words", "100000", "--unrelated")),
    Case("R2", "1,000,000 words, 5 % edited", ("--words", "1000000", "--moves", "100")),
)


def main() -> None:
    """Print one table for each case."""
    if not (SHARED / "tools" / "make_revisions.py").exists():
        print("nothing at ../shared: no novels to revise, nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        extra = _diff_match_patch(Path(folder))
        print(f"{'':32}{'×':>7}{'MB':>6}{'F1':>8}{'islands':>9}{'moves':>9}")
        for case in CASES:
            _table(case, Path(folder) / case.name, extra)
        frankenstein = [SHARED / "corpus" / "prose" / f"frankenstein-{y}.txt" for y in (1818, 1831)]
        if all(path.exists() for path in frankenstein):
            print("Frankenstein, 1818 against 1831")
            _rows("F", (frankenstein[0], frankenstein[1]), None, extra)
        _say_what_is_missing(extra)


def _say_what_is_missing(extra: str) -> None:
    print("F1 is of the words marked: a moved passage marked as gone and new counts as wrong.")
    print("KDiff3 has no way to be asked for its differences without its window: left out.")
    for name, module in (("diff-match-patch", "diff_match_patch"), ("Meld's matcher", "meld")):
        if not any((Path(place) / module).exists() for place in extra.split(":")):
            print(f"{name} is not on this computer: left out.")


def _diff_match_patch(folder: Path) -> str:
    """Bring diff-match-patch and tell where things that are no part of this project may lie."""
    there = folder / "others"
    command = ("-m", "pip", "install", "-q", "--target", str(there), "diff-match-patch")
    subprocess.run([sys.executable, *command], check=False, capture_output=True)
    return f"{there}:/usr/lib/python3/dist-packages:/usr/share/meld"


def _table(case: Case, folder: Path, extra: str) -> None:
    made = [sys.executable, str(SHARED / "tools" / "make_revisions.py"), str(folder)]
    subprocess.run([*made, *case.options], check=True, capture_output=True)
    print(f"{case.name}: {case.told}")
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    _rows(case.name, (folder / "left.txt", folder / "right.txt"), truth, extra)


def _rows(case: str, texts: tuple[Path, Path], truth: dict | None, extra: str) -> None:
    # The floor and ours by turns: what else the machine does meanwhile slows both alike.
    by_turns = {tool: list[dict]() for tool in _BY_TURNS}
    for _ in range(_FEW if case in _LARGE else _MANY):
        for tool, samples in by_turns.items():
            samples += [one for one in [_sample(tool, texts, extra)] if one]
    floor = statistics.median(one["seconds"] for one in by_turns["the floor"])
    for tool in TOOLS:
        if not _is_there(tool) or (tool in _SLOW and case != "R1"):
            continue
        samples = by_turns.get(tool) or [one for one in [_sample(tool, texts, extra)] if one]
        if not samples:
            print(f"{tool:32}{'– (not there)':>15}")
            continue
        seconds = statistics.median(one["seconds"] for one in samples)
        if "megabytes" not in samples[0]:
            print(f"{tool:32}{f'> {seconds / floor:,.0f}':>7}  (ended after {_LONGEST} s)")
            continue
        megabytes = max(one["megabytes"] for one in samples)
        figures = _figures(samples[0], truth) if truth else ""
        print(f"{tool:32}{seconds / floor:7.2f}{megabytes:6.0f}{figures}")


def _is_there(tool: str) -> bool:
    return tool.split(" ")[0] not in ("git", "wdiff", "dwdiff") or bool(
        shutil.which(tool.split(" ")[0])
    )


def _sample(tool: str, texts: tuple[Path, Path], extra: str) -> dict | None:
    command = [sys.executable, "-m", "benchmarks.revision_tools", tool, *map(str, texts)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": f"{ROOT}:{extra}", "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(
            command, capture_output=True, env=environment, timeout=_LONGEST, check=False, cwd=ROOT
        )
    except subprocess.TimeoutExpired:
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return {"seconds": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime}
    return json.loads(done.stdout) if done.returncode == 0 else None


def _figures(found: dict, truth: dict) -> str:
    """Return F1 of the marked words, islands of those shown against the truth's, moves found."""
    marked, shown = found["marked"], found["shown"]
    if marked is None:
        return ""
    hit = false = missed = islands = natural = 0
    for words, seen, side in zip(marked, shown, ("left", "right"), strict=False):
        wanted = set(_numbers(truth, side))
        some = set(words)
        hit, false, missed = hit + len(some & wanted), false + len(some - wanted), missed
        missed += len(wanted - some)
        borders = list(itertools.accumulate(truth[f"{side}_sizes"]))
        islands += _islands(seen, borders)
        natural += _islands(sorted(wanted), borders)
    moved = {tuple(one) for one in marked[2]}
    true = {tuple(one) for one in truth["moved"]}
    wrong = f"+{len(moved - true)}" if moved - true else ""
    score = 2 * hit / max(1, 2 * hit + false + missed)
    moves = f"{len(moved & true)}/{len(true)}{wrong}"
    return f"{score:8.4f}{f'{islands}/{natural}':>9}{moves:>9}"


def _numbers(truth: dict, side: str) -> Iterator[int]:
    """Give the truly changed words of a side, numbered through."""
    at = 0
    changed = truth[f"{side}_words"]
    for number, size in enumerate(truth[f"{side}_sizes"]):
        yield from (at + n for n in changed.get(str(number), ()))
        at += size


def _islands(numbers: Sequence[int], borders: Sequence[int]) -> int:
    """Count the kept stretches of one or two words between two marks in one paragraph."""
    return sum(
        1
        for one, other in itertools.pairwise(numbers)
        if 1 < other - one <= 3 and bisect_right(borders, one) == bisect_right(borders, other)
    )


if __name__ == "__main__":
    main()
