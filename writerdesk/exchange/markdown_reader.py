"""Markdown in: what it says of paragraphs and words, with what speaks about the story set aside."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from writerdesk.exchange.encodings import imported
from writerdesk.exchange.intake import Taken, take_in
from writerdesk.exchange.limits import check_size
from writerdesk.exchange.lines import lines_of
from writerdesk.exchange.plain_text import text_in
from writerdesk.exchange.values import (
    DoneKind,
    Imported,
    LeftOut,
    LeftOutKind,
    Wishes,
    document_of,
)
from writerdesk.manuscript import (
    Document,
    Kind,
    Mark,
    MarkName,
    Numbering,
    Paragraph,
    scene_break,
    unwritable,
    without_spans,
)

_MARKS: Mapping[str, str] = {"em": MarkName.ITALIC, "strong": MarkName.BOLD, "s": MarkName.STRIKE}
_HEADINGS: Mapping[str, str] = {"h1": Kind.HEADING_1, "h2": Kind.HEADING_2}
# What Markdown says itself need not be guessed from signs and spaces again.
_SAID = frozenset((DoneKind.HEADINGS, DoneKind.SPACES, DoneKind.EMPHASIS, DoneKind.SCENE_BREAKS))
_FRONT = re.compile(r"---\n((?:[a-z_-]+:[^\n]*\n)+)(?:---|\.\.\.)\n", re.IGNORECASE)
_FRONT_LINE = re.compile(r"([a-z_-]+):[ \t]*(.*)", re.IGNORECASE)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
# What may follow an item's sign directly when it has no words of its own.
_ENDS_AN_ITEMS_WORDS = ("list_item_close", "bullet_list_open", "ordered_list_open")
_DEEPEST_NESTING = 100
BOX_SIGNS: Mapping[str, str] = {Numbering.OPEN: "[ ] ", Numbering.DONE: "[x] "}
"""What stands before the words of an item that is to be done, or is done."""


def read_markdown(data: bytes, wishes: Wishes) -> Imported:
    """Read a Markdown file."""
    return imported(data, wishes.encoding, lambda text: markdown_in(text, wishes))


def markdown_in(text: str, wishes: Wishes) -> Imported:
    """Read Markdown whose letters are known."""
    if wishes.as_is:
        return text_in(text, wishes)
    lines = lines_of(text)
    check_size(lines.lines)
    front, body = _front_matter("\n".join(lines.lines))
    walk = _Walk()
    read = tuple(walk.paragraphs(markdown().parse(body)))
    taken = taken_in(read, wishes.without)
    counted = tuple(LeftOut(kind, count) for kind, count in sorted(walk.left_out.items()))
    return Imported(
        (_with_front(document_of(taken.paragraphs), front),),
        set_aside=taken.set_aside,
        done=taken.done,
        left_out=(*lines.left_out, *counted),
        raw=Document.from_paragraphs(lines.lines),
        goal=taken.goal,
    )


def paragraphs_in(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a Markdown text just as they are: nothing is set aside."""
    return tuple(_Walk().paragraphs(markdown().parse(text)))


def taken_in(read: Sequence[Paragraph], without: AbstractSet[DoneKind] = frozenset()) -> Taken:
    """Set aside what speaks about the story, where the signs of a text are known already."""
    taken = take_in(read, _SAID | without)
    return taken if taken.set_aside else Taken(tuple(read))


@cache
def markdown() -> MarkdownIt:
    """Return the parser: plain Markdown with strikes, without HTML, addresses left as written."""
    options = {"html": False, "maxNesting": _DEEPEST_NESTING}
    return _Parser("commonmark", options).enable("strikethrough")


