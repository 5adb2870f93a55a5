"""The story as one frozen value: everything the writer made, by id.

An operation returns a new Story that shares every item it did not touch; what an act changed is
then found by identity, for undo and for saving alike.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TypeVar

from writerdesk.frozen import frozen
from writerdesk.manuscript import Anchor, Change, Passage, Record, Value, standing
from writerdesk.story.contents import Contents
from writerdesk.story.items import DETAILS_ID, Details, Draft, Item, fields_of, item_from

_EMPTY = Contents().put([Details()])
_NO_FIELDS: Mapping[str, Value] = MappingProxyType({})

_Kind = TypeVar("_Kind", bound=Item)


@frozen(eq=False)
class Story:
    """Everything the writer made in one story."""

    items: Contents = field(default_factory=lambda: _EMPTY)

    @classmethod
    def from_records(cls, records: Iterable[Record]) -> "Story":
        """Give records their meaning; one without fields was taken back and is not there."""
        items = Contents.of_records(records)
        return cls(items if DETAILS_ID in items else items.put([Details()]))

    @property
    def details(self) -> Details:
        """What is said of the story as a whole."""
        details = self.items[DETAILS_ID]
        assert isinstance(details, Details)
        return details

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts in the writer's order, without the deleted ones."""
        return tuple(draft for draft in self.all_drafts if not draft.deleted)

    @property
    def all_drafts(self) -> tuple[Draft, ...]:
        """All drafts in the writer's order, deleted ones too."""
        return tuple(sorted(self.of_kind(Draft), key=lambda draft: (draft.place, draft.id)))

    def draft(self, id: str) -> Draft:
        """Return one draft, deleted or not; raises KeyError if there is none."""
        draft = self.items[id]
        if not isinstance(draft, Draft):
            raise KeyError(id)
        return draft

    def of_kind(self, kind: type[_Kind]) -> Iterator[_Kind]:
        """Return all items of one kind."""
        return self.items.of_kind(kind)

    def about(self, draft: str, kind: type[_Kind]) -> Iterator[_Kind]:
        """Return the items of one kind that may be about a draft; few others are read."""
        return self.items.saying(kind, draft)

    def standing(self, anchor: Anchor) -> Passage | None:
        """Return where an anchor stands in its draft now; None if it is orphaned."""
        draft = self.items.get(anchor.passage.draft)
        if not isinstance(draft, Draft) or draft.deleted:
            return None
        return standing(anchor, draft.text)

    def put(self, *items: Item) -> "Story":
        """Return this story with ``items`` added or in place of those with their ids."""
        return Story(self.items.put(items))


def changes_between(before: Story, after: Story) -> tuple[Change, ...]:
    """Return every field that differs, so that applying them to ``before`` gives ``after``."""
    old, new = before.items, after.items
    pairs = [(old.get(id), new.get(id)) for id in new.differing(old)]
    return tuple(change for pair in pairs for change in _changed_fields(*pair))


def applied(story: Story, changes: Iterable[Change]) -> Story:
    """Return ``story`` with every change made, whatever was there before."""
    touched: dict[str, tuple[str, dict[str, Value]]] = {}
    for change in changes:
        if change.id not in touched:
            item = story.items.get(change.id)
            touched[change.id] = change.kind, dict(fields_of(item)) if item else {}
        values = touched[change.id][1]
        values[change.field] = change.after
    items: list[Item] = []
    gone: list[str] = []
    for id, (kind, values) in touched.items():
        said = {name: value for name, value in values.items() if value is not None}
        if said or id == DETAILS_ID:
            items.append(item_from(Record(kind, id, said)))
        else:
            gone.append(id)
    return Story(story.items.without(gone).put(items))


def _changed_fields(old: Item | None, new: Item | None) -> Iterable[Change]:
    before = fields_of(old) if old else _NO_FIELDS
    after = fields_of(new) if new else _NO_FIELDS
    item = new or old
    assert item is not None
    for name in {**before, **after}:
        if before.get(name) != after.get(name):
            yield Change(item.kind, item.id, name, before.get(name), after.get(name))
