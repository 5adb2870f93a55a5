"""Names of a package that are imported when they are first asked for.

A room offers all it has at its door, but who asks for one thing must not wait for everything: the
start page needs the kinds of files there are, not the writers and readers with their libraries.
"""

from collections.abc import Callable, Mapping
from importlib import import_module


def late(package: str, where: Mapping[str, str]) -> Callable[[str], object]:
    """Return a package's ``__getattr__``: ``where`` says in which of its modules each name is."""

    def find(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{where[name]}"), name)

    return find
