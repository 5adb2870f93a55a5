"""What a look puts around the story in words: contact, byline, running lines, the end.

Whoever lays pages out, a Word file or we ourselves, writes these words where they belong.
"""

import re
from typing import NamedTuple

from writerdesk.exchange.looks import Look
from writerdesk.manuscript import Document, Kind, count_document
from writerdesk.words import _

# Words too common to be the keyword of a title.
_SMALL = {
    *("a", "an", "the", "of", "in", "on", "der", "die", "das", "ein", "eine"),
    *("le", "la", "les", "un", "une", "el", "los", "las"),
}


class Contact(NamedTuple):
    """A line at the top of a manuscript: what stands at the left and what at the right."""

    left: str
    right: str = ""


def contact_lines(look: Look, document: Document) -> tuple[Contact, ...]:
    """Return who wrote the story and how long it is."""
    count = count_document(document)
    # Editors ask for the nearest hundred; below that a count is a count.
    about = _("about {count} words").format(count=f"{round(count, -2) or count:,}")
    return (Contact(document.author, about), *map(Contact, look.contact))


def byline(document: Document) -> str:
    """Return what stands below the title."""
    return _("by {author}").format(author=document.author) if document.author else ""


def has_title_of_its_own(document: Document) -> bool:
    """Tell whether the story's text begins with its title, so that no other is needed."""
    return any(one.kind == Kind.TITLE for one in document.paragraphs)


def title_of(document: Document) -> str:
    """Return the title a page is headed with."""
    titles = (one.text for one in document.paragraphs if one.kind == Kind.TITLE)
    return " ".join((document.title or next(titles, "")).split())


def running_words(line: str, document: Document) -> str:
    """Return a header or footer; ``{page}`` stays, a piece with nothing to say is dropped."""
    known = _Known(document)
    pieces = [told for piece in line.split(" / ") if (told := piece.format_map(known).strip())]
    return " / ".join(pieces)


class _Known(dict[str, str]):
    def __init__(self, document: Document) -> None:
        surname = document.author.split()[-1:] or [""]
        super().__init__(
            page="{page}",
            surname=surname[0],
            author=document.author,
            title=title_of(document),
            keyword=_keyword(title_of(document)),
        )

    def __missing__(self, name: str) -> str:
        return ""


def _keyword(title: str) -> str:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", title)
    return next((word.upper() for word in words if word.casefold() not in _SMALL), "")
