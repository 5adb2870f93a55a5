"""How small values stand in a revision's column: as SQLite's own types where they come back equal.

Texts are not small: see `frames`. What a newer program might have stored here reads as absent.
"""

import json
from enum import IntEnum
from math import isfinite
from typing import TypeAlias, cast

from writerdesk.manuscript import Document, Value
from writerdesk.project.failures import Damage

Column: TypeAlias = str | int | float | bytes | None


class Form(IntEnum):
    """How a revision's column is to be read."""

    ABSENT = 0
    PLAIN = 1  # a text, a number: what SQLite gives is the value
    BOOLEAN = 2
    BYTES = 3
    WRITTEN = 4  # JSON: tuples, and what SQLite's types would change
    TEXT = 5  # a frame of a document


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
            return Form.WRITTEN, json.dumps(_written(value), separators=(",", ":"))


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


def _written(value: Value) -> object:
    match value:
        case tuple():
            return [_written(part) for part in value]
        case bytes():
            return {"bytes": value.hex()}
        case Document():
            raise TypeError("a document is a value of its own, never part of another")
        case _:
            return value


def _read(written: str) -> Value:
    try:
        return _value(json.loads(written))
    except (ValueError, RecursionError) as error:
        raise Damage("a value that can't be read") from error


def _value(read: object) -> Value:
    match read:
        case list():
            return tuple(_value(part) for part in cast("list[object]", read))
        case {"bytes": str(digits)}:
            return bytes.fromhex(digits)
        case str() | int() | float() | None:
            return read
        case _:
            raise ValueError("not a value")
