"""HTML out, as other programs take it from the clipboard: paragraphs, lists, quotations, emphasis.

What it writes our own reader reads back the same. Spaces HTML would fold are kept by a style, so
that the letters stay what they are.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from writerdesk.exchange.nesting import Signs, with_signs
from writerdesk.late import pattern
from writerdesk.manuscript import BOXES, Kind, Mark, MarkName, Numbering, Paragraph

_TAGS: Mapping[str, str] = {
    Kind.HEADING_1: "h1",
    Kind.HEADING_2: "h2",
    Kind.HEADING_3: "h3",
}
_MARKS: Mapping[str, Signs] = {
    MarkName.BOLD: ("<b>", "</b>"),
    MarkName.ITALIC: ("<i>", "</i>"),
    MarkName.UNDERLINE: ("<u>", "</u>"),
    MarkName.STRIKE: ("<s>", "</s>"),
    MarkName.SMALL_CAPS: ('<span style="font-variant: small-caps">', "</span>"),
}
_TYPES: Mapping[str, str] = {
    Numbering.LOWER_LETTER: ' type="a"',
    Numbering.UPPER_LETTER: ' type="A"',
    Numbering.LOWER_ROMAN: ' type="i"',
    Numbering.UPPER_ROMAN: ' type="I"',
}
_ALIGN: Mapping[str, str] = {"centre": "center"}
_FOLDED = pattern(r"^[ \t\f]|[ \t\f]$|[ \t\f]{2}|[\t\f]|\n[ \t]|[ \t]\n")


def html_of(paragraphs: Iterable[Paragraph]) -> str:
    """Write a passage as the body of a page."""
    parts: list[str] = []
    lists: list[str] = []
    for paragraph in paragraphs:
        if paragraph.kind == Kind.LIST_ITEM:
            parts.extend(_until(lists, paragraph))
            parts.append(f"<li>{_item(paragraph)}")
            continue
        parts.extend(_close(lists, 0))
        parts.append(_block(paragraph))
    parts.extend(_close(lists, 0))
    return "".join(parts)


def _item(paragraph: Paragraph) -> str:
    # What an item looks like must not reach the items inside it.
    looks = _looks(paragraph)
    return f"<div{looks}>{_words(paragraph)}</div>" if looks else _words(paragraph)


def _block(paragraph: Paragraph) -> str:
    if paragraph.kind == Kind.SCENE_BREAK:
        return "<hr>"
    words = _words(paragraph) or "<br>"
    if paragraph.kind == Kind.TITLE:
        return f'<h1 class="title"{_looks(paragraph)}>{words}</h1>'
    tag = _TAGS.get(paragraph.kind, "p")
    block = f"<{tag}{_looks(paragraph)}>{words}</{tag}>"
    return f"<blockquote>{block}</blockquote>" if paragraph.kind == Kind.QUOTE else block


def _until(lists: list[str], item: Paragraph) -> Iterator[str]:
    """Open and close lists until the item's own is the innermost."""
    tag = "ol" if item.numbering and item.numbering not in BOXES else "ul"
    wanted = f"<{tag}{_TYPES.get(item.numbering, '')}>"
    depth = max(item.level, 0) + 1
    yield from _close(lists, depth)
    if len(lists) == depth and lists[-1] != wanted:
        yield from _close(lists, depth - 1)
    elif len(lists) == depth:
        yield "</li>"
    while len(lists) < depth:
        lists.append(wanted)
        yield wanted if len(lists) == depth else f"{wanted}<li>"


def _close(lists: list[str], depth: int) -> Iterator[str]:
    while len(lists) > depth:
        yield f"</li></{lists.pop()[1:3]}>"


def _looks(paragraph: Paragraph) -> str:
    styles: list[str] = []
    if paragraph.align:
        styles.append(f"text-align: {_ALIGN.get(paragraph.align, paragraph.align)}")
    if _FOLDED.search(paragraph.text):
        styles.append("white-space: pre-wrap")
    direction = f' dir="{paragraph.direction}"' if paragraph.direction else ""
    return direction + (f' style="{"; ".join(styles)}"' if styles else "")


def _words(paragraph: Paragraph) -> str:
    signed = [(mark, signs) for mark in paragraph.marks if (signs := _signs(mark))]
    return with_signs(paragraph.text, signed, _plain, trimmed=False)


def _signs(mark: Mark) -> Signs | None:
    if mark.name == MarkName.LINK:
        return f'<a href="{escape(mark.value)}">', "</a>"
    return _MARKS.get(mark.name)


def _plain(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
