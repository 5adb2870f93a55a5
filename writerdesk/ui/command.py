"""What a command is: an id, words, a key and where it holds; and a menu of commands."""

from enum import Enum, auto

from writerdesk.frozen import frozen


class Where(Enum):
    """Where a key holds; what holds in the window holds everywhere in it."""

    WINDOW = auto()
    TEXT = auto()
    DRAFTS = auto()


@frozen
class Command:
    """One thing the writer can do. ``mac`` is the key there if it is another one."""

    id: str
    words: str
    key: str = ""
    mac: str = ""
    where: Where = Where.WINDOW
    checkable: bool = False

    def key_on(self, platform: str) -> str:
        """Return the key on a platform, as ``sys.platform`` names it."""
        return self.mac or self.key if platform == "darwin" else self.key


@frozen
class Menu:
    """A menu: commands and menus in it, None for a line between two groups."""

    id: str
    words: str
    entries: "tuple[Command | Menu | None, ...]"
