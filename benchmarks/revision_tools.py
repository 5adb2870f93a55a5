"""One tool compares two files, in a process of its own: ``python -m benchmarks.revision_tools``.

Each answers with the numbers of the words it marks on both sides (a word is what ``split`` gives)
and the paragraphs it says have moved. Imports are not counted, nor what our worker does before it
is first asked to compare.
"""

import gc
import importlib
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

Marked = tuple[set[int], set[int], list[tuple[int, int]]]
Opcode = tuple[str, int, int, int, int]

_START_OLD, _END_OLD, _START_NEW, _END_NEW = "\x01", "\x02", "\x03", "\x04"


def main() -> None:
    """Time one tool on two files and print what it found as JSON."""
    name, left, right = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    prepare, run = TOOLS[name]
    # Our worker looks for garbage between its answers; nobody else here is to pay for it either.
    gc.disable()
    prepare()
    before = _cpu()
    found = run(left, right)
    seconds = _cpu() - before
    peak = max(_peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    told = _told(found, left, right)
    marked = None if told is None else [sorted(told[0]), sorted(told[1]), told[2]]
    shown = _shown(found) or (marked and marked[:2])
    print(json.dumps({"seconds": seconds, "megabytes": peak, "marked": marked, "shown": shown}))


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _peak() -> float:
    """Return how much memory this program took at most, not whoever started it, in megabytes."""
    told = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(told[1]) / 1024 if told else 0.0


def _nothing() -> None:
    """Most tools need no preparing."""


def _floor(left: Path, right: Path) -> None:
    """Read both files, part them into words, give each different word a number."""
    numbers: dict[str, int] = {}
    for path in (left, right):
        words = re.compile(r"\w+").findall(path.read_text("utf-8"))
        _ = [numbers.setdefault(word, len(numbers)) for word in words]


def _paragraphs(path: Path) -> list[str]:
    """Read what blank lines part; most files have one line a paragraph and one between two."""
    written = path.read_bytes().strip(b"\n")
    lines = written.split(b"\n")
    if all(lines[::2]) and not any(lines[1::2]):
        return list(map(bytes.decode, lines[::2]))
    return re.split(r"\n\s*\n", written.decode())


def _be_ready() -> None:
    """Do what the worker of the window does before it is first asked."""
    from writerdesk.compare import be_ready
    from writerdesk.memory import keep_what_is_freed

    keep_what_is_freed()
    be_ready()


def _writerdesk(left: Path, right: Path) -> object:
    from writerdesk.compare import compare
    from writerdesk.manuscript import Document

    one, other = (Document.from_paragraphs(_paragraphs(path)) for path in (left, right))
    return compare(one, other)


def _all_words(left: Path, right: Path) -> Marked:
    one, other = (path.read_text("utf-8").split() for path in (left, right))
    return _of_opcodes(SequenceMatcher(None, one, other, autojunk=False).get_opcodes())


def _paragraphs_then_words(left: Path, right: Path) -> Marked:
    ours, theirs = ([text.split() for text in _paragraphs(path)] for path in (left, right))
    one, other = [tuple(words) for words in ours], [tuple(words) for words in theirs]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return _within(matcher.get_opcodes(), ours, theirs, _difflib)


def _difflib(left: Sequence[str], right: Sequence[str]) -> Sequence[Opcode]:
    return SequenceMatcher(None, left, right, autojunk=False).get_opcodes()


def _within(
    opcodes: Sequence[Opcode],
    ours: Sequence[Sequence[str]],
    theirs: Sequence[Sequence[str]],
    words: Callable[[list[str], list[str]], Sequence[Opcode]],
) -> Marked:
    """Mark what differs word by word inside the paragraphs that differ."""
    marked: Marked = set(), set(), []
    at = to = 0
    for kind, start, end, begin, until in opcodes:
        one = [word for text in ours[start:end] for word in text]
        other = [word for text in theirs[begin:until] for word in text]
        if kind != "equal":
            inner = _of_opcodes(words(one, other))
            marked[0].update(at + n for n in inner[0])
            marked[1].update(to + n for n in inner[1])
        at, to = at + len(one), to + len(other)
    return marked


def _of_opcodes(opcodes: Sequence[Opcode]) -> Marked:
    marked: Marked = set(), set(), []
    for kind, start, end, begin, until in opcodes:
        if kind != "equal":
            marked[0].update(range(start, end))
            marked[1].update(range(begin, until))
    return marked


def _asked(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8")


def _git(left: Path, right: Path) -> str:
    options = ("--no-index", "--word-diff=porcelain", "--diff-algorithm=histogram", "-U1000000")
    return _asked("git", "diff", *options, str(left), str(right))


def _wdiff(name: str) -> Callable[[Path, Path], str]:
    signs = ("-w", _START_OLD, "-x", _END_OLD, "-y", _START_NEW, "-z", _END_NEW)
    return lambda left, right: _asked(name, *signs, str(left), str(right))


def _dmp(left: Path, right: Path) -> list[tuple[int, str]]:
    module = importlib.import_module("diff_match_patch")
    differ = module.diff_match_patch()
    return differ.diff_main(left.read_text("utf-8"), right.read_text("utf-8"))


def _meld(left: Path, right: Path) -> Marked:
    myers = importlib.import_module("meld.matchers.myers").MyersSequenceMatcher
    ours, theirs = ([text.split() for text in _paragraphs(path)] for path in (left, right))

    def opcodes(one: Sequence[object], other: Sequence[object]) -> Sequence[Opcode]:
        return [tuple(code) for code in myers(None, one, other).get_opcodes()]

    whole = opcodes([" ".join(some) for some in ours], [" ".join(some) for some in theirs])
    return _within(whole, ours, theirs, opcodes)


def _told(found: object, left: Path, right: Path) -> Marked | None:
    """Return the words a tool marked, whatever it answered with."""
    match found:
        case None:
            return None
        case tuple():
            return found  # pyright: ignore[reportReturnType]
        case str() if found.startswith("diff --git"):
            return _of_porcelain(found)
        case str():
            return _of_signs(found)
        case list():
            return _of_characters(found, left.read_text("utf-8"), right.read_text("utf-8"))
        case _:
            return _of_comparison(found)


def _of_porcelain(told: str) -> Marked:
    marked: Marked = set(), set(), []
    at = to = 0
    lines = told.split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith("@@")) + 1
    for line in lines[start:]:
        many = len(line[1:].split())
        if line[:1] in (" ", "-"):
            marked[0].update(range(at, at + many) if line[0] == "-" else ())
            at += many
        if line[:1] in (" ", "+"):
            marked[1].update(range(to, to + many) if line[0] == "+" else ())
            to += many
    return marked


def _of_signs(told: str) -> Marked:
    marked: Marked = set(), set(), []
    at = to = 0
    for piece in re.split(r"(\x01[^\x02]*\x02|\x03[^\x04]*\x04)", told):
        many = len(piece.strip("\x01\x02\x03\x04").split())
        if not piece.startswith(_START_NEW):
            marked[0].update(range(at, at + many) if piece.startswith(_START_OLD) else ())
            at += many
        if not piece.startswith(_START_OLD):
            marked[1].update(range(to, to + many) if piece.startswith(_START_NEW) else ())
            to += many
    return marked


def _of_characters(diffs: Sequence[tuple[int, str]], left: str, right: str) -> Marked:
    ours: list[tuple[int, int]] = []
    theirs: list[tuple[int, int]] = []
    at = to = 0
    for kind, text in diffs:
        if kind <= 0:
            ours += [(at, at + len(text))] if kind else []
            at += len(text)
        if kind >= 0:
            theirs += [(to, to + len(text))] if kind else []
            to += len(text)
    return _touched(left, ours), _touched(right, theirs), []


def _touched(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Return the words that have a marked character."""
    words, found, at = list(_words(text)), set[int](), 0
    for start, end in spans:
        while at < len(words) and words[at][1] <= start:
            at += 1
        here = at
        while here < len(words) and words[here][0] < end:
            found.add(here)
            here += 1
    return found


def _words(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in re.finditer(r"\S+", text))


def _of_comparison(found: object) -> Marked:
    from writerdesk.compare import Comparison, to_json

    assert isinstance(found, Comparison)
    said = to_json(found)
    sides = [_marked_words(said, side) for side in ("left", "right")]
    pairs: list[dict[str, list[int]]] = said["pairs"]  # pyright: ignore[reportAssignmentType]
    moved = [(one["left"][0], one["right"][0]) for one in pairs if one["moved"]]
    return sides[0], sides[1], moved


def _shown(found: object) -> list[list[int]]:
    """Return the words that are shown as changed, where that is not the same."""
    from writerdesk.compare import Comparison, to_json

    if not isinstance(found, Comparison):
        return []
    said = to_json(found)
    return [sorted(_marked_words(said, side, "shown")) for side in ("left", "right")]


def _marked_words(said: dict, side: str, layer: str = "marks") -> set[int]:
    marks = {
        int(n): spans for pair in said["pairs"] for n, spans in pair[f"{side}_{layer}"].items()
    }
    alone, found, at = set(said[f"{side}_only"]), set[int](), 0
    for number, text in enumerate(said[side]["paragraphs"]):
        many = len(text.split())
        if number in alone:
            found.update(range(at, at + many))
        elif number in marks:
            found.update(at + n for n in _touched(text, [tuple(s[:2]) for s in marks[number]]))
        at += many
    return found


TOOLS: dict[str, tuple[Callable[[], None], Callable[[Path, Path], object]]] = {
    "the floor": (_nothing, _floor),
    "WriterDesk": (_be_ready, _writerdesk),
    "git --word-diff": (_nothing, _git),
    "difflib, paragraphs then words": (_nothing, _paragraphs_then_words),
    "Meld's matcher": (lambda: importlib.import_module("meld.matchers.myers") and None, _meld),
    "wdiff": (_nothing, _wdiff("wdiff")),
    "dwdiff": (_nothing, _wdiff("dwdiff")),
    "diff-match-patch": (lambda: importlib.import_module("diff_match_patch") and None, _dmp),
    "difflib, all words": (_nothing, _all_words),
}

if __name__ == "__main__":
    main()
