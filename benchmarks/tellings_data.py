"""Tellings with a known truth: our own stories, and what lies at ``../shared`` if anything does."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

from writerdesk.manuscript import Document

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "corpus"
Telling: TypeAlias = tuple[list[str], list[frozenset[int]]]
_PARAGRAPH = re.compile(r"\[([\d, ]*)\] (.*)")


@dataclass(frozen=True, slots=True)
class Tale:
    """Two tellings, and which paragraphs tell the same: +1 they do, -1 partly, 0 they don't."""

    name: str
    story: str
    kind: str
    left: Document
    right: Document
    truth: dict[tuple[int, int], int]
    beats: tuple[tuple[frozenset[int], ...], tuple[frozenset[int], ...]] | None = None


def ours() -> list[Tale]:
    """Return every two tellings of the stories we wrote: outlines told blind, the sample story."""
    told: dict[str, list[Telling]] = {}
    for path in sorted((ROOT / "benchmarks" / "tellings").glob("*-*.txt")):
        told.setdefault(path.stem.rsplit("-", 1)[0], []).append(_beaten(path))
    told["piano"] = _sample_story()
    tales = [tale for story, some in told.items() for tale in _pairs(story, some)]
    kept = (ROOT / "tests" / "stories").glob("told-anew-*")
    return tales + [_told_anew(folder) for folder in sorted(kept)]


def shared() -> list[Tale]:
    """Return the tales at ``../shared``, rewrites and alignments."""
    paths = [SHARED / name / "dev.json" for name in ("rewrites", "alignment")]
    found = [one for path in paths if path.exists() for one in json.loads(path.read_text("utf-8"))]
    return [_shared_tale(one) for one in found]


def by_beats(name: str, story: str, kind: str, sides: Sequence[Telling]) -> Tale:
    """Make a tale of two lists of paragraphs with the beats that each of them tells."""
    (left, left_beats), (right, right_beats) = sides
    truth = {
        (i, j): 1
        for i, one in enumerate(left_beats)
        for j, other in enumerate(right_beats)
        if one & other
    }
    documents = (Document.from_paragraphs(left), Document.from_paragraphs(right))
    return Tale(name, story, kind, *documents, truth, (tuple(left_beats), tuple(right_beats)))


def _pairs(story: str, told: Sequence[Telling]) -> Iterator[Tale]:
    for (n, one), (m, other) in combinations(enumerate(told, 1), 2):
        yield by_beats(f"{story}-{n}-{m}", story, "sample" if story == "piano" else "blind",
                       (one, other))  # fmt: skip


def _beaten(path: Path) -> Telling:
    found = [_PARAGRAPH.match(line) for line in path.read_text("utf-8").splitlines()]
    kept = [one for one in found if one]
    beats = [frozenset(int(n) for n in one[1].split(",") if n.strip()) for one in kept]
    return [one[2] for one in kept], beats


def _sample_story() -> list[Telling]:
    table = re.findall(r"^\| (\d+) \|[^|]*\|([^|]*)\|([^|]*)\|([^|]*)\|$",
                       (ROOT / "seeds" / "README.md").read_text("utf-8"), re.MULTILINE)  # fmt: skip
    told = []
    for number in (1, 2, 3):
        text = (ROOT / "seeds" / f"drowned-piano-{number}.txt").read_text("utf-8")
        blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]
        rules = [n for n, block in enumerate(blocks) if re.fullmatch(r"[-*_ ]+", block)]
        last = rules[-1] if number == 2 else len(blocks)
        paragraphs = [block for block in blocks[rules[0] + 1 : last] if not block.startswith("#")]
        beats = [set() for _ in paragraphs]
        for beat, *places in table:
            for place in _range(places[number - 1]):
                beats[place - 1].add(int(beat))
        told.append((paragraphs, [frozenset(some) for some in beats]))
    return told


def _told_anew(folder: Path) -> Tale:
    sides = []
    lines = [line.split("|") for line in (folder / "beats.txt").read_text("utf-8").splitlines()]
    for side, name in ((1, "left"), (2, "right")):
        text = (folder / f"{name}.txt").read_text("utf-8")
        paragraphs = [" ".join(b.split()) for b in re.split(r"\n\s*\n", text) if b.strip()]
        beats = [set() for _ in paragraphs]
        for beat, line in enumerate(lines):
            for place in _range(line[side]) if len(line) > 2 else ():
                beats[place - 1].add(beat)
        sides.append((paragraphs, [frozenset(some) for some in beats]))
    return by_beats(folder.name, folder.name, "short", tuple(sides))


def _range(written: str) -> list[int]:
    found = re.findall(r"(\d+)(?:[-–](\d+))?", written)
    return [place for one, last in found for place in range(int(one), int(last or one) + 1)]


def _shared_tale(one: dict[str, Any]) -> Tale:
    if "left_beats" in one:
        story = one["name"].split("-")[0]
        sides = tuple(
            (one[s], [frozenset(b) for b in one[f"{s}_beats"]]) for s in ("left", "right")
        )
        return by_beats(one["name"], story, "rewrite", sides)
    truth = {tuple(cell): -1 for cell in one.get("soft", [])}
    truth.update({tuple(cell): 1 for cell in one["links"]})
    source = one["name"].split("-")[0].replace("gospel", "mark").replace("matthew1_14", "mark")
    left, right = (Document.from_paragraphs(one[side]) for side in ("left", "right"))
    return Tale(one["name"], source, one["kind"], left, right, truth)
