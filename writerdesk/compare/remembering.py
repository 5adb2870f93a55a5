"""What was found in gaps, kept by what is in them: to compare again looks only for what is new."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from writerdesk.compare.finds import NOTHING, Finds, Texts, joined
from writerdesk.compare.gaps import Group
from writerdesk.compare.unlike import are_plain

_Key = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True, eq=False)
class Remembered:
    """Finds, and which of them are what was found in which gap."""

    finds: Finds = NOTHING
    places: Mapping[_Key, int] = field(default_factory=dict[_Key, int])

    def again(
        self,
        gaps: Sequence[Group],
        left: Texts,
        right: Texts,
        look: Callable[[Sequence[Group]], Finds],
    ) -> "Remembered":
        """Return what is in gaps, in their order; ``look`` is asked about those not known.

        The texts of a gap do not say how they are set: one with marks in it is looked into anew.
        """
        keys = _keys(gaps, left, right)
        places: list[int] = []
        new: list[Group] = []
        remembered: dict[_Key, int] = {}
        known = len(self.finds.cut)
        for number, (gap, key) in enumerate(zip(gaps, keys, strict=True)):
            is_plain = _is_plain(gap, left, right)
            place = self.places.get(key, -1) if is_plain else -1
            if place < 0:
                place = known + len(new)
                new.append(gap)
            places.append(place)
            if is_plain:
                remembered[key] = number
        found = look(new)
        if known:
            found = joined(self.finds, found).taken(np.array(places, np.int64))
        return Remembered(found, remembered)


def _keys(gaps: Sequence[Group], left: Texts, right: Texts) -> list[_Key]:
    ours, theirs = left.half.keys.tobytes(), right.half.keys.tobytes()
    size = left.half.keys.itemsize
    return [
        (ours[size * one : size * end], theirs[size * to : size * until])
        for one, end, to, until in gaps
    ]


def _is_plain(gap: Group, left: Texts, right: Texts) -> bool:
    if left.is_plain and right.is_plain:
        return True
    ours = left.paragraphs[gap.left : gap.left_end]
    theirs = right.paragraphs[gap.right : gap.right_end]
    return are_plain((*ours, *theirs))
