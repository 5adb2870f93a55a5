"""A paragraph's words as runs: pieces of text that carry the same marks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from xml.sax.saxutils import escape, quoteattr

from writerdesk.frozen import frozen
from writerdesk.manuscript import Mark, MarkName, Paragraph

_BREAKS = re.compile(r"([\t\n])")
# Letters written from the right, and whatever stands between two of them.
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_RUN = re.compile(rf"[{_RIGHT}](?:[^\w\t\n]*[{_RIGHT}\u0300-\u036f]+)*")
_ODD = re.compile(rf"[&<>\t\n{_RIGHT}]")
# What a package may point to; anything else goes into a field, where any text may stand.
_SOUND_TARGET = re.compile(
    r"https?://[\w.-]+(?::\d{1,5})?(?:[/?#](?:[\w.~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
    r"|mailto:[\w.+-]+@[\w.-]+",
    re.ASCII,
)
_PROPERTIES: Mapping[str, str] = {
    MarkName.BOLD: "<w:b/><w:bCs/>",
    MarkName.ITALIC: "<w:i/><w:iCs/>",
    MarkName.SMALL_CAPS: "<w:smallCaps/>",
    MarkName.STRIKE: "<w:strike/>",
    MarkName.UNDERLINE: '<w:u w:val="single"/>',
}
_KNOWN = frozenset((*_PROPERTIES, MarkName.LINK, MarkName.LANGUAGE))


@frozen
class Insert:
    """Something that is no text at a place of a paragraph: a note's sign, a comment's edge."""

    offset: int
    xml: str


class Targets:
    """The addresses a part points to, each with the id it gets there."""

    def __init__(self, first: int) -> None:
        self._ids: dict[str, str] = {}
        self._first = first

    def id_of(self, target: str) -> str:
        """Return the id of ``target``, the same each time."""
        return self._ids.setdefault(target, f"rId{self._first + len(self._ids)}")

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._ids.items())


def unknown_marks(paragraph: Paragraph) -> Iterator[str]:
    """Give the names of marks that Word has nothing for."""
    return (mark.name for mark in paragraph.marks if mark.name not in _KNOWN)


def runs(paragraph: Paragraph, targets: Targets, inserts: Sequence[Insert] = ()) -> str:
    """Write a paragraph's text with its marks, and what stands in between."""
    text = paragraph.text
    if not inserts and not paragraph.marks and not _ODD.search(text):
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    links = [mark for mark in paragraph.marks if mark.name == MarkName.LINK and mark.value]
    edges = _edges(paragraph, inserts)
    pieces = list(pairwise(edges))
    parts: list[str] = []
    for link, linked in groupby(pieces, key=lambda piece: _link_over(links, piece)):
        written = "".join(_piece(paragraph, piece, inserts) for piece in linked)
        parts.append(_linked(link, written, targets) if link else written)
    parts.extend(insert.xml for insert in inserts if insert.offset >= len(text))
    return "".join(parts)


def _edges(paragraph: Paragraph, inserts: Sequence[Insert]) -> list[int]:
    length = len(paragraph.text)
    marked = (edge for mark in paragraph.marks for edge in (mark.start, mark.end))
    inserted = (insert.offset for insert in inserts if 0 < insert.offset < length)
    return sorted({0, length, *marked, *inserted})


def _link_over(links: Sequence[Mark], piece: tuple[int, int]) -> str:
    for link in links:
        if link.start <= piece[0] and piece[1] <= link.end:
            return link.value
    return ""


def _linked(target: str, written: str, targets: Targets) -> str:
    if _SOUND_TARGET.fullmatch(target):
        return f'<w:hyperlink r:id="{targets.id_of(target)}">{written}</w:hyperlink>'
    quoted = target.replace("\\", "\\\\").replace('"', '\\"')
    instruction = quoteattr(f' HYPERLINK "{quoted}" ')
    return f"<w:fldSimple w:instr={instruction}>{written}</w:fldSimple>"


def _piece(paragraph: Paragraph, piece: tuple[int, int], inserts: Sequence[Insert]) -> str:
    start, end = piece
    before = "".join(insert.xml for insert in inserts if insert.offset == start < end)
    over = [mark for mark in paragraph.marks if mark.start <= start and end <= mark.end]
    names = {mark.name for mark in over}
    properties = "".join(xml for name, xml in _PROPERTIES.items() if name in names)
    language = next((mark.value for mark in over if mark.name == MarkName.LANGUAGE), "")
    spoken = f"<w:lang w:val={quoteattr(language)}/>" if language else ""
    return before + "".join(
        _run(text, properties + ("<w:rtl/>" if from_right else "") + spoken)
        for text, from_right in _by_direction(paragraph.text[start:end])
    )


def _by_direction(text: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for found in _RIGHT_RUN.finditer(text):
        if at < found.start():
            yield text[at : found.start()], False
        yield found.group(), True
        at = found.end()
    if at < len(text):
        yield text[at:], False


def _run(text: str, properties: str) -> str:
    parts: list[str] = []
    for part in _BREAKS.split(text):
        if part == "\t":
            parts.append("<w:tab/>")
        elif part == "\n":
            parts.append("<w:br/>")
        elif part:
            parts.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>')
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{looks}{''.join(parts)}</w:r>"
