"""The child that knows dictionaries: asked about words, never about texts.

Dictionaries are other people's files, read by a library in C: what one of them can do to it, it
does here. The child holds the one that was opened last.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Protocol, cast

from writerdesk.child import Frames

_MOST_SUGGESTED = 6


class Engine(Protocol):
    """What we use of the speller's library."""

    def spell(self, word: str) -> bool:
        """Tell whether a word is right."""
        ...

    def suggest(self, word: str) -> Sequence[str]:
        """Return what may have been meant."""
        ...


def task(frames: Frames) -> None:
    """Answer about words until the other side is gone."""
    engine: Engine | None = None
    while (frame := frames.receive()) is not None:
        asked = cast("Mapping[str, object]", json.loads(frame))
        if "open" in asked:
            engine = _opened(str(asked["folder"]), str(asked["open"]))
            frames.send(json.dumps({"opened": engine is not None}).encode())
        elif engine is not None:
            frames.send(json.dumps(_answer(engine, asked)).encode())
        else:
            frames.send(b"{}")


def _answer(engine: Engine, asked: Mapping[str, object]) -> Mapping[str, object]:
    if "suggest" in asked:
        word = str(asked["suggest"])
        return {"word": word, "instead": list(engine.suggest(word))[:_MOST_SUGGESTED]}
    words = cast("Sequence[str]", asked["check"])
    return {"right": [engine.spell(word) for word in words]}


def _opened(folder: str, name: str) -> Engine | None:
    """Open a dictionary; None if it, or the library, can't be used on this machine."""
    try:
        made = cast("Callable[..., Engine]", import_module("hunspell").Hunspell)
        return made(name, hunspell_data_dir=folder)
    except (ImportError, OSError, ValueError, UnicodeError, RuntimeError):
        return None
