"""What a command is: an id, words, a key and where it holds; and a menu of commands."""

from collections.abc import Mapping
from enum import Enum, auto

from writerdesk.frozen import frozen


class Where(Enum):
    """Where a key holds; what holds in the window holds everywhere in it."""

    WINDOW = auto()
    TEXT = auto()
    DRAFTS = auto()


@frozen
class Command:
    """One thing the writer can do. ``mac`` is the key there if it is another one.

    ``also`` are further keys that do it, unless the writer gave it a key; only ``key`` is shown.
    """

    id: str
    words: str
    key: str = ""
    mac: str = ""
    where: Where = Where.WINDOW
    checkable: bool = False
    also: tuple[str, ...] = ()

    def key_on(self, platform: str) -> str:
        """Return the key on a platform, as ``sys.platform`` names it."""
        return self.mac or self.key if platform == "darwin" else self.key

    def keys_on(self, platform: str, given: Mapping[str, str]) -> tuple[str, ...]:
        """Return all keys on a platform, the shown one first, unless one was ``given`` by id."""
        if self.id in given:
            return tuple(filter(None, (given[self.id],)))
        return tuple(filter(None, (self.key_on(platform), *self.also)))


@frozen
class Menu:
    """A menu: commands and menus in it, None for a line between two groups."""

    id: str
    words: str
    entries: "tuple[Command | Menu | None, ...]"
