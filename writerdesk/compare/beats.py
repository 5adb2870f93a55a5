"""What several drafts tell, beat by beat: every two drafts compared, then their ties gathered.

A beat is what hangs together by direct ties, cut at the weakest: beginning with the surest, ties
join passages to beats as long as a beat stays one run of neighbours in each draft and most of its
passages answer each other. What no other draft tells is a beat of its own, neighbours together.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from writerdesk.compare.beat_names import name_of
from writerdesk.compare.beat_order import in_order, told
from writerdesk.compare.comparing import compared
from writerdesk.compare.recomparing import recompared
from writerdesk.compare.values import (
    Asked,
    Beat,
    Beats,
    Comparison,
    Pin,
    Settings,
    StopAsked,
)
from writerdesk.compare.witnesses import witnesses_of
from writerdesk.manuscript import Document, Kind, ParagraphId

# Two beats are one if a tie between their passages in different drafts is this sure on average.
# Tried from .12 to .35: .3 loses no beat and tears least (docs/decisions/tellings-score.md).
_LEAST_TOGETHER = 0.3

Spot: TypeAlias = tuple[int, int]
"""A draft and the number of a paragraph in it."""
Ties: TypeAlias = Mapping[tuple[Spot, Spot], float]
Spots: TypeAlias = frozenset[Spot]


class _Join(NamedTuple):
    sure: float
    one: Spot
    other: Spot


def beats_of_all(
    documents: Sequence[Document],
    settings: Settings,
    pins: Mapping[tuple[int, int], Sequence[Pin]],
    stop: StopAsked,
) -> Beats:
    """Compare every two drafts, hear the others of them, and gather what they tell into beats."""
    comparisons = {
        (i, j): compared(documents[i], documents[j], settings, pins.get((i, j), ()), stop)
        for i, j in combinations(range(len(documents)), 2)
    }
    for two, witnesses in witnesses_of(comparisons).items():
        if witnesses:
            one = comparisons[two]
            asked = Asked(one.left, one.right, settings, one.pins, witnesses)
            comparisons[two] = recompared(one, asked, stop)
    return Beats(tuple(documents), beats_of(documents, comparisons), comparisons)


def beats_of(
    documents: Sequence[Document], comparisons: Mapping[tuple[int, int], Comparison]
) -> tuple[Beat, ...]:
    """Gather what was found between every two drafts into beats."""
    ties = dict(_ties(documents, comparisons))
    joined = _joined(ties)
    alone = _alone(documents, {spot for spots in joined for spot in spots})
    spots = in_order(len(documents), (*joined, *alone))
    where = {spot: number for number, some in enumerate(spots) for spot in some}
    places = told(len(documents), spots)
    casts = [name.left for one in comparisons.values() for name in one.names]
    casts += [name.right for one in comparisons.values() for name in one.names]
    return tuple(
        Beat(
            tuple(_passages(documents, some, draft) for draft in range(len(documents))),
            sure=round(_sure(some, ties), 4),
            name=name_of(documents, some, frozenset(casts)),
            inside=tuple(_inside(some, draft, ties, where) for draft in range(len(documents))),
            told=places[number],
        )
        for number, some in enumerate(spots)
    )


def _ties(
    documents: Sequence[Document], comparisons: Mapping[tuple[int, int], Comparison]
) -> Iterator[tuple[tuple[Spot, Spot], float]]:
    """Give all ties that are read, both ways."""
    for (i, j), comparison in comparisons.items():
        for link in comparison.links:
            one, other = documents[i].place_of(link.left), documents[j].place_of(link.right)
            if link.confidence < comparison.settings.least_confidence:
                continue
            if one is not None and other is not None:
                yield ((i, one), (j, other)), link.confidence
                yield ((j, other), (i, one)), link.confidence


def _joined(ties: Ties) -> list[Spots]:
    """Join passages by their ties, surest first, and leave out what would stretch a beat."""
    joins = sorted(_Join(-sure, one, other) for (one, other), sure in ties.items() if one < other)
    beat_of: dict[Spot, Spots] = {}
    for _ in range(2):
        # A tie too weak while its neighbours stood apart may hold once they have come together.
        for _sure, one, other in joins:
            first, second = (beat_of.get(spot, frozenset((spot,))) for spot in (one, other))
            both = first | second
            if first != second and _is_run(both) and _together(first, second, ties):
                beat_of.update(dict.fromkeys(both, both))
    return list(dict.fromkeys(beat_of.values()))


def _is_run(spots: Spots) -> bool:
    """Tell whether the passages are neighbours in each draft."""
    for draft in {draft for draft, _ in spots}:
        places = [place for other, place in spots if other == draft]
        if max(places) - min(places) >= len(places):
            return False
    return True


def _together(first: Spots, second: Spots, ties: Ties) -> bool:
    across = [
        ties.get((one, other), 0.0) for one in first for other in second if one[0] != other[0]
    ]
    return bool(across) and sum(across) >= _LEAST_TOGETHER * len(across)


def _alone(documents: Sequence[Document], joined: set[Spot]) -> Iterator[Spots]:
    """Give the runs of passages that only one draft tells; a scene break alone tells nothing."""
    for draft, document in enumerate(documents):
        run: list[Spot] = []
        for place in range(len(document)):
            if (draft, place) in joined:
                if _says_something(document, run):
                    yield frozenset(run)
                run = []
            else:
                run.append((draft, place))
        if _says_something(document, run):
            yield frozenset(run)


def _says_something(document: Document, run: Sequence[Spot]) -> bool:
    paragraphs = (document.paragraphs[place] for _, place in run)
    return any(
        paragraph.text.strip() and paragraph.kind != Kind.SCENE_BREAK for paragraph in paragraphs
    )


def _passages(documents: Sequence[Document], spots: Spots, draft: int) -> tuple[ParagraphId, ...]:
    places = sorted(place for other, place in spots if other == draft)
    return tuple(documents[draft].ids[place] for place in places)


def _sure(spots: Spots, ties: Ties) -> float:
    """Return how sure the draft is of it that is tied to the others least."""
    drafts = {draft for draft, _ in spots}
    if len(drafts) == 1:
        return 1.0
    return min(
        max(
            ties.get((one, other), 0.0)
            for one in spots
            for other in spots
            if one[0] == draft != other[0]
        )
        for draft in drafts
    )


def _inside(spots: Spots, draft: int, ties: Ties, where: Mapping[Spot, int]) -> tuple[int, ...]:
    """Return the beats in which a draft without passages of its own tells this one."""
    if any(other == draft for other, _ in spots):
        return ()
    met = {where[other] for (one, other) in ties if one in spots and other[0] == draft}
    return tuple(sorted(met))
