"""A draft as a file for other people: which kinds there are, and its bytes in one of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from writerdesk.exchange import Exported, look, safe_name, to_docx, to_txt
from writerdesk.manuscript import Document
from writerdesk.story.naming import shown_names
from writerdesk.story.story import Story


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file a draft can be written as; ``has_looks`` if its pages can look different."""

    ending: str
    has_looks: bool


KINDS: Mapping[str, FileKind] = MappingProxyType(
    {"docx": FileKind(".docx", has_looks=True), "txt": FileKind(".txt", has_looks=False)}
)
"""Every kind there is, by the name `exported` takes."""


def exported(story: Story, draft: str, kind: str, page: str = "plain") -> Exported:
    """Return a draft as a file of a kind, in the look of that name where the kind has looks."""
    text = _titled(story, draft)
    writers: Mapping[str, Callable[[], Exported]] = {
        "docx": lambda: to_docx(text, page=look(page)),
        "txt": lambda: to_txt(text),
    }
    return writers[kind]()


def file_name(story: Story, draft: str, kind: str) -> str:
    """Return what a draft's file is called if the writer says nothing else."""
    name = story.details.title or shown_names(story)[draft]
    return safe_name(name) + KINDS[kind].ending


def _titled(story: Story, draft: str) -> Document:
    one, details = story.draft(draft), story.details
    return replace(
        one.text,
        title=one.text.title or details.title,
        author=one.text.author or details.author,
        language=one.text.language or details.language,
    )
