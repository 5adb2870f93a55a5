"""The writer's settings: a frozen value, kept as JSON in the platform's folder for settings.

A file that can't be understood is set aside, never overwritten, and what can be understood of it
holds. Keys of a newer WriterDesk are kept as they are.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import field, fields
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import cast

from writerdesk.folders import settings_folder, write_private
from writerdesk.frozen import frozen
from writerdesk.problem import Kind, Problem

_NAME = "settings.json"


def _nothing_more() -> Mapping[str, object]:
    return MappingProxyType({})


def _no_keys() -> Mapping[str, str]:
    return MappingProxyType({})


class Theme(StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"


class Marks(StrEnum):
    """How loudly a comparison marks what differs."""

    QUIET = "quiet"
    NORMAL = "normal"
    STRONG = "strong"


@frozen
class Preferences:
    """What the writer has chosen; ``more`` is what a newer WriterDesk keeps in the same file."""

    language: str = ""
    """The language WriterDesk speaks; empty is the system's."""
    theme: Theme = Theme.SYSTEM
    marks: Marks = Marks.NORMAL
    high_contrast: bool = False
    less_motion: bool = False
    text_family: str = ""
    """The face drafts are set in; empty is the first good one that is installed."""
    editor_size: int = 18
    """How large the text is, in pixels."""
    line_letters: int = 66
    """How many letters a line of the text has room for."""
    zoom: int = 100
    letters_act: bool = True
    """Whether single letters do something in the comparison pane."""
    typographic: bool = True
    """Whether quotes and dashes become typographic ones as they are typed."""
    spelling: bool = True
    """Whether misspelled words are marked."""
    dictionaries: str = ""
    """A folder of spelling dictionaries the writer pointed to."""
    meaning: str = ""
    """A folder with a model of what sentences mean that the writer pointed to; tellings use it."""
    recognised: bool = True
    """Whether Word files say which draft they are, to be known when they come back."""
    mirrored: bool = True
    """Whether each story is kept as plain files too."""
    mirrors: str = ""
    """The folder those are kept in; empty is beside the backups."""
    keys: Mapping[str, str] = field(default_factory=_no_keys, hash=False)
    """The keys the writer gave to commands, by the commands' ids; an empty one takes it away."""
    recent: tuple[str, ...] = ()
    """The paths of the stories opened last, the latest first."""
    more: Mapping[str, object] = field(default_factory=_nothing_more, hash=False)


@frozen
class Loaded:
    """The settings as found, and the `Problem` to tell the writer of if the file was set aside."""

    preferences: Preferences
    problem: Problem | None = None


def settings_file() -> Path:
    """Return where the settings are kept."""
    return settings_folder() / _NAME


def load(path: Path) -> Loaded:
    """Read the settings; a file that can't be understood is set aside."""
    try:
        written = path.read_bytes()
    except OSError:
        return Loaded(Preferences())
    try:
        values = json.loads(written)
    except (ValueError, RecursionError):
        return Loaded(Preferences(), _set_aside(path))
    if not isinstance(values, dict):
        return Loaded(Preferences(), _set_aside(path))
    preferences, all_understood = _understand(cast("dict[str, object]", values))
    return Loaded(preferences, None if all_understood else _set_aside(path))


def save(preferences: Preferences, path: Path) -> None:
    """Write the settings, whole or not at all."""
    values = {name: getattr(preferences, name) for name in _READERS}
    values["keys"] = dict(preferences.keys)
    text = json.dumps({**preferences.more, **values}, ensure_ascii=False, indent=2, sort_keys=True)
    try:
        write_private(path, text.encode() + b"\n")
    except OSError as error:
        raise Problem(Kind.NOT_WRITABLE, path=path) from error


def _understand(values: Mapping[str, object]) -> tuple[Preferences, bool]:
    known: dict[str, object] = {}
    more: dict[str, object] = {}
    all_understood = True
    for name, value in values.items():
        if name not in _READERS:
            more[name] = value
            continue
        try:
            known[name] = _READERS[name](value)
        except (TypeError, ValueError):
            all_understood = False
    # Each value has come through its reader, which the types can't follow.
    return Preferences(more=MappingProxyType(more), **known), all_understood  # pyright: ignore[reportArgumentType]


def _set_aside(path: Path) -> Problem:
    """Move the file out of the way, under a name that is free, and tell of it."""
    number = 1
    while (aside := path.with_name(f"{path.stem} set aside {number}{path.suffix}")).exists():
        number += 1
    try:
        path.replace(aside)
    except OSError:
        return Problem(Kind.NOT_READABLE, path=path)
    return Problem(Kind.SETTINGS_SET_ASIDE, path=aside)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _within(least: int, most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(value)
        return value

    return read


def _keys(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise TypeError(value)
    given = cast("dict[str, object]", value)
    return MappingProxyType({id: _text(key) for id, key in given.items()})


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_text(each) for each in cast("list[object]", value))


def _theme(value: object) -> Theme:
    return Theme(_text(value))


def _marks(value: object) -> Marks:
    return Marks(_text(value))


_READERS: Mapping[str, Callable[[object], object]] = {
    "language": _text,
    "theme": _theme,
    "marks": _marks,
    "high_contrast": _switch,
    "less_motion": _switch,
    "text_family": _text,
    "editor_size": _within(14, 32),
    "line_letters": _within(50, 80),
    "zoom": _within(50, 300),
    "letters_act": _switch,
    "typographic": _switch,
    "spelling": _switch,
    "dictionaries": _text,
    "meaning": _text,
    "recognised": _switch,
    "mirrored": _switch,
    "mirrors": _text,
    "keys": _keys,
    "recent": _texts,
}
assert {each.name for each in fields(Preferences)} == {*_READERS, "more"}
