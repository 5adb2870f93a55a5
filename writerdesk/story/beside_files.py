"""Files of notes, sheets and what was said of passages: written for others, and brought in again.

They are Markdown, each known by its first line. What is brought in is one act, however many files;
what a story says already stays as it is, so a file that went out and comes back changes nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from writerdesk.exchange.pictures import LARGEST_PICTURE, read_picture
from writerdesk.exchange.reading import bytes_of
from writerdesk.frozen import frozen
from writerdesk.problem import Kind, Problem
from writerdesk.story.identities import Identities
from writerdesk.story.items import Item
from writerdesk.story.left import Left, TakenIn
from writerdesk.story.notes_markdown import notes_from_markdown, notes_to_markdown
from writerdesk.story.said_markdown import said_from_markdown, said_to_markdown
from writerdesk.story.sheets_markdown import (
    pictures_named,
    sheet_pictures,
    sheets_from_markdown,
    sheets_to_markdown,
)
from writerdesk.story.story import Story

NOTES, CHARACTERS, SAID = "notes.md", "characters.md", "said.md"
# Ten thousand notes are 5 MB.
_LARGEST = 20 * 1024 * 1024


class FileOf(StrEnum):
    """What a file is of, by what its first line says."""

    NOTES = "# Notes"
    CHARACTERS = "# Characters"
    SAID = "# Said of passages"


@frozen
class BesideFile:
    """A file as it was read, and the pictures it shows, as they are kept."""

    of: FileOf
    text: str
    pictures: Mapping[str, bytes]


@frozen
class Brought:
    """A story with what some files say: what came with them, and what had no place."""

    story: Story
    came: Mapping[type[Item], int]
    changed: int
    left: Mapping[Left, int]


def beside_files(story: Story) -> Mapping[str, str | bytes]:
    """Return everything that is kept beside the drafts, as files by their names."""
    return {
        **sheet_pictures(story),
        NOTES: notes_to_markdown(story),
        CHARACTERS: sheets_to_markdown(story),
        SAID: said_to_markdown(story),
    }


def read_beside(path: Path, story: Story) -> BesideFile:
    """Read somebody's file and the pictures beside it; raises a `Problem` if it is another kind.

    A picture that a sheet of the story has is taken as it is, every other read in the child.
    """
    try:
        text = bytes_of(path, _LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Problem(Kind.NOT_BESIDE, path=path) from None
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    if first not in set(FileOf):
        raise Problem(Kind.NOT_BESIDE, path=path)
    named = pictures_named(text) if first == FileOf.CHARACTERS else ()
    known = frozenset(sheet_pictures(story).values()) if named else frozenset[bytes]()
    pictures: dict[str, bytes] = {}
    for name in named:
        # The name of a file and no way out of its folder.
        if Path(name).name == name:
            with suppress(Problem):
                pictures[name] = _picture(path.parent / name, known)
    return BesideFile(FileOf(first), text, pictures)


def bring_in_beside(story: Story, files: Iterable[BesideFile], identities: Identities) -> Brought:
    """Return the story with what some files say."""
    before, left = story, Counter[Left]()
    for file in sorted(files, key=lambda one: list(FileOf).index(one.of)):
        taken = _taken_in(story, file, identities)
        story, left = taken.story, left + taken.left
    differing = list(story.items.differing(before.items))
    born = [story.items[id] for id in differing if id not in before.items]
    came = Counter(type(one) for one in born)
    return Brought(story, came, len(differing) - len(born), left)


_Reader = Callable[[Story, str, Identities], TakenIn]


def _taken_in(story: Story, file: BesideFile, identities: Identities) -> TakenIn:
    if file.of == FileOf.CHARACTERS:
        return sheets_from_markdown(story, file.text, identities, pictures=file.pictures)
    reader: _Reader = notes_from_markdown if file.of == FileOf.NOTES else said_from_markdown
    return reader(story, file.text, identities)


def _picture(path: Path, known: frozenset[bytes]) -> bytes:
    data = bytes_of(path, LARGEST_PICTURE)
    return data if data in known else read_picture(path)
