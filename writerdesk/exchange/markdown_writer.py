"""Markdown out: what Markdown can say reads back the same, what it can't is listed.

Whatever could be read as something else is written with a backslash. A paragraph with signs in it
is read back before it is let go: first it is written as people write it, then, where signs stand so
that Markdown overlooks them, with the letters beside them by number, and only where even that can't
be read back it gives up its marks rather than its words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from writerdesk.exchange.left_out import count_unsaid, listed
from writerdesk.exchange.markdown_reader import BOX_SIGNS, markdown, words_of
from writerdesk.exchange.nesting import Signs, with_signs
from writerdesk.exchange.text_writer import as_utf8
from writerdesk.exchange.values import Exported, LeftOutKind, Note
from writerdesk.manuscript import (
    Document,
    Kind,
    Mark,
    MarkName,
    Numbering,
    Paragraph,
    without_spans,
)
from writerdesk.manuscript.item_numbers import item_numbers

_SIGNS: Mapping[str, Signs] = {
    MarkName.BOLD: ("**", "**"),
    MarkName.ITALIC: ("*", "*"),
    MarkName.STRIKE: ("~~", "~~"),
}
# Two kinds of emphasis that touch are told apart by their signs alone.
_DISTINCT_SIGNS: Mapping[str, Signs] = {**_SIGNS, MarkName.ITALIC: ("_", "_")}
_SAID = frozenset((*_SIGNS, MarkName.LINK))
_LISTS = frozenset(("", Numbering.DECIMAL, *BOX_SIGNS))
_HEADINGS = (Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3)
_SIGN = re.compile(r"[\\`*_\[\]~]|<(?=[a-z/!?])|&(?=#?\w+;)|!(?=\[)", re.IGNORECASE)
_LIKE_AN_ITEM = re.compile(r"^(\s*\d+)([.)])")
_LIKE_A_BLOCK = re.compile(r"^(?<![^\s])([#>+=-])")
_CLOSES_A_HEADING = re.compile(r"(?<!\S)#+(?=\s*$)")
_NEEDS_A_LOOK = re.compile(r"[\\`*_\[\]<>~&#+=!|]|^[\s\d-]|\s$|\n")
# What Markdown reads as a missing letter when it is written by its number; a line's end is one too.
UNNAMEABLE = re.compile(
    "[\n\x7f-\x9f\ufdd0-\ufdef"
    + "".join(
        chr(plane + last)
        for plane in range(0x10000, 0x110000, 0x10000)
        for last in (0xFFFE, 0xFFFF)
    )
    + "]"
)
_IN_TARGET = re.compile(r"[<>\\&]")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")

_Counts = Counter[tuple[LeftOutKind, str]]


def to_md(document: Document, notes: Sequence[Note] = ()) -> Exported:
    """Write a draft as Markdown."""
    counts = count_unsaid(document.paragraphs, _SAID)
    numbers = item_numbers(document.paragraphs)
    parts = [_front(document)]
    indents: list[int] = []
    for whole, number in zip(document.paragraphs, numbers, strict=True):
        paragraph = _without_outer_breaks(whole, counts)
        if not paragraph.text:
            counts[LeftOutKind.LAYOUT, ""] += 1
            continue
        is_item = paragraph.kind == Kind.LIST_ITEM
        is_close = is_item and len(indents) == paragraph.level + 1
        parts.append("\n" if is_close else "\n\n" if any(parts) else "")
        if is_item:
            parts.append(_item(paragraph, number, indents, counts))
        else:
            indents.clear()
            parts.append(_block(paragraph, counts))
    text = "".join(parts)
    return Exported(as_utf8(text.rstrip("\n") + "\n" if text else ""), listed(counts, notes))


def _front(document: Document) -> str:
    told = (("title", document.title), ("author", document.author), ("lang", document.language))
    lines = [f"{name}: {_quoted(value)}\n" for name, value in told if value]
    return f"---\n{''.join(lines)}---" if lines else ""


def _quoted(value: str) -> str:
    one_line = " ".join(value.split("\n"))
    return '"' + one_line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _without_outer_breaks(paragraph: Paragraph, counts: _Counts) -> Paragraph:
    """Markdown has line breaks between words only, and no paragraph of nothing but space."""
    text = paragraph.text
    if text and not text.strip():
        return without_spans(paragraph, [(0, len(text))])
    if text[:1] != "\n" and text[-1:] != "\n":
        return paragraph
    counts[LeftOutKind.LAYOUT, ""] += 1
    end = len(text.rstrip("\n"))
    return without_spans(paragraph, [(0, len(text) - len(text.lstrip("\n"))), (end, len(text))])


def _block(paragraph: Paragraph, counts: _Counts) -> str:
    if paragraph.kind == Kind.SCENE_BREAK:
        return "* * *"
    if paragraph.kind == Kind.TITLE or paragraph.kind in _HEADINGS:
        return _heading(paragraph, counts)
    lines = _words(paragraph, counts)
    return re.sub("^", "> ", lines, flags=re.MULTILINE) if paragraph.kind == Kind.QUOTE else lines


def _heading(paragraph: Paragraph, counts: _Counts) -> str:
    if "\n" in paragraph.text:
        counts[LeftOutKind.LAYOUT, ""] += 1
        paragraph = replace(paragraph, text=paragraph.text.replace("\n", " "))
    words = _words(paragraph, counts)
    if paragraph.kind == Kind.TITLE:
        return f"{words}\n==="
    # Signs at a heading's end would be read as its frame.
    words = _CLOSES_A_HEADING.sub(r"\\\g<0>", words)
    return f"{'#' * (_HEADINGS.index(Kind(paragraph.kind)) + 1)} {words}"


def _item(paragraph: Paragraph, number: int, indents: list[int], counts: _Counts) -> str:
    """Write a list item under the one it belongs to; ``indents`` are where their words begin."""
    level = min(max(paragraph.level, 0), len(indents))
    odd = level != paragraph.level or paragraph.numbering not in _LISTS
    counts[LeftOutKind.LISTS, ""] += odd
    del indents[level:]
    before = " " * (indents[-1] if indents else 0)
    sign = f"{number}. " if number else "* "
    indents.append(len(before) + len(sign))
    sign += BOX_SIGNS.get(paragraph.numbering, "")
    words = _words(paragraph, counts).replace("\n", "\n" + " " * indents[-1])
    return f"{before}{sign}{words}".rstrip(" ")


def _words(paragraph: Paragraph, counts: _Counts) -> str:
    """Write a paragraph's words, checked by reading them back."""
    text = paragraph.text
    said = [mark for mark in paragraph.marks if _says(mark)]
    wanted = Paragraph(text, marks=tuple(_without_edges(mark, text) for mark in said))
    counts[LeftOutKind.LAYOUT, ""] += wanted.marks != tuple(said)
    if not said and not _NEEDS_A_LOOK.search(text):
        return text
    for written in _spellings(text, wanted.marks):
        if _read_back(written) == wanted:
            return written
    for mark in said:
        kind = (LeftOutKind.LINKS, "") if mark.name == MarkName.LINK else None
        counts[kind or (LeftOutKind.MARKS, mark.name)] += 1
    return _every_sign(text).replace("\n", "\\\n")


