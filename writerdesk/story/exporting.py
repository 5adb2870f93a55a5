"""A draft as a file for other people: which kinds there are, and its bytes in one of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from writerdesk.exchange import Exported, Ours, look, safe_name, to_docx
from writerdesk.exchange import Note as FileNote
from writerdesk.exchange import NoteKind as FileNoteKind
from writerdesk.exchange.exporting import exported as written
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Passage, Place
from writerdesk.story.naming import shown_names
from writerdesk.story.note import Note
from writerdesk.story.story import Story


@frozen
class FileKind:
    """A kind of file a draft can be written as; ``has_looks`` if its pages can look different."""

    ending: str
    has_looks: bool


KINDS: Mapping[str, FileKind] = MappingProxyType(
    {
        "docx": FileKind(".docx", has_looks=True),
        "pdf": FileKind(".pdf", has_looks=True),
        "txt": FileKind(".txt", has_looks=False),
        "md": FileKind(".md", has_looks=False),
    }
)
"""Every kind there is, by the name `exported` takes; a PDF only the window can make."""


def exported(story: Story, draft: str, kind: str, page: str = "plain") -> Exported:
    """Return a draft as a file of a kind, in the look of that name where the kind has looks."""
    return exported_to(story, draft, Path(f"draft{KINDS[kind].ending}"), page)


def exported_to(story: Story, draft: str, path: Path, page: str = "plain") -> Exported:
    """Return a draft as the kind of file ``path`` names; raises a `Problem` if there is none.

    The footnotes, endnotes and comments it came with go out as such; the writer's own notes are
    nobody else's.
    """
    text = text_to_export(story, draft)
    return written(text, path, tuple(_notes(story, draft, text)), look(page))


def exported_as_ours(story: Story, ours: Ours, page: str = "plain") -> Exported:
    """Return a draft as a Word file that says which it is, to be known when it comes back."""
    text = text_to_export(story, ours.draft)
    return to_docx(text, tuple(_notes(story, ours.draft, text)), look(page), ours=ours)


def comments_of(story: Story, draft: str) -> frozenset[str]:
    """Return what the comments say that a draft came with."""
    notes = _notes(story, draft, story.draft(draft).text)
    return frozenset(said(note) for note in notes if note.kind is FileNoteKind.COMMENT)


def said(note: FileNote) -> str:
    """Return the words of a note of a file."""
    return "\n".join(paragraph.text for paragraph in note.paragraphs)


def file_name(story: Story, draft: str, kind: str) -> str:
    """Return what a draft's file is called if the writer says nothing else."""
    name = story.details.title or shown_names(story)[draft]
    return safe_name(name) + KINDS[kind].ending


def notes_to_export(story: Story, draft: str) -> int:
    """Return how many footnotes, endnotes and comments a draft came with."""
    return len(tuple(_notes(story, draft, story.draft(draft).text)))


def text_to_export(story: Story, draft: str) -> Document:
    """Return a draft's text with the title, author and language it goes out with."""
    one, details = story.draft(draft), story.details
    return replace(
        one.text,
        title=one.text.title or details.title,
        author=one.text.author or details.author,
        language=one.text.language or details.language,
    )


def _notes(story: Story, draft: str, text: Document) -> "Iterator[FileNote]":
    kinds = {kind.value: kind for kind in FileNoteKind}
    for note in story.about(draft, Note):
        if note.deleted or note.anchor is None:
            continue
        kind, *told = note.source.split("/", 2)
        if kind in kinds and note.anchor.passage.draft == draft:
            start, end = _places(note.anchor.passage, text)
            author = told[0] if told else ""
            date = told[1] if len(told) > 1 else ""
            yield FileNote(kinds[kind], start, end, note.text.paragraphs, author, date)


def _places(passage: "Passage", text: Document) -> tuple[Place, Place]:
    last = passage.paragraphs[-1]
    number = text.place_of(last)
    whole = 0 if number is None else len(text.paragraphs[number].text)
    end = whole if passage.end is None else passage.end
    return Place(passage.paragraphs[0], passage.start), Place(last, end)
