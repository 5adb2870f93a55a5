"""A frozen class is what the standard library's frozen dataclass with slots would be."""

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any, ClassVar, Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.frozen import frozen

T = TypeVar("T")


def place():
    class Place:
        kind: ClassVar[str] = "place"
        name: str
        numbers: tuple[float, ...] = ()
        more: Mapping[str, int] = field(default_factory=dict, hash=False)
        seen: int = field(default=0, compare=False, repr=False)

        def shouted(self) -> str:
            return self.name.upper()

    return Place


Ours: Any = frozen(place())
Theirs: Any = dataclass(frozen=True, slots=True)(place())


@frozen
class Named:
    """Stands in the module, so that it can be pickled."""

    name: str
    numbers: tuple[int, ...] = ()


@frozen(eq=False)
class Alone:
    name: str


@frozen
class Trimmed(Generic[T]):
    what: T
    name: str = " "

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.name.strip())


given_fields = st.fixed_dictionaries(
    {"name": st.sampled_from(["", "Pip", "Rusty"])},
    optional={
        "numbers": st.tuples(st.sampled_from([0.0, 1, float("nan")])),
        "more": st.dictionaries(st.sampled_from("ab"), st.integers(0, 1), max_size=2),
        "seen": st.integers(0, 1),
    },
)


@given(given_fields, given_fields)
def test_it_is_made_compared_hashed_and_told_as_a_dataclass_is(one, other):
    ours, theirs = Ours(**one), Theirs(**one)
    assert asdict(ours) == asdict(theirs)
    assert repr(ours) == repr(theirs)
    assert hash(ours) == hash(theirs)
    assert (ours == Ours(**other)) == (theirs == Theirs(**other))
    assert asdict(replace(ours, **other)) == asdict(replace(theirs, **other))
    assert ours != theirs


def test_what_is_known_of_its_fields_is_what_is_known_of_a_dataclass():
    def told(cls):
        return [(each.name, each.type, each.default, each.hash, each.repr) for each in fields(cls)]

    assert told(Ours) == told(Theirs)
    assert Ours.__match_args__ == Theirs.__match_args__
    assert Ours.__slots__ == Theirs.__slots__
    assert Ours.kind == "place"
    assert Ours("Pip").shouted() == "PIP"


def test_it_can_be_taken_apart_by_a_pattern():
    match Ours("Pip", (1.0,)):
        case Ours(name, (number,)):
            assert (name, number) == ("Pip", 1.0)


def test_each_has_a_default_of_its_own_where_one_is_made():
    assert Ours("Pip").more is not Ours("Pip").more


def test_nothing_can_be_set_deleted_or_added():
    ours = Ours("Pip")
    with pytest.raises(FrozenInstanceError):
        ours.name = "Rusty"
    with pytest.raises(FrozenInstanceError):
        del ours.name
    with pytest.raises(FrozenInstanceError):
        ours.age = 3
    assert not hasattr(ours, "__dict__")


@pytest.mark.parametrize("arguments", [(), ("Pip", (), {}, 0, "too many")])
def test_too_little_and_too_much_is_refused(arguments):
    with pytest.raises(TypeError):
        Ours(*arguments)


def test_what_is_only_like_itself_is_known_by_identity():
    one = Alone("Pip")
    assert one == one
    assert one != Alone("Pip")
    assert len({one, Alone("Pip")}) == 2


def test_a_value_puts_itself_in_order_when_it_is_made():
    assert Trimmed[int](3, " Pip ").name == "Pip"
    assert Trimmed(3) == Trimmed(3, "")


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))]
)
def test_it_is_copied_and_pickled_whole(again):
    named = Named("Pip", (1, 2))
    assert again(named) == named


def test_what_the_class_says_itself_stays():
    @frozen
    class Even:
        number: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Even) and self.number % 2 == other.number % 2

        def __hash__(self) -> int:
            return self.number % 2

        def __repr__(self) -> str:
            return "even" if self.number % 2 == 0 else "odd"

    assert Even(2) == Even(4)
    assert len({Even(2), Even(4), Even(5)}) == 2
    assert repr(Even(2)) == "even"
