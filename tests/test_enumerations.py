"""Enumerations made quickly are those of the standard library, in all that it keeps of them."""

import enum
import pickle
from contextlib import contextmanager
from enum import Enum, EnumType, Flag, FlagBoundary, IntEnum, IntFlag

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QPainter, QTextFormat
from PySide6.QtWidgets import QFrame, QStyle

from writerdesk import enumerations

KINDS = (Enum, IntEnum, Flag, IntFlag)
NAMES = st.sampled_from(
    ["RED", "Blue", "mro", "name", "value", "real", "_", "__or__", "x", "ß", ""]
)
# Enumerations of Qt of all four kinds, with aliases, masks, holes and negative values.
QTS = tuple(
    thing
    for owner in (Qt, QEvent, QFrame, QLocale, QPainter, QStyle, QTextFormat)
    for thing in vars(owner).values()
    if isinstance(thing, EnumType)
)


@contextmanager
def quickly():
    name = "_create_"
    standard = getattr(EnumType, name)
    enumerations.make_quickly()
    try:
        yield
    finally:
        setattr(EnumType, name, standard)


def told(made):
    """Everything that is kept of an enumeration, with its members in place of references to it."""

    def plain(thing):
        if isinstance(thing, Enum) and thing in made:
            assert type(thing) is vars(thing)["__objclass__"] is made
            kept = {**vars(thing), "__objclass__": ...}
            return (*kept.items(), repr(thing), str(thing), hash(thing))
        if isinstance(thing, dict):
            return [(key, plain(value)) for key, value in thing.items()]
        if isinstance(thing, enum.property):
            return (thing.name, plain(getattr(thing, "member", None)))
        # The class's own methods, whichever way they hang on it.
        return getattr(thing, "__func__", thing)

    kept = {key: plain(thing) for key, thing in vars(made).items()}
    return sorted(kept.items()), list(map(repr, made)), repr(made), made.__mro__[1:]


def either_way(kind, name, members, **about):
    """Make an enumeration both ways; return what is kept of each, or the mistake that was made."""
    answers = []
    for way in (None, quickly()):
        try:
            if way is None:
                made = kind(name, members, **about)
            else:
                with way:
                    made = kind(name, members, **about)
            answers.append(told(made))
        except (TypeError, ValueError) as error:
            answers.append((type(error), str(error)))
    return answers


@pytest.mark.parametrize("qts", QTS, ids=lambda qts: qts.__qualname__)
def test_the_enumerations_of_qt_are_the_same(qts):
    members = [(name, member.value) for name, member in qts.__members__.items()]
    standard, quick = either_way(qts.__base__, qts.__name__, members, boundary=FlagBoundary.KEEP)
    assert quick == standard


@settings(max_examples=30)
@given(
    st.sampled_from(KINDS),
    st.lists(st.tuples(NAMES, st.integers(-3, 9) | st.just("text") | st.just(True)), max_size=5),
    st.sampled_from([None, *FlagBoundary]),
)
def test_whatever_is_named_is_made_the_same(kind, members, boundary):
    standard, quick = either_way(kind, "Colour", members, boundary=boundary)
    assert quick == standard


@pytest.mark.parametrize("names", ["RED BLUE", ["RED", "BLUE"], {"RED": 1}, [["RED", 1]]])
def test_other_ways_to_name_members_are_left_to_the_standard_library(names):
    standard, quick = either_way(Enum, "Colour", names)
    assert quick == standard


def test_a_value_is_told_by_its_number_and_travels(monkeypatch):
    with quickly():
        made = IntFlag("Colour", [("RED", 1), ("BLUE", 4)], boundary=FlagBoundary.KEEP)
    monkeypatch.setitem(globals(), "Colour", made)
    assert made.__module__ == __name__
    assert made(5) == made.RED | made.BLUE
    assert pickle.loads(pickle.dumps(made.BLUE)) is made.BLUE
