"""What a writer who will be killed does: endless numbered steps, each with a state it leads to.

Step n is the same every time, so that whoever opens the file afterwards can tell which steps it has
and whether each of them is there whole.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.formats.older import make_older
from writerdesk.manuscript import Change, Document, Paragraph, ParagraphId, Value
from writerdesk.project import Project

Fields = Mapping[tuple[str, str], Value]
_PARAGRAPHS = 40
GONE = "gone"
# A draft that will be purged lives for so many steps.
_ROUND = 6
_TYPED_REPLICA = 7
# Seconds, long enough for some ten saves: a kill falls anywhere between opening and well into the
# work. Bringing an old file forward comes with a backup, and takes as long by itself.
_LONGEST_LIFE = 0.06
_LONGER_LIFE = 0.2


@dataclass(frozen=True, slots=True)
class Activity:
    """A way of working: the state after each step, given the one before.

    ``besides`` is done after a save and touches nothing but the record called ``gone``, which it
    ``purges`` after some steps; ``before`` is done to the file before each life.
    """

    name: str
    step: Callable[[int, dict[tuple[str, str], Value]], None]
    besides: Callable[[Project, int], object] = lambda _project, _number: None
    purges: Callable[[int], bool] = lambda _number: False
    before: Callable[[Path], object] = lambda _path: None
    longest_life: float = _LONGEST_LIFE


def write(number: int, state: dict[tuple[str, str], Value]) -> None:
    """Type into one paragraph of the draft."""
    text = state["d1", "text"]
    assert isinstance(text, Document)
    place = number * 7 % len(text)
    state["d1", "text"] = text.splice(
        place, place + 1, [(text.ids[place], Paragraph(f"Step {number} was typed here. " * 9))]
    )


def bring_in(number: int, state: dict[tuple[str, str], Value]) -> None:
    """Add a draft: raw text, details and all."""
    state[f"d{number}", "text"] = _document(f"Draft {number}", 100)
    state[f"d{number}", "letter"] = f"L{number}"
    state[f"d{number}", "origin"] = ("file", f"{number}.txt")


def delete(number: int, state: dict[tuple[str, str], Value]) -> None:
    """Delete a draft, or bring it back, and write on in another."""
    was = state.get(("d2", "deleted"))
    state["d2", "deleted"] = None if was else True
    write(number, state)


def write_and_give_up(number: int, state: dict[tuple[str, str], Value]) -> None:
    """Write on in one draft, and make another that is soon given up for good."""
    write(number, state)
    if number % _ROUND == 2:
        state[GONE, "text"] = _document(f"Secret {number}", 10)
    if number % _ROUND == 1:
        state.pop((GONE, "text"), None)


def purge(project: Project, number: int) -> None:
    """Give up the draft for good."""
    if is_purged(number):
        project.purge([GONE])


def is_purged(number: int) -> bool:
    """Tell whether the draft is given up after a step."""
    return number % _ROUND == 0


def thin(project: Project, _number: int) -> None:
    """Give up a few revisions, as if a day had passed."""
    project.thin("d1", most=3)


def start() -> dict[tuple[str, str], Value]:
    """Return the state all begin with."""
    return {
        ("d1", "text"): _document("Draft 1", _PARAGRAPHS),
        ("d2", "text"): _document("Draft 2", _PARAGRAPHS),
        ("story", "title"): "Torture",
    }


def changes(before: Fields, after: Fields) -> list[Change]:
    """Return what differs between two states."""
    return [
        Change("draft", *key, before.get(key), value)
        for key, value in after.items()
        if before.get(key) is not value
    ]


def _document(name: str, paragraphs: int) -> Document:
    return Document.from_items(
        (ParagraphId(_TYPED_REPLICA, number), Paragraph(f"{name}, paragraph {number}. " * 12))
        for number in range(paragraphs)
    )


ACTIVITIES = {
    activity.name: activity
    for activity in (
        Activity("saving", write),
        Activity("importing", bring_in),
        Activity("deleting", delete),
        Activity("backing up", write, lambda project, _number: project.back_up()),
        Activity("purging", write_and_give_up, purge, is_purged),
        Activity("thinning", write, thin),
        Activity("migrating", write, before=make_older, longest_life=_LONGER_LIFE),
    )
}
