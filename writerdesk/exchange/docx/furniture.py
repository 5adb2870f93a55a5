"""What a look puts around the story: contact, byline, running header, the end; none of it is text.

Every piece has a style of its own, by which the reader knows it again and leaves it out.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from writerdesk.exchange.docx.names import FURNITURE, NAMESPACES
from writerdesk.exchange.looks import Look
from writerdesk.exchange.page_words import (
    byline,
    contact_lines,
    has_title_of_its_own,
    running_words,
)
from writerdesk.manuscript import Document

_FIELD = re.compile(r"(\{page\})")
_PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def before_the_story(look: Look, document: Document) -> Iterator[str]:
    """Write what stands above the first line: who wrote it, how long it is."""
    if not look.furniture:
        return
    for line in contact_lines(look, document):
        right = f"<w:r><w:tab/></w:r>{_run(line.right)}" if line.right else ""
        yield _paragraph(FURNITURE[0], f"{_run(line.left)}{right}")
    if not has_title_of_its_own(document):
        # Also without a title the story begins a third down the page.
        yield _paragraph(FURNITURE[3], _run(document.title))
        yield from after_the_title(look, document)


def after_the_title(look: Look, document: Document) -> Iterator[str]:
    """Write the byline."""
    if look.furniture and document.author:
        yield _paragraph(FURNITURE[1], _run(byline(document)))


def after_the_story(look: Look) -> Iterator[str]:
    """Write what tells that there is no more."""
    if look.furniture and look.ending:
        yield _paragraph(FURNITURE[2], _run(look.ending))


def running_line(kind: str, line: str, document: Document) -> str:
    """Write a header or footer part; a piece of ``line`` that has nothing to say is dropped."""
    shown = (part for part in _FIELD.split(running_words(line, document)) if part)
    runs = "".join(_PAGE if part == "{page}" else _run(part) for part in shown)
    tag = "hdr" if kind == "header" else "ftr"
    style = kind.capitalize()
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{tag} {NAMESPACES}>'
        f"{_paragraph(style, runs)}</w:{tag}>"
    )


def _paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