def _spellings(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    """Give the ways to write marked words, the one people use first."""
    as_usual = with_signs(text, [(mark, _signs(mark, _SIGNS)) for mark in marks], _plain)
    yield _at_line_starts(as_usual.replace("\n", "\\\n"))
    distinct = [(mark, _signs(mark, _DISTINCT_SIGNS)) for mark in marks]
    by_number = with_signs(text, distinct, _with_edges_by_number, trimmed=False)
    yield _at_line_starts(by_number.replace("\n", "\\\n"))


def _without_edges(mark: Mark, text: str) -> Mark:
    """Markdown can't emphasise the end of a line where the emphasis begins or ends."""
    words = text[mark.start : mark.end]
    start = mark.end - len(words.lstrip("\n"))
    end = mark.start + len(words.rstrip("\n"))
    return mark._replace(start=start, end=max(start, end))


def _says(mark: Mark) -> bool:
    return mark.name in _SIGNS or (mark.name == MarkName.LINK and "\n" not in mark.value)


def _signs(mark: Mark, signs: Mapping[str, Signs]) -> Signs:
    if mark.name == MarkName.LINK:
        target = _IN_TARGET.sub(_escaped, mark.value)
        return "[", f"](<{target}>)"
    return signs[mark.name]


def _plain(text: str) -> str:
    return _SIGN.sub(_escaped, text)


def _with_edges_by_number(text: str) -> str:
    """Write a piece so that the signs beside it count, whatever it begins and ends with."""
    if len(text) < 2:
        return _by_number(text)
    return _by_number(text[0]) + _plain(text[1:-1]) + _by_number(text[-1])


def _by_number(letter: str) -> str:
    return letter if not letter or UNNAMEABLE.match(letter) else f"&#{ord(letter)};"


def _escaped(found: re.Match[str]) -> str:
    return "\\" + found.group()


def _at_line_starts(written: str) -> str:
    """Make sure that no line begins like a heading, a list or code, and none ends in spaces."""
    lines = (_LIKE_AN_ITEM.sub(r"\1\\\2", line) for line in written.split("\n"))
    safe = (_LIKE_A_BLOCK.sub(r"\\\1", line) for line in lines)
    return "\n".join(_edges_kept(line) for line in safe)


def _edges_kept(line: str) -> str:
    """Spaces at a line's edges are dropped when read; written by number they stay."""
    inner = line.removesuffix("\\")
    start = len(inner) - len(inner.lstrip())
    end = max(start, len(inner.rstrip()))
    edges = ("".join(f"&#{ord(c)};" for c in part) for part in (inner[:start], inner[end:]))
    first, last = edges
    return first + inner[start:end] + last + line[len(inner) :]


def _every_sign(text: str) -> str:
    lines = (_PUNCTUATION.sub(r"\\\1", line) for line in text.split("\n"))
    return "\n".join(_edges_kept(line) for line in lines)


def _read_back(written: str) -> Paragraph | None:
    tokens = markdown().parse(written)
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return None
    return words_of(tokens[1].children or (), Counter()).paragraph(Kind.BODY)
