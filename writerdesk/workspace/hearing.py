"""Which drafts are heard of each other: each two of them compared once, then what they say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations

from writerdesk.compare import Comparison
from writerdesk.compare.values import Asked, Witness
from writerdesk.compare.witnesses import witnesses_of

_Two = tuple[int, int]


@dataclass(slots=True)
class Asking:
    """What was asked of two texts, and what came of it: building it, at last a comparison."""

    asked: Asked
    job: int
    comparison: Comparison | None = None


@dataclass(slots=True)
class Hearing:
    """The ``drafts`` that are heard, by their numbers: compared each two, without the others.

    ``said`` is what they say of each two of them, once all have been compared.
    """

    drafts: tuple[str, ...] = ()
    plain: dict[_Two, Comparison] = field(default_factory=dict[_Two, Comparison])
    waiting: dict[_Two, Asking] = field(default_factory=dict[_Two, Asking])
    said: Mapping[_Two, tuple[Witness, ...]] = field(
        default_factory=dict[_Two, tuple[Witness, ...]]
    )
    is_done: bool = False

    def wanted(self) -> list[_Two]:
        """Return which are still to be compared."""
        every = combinations(range(len(self.drafts)), 2)
        return [two for two in every if two not in self.plain and two not in self.waiting]

    def finish(self) -> bool:
        """Take down what is said once all are compared; tell whether that is now."""
        if self.is_done or self.waiting or self.wanted() or not self.drafts:
            return False
        self.is_done, self.said = True, witnesses_of(self.plain)
        return True
