"""What the overview tells: beats by drafts, and of each draft who tells it and who is in it.

A cell has the first words of what a draft tells at a beat, or says why it has none.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from writerdesk.compare import Beat, Beats, Comparison, Relation, Told
from writerdesk.compare.beat_order import in_order_of
from writerdesk.compare.beats import beats_of
from writerdesk.compare.bounds import LIKELY, SURE
from writerdesk.compare.tellings.cast import people
from writerdesk.compare.tellings.worded import worded
from writerdesk.compare.witnesses import tied_runs
from writerdesk.frozen import frozen
from writerdesk.insight.telling import Person, telling
from writerdesk.manuscript import Document, Kind, ParagraphId, Passage, count_words
from writerdesk.story.arranging import arranged
from writerdesk.story.beats import said_of
from writerdesk.story.insights import SharedPhrase, cast, phrases, roles
from writerdesk.story.said import BeatSays
from writerdesk.story.story import Story

_Two: TypeAlias = tuple[int, int]
# More letters than any cell shows.
_FIRST_LETTERS = 120
# More people than this are for the character sheets.
_PEOPLE = 3


@frozen
class Cell:
    """What one draft tells at one beat; without passages it may tell it ``inside`` other beats."""

    passages: tuple[ParagraphId, ...] = ()
    first: str = ""
    words: int = 0
    is_likely: bool = True
    is_sure: bool = True
    told: Told = Told.HERE
    inside: tuple[int, ...] = ()


@frozen
class BeatRow:
    """One beat: its name, whether the writer gave it, and a cell for each draft."""

    name: str
    is_named: bool
    cells: tuple[Cell, ...]

    @property
    def drafts(self) -> tuple[int, ...]:
        """Return the numbers of the drafts that tell it."""
        return tuple(number for number, cell in enumerate(self.cells) if cell.passages)

    @property
    def is_sure(self) -> bool:
        """Tell whether every draft that has it is surely tied to another there."""
        return all(cell.is_sure for cell in self.cells if cell.passages)


@frozen
class Introduced:
    """Who tells a draft, and who is named in it most often."""

    person: Person
    names: tuple[str, ...]


@frozen
class SamePerson:
    """Somebody by the names of each draft, and what he is if the drafts say so: dog, mother."""

    role: str
    names: tuple[str, ...]


@frozen
class Overview:
    """All beats in the order of the first draft, and what is told of each of the ``drafts``."""

    drafts: tuple[str, ...]
    rows: tuple[BeatRow, ...]
    introduced: tuple[Introduced, ...]
    cast: tuple[SamePerson, ...] = ()
    phrases: tuple[SharedPhrase, ...] = ()

    def told_by_all(self) -> int:
        """Count the beats that every draft tells, for sure."""
        return sum(row.is_sure for row in self._told_by_all())

    def perhaps_by_all(self) -> int:
        """Count the beats that every draft may tell."""
        return sum(not row.is_sure for row in self._told_by_all())

    def told_by_some(self) -> int:
        """Count the beats that several drafts tell, but not all."""
        return sum(1 < len(row.drafts) < len(self.drafts) for row in self.rows)

    def told_alone(self, draft: int) -> int:
        """Count the beats that only one draft tells."""
        return sum(row.drafts == (draft,) for row in self.rows)

    def _told_by_all(self) -> Iterator[BeatRow]:
        return (row for row in self.rows if len(row.drafts) == len(self.drafts))

    def most_words(self) -> int:
        """Return how many words the longest cell has."""
        return max((cell.words for row in self.rows for cell in row.cells), default=0)


def overview(
    story: Story,
    drafts: Sequence[str],
    texts: Sequence[Document],
    comparisons: Mapping[_Two, Comparison],
    *,
    order_of: int = 0,
) -> Overview:
    """Gather what was found between every two drafts into a table of beats, in a draft's order."""
    found = Beats(tuple(texts), beats_of(texts, comparisons), comparisons)
    beats = arranged(story, drafts, in_order_of(order_of, found))
    sure = _surest(beats)
    rows = tuple(
        _row(story, drafts, (beats, beat), [sure.get((number, n), 0.0) for n in range(len(texts))])
        for number, beat in enumerate(beats.beats)
    )
    tellings = {two: one for two, one in comparisons.items() if one.relation is Relation.TELLINGS}
    return Overview(
        tuple(drafts),
        rows,
        tuple(map(introduced, texts)),
        _renamed(texts, tellings),
        phrases(texts, tellings),
    )


def _renamed(
    texts: Sequence[Document], comparisons: Mapping[_Two, Comparison]
) -> tuple[SamePerson, ...]:
    """Return who is called otherwise in another draft."""
    rows = [row for row in cast(texts, comparisons) if len(set(filter(None, row))) > 1]
    rows = rows[:_PEOPLE]
    return tuple(SamePerson(*one) for one in zip(roles(texts, rows), rows, strict=True))


def introduced(document: Document) -> Introduced:
    """Say who tells a draft and who is in it."""
    names = tuple(person.name for person in people(worded(document)))
    return Introduced(telling(document).person, names[:_PEOPLE])


def passages_of(row: BeatRow, drafts: Sequence[str]) -> tuple[Passage, ...]:
    """Return where a beat stands in each draft that tells it."""
    return tuple(
        Passage(draft, cell.passages)
        for draft, cell in zip(drafts, row.cells, strict=True)
        if cell.passages
    )


def _row(
    story: Story, drafts: Sequence[str], of: tuple[Beats, Beat], sure: Sequence[float]
) -> BeatRow:
    beats, beat = of
    cells = tuple(
        _cell(document, beat, draft, sure=sure[draft])
        for draft, document in enumerate(beats.documents)
    )
    row = BeatRow(beat.name, is_named=False, cells=cells)
    said = said_of(story, passages_of(row, drafts))
    given = next((mark.name for mark in said if mark.says == BeatSays.NAME and mark.name), "")
    return BeatRow(given, is_named=True, cells=cells) if given else row


def _cell(document: Document, beat: Beat, draft: int, *, sure: float) -> Cell:
    passages = beat.passages[draft]
    if not passages:
        return Cell(inside=beat.inside[draft])
    texts = [_text(document, id) for id in passages]
    first = next((text for text in texts if text.strip()), "")
    is_alone = sum(map(bool, beat.passages)) == 1
    return Cell(
        passages,
        " ".join(first[:_FIRST_LETTERS].split()),
        sum(map(count_words, texts)),
        is_alone or sure >= LIKELY,
        is_alone or sure >= SURE,
        beat.told[draft],
    )


def _surest(beats: Beats) -> dict[_Two, float]:
    """Return of each beat and draft how sure its surest pair inside the beat is.

    Pairs are what a comparison shows: what is sure here is sure there.
    """
    where = {
        (draft, id): number
        for number, beat in enumerate(beats.beats)
        for draft, passages in enumerate(beat.passages)
        for id in passages
    }
    found: dict[_Two, float] = {}
    for (i, j), comparison in beats.comparisons.items():
        for start, end, to, until, sure in tied_runs(comparison):
            left = {where.get((i, id)) for id in comparison.left.ids[start:end]}
            right = {where.get((j, id)) for id in comparison.right.ids[to:until]}
            for number in (number for number in left & right if number is not None):
                for spot in ((number, i), (number, j)):
                    found[spot] = max(sure, found.get(spot, 0.0))
    return found


def _text(document: Document, id: ParagraphId) -> str:
    place = document.place_of(id)
    assert place is not None
    paragraph = document.paragraphs[place]
    return "" if paragraph.kind == Kind.SCENE_BREAK else paragraph.text
