"""Everything in a story by id, each item made of its record when it is first looked at.

Items lie on shelves by what they are, and a story shares the shelves it did not touch with the one
before: a keystroke copies the drafts' and nothing of 5,000 notes, and asks none of them what it is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from threading import Lock
from types import MappingProxyType
from typing import TypeAlias, TypeVar, cast

from writerdesk.manuscript import Record
from writerdesk.manuscript.records import LazyFields
from writerdesk.story.items import Item, item_from, item_kind

_Kind = TypeVar("_Kind", bound=Item)


class _Unread:
    """An item that is still a record; all stories that share it read it once."""

    __slots__ = ("_what",)

    def __init__(self, record: Record) -> None:
        self._what: Record | Item = record

    def may_say(self, words: str) -> bool:
        """Tell whether any of its fields may hold some plain words."""
        fields = self._what.fields if isinstance(self._what, Record) else None
        return fields.may_say(words) if isinstance(fields, LazyFields) else True

    def item(self) -> Item:
        """Return the item: one and the same to all who ask, from the window or a lane."""
        what = self._what
        return self._read() if isinstance(what, Record) else what

    def _read(self) -> Item:
        with _READING:
            what = self._what
            item = item_from(what) if isinstance(what, Record) else what
            self._what = item
        return item


_READING = Lock()
_Thing: TypeAlias = Item | _Unread


class _Shelf(dict[str, _Thing]):
    """Items of one kind; never changed once it stands in a story."""

    __slots__ = ("_said",)

    def __init__(self, things: Mapping[str, _Thing] = MappingProxyType({})) -> None:
        super().__init__(things)
        self._said: dict[str, tuple[_Thing, ...]] = {}

    def saying(self, words: str) -> tuple[_Thing, ...]:
        """Return what may hold some plain words; asked at every key for the same, so kept."""
        found = self._said.get(words)
        if found is None:
            things = self.values()
            found = tuple(o for o in things if not isinstance(o, _Unread) or o.may_say(words))
            self._said[words] = found
        return found


_Shelves: TypeAlias = Mapping[type[Item], _Shelf]
_NO_SHELF = _Shelf()
_NO_SHELVES: _Shelves = MappingProxyType({})


class Contents(Mapping[str, Item]):
    """The items of one story by id; a frozen value."""

    __slots__ = ("_shelves",)

    def __init__(self, shelves: _Shelves = _NO_SHELVES) -> None:
        self._shelves = shelves

    @classmethod
    def of_records(cls, records: Iterable[Record]) -> "Contents":
        """Give records their meaning; one without fields was taken back and is not there."""
        shelves: dict[type[Item], _Shelf] = {}
        for record in records:
            if record.fields:
                shelf = shelves.setdefault(item_kind(record.kind), _Shelf())
                shelf[record.id] = _Unread(record)
        return cls(shelves)

    def __getitem__(self, id: str) -> Item:
        return _item(self._shelves[self._shelf_of(id)][id])

    def __iter__(self) -> Iterator[str]:
        return (id for shelf in self._shelves.values() for id in shelf)

    def __len__(self) -> int:
        return sum(map(len, self._shelves.values()))

    def __contains__(self, id: object) -> bool:
        return any(id in shelf for shelf in self._shelves.values())

    def of_kind(self, kind: type[_Kind]) -> Iterator[_Kind]:
        """Return all items of one kind; no other is looked at."""
        found = self._shelves.get(kind, _NO_SHELF).values()
        return cast("Iterator[_Kind]", map(_item, found))

    def saying(self, kind: type[_Kind], words: str) -> Iterator[_Kind]:
        """Return the items of a kind that may hold some plain words, an id say.

        What is still a record that has them nowhere is not looked at.
        """
        shelf = self._shelves.get(kind)
        return cast("Iterator[_Kind]", map(_item, shelf.saying(words) if shelf else ()))

    def put(self, items: Iterable[Item]) -> "Contents":
        """Return these with ``items`` added, or in place of those with their ids."""
        shelves = dict(self._shelves)
        mine: dict[type[Item], _Shelf] = {}
        for item in items:
            kind = type(item)
            if kind not in mine:
                shelves[kind] = mine[kind] = _Shelf(shelves.get(kind, _NO_SHELF))
            mine[kind][item.id] = item
        return Contents(shelves)

    def without(self, ids: Collection[str]) -> "Contents":
        """Return these without some, which need not be there."""
        if not any(id in self for id in ids):
            return self
        return Contents(
            {
                kind: _Shelf({id: item for id, item in shelf.items() if id not in ids})
                for kind, shelf in self._shelves.items()
            }
        )

    def differing(self, other: "Contents") -> Iterator[str]:
        """Return the ids of what is not the same object in both, or in one alone."""
        for kind in {**other._shelves, **self._shelves}:
            mine, others = self._shelves.get(kind, _NO_SHELF), other._shelves.get(kind, _NO_SHELF)
            if mine is not others:
                for id, item in mine.items():
                    # Asked first without a call: of 5,000 notes nearly all are the same object.
                    if item is not (there := others.get(id)) and not _is_one(item, there):
                        yield id
                yield from others.keys() - mine.keys()

    def _shelf_of(self, id: str) -> type[Item]:
        for kind, shelf in self._shelves.items():
            if id in shelf:
                return kind
        raise KeyError(id)


def _item(found: Item | _Unread) -> Item:
    return found.item() if isinstance(found, _Unread) else found


def _is_one(item: Item | _Unread, other: Item | _Unread | None) -> bool:
    return other is not None and _item(item) is _item(other)
