"""Frozen values with slots, as the standard library's dataclasses make them, but quick to define.

``dataclass(frozen=True, slots=True)`` writes and compiles six methods for every class, which takes
up to a millisecond, and a start meets more than a hundred classes before the first page is seen. A
value has its slots at once; a method is written when it is first called, and stays from then on:
docs/decisions/frozen.md has the figures.
"""

import dataclasses
import inspect
import sys
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, field
from functools import partial
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform, get_origin, overload

T = TypeVar("T")
_Method = Callable[..., Any]
# What a class says of each field: a default, ``field(…)``, or `MISSING`.
_Given = Mapping[str, Any]
# The names under which the standard library keeps what it knows of a dataclass.
_TOLD = ("__dataclass_fields__", "__dataclass_params__")


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, eq: bool) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, eq: bool = True) -> Any:
    """Make a class one of frozen values with slots; with ``eq=False`` each is like itself alone.

    ``field``, ``fields``, ``replace``, ``asdict`` and ``__post_init__`` do what they do for
    dataclasses; a value inherits no fields and has no order.
    """
    return partial(_slotted, eq=eq) if cls is None else _slotted(cls, eq=eq)


def _slotted(cls: type[T], *, eq: bool) -> type[T]:
    annotations = _annotations(cls)
    given = {name: cls.__dict__.get(name, MISSING) for name in annotations}
    own = {name: thing for name, thing in cls.__dict__.items() if name not in given}
    del own["__dict__"], own["__weakref__"]
    body = {
        "__slots__": tuple(given),
        "__match_args__": tuple(given),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__repr__": _repr,
        "__reduce__": _reduce,
        **{name: _Told(name, annotations, given) for name in _TOLD},
        **own,
    }
    made = cast("type[T]", type(cls)(cls.__name__, cls.__bases__, body))
    made.__qualname__ = cls.__qualname__
    _write_late(made, "__init__", lambda: _written_init(made, given))
    if eq and "__eq__" not in own:
        _write_late(made, "__eq__", lambda: _written_eq(given))
        _write_late(made, "__hash__", lambda: _written_hash(given))
    return made


def _annotations(cls: type) -> dict[str, Any]:
    """Return the annotations of a class's fields; what all its values share is no field."""
    if sys.version_info >= (3, 14):
        from annotationlib import Format, get_annotations

        found = get_annotations(cls, format=Format.FORWARDREF)
    else:
        found = inspect.get_annotations(cls)
    return {name: told for name, told in found.items() if get_origin(told) is not ClassVar}


def _write_late(made: type, name: str, write: Callable[[], _Method]) -> None:
    """Let a method stand under its name at once, and be written when it is first called."""

    def first_call(*given: object, **named: object) -> object:
        method = write()
        setattr(made, name, method)
        return method(*given, **named)

    setattr(made, name, first_call)


def _written_init(made: type, given: _Given) -> _Method:
    # A slot's own setter is quicker than `object.__setattr__`, and never asks ours either.
    known = {f"_set_{name}": getattr(made, name).__set__ for name in given}
    taken, lines = ["self"], list[str]()
    for name, told in given.items():
        default, make = _default(told)
        known[f"_default_{name}"], known[f"_make_{name}"] = default, make
        neither = default is MISSING and make is MISSING
        taken.append(name if neither else f"{name}=_default_{name}")
        fresh = f"_make_{name}() if {name} is _default_{name} else {name}"
        lines.append(f"_set_{name}(self, {name if make is MISSING else fresh})")
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    return _compiled(f"__init__({', '.join(taken)})", lines or ["pass"], known)


def _default(told: object) -> tuple[Any, Any]:
    """Return a field's default, and what makes one; `MISSING` for what it has not."""
    if not isinstance(told, Field):
        return told, MISSING
    told = cast("Field[Any]", told)
    return told.default, told.default_factory


def _written_eq(given: _Given) -> _Method:
    names = [name for name, told in given.items() if not isinstance(told, Field) or told.compare]
    lines = [
        "if self is other: return True",
        "if other.__class__ is not self.__class__: return NotImplemented",
        f"return {' and '.join(f'self.{name} == other.{name}' for name in names) or True}",
    ]
    return _compiled("__eq__(self, other)", lines, {})


def _written_hash(given: _Given) -> _Method:
    names = [
        name
        for name, told in given.items()
        if not isinstance(told, Field) or _hashed(cast("Field[Any]", told))
    ]
    return _compiled("__hash__(self)", [f"return hash({_tuple('self', names)})"], {})


def _hashed(told: "Field[Any]") -> bool:
    return told.compare if told.hash is None else told.hash


def _tuple(owner: str, names: list[str]) -> str:
    return f"({''.join(f'{owner}.{name}, ' for name in names)})"


def _compiled(head: str, lines: list[str], known: dict[str, Any]) -> _Method:
    exec("\n ".join([f"def {head}:", *lines]), known)
    return known[head.partition("(")[0]]


def _repr(self: object) -> str:
    shown = (each.name for each in dataclasses.fields(cast("Any", self)) if each.repr)
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({told})"


def _reduce(self: object) -> tuple[object, ...]:
    """How a value is pickled and copied: as the class and what it is made with."""
    names = cast("Any", type(self)).__match_args__
    return type(self), tuple(getattr(self, name) for name in names)


def _refuse_to_set(_self: object, name: str, _what: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


class _Told:
    """What dataclasses tell of a class, asked of the standard library when somebody wants it."""

    def __init__(self, name: str, annotations: Mapping[str, Any], given: _Given) -> None:
        self._name = name
        self._annotations = annotations
        self._given = {name: told for name, told in given.items() if told is not MISSING}

    def __get__(self, _value: object, cls: type) -> object:
        body = {**self._given, "__annotations__": self._annotations, "__module__": cls.__module__}
        # With a word of documentation the standard library does not make one of the signature.
        plain = type(cls.__name__, (), {**body, "__doc__": cls.__name__})
        like = dataclasses.dataclass(init=False, repr=False, eq=False)(plain)
        for name in _TOLD:
            setattr(cls, name, getattr(like, name))
        return getattr(like, self._name)
