"""HTML in: what a browser shows as words, from a file or the clipboard; nothing is ever run.

Blocks become paragraphs, whitespace is folded as browsers fold it, and what has no words, scripts,
styles, pictures, is left out.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from writerdesk.exchange.encodings import imported, is_known
from writerdesk.exchange.lines import lines_of
from writerdesk.exchange.values import Imported, LeftOut, LeftOutKind, Wishes, document_of
from writerdesk.manuscript import (
    Align,
    Direction,
    Kind,
    Mark,
    MarkName,
    Numbering,
    Paragraph,
    scene_break,
)

_KINDS: Mapping[str, str] = {
    "h1": Kind.HEADING_1,
    "h2": Kind.HEADING_2,
    **dict.fromkeys(("h3", "h4", "h5", "h6"), Kind.HEADING_3),
}
_MARKS: Mapping[str, str] = {
    **dict.fromkeys(("b", "strong"), MarkName.BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), MarkName.ITALIC),
    **dict.fromkeys(("u", "ins"), MarkName.UNDERLINE),
    **dict.fromkeys(("s", "strike", "del"), MarkName.STRIKE),
}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "figure",
        "figcaption",
        "address",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "body",
        "center",
        "form",
        "fieldset",
        "details",
        "summary",
        "title",
    ]
)
_NOT_SHOWN = frozenset(
    ("script", "style", "head", "title", "template", "noscript", "svg", "math", "object")
)
_EMPTY = frozenset(("br", "hr", "img", "meta", "link", "input", "wbr", "area", "base", "col"))
_LISTS = ("ul", "ol")
_NUMBERINGS: Mapping[str, str] = {
    "a": Numbering.LOWER_LETTER,
    "A": Numbering.UPPER_LETTER,
    "i": Numbering.LOWER_ROMAN,
    "I": Numbering.UPPER_ROMAN,
}
_STYLED: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(r"font-style:\s*(?:italic|oblique)"), MarkName.ITALIC),
    (re.compile(r"font-weight:\s*(?:bold|[6-9]00)"), MarkName.BOLD),
    (re.compile(r"text-decoration[a-z-]*:[^;]*underline"), MarkName.UNDERLINE),
    (re.compile(r"text-decoration[a-z-]*:[^;]*line-through"), MarkName.STRIKE),
    (re.compile(r"font-variant[a-z-]*:\s*small-caps"), MarkName.SMALL_CAPS),
)
_ALIGNED = re.compile(r"text-align:\s*(left|center|right|justify)")
# Pages say left and justify of everything; it means no more than saying nothing.
_ALIGN: Mapping[str, str] = {"center": Align.CENTRE, "right": Align.RIGHT}
# What we call a title, and Word.
_TITLES = ("title", "MsoTitle")
_KEPT_SPACE = re.compile(r"white-space:\s*(?:pre|break-spaces)")
_SPACE = re.compile("[ \t\n\r\x0c]+")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden")
# Pages nest deeper than stories do; what lies deeper still is read as if it lay here.
_DEEPEST = 256
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w.:-]+)", re.IGNORECASE)


def read_html(data: bytes, wishes: Wishes) -> Imported:
    """Read an HTML file."""
    said = _CHARSET.search(data[:4096])
    named = said[1].decode("ascii") if said and _is_marked(data) else ""
    encoding = wishes.encoding or (named if is_known(named) else "")
    return imported(data, encoding, html_in)


def html_in(text: str) -> Imported:
    """Read HTML whose letters are known, as from the clipboard."""
    lines = lines_of(text)
    page = _Page()
    page.feed("\n".join(lines.lines))
    page.close()
    page.end_paragraph()
    counted = tuple(LeftOut(kind, count) for kind, count in sorted(page.left_out.items()) if count)
    document = replace(document_of(page.paragraphs), language=page.language)
    return Imported((document,), left_out=(*lines.left_out, *counted))


def _is_marked(data: bytes) -> bool:
    """A charset said in the page is believed unless the bytes say otherwise."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False


@dataclass(slots=True)
class _Open:
    """An element that is open: its name, the mark it gives, and whether it is shown."""

    name: str
    shown: bool
    align: str = ""
    direction: str = ""
    numbering: str = ""
    kind: str = ""
    keeps_space: bool = False
    marks: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


