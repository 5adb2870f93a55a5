"""What a look puts around the story: contact, byline, running header, the end; none of it is text.

Every piece has a style of its own, by which the reader knows it again and leaves it out.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from writerdesk.exchange.docx.names import FURNITURE, NAMESPACES
from writerdesk.exchange.looks import Look
from writerdesk.manuscript import Document, Kind, count_document
from writerdesk.words import _

_FIELD = re.compile(r"(\{page\})")
_PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
# Words too common to be the keyword of a title.
_SMALL = {
    *("a", "an", "the", "of", "in", "on", "der", "die", "das", "ein", "eine"),
    *("le", "la", "les", "un", "une", "el", "los", "las"),
}


def before_the_story(look: Look, document: Document) -> Iterator[str]:
    """Write what stands above the first line: who wrote it, how long it is."""
    if not look.furniture:
        return
    contact = (document.author, *look.contact)
    count = _about(count_document(document))
    for number, line in enumerate(contact):
        right = f"<w:r><w:tab/></w:r>{_run(count)}" if not number else ""
        yield _paragraph(FURNITURE[0], f"{_run(line)}{right}")
    if not any(one.kind == Kind.TITLE for one in document.paragraphs):
        # Also without a title the story begins a third down the page.
        yield _paragraph(FURNITURE[3], _run(document.title))
        yield from after_the_title(look, document)


def after_the_title(look: Look, document: Document) -> Iterator[str]:
    """Write the byline."""
    if look.furniture and document.author:
        yield _paragraph(FURNITURE[1], _run(_("by {author}").format(author=document.author)))


def after_the_story(look: Look) -> Iterator[str]:
    """Write what tells that there is no more."""
    if look.furniture and look.ending:
        yield _paragraph(FURNITURE[2], _run(look.ending))


def running_line(kind: str, line: str, document: Document) -> str:
    """Write a header or footer part; a piece of ``line`` that has nothing to say is dropped."""
    pieces = [
        told for piece in line.split(" / ") if (told := piece.format_map(_Known(document)).strip())
    ]
    shown = (part for part in _FIELD.split(" / ".join(pieces)) if part)
    runs = "".join(_PAGE if part == "{page}" else _run(part) for part in shown)
    tag = "hdr" if kind == "header" else "ftr"
    style = kind.capitalize()
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{tag} {NAMESPACES}>'
        f"{_paragraph(style, runs)}</w:{tag}>"
    )


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


def title_of(document: Document) -> str:
    """Return the title a page is headed with."""
    titles = (one.text for one in document.paragraphs if one.kind == Kind.TITLE)
    return " ".join((document.title or next(titles, "")).split())


def _keyword(title: str) -> str:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", title)
    return next((word.upper() for word in words if word.casefold() not in _SMALL), "")


def _about(words: int) -> str:
    # Editors ask for the nearest hundred; below that a count is a count.
    rounded = round(words, -2) or words
    return _("about {count} words").format(count=f"{rounded:,}")


def _paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
