"""What rooms hand each other to be kept: records of fields, and what one act changed in them."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from writerdesk.frozen import frozen

if TYPE_CHECKING:
    from writerdesk.manuscript.document import Document

Value: TypeAlias = "str | int | float | bool | bytes | tuple[Value, ...] | Document | None"
"""What a field can hold: small values are kept whole, texts by their paragraphs; None is absent."""


class LazyFields(Mapping[str, "Value"]):
    """Fields that are read when they are first looked at."""

    @abstractmethod
    def may_say(self, words: str) -> bool:
        """Tell, without reading them, whether any of them may hold some plain words, an id say."""


@frozen
class Record:
    """Something the writer made, as plain fields; ``story`` gives them meaning."""

    kind: str
    id: str
    fields: Mapping[str, Value]


@frozen
class Change:
    """One field of one record, before and after an act; None is a field that is not there."""

    kind: str
    id: str
    field: str
    before: Value
    after: Value

    def inverted(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.kind, self.id, self.field, self.after, self.before)
