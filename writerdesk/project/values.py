"""How small values stand in a revision's column: as SQLite's own types where they come back equal.

Texts are not small: see `frames`. What a newer program might have stored here reads as absent.
"""

import json
from collections.abc import Mapping
from enum import IntEnum
from math import isfinite
from typing import TypeAlias, cast

from writerdesk.manuscript import Document, Value
from writerdesk.project.failures import Damage
from writerdesk.project.packing import packed, unpacked

Column: TypeAlias = str | int | float | bytes | None


class Form(IntEnum):
    """How a revision's column is to be read."""

    ABSENT = 0
    PLAIN = 1  # a text, a number: what SQLite gives is the value
    BOOLEAN = 2
    BYTES = 3
    WRITTEN = 4  # JSON: tuples, and what SQLite's types would change
    TEXT = 5  # a frame of a document
    VALUES = 6  # the small values of a record that changed, packed


_LARGEST = 2**63


def to_column(value: Value) -> tuple[Form, Column]:
    """Return how a small value is stored."""
    match value:
        case None:
            return Form.ABSENT, None
        case bool():
            return Form.BOOLEAN, int(value)
        case bytes():
            return Form.BYTES, value
        case str() | int() | float() if _survives(value):
            return Form.PLAIN, value
        case _:
            return Form.WRITTEN, json.dumps(written(value), separators=(",", ":"))


def from_column(form: int, column: object) -> Value:
    """Return the small value that was stored; raises Damage for what can't have been."""
    match form, column:
        case Form.PLAIN, str() | int() | float():
            return column
        case Form.ABSENT, None:
            return None
        case Form.BOOLEAN, int():
            return bool(column)
        case Form.BYTES, bytes():
            return column
        case Form.WRITTEN, str():
            return _read(column)
        case _:
            raise Damage("a value of no known form")


def to_values(values: Mapping[str, Value]) -> tuple[Form, Column]:
    """Return how small values that changed together are stored; None is one that went."""
    told = {name: written(value) for name, value in values.items()}
    return Form.VALUES, packed(json.dumps(told, separators=(",", ":")).encode())


def from_values(form: object, column: object) -> dict[str, Value]:
    """Return the small values that changed together; raises Damage for what can't have been."""
    if form != Form.VALUES:
        raise Damage("values of no known form")
    return {name: read_value(value) for name, value in read_written(column).items()}


def read_written(column: object) -> dict[str, object]:
    """Return what was written under names and packed; raises Damage for anything else."""
    try:
        read: object = json.loads(unpacked(column))
    except (ValueError, RecursionError) as error:
        raise Damage("values that can't be read") from error
    if not isinstance(read, dict):
        raise Damage("values without names")
    return cast("dict[str, object]", read)


def written(value: Value) -> object:
    """Return a small value as JSON can say it."""
    match value:
        case tuple():
            return [written(part) for part in value]
        case bytes():
            return {"bytes": value.hex()}
        case Document():
            raise TypeError("a document is a value of its own, never part of another")
        case _:
            return value


def read_value(read: object) -> Value:
    """Return a small value that was `written`; raises Damage for anything else."""
    # By its type, for most are texts: a story has tens of thousands of values.
    kind = type(read)
    if kind in _SIMPLE:
        return cast("str | int | float | None", read)
    if kind is list:
        return tuple(map(read_value, cast("list[object]", read)))
    match read:
        case {"bytes": str(digits)}:
            return _bytes(digits)
        case _:
            raise Damage("not a value")


_SIMPLE = frozenset((str, int, float, bool, type(None)))


def _bytes(digits: str) -> bytes:
    try:
        return bytes.fromhex(digits)
    except ValueError as error:
        raise Damage("not bytes") from error


def _survives(value: str | float) -> bool:
    match value:
        case str():
            # Half a surrogate pair has no UTF-8.
            return value.isascii() or value == value.encode(errors="replace").decode()
        case int():
            return -_LARGEST <= value < _LARGEST
        case _:
            # SQLite keeps NaN as NULL.
            return isfinite(value)


def _read(written: str) -> Value:
    try:
        return read_value(json.loads(written))
    except (ValueError, RecursionError) as error:
        raise Damage("a value that can't be read") from error
