"""What the writer did, kept so that it can be undone: a name for the menu and the changed fields.

Undoing an act takes back each field that still stands as the act left it. A text that was written
on since takes back just the passages of the act, if those still stand. What an act began goes as a
whole or stays as a whole: of a draft that was written in since, nothing is taken away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType

from writerdesk.frozen import frozen
from writerdesk.manuscript import Change, Document, Splice, Value, splices
from writerdesk.story.items import DETAILS_ID, fields_of
from writerdesk.story.story import Story, applied, changes_between


@frozen
class Act:
    """One gesture: what kind of act, the gaps of its sentence, and what it changed."""

    kind: str
    changes: tuple[Change, ...]
    about: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    born: frozenset[str] = frozenset()
    """What was not there before."""

    def inverted(self) -> "Act":
        """Return the act that takes this one back."""
        changes = tuple(change.inverted() for change in reversed(self.changes))
        return Act(self.kind, changes, self.about, self.born)


@frozen
class Undone:
    """A story with an act taken back, and the ids of what had moved on and was left alone."""

    story: Story
    moved_on: tuple[str, ...]


def act(kind: str, before: Story, after: Story, **about: str) -> Act:
    """Return what was done between two stories, under the name the Edit menu shows."""
    changes = changes_between(before, after)
    # What is said of the story itself is always there, with or without fields.
    here = {DETAILS_ID, *before.items}
    born = frozenset(one.id for one in changes if one.id not in here)
    return Act(kind, changes, about, born)


def undone(story: Story, done: Act) -> Undone:
    """Take ``done`` back where what it left still stands."""
    return redone(story, done.inverted())


def redone(story: Story, again: Act) -> Undone:
    """Do ``again`` once more where what it was done to still stands."""
    possible: list[Change] = []
    moved_on = [id for id in again.born if _was_changed(story, id, again)]
    for change in again.changes:
        if change.id in moved_on and change.id in again.born:
            continue
        now = _value(applied(story, possible), change)
        after = _carried_over(change, now)
        if after is _MOVED_ON:
            moved_on.append(change.id)
        else:
            possible.append(Change(change.kind, change.id, change.field, now, after))
    return Undone(applied(story, possible), tuple(dict.fromkeys(moved_on)))


def _was_changed(story: Story, born: str, again: Act) -> bool:
    """Tell whether what is to go as a whole is not what the act left any more."""
    changes = [change for change in again.changes if change.id == born]
    item = story.items.get(born)
    if item is None or any(change.after is not None for change in changes):
        return False
    return dict(fields_of(item)) != {change.field: change.before for change in changes}


# A value no field can hold: told apart by identity.
_MOVED_ON: Value = ("moved on",)


def _value(story: Story, change: Change) -> Value:
    item = story.items.get(change.id)
    return fields_of(item).get(change.field) if item else None


def _carried_over(change: Change, now: Value) -> Value:
    """Return what the field becomes if ``change`` is made to it as it stands now."""
    if now is change.before or now == change.before:
        return change.after
    texts = change.before, change.after, now
    before, after, current = texts
    if (
        isinstance(before, Document)
        and isinstance(after, Document)
        and isinstance(current, Document)
    ):
        return carried_text(before, after, current) or _MOVED_ON
    return _MOVED_ON


def carried_text(before: Document, after: Document, now: Document) -> Document | None:
    """Return ``now`` with the edit from ``before`` to ``after`` made to it; None if not possible.

    It is possible where every run the edit replaced still stands as it was, in one piece.
    """
    edit = splices(before, after)
    moved = [_where(splice, before, now) for splice in edit]
    if any(place is None for place in moved):
        return None
    for splice, place in sorted(
        zip(edit, (place or 0 for place in moved), strict=True),
        key=lambda pair: pair[1],
        reverse=True,
    ):
        length = splice.end - splice.start
        now = now.splice(place, place + length, splice.items)
    return now


def _where(splice: Splice, before: Document, now: Document) -> int | None:
    """Return where in ``now`` the run stands that ``splice`` replaces in ``before``."""
    ids = before.ids[splice.start : splice.end]
    if not ids:
        return _seam(before, splice.start, now)
    place = now.place_of(ids[0]) if ids[0] in now else None
    if place is None or now.ids[place : place + len(ids)] != ids:
        return None
    if not _all_equal(
        before.paragraphs[splice.start : splice.end], now.paragraphs[place : place + len(ids)]
    ):
        return None
    return place


def _seam(before: Document, at: int, now: Document) -> int | None:
    """Return where in ``now`` something goes that stood before paragraph ``at``."""
    if at > 0 and before.ids[at - 1] in now:
        previous = now.place_of(before.ids[at - 1])
        return None if previous is None else previous + 1
    if at < len(before) and before.ids[at] in now:
        return now.place_of(before.ids[at])
    return 0 if not len(before) else None


def _all_equal(left: Iterable[object], right: Iterable[object]) -> bool:
    return all(a == b for a, b in zip(left, right, strict=True))
