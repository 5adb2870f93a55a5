"""What a writer keeps beside the text: opening, searching, mentions, in milliseconds of CPU.

The texts are public prose beside the checkout if it is there, made-up sentences if not.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TypeVar
from uuid import uuid4

from writerdesk.insight.mentions import mentions, recounted
from writerdesk.insight.search import Index
from writerdesk.manuscript import Document, Paragraph, ParagraphId, Passage
from writerdesk.story.characters import add_character, add_field, characters, sheet_fields
from writerdesk.story.drafting import add_draft
from writerdesk.story.items import Draft
from writerdesk.story.keeping import Doors, Keeping
from writerdesk.story.note import Note
from writerdesk.story.notes import note_on_passage, notes, notes_in, write_note
from writerdesk.story.story import Story

_T = TypeVar("_T")
_PROSE = Path(__file__).resolve().parents[2] / "shared/corpus/prose"
_NOVELS = ("war-and-peace.txt", "les-miserables.txt", "great-expectations.txt")
_DRAFTS, _CHARACTERS, _FIELDS, _NOTES = 10, 200, 30, 5_000
# Rows of the list of finds that are seen at first.
_SHOWN = 15
_ASKED = (
    *("the", "he said", "win", "s", "“what do you", "never", "marriage settlement", "Waterloo"),
    *("night rain", "co", "a", "his own", "prince andr", "candlesticks", '"my dear"', "zealou"),
)


def main() -> None:
    """Measure and print."""
    texts = _texts()
    _opening(texts[: 100_000 // 40])
    _searching(texts)
    _mentioning(texts)


def _opening(texts: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        drafts, everything = Path(folder) / "drafts.writerdesk", Path(folder) / "all.writerdesk"
        for path, whole in ((drafts, False), (everything, True)):
            keeping = Keeping.create(path, _doors())
            keeping.save(_story(keeping, texts, whole=whole))
            keeping.close()
        bare, full = _alternating(lambda: _open(drafts), lambda: _open(everything), 11)
        size = everything.stat().st_size / 1e6
        saved = _saving(everything)
    print(
        f"{_CHARACTERS} characters x {_FIELDS} fields x {_DRAFTS} drafts and {_NOTES:,} notes,"
        f" {size:.0f} MB"
    )
    print(f"  open {full - bare:.0f} beyond the {bare:.0f} of the drafts alone (bar 100)")
    for what, times in saved.items():
        print(f"  save {what} {median(times):.1f}, p95 {_p95(times):.1f} (bar 5)")
    print(f"  filling a dict of 20,000 {_spent(lambda: {n: str(n) for n in range(20_000)}, 5):.1f}")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        keeping = Keeping.create(Path(folder) / "a.writerdesk", _doors())
        story = _story(keeping, texts, whole=True)
        keeping.close()
        one = story.drafts[0].id
        print(f"  place all notes {_spent(lambda: notes(story), 5):.0f}, those of a draft", end=" ")
        print(f"{_spent(lambda: notes_in(story, one), 5):.1f}")


def _saving(path: Path) -> dict[str, list[float]]:
    """Save one changed value or note after the other; return the milliseconds of each."""
    keeping = Keeping.open(path, _doors())
    story = keeping.story
    found: dict[str, list[float]] = {"a value on a sheet": [], "a note": []}
    sheets, notes_there = characters(story), list(story.of_kind(Note))
    field, draft = sheet_fields(story)[3], story.drafts[2]
    for number in range(100):
        sheet = sheets[number].saying(f"value/{field.id}/{draft.id}", f"new {number}")
        story = story.put(sheet)
        found["a value on a sheet"].append(_spent(lambda now=story: keeping.save(now), 1))
        told = Document.from_paragraphs([f"Written anew, {number}"])
        story = write_note(story, notes_there[number * 7].id, told)
        found["a note"].append(_spent(lambda now=story: keeping.save(now), 1))
    keeping.close()
    return {what: sorted(times) for what, times in found.items()}


def _open(path: Path) -> None:
    Keeping.open(path, _doors()).close()


def _story(keeping: Keeping, texts: Sequence[str], *, whole: bool) -> Story:
    names, story, dice = keeping.identities, Story(), random.Random(1)
    part = len(texts) // _DRAFTS
    for number in range(_DRAFTS):
        text = Document.from_paragraphs(texts[number * part : (number + 1) * part])
        story = add_draft(story, Draft(names.record(), text=names.adopted(text)))
    if not whole:
        return story
    for number in range(_NOTES):
        draft = story.drafts[number % _DRAFTS]
        here = Passage(draft.id, (dice.choice(draft.text.ids),), 0, 4)
        told = Document.from_paragraphs([f"Note {number}: {dice.choice(texts)[:60]}"])
        story = note_on_passage(story, here, told, names)
    for number in range(_FIELDS):
        story = add_field(story, f"Field {number}", names)
    for number in range(_CHARACTERS):
        story = add_character(story, f"Somebody {number}", names)
    items = {one.id: one for one in characters(story)}
    fields = sheet_fields(story)
    for id in items:
        for field in fields:
            for draft in story.drafts:
                text = dice.choice(texts)[:40]
                items[id] = items[id].saying(f"value/{field.id}/{draft.id}", text)
    return story.put(*items.values())


def _searching(texts: Sequence[str]) -> None:
    words = sum(len(text.split()) for text in texts)
    index = Index()
    named = [(str(number), text) for number, text in enumerate(texts)]
    build = _spent(lambda: index.update("all", named), 1)
    print(f"search in {words:,} words, {len(texts):,} paragraphs")
    build += _spent(index.know_words, 1)
    print(f"  build the index {build:.0f}, beside the window")

    def answer(wanted: str) -> None:
        for hit in index.find(wanted).hits[:_SHOWN]:
            assert hit.text[slice(*hit.spans[0])]

    for what, ask in (("first answer", answer), ("nearest word", index.nearest)):
        times = sorted(_spent(lambda one=one, ask=ask: ask(one), 5) for one in _ASKED)
        worst = times[-1]
        print(f"  {what} {median(times):.1f}, p95 {_p95(times):.1f}, at most {worst:.1f} (bar 10)")
    changed = [(name, text) for name, text in named]
    changed[500] = ("500", changed[500][1] + " Indeed.")
    print(
        f"  after an edit {_spent(lambda: index.update('all', changed), 1):.1f}, beside the window"
    )


def _mentioning(texts: Sequence[str]) -> None:
    text, words = list[Paragraph](), 0
    for one in texts:
        text.append(Paragraph(one))
        words += len(one.split())
        if words > 100_000:
            break
    document = Document.from_items((ParagraphId(1, n), one) for n, one in enumerate(text))
    names = ["Pierre", "Natasha", "Prince Andrew", *(f"Somebody{n}" for n in range(400))]
    first = _spent(lambda: mentions(document, names), 3)
    before = mentions(document, names)
    place = len(document) // 2
    times: list[float] = []
    for number in range(101):
        old = document.paragraphs[place + number % 7]
        item = (document.ids[place + number % 7], Paragraph(f"{old.text} Pierre"))
        at = place + number % 7
        document = document.splice(at, at + 1, [item])
        began = time.process_time()
        before = recounted(before, document)
        times.append((time.process_time() - began) * 1000)
    times.sort()
    print(f"mentions of {len(names)} names in {words:,} words: {first:.0f}")
    print(f"  after an edit {median(times):.2f}, p95 {_p95(times):.2f} (bar 4)")


def _texts() -> list[str]:
    found: list[str] = []
    for novel in _NOVELS:
        if (_PROSE / novel).exists():
            parts = (_PROSE / novel).read_text("utf-8").split("\n\n")
            found += [" ".join(part.split()) for part in parts if part.strip()]
    if not found:
        print("No prose beside the checkout: made-up sentences instead.")
        found = [f"Sentence {n} goes on about salt and lamps and rain. " * 4 for n in range(28_000)]
    words = 0
    for place, text in enumerate(found):
        words += len(text.split())
        if words > 1_000_000:
            return found[: place + 1]
    return found


def _doors() -> Doors:
    dice = random.Random()
    return Doors(lambda: datetime.now(UTC), lambda: dice.getrandbits(31), lambda: uuid4().hex)


def _alternating(
    one: Callable[[], object], other: Callable[[], object], times: int
) -> tuple[float, float]:
    """Return the median of each of two works, done in turn."""
    spent = [(_spent(one, 1), _spent(other, 1)) for _ in range(times)]
    return median(a for a, _ in spent), median(b for _, b in spent)


def _spent(work: Callable[[], _T], times: int) -> float:
    """Return the milliseconds of CPU that ``work`` takes, the median of so many times."""
    found: list[float] = []
    for _ in range(times):
        began = time.process_time()
        work()
        found.append((time.process_time() - began) * 1000)
    return median(found)


def _p95(times: Sequence[float]) -> float:
    return times[len(times) * 95 // 100]


if __name__ == "__main__":
    main()
