"""Plain text out: a paragraph a line, a blank line between, emphasis as stars or not at all."""

import textwrap
from collections.abc import Sequence

from writerdesk.exchange.emphasis import with_emphasis
from writerdesk.exchange.left_out import what_text_cannot_say
from writerdesk.exchange.nesting import with_signs
from writerdesk.exchange.values import Exported, Note
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Kind, MarkName, Numbering, Paragraph
from writerdesk.manuscript.item_numbers import item_numbers

_BOXES = {Numbering.OPEN.value: "[ ]", Numbering.DONE.value: "[x]"}
_SIGNS = {MarkName.ITALIC: ("*", "*"), MarkName.BOLD: ("**", "**")}


@frozen
class TextForm:
    """How plain text is written: with stars for emphasis, for Windows, broken at a width."""

    stars: bool = True
    windows: bool = False
    width: int = 0


def to_txt(
    document: Document, notes: Sequence[Note] = (), form: TextForm | None = None
) -> Exported:
    """Write a draft as plain text."""
    form = form or TextForm()
    numbers = item_numbers(document.paragraphs)
    texts = [
        _written(paragraph, number, form)
        for paragraph, number in zip(document.paragraphs, numbers, strict=True)
    ]
    text = "\n\n".join(texts) + "\n" if texts else ""
    left_out = what_text_cannot_say(document, notes, stars=form.stars)
    if form.windows:
        return Exported(text.replace("\n", "\r\n").encode("utf-8-sig"), left_out)
    return Exported(as_utf8(text), left_out)


def _written(paragraph: Paragraph, number: int, form: TextForm) -> str:
    text = _with_stars(paragraph) if form.stars else paragraph.text
    if paragraph.kind == Kind.LIST_ITEM:
        sign = f"{number}." if number else _BOXES.get(paragraph.numbering, "•")
        text = f"{'    ' * paragraph.level}{sign} {text}"
    if not form.width:
        return text
    return "\n".join(
        textwrap.fill(line, form.width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def _with_stars(paragraph: Paragraph) -> str:
    marks = [mark for mark in paragraph.marks if mark.name in _SIGNS]
    if not marks or paragraph.kind == Kind.SCENE_BREAK:
        return paragraph.text
    written = with_signs(paragraph.text, [(mark, _SIGNS[MarkName(mark.name)]) for mark in marks])
    # Stars that would be read as something else are worse than none.
    read_back, _ = with_emphasis(Paragraph(written))
    return written if read_back.text == paragraph.text else paragraph.text


def as_utf8(text: str) -> bytes:
    """Return a text as bytes; one that begins with the sign of UTF-8 gets one that readers take."""
    return text.encode("utf-8-sig" if text.startswith("\ufeff") else "utf-8")
