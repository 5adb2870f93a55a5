"""What is made when it is first asked for: names of a package, and regular expressions.

A room offers all it has at its door, but who asks for one thing must not wait for everything: the
start page needs the kinds of files there are, not the writers and readers with their libraries.
"""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast


def late(package: str, where: Mapping[str, str]) -> Callable[[str], object]:
    """Return a package's ``__getattr__``: ``where`` says in which of its modules each name is."""

    def find(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{where[name]}"), name)

    return find


def pattern(written: str, flags: re.RegexFlag = re.RegexFlag.NOFLAG) -> re.Pattern[str]:
    """Return a regular expression that is compiled when it is first used, up to 16 ms later."""
    return cast("re.Pattern[str]", _Pattern(written, flags))


class _Pattern:
    """Stands for a compiled pattern: each of its methods is found there once, then kept here."""

    def __init__(self, written: str, flags: re.RegexFlag) -> None:
        self._written = written
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        method = getattr(re.compile(self._written, self._flags), name)
        setattr(self, name, method)
        return method
