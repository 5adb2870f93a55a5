"""A story's file: its size and the time of saving, loading and listing, in CPU time.

100,000 words, 1,000 autosaves each of one paragraph, every tenth with a new one and its origin. The
text is public prose beside the checkout if it is there, made-up sentences if not.
"""

import random
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from writerdesk.manuscript import Change, Document, Origin, Paragraph, ParagraphId
from writerdesk.project import Project
from writerdesk.project.chains import Chains
from writerdesk.project.connection import connect

_PROSE = Path(__file__).resolve().parents[2] / "shared/corpus/prose/great-expectations.txt"
_WORDS = 100_000
_SAVES = 1_000


def main() -> None:
    """Measure and print."""
    rng = random.Random(1)
    texts = _texts()
    with tempfile.TemporaryDirectory() as folder:
        _one_draft(Path(folder) / "one.writerdesk", texts, rng)
        _two_hundred_drafts(Path(folder) / "many.writerdesk", texts, rng)
    yardstick = median(_spent(_yardstick) for _ in range(21))
    print(
        f"Filling a dict of 20,000 took {yardstick:.1f} ms; 2.1 when this machine has nothing else"
    )


def _yardstick() -> None:
    """Do what always costs the same: when this takes longer, so does all that was measured."""
    filled: dict[int, str] = {}
    for number in range(20_000):
        filled[number] = str(number)


def _one_draft(path: Path, texts: list[str], rng: random.Random) -> None:
    project = _project(path, rng)
    text = _document(texts, project.replica)
    project.save([Change("draft", "d", "text", None, text)])
    first = path.stat().st_size
    times: list[float] = []
    for number in range(_SAVES):
        text = _edited(text, number, project.replica, rng)
        change = Change("draft", "d", "text", None, text)
        times.append(_spent(lambda change=change: project.save([change])))
    times.sort()
    print(f"{_SAVES} autosaves of {_WORDS:,} words, {len(texts)} paragraphs")
    print(f"  file {path.stat().st_size / 1e6:.2f} MB, {first / 1e6:.2f} MB of it the first save")
    print(f"  save {median(times):.1f} ms, p95 {times[_SAVES * 95 // 100]:.1f} ms")
    project.close()
    _opened_anew(path, rng)


# What filling a dict of 20,000 takes on this machine when it has nothing else to do.
_IDLE = 2.1


def _opened_anew(path: Path, rng: random.Random) -> None:
    """Print what opening, listing and reading cost, and what they would on an idle machine.

    Each is measured beside the yardstick, turn by turn: others who want the machine slow both.
    """
    spent: dict[str, list[float]] = {}

    def note(what: str, work: Callable[[], object]) -> None:
        spent.setdefault(what, []).append(_spent(work))

    for _ in range(31):
        note("yardstick", _yardstick)
        note("open the story, read it and close it", lambda: _project(path, rng).close())
        with closing(_project(path, rng)) as project:
            note(f"list {_SAVES + 1} revisions for the first time", partial(project.history, "d"))
            note("list them again", partial(project.history, "d"))
            note("look at each of them", lambda project=project: tuple(project.history("d")))
            some = project.history("d")[_SAVES // 2]
            note("read one of its versions", partial(project.value_at, "d", "text", some))
        with closing(connect(path, read_only=True)) as connection:
            note("read the draft from the file", partial(Chains, connection))
    slower = median(spent.pop("yardstick")) / _IDLE
    print(f"  the yardstick took {slower:.2f} times as long as on an idle machine")
    for what, times in spent.items():
        print(f"  {what}: {median(times):.2f} ms, {median(times) / slower:.2f} as on an idle one")


def _two_hundred_drafts(path: Path, texts: list[str], rng: random.Random) -> None:
    project = _project(path, rng)
    drafts = 200
    size = len(texts) // 20
    for number in range(drafts):
        start = number * size % (len(texts) - size)
        own = [f"{number}. {text}" for text in texts[start : start + size]]
        text = _document(own, project.replica)
        project.save([Change("draft", f"d{number}", "text", None, text)])
    project.close()
    opening = median(_spent(lambda: _project(path, rng).close()) for _ in range(7))
    print(f"{_WORDS * drafts // 20:,} words in {drafts} drafts open in {opening:.0f} ms")


def _project(path: Path, rng: random.Random) -> Project:
    make = Project.open if path.exists() else Project.create
    return make(path, clock=lambda: datetime.now(UTC), replica=lambda: rng.getrandbits(31))


def _edited(text: Document, number: int, replica: int, rng: random.Random) -> Document:
    place = rng.randrange(len(text))
    id, paragraph = text.ids[place], text.paragraphs[place]
    text = text.splice(place, place + 1, [(id, Paragraph(f"{paragraph.text} word{number}"))])
    if number % 10:
        return text
    born = ParagraphId(replica, 1_000_000 + number)
    new = (born, Paragraph(f"A new paragraph, number {number}."))
    return text.splice(place, place, [new], origins={born: Origin("d", "", id)})


def _document(texts: list[str], replica: int) -> Document:
    return Document.from_items(
        (ParagraphId(replica, number), Paragraph(text)) for number, text in enumerate(texts, 1)
    )


def _texts() -> list[str]:
    if _PROSE.exists():
        written = _PROSE.read_text("utf-8").split("\n\n")
        found = [" ".join(text.split()) for text in written if text.strip()]
    else:
        print("No prose beside the checkout: made-up sentences instead.")
        found = [f"Sentence {n} goes on about salt and lamps and rain. " * 5 for n in range(3000)]
    words = 0
    for place, text in enumerate(found):
        words += len(text.split())
        if words > _WORDS:
            return found[: place + 1]
    return found


def _spent(work: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that ``work`` takes."""
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1000


if __name__ == "__main__":
    main()