class _Parser(MarkdownIt):
    """Takes addresses as they are: nothing here ever opens one."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url


@dataclass(slots=True)
class Words:
    """The words of one paragraph as they are put together, with their marks."""

    parts: list[str] = field(default_factory=list[str])
    length: int = 0
    marks: list[Mark] = field(default_factory=list[Mark])
    _open: list[tuple[str, int, str]] = field(default_factory=list[tuple[str, int, str]])

    def add(self, text: str) -> None:
        """Add words; what no paragraph can hold is shown as missing."""
        while found := unwritable(text):
            text = text.replace(found.group(), "\ufffd")
        self.parts.append(text)
        self.length += len(text)

    def begin(self, name: str, value: str = "") -> None:
        """Let the words from here on carry a mark."""
        self._open.append((name, self.length, value))

    def end(self) -> None:
        """End the mark begun last."""
        if self._open:
            name, start, value = self._open.pop()
            self.marks.append(Mark(start, self.length, name, value))

    def paragraph(self, kind: str, level: int = 0, numbering: str = "") -> Paragraph:
        """Return the paragraph they make."""
        return Paragraph("".join(self.parts), kind, tuple(self.marks), level, numbering)


@dataclass(slots=True)
class _Walk:
    """Goes through the blocks of a Markdown text, knowing which lists and quotes it is in."""

    left_out: Counter[LeftOutKind] = field(default_factory=Counter[LeftOutKind])
    _lists: list[str] = field(default_factory=list[str])
    _quotes: int = 0
    _heading: str = ""
    _fresh_item: bool = False

    def paragraphs(self, tokens: Sequence[Token]) -> Iterator[Paragraph]:
        for token in tokens:
            if token.type == "inline":
                yield self._inline(token)
            elif token.type == "hr":
                yield scene_break()
            elif token.type in ("code_block", "fence"):
                self.left_out[LeftOutKind.LAYOUT] += 1
                yield Paragraph(token.content.rstrip("\n"), self._kind())
            else:
                if self._fresh_item and token.type in _ENDS_AN_ITEMS_WORDS:
                    yield self._item(Words())
                self._enter(token)

    def _enter(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(Numbering.DECIMAL if token.type[0] == "o" else "")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._fresh_item = True
        elif token.tag == "blockquote":
            self._quotes += token.nesting
        elif token.type == "heading_open":
            is_title = token.tag == "h1" and token.markup == "="
            self._heading = Kind.TITLE if is_title else _HEADINGS.get(token.tag, Kind.HEADING_3)
        elif token.type == "heading_close":
            self._heading = ""

    def _inline(self, token: Token) -> Paragraph:
        words = words_of(token.children or (), self.left_out)
        if self._lists and self._fresh_item and not self._heading:
            # As it was written: with a backslash a box is just brackets.
            return self._item(words, token.content)
        return words.paragraph(self._kind())

    def _item(self, words: Words, written: str = "") -> Paragraph:
        self._fresh_item = False
        item = words.paragraph(Kind.LIST_ITEM, len(self._lists) - 1, self._lists[-1])
        for box, sign in BOX_SIGNS.items():
            if not item.numbering and f"{written} ".lower().startswith(sign):
                return replace(
                    without_spans(item, [(0, min(len(sign), len(item.text)))]), numbering=box
                )
        return item

    def _kind(self) -> str:
        if self._heading:
            return self._heading
        return Kind.QUOTE if self._quotes else Kind.BODY


def words_of(tokens: Iterable[Token], left_out: Counter[LeftOutKind]) -> Words:
    """Put together what stands in a line of Markdown."""
    words = Words()
    for token in tokens:
        name = token.type.rpartition("_")[0]
        if token.type == "softbreak":
            words.add(" ")
        elif token.type == "hardbreak":
            words.add("\n")
        elif token.type == "link_open":
            words.begin(MarkName.LINK, str(token.attrGet("href") or ""))
        elif name in _MARKS and token.nesting == 1:
            words.begin(_MARKS[name])
        elif token.nesting == -1:
            words.end()
        else:
            left_out[LeftOutKind.IMAGES] += token.type == "image"
            left_out[LeftOutKind.LAYOUT] += token.type == "code_inline"
            words.add(token.content)
    return words


def _front_matter(text: str) -> tuple[Mapping[str, str], str]:
    found = _FRONT.match(text)
    if not found:
        return {}, text
    told = {line[1].casefold(): _unquoted(line[2]) for line in _FRONT_LINE.finditer(found[1])}
    return told, text[found.end() :]


def _unquoted(value: str) -> str:
    quoted = _QUOTED.fullmatch(value.strip())
    return re.sub(r"\\(.)", r"\1", quoted[1]) if quoted else value.strip()


def _with_front(document: Document, front: Mapping[str, str]) -> Document:
    return replace(
        document,
        title=front.get("title", ""),
        author=front.get("author", ""),
        language=front.get("lang", front.get("language", "")),
    )
