"""Who each paragraph is after an edit: which keeps its id, which is born, which was taken in.

An editor carries ids along with its paragraphs, but roughly: splitting copies an id to both halves,
pasting gives the neighbour's, formatting may lose it. `settle` puts that right by one idea: an id
follows the words it stood on. What the editor claims decides where the words can't.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from writerdesk.frozen import frozen
from writerdesk.manuscript.alike import common_end, common_start
from writerdesk.manuscript.document import ParagraphId

# No paragraph holds a carriage return, so joined texts can't be mistaken for one text.
_PARTING = "\r"


class Claim(NamedTuple):
    """A paragraph as the editor has it: the id it carries, if any, and its text."""

    id: ParagraphId | None
    text: str


@frozen
class Touched:
    """A run of paragraphs before and after an edit.

    ``kept_start`` and ``kept_end`` count the characters at the run's start and end that the edit
    surely left alone. After undo and redo the claims are ``certain``: they were right before.
    """

    before: Sequence[tuple[ParagraphId, str]]
    after: Sequence[Claim]
    kept_start: int
    kept_end: int
    certain: bool = False


@frozen
class Settled:
    """The ids of a run after an edit; which were born from which, which live on in which."""

    ids: tuple[ParagraphId, ...]
    origins: Mapping[ParagraphId, ParagraphId]
    aliases: Mapping[ParagraphId, ParagraphId]


def settle(
    touched: Touched,
    *,
    elsewhere: Callable[[ParagraphId], bool],
    born: Callable[[], ParagraphId],
) -> Settled:
    """Give every paragraph of a touched run its id; ``elsewhere`` knows the ids outside the run."""
    settling = _Settling(touched, _surviving(touched))
    settling.keep_claims(elsewhere)
    if not touched.certain:
        settling.follow_the_words()
    settling.fill_gaps_in_place()
    return settling.finished(elsewhere, born)


@dataclass(slots=True)
class _Settling:
    """The work of `settle`: ``kept`` maps new places to the ids that stay."""

    touched: Touched
    survivors: Mapping[tuple[int, int], int]
    kept: dict[int, ParagraphId] = field(default_factory=dict[int, ParagraphId])

    def keep_claims(self, elsewhere: Callable[[ParagraphId], bool]) -> None:
        """Let each claimed id stay at the claimant that holds most of its words, or the first."""
        claimants: dict[ParagraphId, list[int]] = {}
        for place, claim in enumerate(self.touched.after):
            if claim.id is not None and not elsewhere(claim.id):
                claimants.setdefault(claim.id, []).append(place)
        old = {id: place for place, (id, _) in enumerate(self.touched.before)}
        for id, places in claimants.items():
            was = old.get(id, -1)
            best = max(places, key=lambda place: (self.survivors.get((was, place), 0), -place))
            self.kept[best] = id

    def follow_the_words(self) -> None:
        """Give an id nobody claims to the paragraph its words went to, if that has none of its own.

        Its own are the words of the id it claims: after joining, the first keeps its id.
        """
        old = {id: place for place, (id, _) in enumerate(self.touched.before)}
        ranked = sorted(self.survivors, key=lambda pair: (-self.survivors[pair], pair))
        for was, place in ranked:
            id = self.touched.before[was][0]
            holder = self.kept.get(place)
            has_own = holder is not None and (
                holder not in old or (old[holder], place) in self.survivors
            )
            if id not in self.kept.values() and not has_own:
                self.kept[place] = id

    def fill_gaps_in_place(self) -> None:
        """Give paragraphs without words the ids that stood at their places, if they lost them."""
        if len(self.touched.before) != len(self.touched.after):
            return
        kept = set(self.kept.values())
        for place, (id, _) in enumerate(self.touched.before):
            if place not in self.kept and id not in kept and self.touched.after[place].id is None:
                self.kept[place] = id

    def finished(
        self, elsewhere: Callable[[ParagraphId], bool], born: Callable[[], ParagraphId]
    ) -> Settled:
        """Let the rest be born, and say where from."""
        ids: list[ParagraphId] = []
        origins: dict[ParagraphId, ParagraphId] = {}
        for place in range(len(self.touched.after)):
            if place in self.kept:
                ids.append(self.kept[place])
                continue
            ids.append(born())
            if (source := self._source(place, elsewhere)) is not None:
                origins[ids[-1]] = source
        return Settled(tuple(ids), origins, self._aliases(ids, set(ids)))

    def _source(self, place: int, elsewhere: Callable[[ParagraphId], bool]) -> ParagraphId | None:
        claim = self.touched.after[place]
        from_here = [pair for pair in self.survivors if pair[1] == place]
        if from_here:
            return self.touched.before[max(from_here, key=self.survivors.__getitem__)[0]][0]
        if claim.id is None or not claim.text:
            return None
        copied = elsewhere(claim.id) or (claim.id, claim.text) in self.touched.before
        return claim.id if copied else None

    def _aliases(
        self, ids: Sequence[ParagraphId], alive: AbstractSet[ParagraphId]
    ) -> dict[ParagraphId, ParagraphId]:
        aliases: dict[ParagraphId, ParagraphId] = {}
        for was, (id, _) in enumerate(self.touched.before):
            into = [pair for pair in self.survivors if pair[0] == was]
            if id not in alive and into:
                aliases[id] = ids[max(into, key=self.survivors.__getitem__)[1]]
        return aliases


def _surviving(touched: Touched) -> dict[tuple[int, int], int]:
    """Count how many characters of each old paragraph stand in each new one."""
    before = [text for _, text in touched.before]
    after = [claim.text for claim in touched.after]
    whole_before, whole_after = _PARTING.join(before), _PARTING.join(after)
    if whole_before == whole_after:
        return {(place, place): len(text) for place, text in enumerate(before) if text}
    start = min(touched.kept_start, common_start(whole_before, whole_after))
    room = min(len(whole_before), len(whole_after)) - start
    end = min(touched.kept_end, room, common_end(whole_before, whole_after))
    counts: dict[tuple[int, int], int] = {}
    _count(counts, _owners(before, 0, start), _owners(after, 0, start))
    _count(
        counts,
        _owners(before, len(whole_before) - end, len(whole_before)),
        _owners(after, len(whole_after) - end, len(whole_after)),
    )
    return counts


def _owners(texts: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """Return (paragraph, characters) for the stretch from ``start`` to ``end``, partings apart."""
    out: list[tuple[int, int]] = []
    position = 0
    for number, text in enumerate(texts):
        length = min(end, position + len(text)) - max(start, position)
        if length > 0:
            out.append((number, length))
        position += len(text) + len(_PARTING)
        if position > end:
            break
    return out


def _count(
    counts: dict[tuple[int, int], int],
    before: Sequence[tuple[int, int]],
    after: Sequence[tuple[int, int]],
) -> None:
    for (was, length), (now, _) in zip(before, after, strict=True):
        counts[was, now] = counts.get((was, now), 0) + length
