"""What may stand in a column: a draft as it is, an earlier version of one, or a file on disk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from itertools import combinations
from pathlib import Path

from writerdesk.compare import Comparison
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, count_document, count_words
from writerdesk.project import Revision
from writerdesk.story.beside import beside
from writerdesk.story.story import Story
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.pane import Column
from writerdesk.ui.telling import grouped, words_told
from writerdesk.words import _, ngettext

MOST = 4
# A version goes by its draft's letter with a stroke; a file by a small letter no draft has.
_VERSION_SIGN, _FILE_LETTER = "′", "f"
_FILE_COLOUR = 5


@frozen
class Still:
    """A text that stands still in a column: a version of a draft, or a file.

    ``slot`` tells it from all other columns.
    """

    slot: str
    letter: str
    name: str
    colour: int
    text: Document = field(repr=False)
    facts: str = ""
    draft: str = ""
    revision: str = ""


def version(row: DraftRow, revision: Revision, when: str, text: Document) -> Still:
    """Return an earlier version of a draft."""
    facts = _("as it was: {when} · {words}").format(when=when, words=_words(text))
    letter = row.letter + _VERSION_SIGN
    slot = f"version {row.id} {revision.id}"
    return Still(slot, letter, row.name, row.number, text, facts, row.id, revision.id)


def put_there(row: DraftRow, text: Document) -> Still:
    """Return what a draft says in the file another program put in place of the story's."""
    facts = _("as another program put it there · {words}").format(words=_words(text))
    letter = row.letter + _VERSION_SIGN
    return Still(f"theirs {row.id} {id(text)}", letter, row.name, row.number, text, facts)


def file(path: Path, text: Document) -> Still:
    """Return a file as it is on the disk."""
    facts = _("a file on disk · {words}").format(words=_words(text))
    return Still(f"file {path}", _FILE_LETTER, path.name, _FILE_COLOUR, text, facts)


def column_of(
    slot: str, text: Document, *, still: Still | None, row: DraftRow | None, story: Story
) -> Column:
    """Return what a column shows."""
    if still is not None:
        return Column(
            slot,
            still.letter,
            still.name,
            still.colour,
            text,
            still.facts,
            fixed=True,
            version_of=still.draft,
            revision=still.revision,
        )
    if row is None:
        return Column(slot, "", "", 0, text)
    cut_off = bool(row.facts.cut_off)
    said = beside(story, slot)
    facts, name = words_told(row.facts), row.name or _("Empty page")
    return Column(slot, row.letter, name, row.number, text, facts, cut_off, said)


def most_tied(count: int, comparisons: Mapping[tuple[int, int], Comparison]) -> int:
    """Return the column that most words of the others are tied to."""
    tied = [0] * count
    for two in combinations(range(count), 2):
        if comparison := comparisons.get(two):
            tied[two[0]] += _tied_words(comparison.left, comparison, 0)
            tied[two[1]] += _tied_words(comparison.right, comparison, 1)
    return max(range(count), key=lambda number: (tied[number], -number))


def in_the_middle(slots: Sequence[str], middle: int) -> tuple[str, ...]:
    """Return three columns with one of them between the others, which keep their order."""
    others = [slot for number, slot in enumerate(slots) if number != middle]
    return (others[0], slots[middle], others[1])


def letters_of(columns: Sequence[str], letter: Callable[[str], str]) -> str:
    """Return the letters of columns as a short list."""
    return ", ".join(filter(None, map(letter, columns)))


def _tied_words(document: Document, comparison: Comparison, side: int) -> int:
    ids = (id for pair in comparison.pairs for id in (pair.right if side else pair.left))
    places = (document.place_of(id) for id in ids)
    return sum(count_words(document.paragraphs[n].text) for n in places if n is not None)


def _words(text: Document) -> str:
    count = count_document(text)
    return ngettext("{count} word", "{count} words", count).format(count=grouped(count))