class _Page(HTMLParser):
    """Collects paragraphs while the parser goes through a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self.left_out: Counter[LeftOutKind] = Counter()
        self.language = ""
        self._open: list[_Open] = []
        self._parts: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._fresh_item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        told = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = told.get("lang", "")
        if tag in _BLOCKS or tag == "hr":
            self.end_paragraph()
        if tag in _EMPTY:
            self._stand_alone(tag)
        elif len(self._open) < _DEEPEST:
            self._open.append(_opened(tag, told, is_shown=self._is_shown()))
        self._fresh_item = self._fresh_item or tag == "li"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read an element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and whatever was left open inside it."""
        if tag in _BLOCKS:
            self.end_paragraph()
        for at in reversed(range(len(self._open))):
            if self._open[at].name == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        """Take words."""
        if not self._is_shown():
            return
        kept = any(element.keeps_space for element in self._open)
        text = data if kept else _SPACE.sub(" ", data)
        if not kept and text.startswith(" ") and self._follows_space():
            text = text[1:]
        # References like ``&#0;`` can name what no paragraph holds.
        self._add("\n".join(lines_of(text).lines))

    def end_paragraph(self) -> None:
        """Make a paragraph of the words since the last one, if there are any."""
        text = "".join(self._parts)
        if text.strip():
            kept = any(element.keeps_space for element in self._open)
            self.paragraphs.append(self._paragraph(text if kept else text.rstrip(" ")))
        self._parts, self._length, self._marks = [], 0, []

    def _add(self, text: str) -> None:
        if text:
            end = self._length + len(text)
            names = {mark for element in self._open for mark in element.marks}
            self._marks.extend(Mark(self._length, end, *mark) for mark in names)
            self._parts.append(text)
            self._length = end

    def _stand_alone(self, tag: str) -> None:
        if tag == "br" and self._is_shown():
            self._add("\n")
        elif tag == "hr":
            self.paragraphs.append(scene_break())
        elif tag == "img":
            self.left_out[LeftOutKind.IMAGES] += 1

    def _paragraph(self, text: str) -> Paragraph:
        lists = [element for element in self._open if element.name in _LISTS]
        kind, level, numbering = self._kind(), 0, ""
        if lists and self._fresh_item and self._is_in("li"):
            kind, level, numbering = Kind.LIST_ITEM, min(len(lists) - 1, 8), lists[-1].numbering
            self._fresh_item = False
        align = next((one.align for one in reversed(self._open) if one.align), "")
        direction = next((one.direction for one in reversed(self._open) if one.direction), "")
        return Paragraph(
            text.rstrip("\n"), kind, tuple(self._marks), level, numbering, align, direction
        )

    def _follows_space(self) -> bool:
        return not self._parts or self._parts[-1].endswith((" ", "\n"))

    def _kind(self) -> str:
        for element in reversed(self._open):
            if element.kind:
                return element.kind
        return Kind.QUOTE if self._is_in("blockquote") else Kind.BODY

    def _is_in(self, name: str) -> bool:
        return any(element.name == name for element in self._open)

    def _is_shown(self) -> bool:
        return not self._open or self._open[-1].shown


def _opened(tag: str, told: Mapping[str, str], is_shown: bool) -> _Open:
    style = told.get("style", "").casefold()
    aligned = _ALIGNED.search(style)
    align = _ALIGN.get(aligned[1] if aligned else told.get("align", "").casefold(), "")
    element = _Open(
        tag,
        is_shown and tag not in _NOT_SHOWN and "hidden" not in told and not _HIDDEN.search(style),
        Align.CENTRE if tag == "center" else align,
        Direction.RIGHT_TO_LEFT if told.get("dir", "").casefold() == "rtl" else "",
        _NUMBERINGS.get(told.get("type", ""), Numbering.DECIMAL) if tag == "ol" else "",
        Kind.TITLE if told.get("class") in _TITLES else _KINDS.get(tag, ""),
        tag == "pre" or bool(_KEPT_SPACE.search(style)),
    )
    if tag in _MARKS:
        element.marks.append((_MARKS[tag], ""))
    element.marks.extend((name, "") for pattern, name in _STYLED if pattern.search(style))
    if tag == "a" and told.get("href"):
        element.marks.append((MarkName.LINK, told["href"]))
    return element
