"""What stood open when WriterDesk was left: which stories, and where in each the writer was.

Only a convenience: a file that can't be understood is as good as none, and says nothing.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import TypeVar, cast

from writerdesk.folders import settings_folder, write_private
from writerdesk.frozen import frozen

# A writer goes back to a few stories; the place in one left a hundred stories ago is no loss.
_MOST_KEPT = 100


@frozen
class Sent:
    """Where a draft was exported to last, as which kind of file, in which look."""

    draft: str = ""
    kind: str = ""
    page: str = ""
    path: str = ""


@frozen
class Compared:
    """Which drafts stood side by side, in which look, and the passage that was read."""

    columns: tuple[str, ...] = ()
    look: str = ""
    draft: str = ""
    replica: int = 0
    counter: int = 0


@frozen
class Sitting:
    """Where a writer was in one story: mode, draft, place, panel, size of letters, window.

    ``sent`` is where the drafts were exported to last, the latest last: a path of this computer
    that the story's file, which others may read, does not say.
    """

    path: str = ""
    mode: str = ""
    draft: str = ""
    replica: int = 0
    counter: int = 0
    offset: int = 0
    panel: str = ""
    editor_size: int = 0
    geometry: str = ""
    sent: tuple[Sent, ...] = ()
    compared: Compared = Compared()


NOWHERE = Sitting()
_NOT_SENT = Sent()
_NOT_COMPARED = Compared()
_Told = TypeVar("_Told", Sitting, Sent, Compared)


@frozen
class Session:
    """The stories that stood open, and the sittings, the latest first."""

    open: tuple[str, ...] = ()
    sittings: tuple[Sitting, ...] = ()

    def at(self, path: Path) -> Sitting:
        """Return where the writer was in a story; nowhere if it was never left."""
        return next((one for one in self.sittings if one.path == str(path)), NOWHERE)

    def with_open(self, paths: Iterable[Path]) -> "Session":
        """Return the session in which just these stories stand open."""
        return replace(self, open=tuple(dict.fromkeys(map(str, paths))))

    def left(self, sitting: Sitting) -> "Session":
        """Return the session after a story was left."""
        others = [one for one in self.sittings if one.path != sitting.path]
        return replace(self, sittings=(sitting, *others)[:_MOST_KEPT])


def load() -> Session:
    """Read the session."""
    try:
        written: object = json.loads(_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return Session()
    if not isinstance(written, dict):
        return Session()
    told = cast("dict[str, object]", written)
    paths, sittings = (_list(told.get(name)) for name in ("open", "sittings"))
    return Session(
        tuple(path for path in paths if isinstance(path, str)),
        tuple(map(_sitting, sittings)),
    )


def save(session: Session) -> None:
    """Write the session down; a disk that is full is told where words are at stake."""
    told = {"open": session.open, "sittings": [asdict(one) for one in session.sittings]}
    try:
        write_private(_file(), json.dumps(told, ensure_ascii=False, indent=1).encode())
    except OSError:
        return


def _file() -> Path:
    return settings_folder() / "session.json"


def _list(read: object) -> list[object]:
    return cast("list[object]", read) if isinstance(read, list) else []


def _sitting(read: object) -> Sitting:
    sent = (_understood(one, _NOT_SENT) for one in _list(_mapping(read).get("sent")))
    told = _mapping(read).get("compared")
    columns = [one for one in _list(_mapping(told).get("columns")) if isinstance(one, str)]
    return replace(
        _understood(read, NOWHERE),
        sent=tuple(one for one in sent if one.draft),
        compared=replace(_understood(told, _NOT_COMPARED), columns=tuple(columns)),
    )


def _understood(read: object, plain: _Told) -> _Told:
    """Return what is understood of something; the rest is as in ``plain``."""
    told = _mapping(read)
    known = {
        field.name: told[field.name]
        for field in fields(plain)
        if type(told.get(field.name)) is type(getattr(plain, field.name))
    }
    return replace(plain, **known)  # pyright: ignore[reportArgumentType]


def _mapping(read: object) -> Mapping[str, object]:
    return cast("dict[str, object]", read) if isinstance(read, dict) else {}
