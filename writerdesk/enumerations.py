"""Enumerations as the standard library makes them of names and numbers, but quick to make.

PySide6 makes every enumeration of a class of Qt when the class is first met: 230 of them with 3,300
members before a story's first page is seen, and the standard library takes 20 µs for a member. A
class of each kind is made there once, without members, and is the pattern of all others; members
are then put where the standard library puts them. docs/decisions/start.md has the figures.
"""

import sys
from collections.abc import Callable
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from functools import cache
from types import FrameType
from typing import Any, cast

_Members = list[tuple[str, int]]
# Where a member's name would hide what all members have, the standard library leads round it.
_TAKEN = {
    kind: frozenset(("", "mro")).union(*map(vars, kind.__mro__))
    for kind in (Enum, IntEnum, Flag, IntFlag)
}
# No member, one bit, several, and a second name.
_TRIAL = [("NONE", 0), ("ONE", 1), ("FIVE", 5), ("UNIT", 1)]
_NAME = "_create_"
_standard: Any = getattr(EnumType, _NAME)
_frame: Callable[[int], FrameType] = vars(sys)["_getframe"]


def make_quickly() -> None:
    """Make enumerations of names and numbers quickly from now on, wherever they are asked for.

    A Python that keeps more of members than is known here goes on as before.
    """
    if all(_kept(_create, kind) == _kept(_standard, kind) for kind in _TAKEN):
        setattr(EnumType, _NAME, _create)


def _kept(create: Callable[..., type[Enum]], kind: type[Enum]) -> dict[str, object]:
    """Return what a class keeps of its members beside themselves: lists, and numbers of bits."""
    made = create(kind, "Trial", _TRIAL, module=__name__, boundary=None)
    kept: dict[str, Any] = dict(vars(made))
    return {
        key: thing if type(thing) is int else list(thing)
        for key, thing in kept.items()
        if type(thing) in (list, dict, int)
    }


def _create(
    kind: type[Enum], class_name: str, names: object, *, module: str | None = None, **about: object
) -> type[Enum]:
    """Do what ``EnumType._create_`` does, which is behind ``Enum("Colour", [("RED", 1)])``."""
    # The module is the one that asks, two calls up, as there.
    module = module or _frame(2).f_globals.get("__name__")
    if module and kind in _TAKEN and (members := _plain(names, _TAKEN[kind], about)):
        pattern = _pattern(kind, about["boundary"])
        return _made(kind, class_name, members, {**pattern, "__module__": module})
    return _standard(kind, class_name, names, module=module, **about)


def _plain(names: object, taken: frozenset[str], about: dict[str, object]) -> _Members | None:
    """Return the members if all is as PySide6 asks for it; the standard library knows much more."""
    if type(names) is not list or about.get("qualname") or about.get("type"):
        return None
    pairs = cast("list[object]", names)
    if {*map(type, pairs)} != {tuple}:
        return None
    members = dict(cast("_Members", pairs))
    is_plain = (
        len(members) == len(pairs)
        and {*map(type, members)} == {str}
        and {*map(type, members.values())} == {int}
        and taken.isdisjoint(members)
        and not any(name.startswith("_") for name in members)
    )
    return cast("_Members", pairs) if is_plain else None


@cache
def _pattern(kind: type[Enum], boundary: object) -> dict[str, Any]:
    made: type = _standard(kind, "Pattern", [], module=__name__, boundary=boundary)
    return dict(vars(made))


def _made(kind: type[Enum], name: str, names: _Members, pattern: dict[str, Any]) -> type[Enum]:
    """Return the class with its members; what the pattern keeps of its members is made anew."""
    body = {
        key: type(thing)() if type(thing) in (list, dict) else thing
        for key, thing in pattern.items()
    }
    made: Any = type.__new__(EnumType, name, (kind,), body)
    in_order: list[str] = body["_member_names_"]
    by_name: dict[str, Any] = body["_member_map_"]
    by_value: dict[int, Any] = body["_value2member_map_"]
    new, takes_value, is_flag = made._new_member_, made._use_args_, issubclass(kind, Flag)
    for own, value in names:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if takes_value else new(made)
            member._value_ = value
            member._name_ = own
            member.__objclass__ = made
            member._sort_order_ = len(in_order)
            if not is_flag or _is_one_bit(value):
                in_order.append(own)
        by_name[own] = member
    if "_hashable_values_" in body:
        body["_hashable_values_"].extend(by_value)
    # Not before: Python looks for the attributes of a class anew after each that it is given.
    for own, member in by_name.items():
        type.__setattr__(made, own, member)
    if is_flag:
        _tell_bits(made, [value for _name, value in names])
    return made


def _is_one_bit(value: int) -> bool:
    return value != 0 and not value & (value - 1)


def _tell_bits(made: type[Enum], values: list[int]) -> None:
    mask = singles = 0
    for value in values:
        mask |= value
        if _is_one_bit(value):
            singles |= value
    told: Any = made
    told._flag_mask_ = mask
    told._singles_mask_ = singles
    told._all_bits_ = 2 ** mask.bit_length() - 1
    in_order = [member.value for member in made]
    if in_order != sorted(in_order):
        told._iter_member_ = told._iter_member_by_def_
