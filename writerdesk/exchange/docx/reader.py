"""Word in: everything a reader of the file would see, as paragraphs; the rest is listed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from writerdesk.exchange.docx.blocks import Blocks, Told
from writerdesk.exchange.docx.inline import Reading
from writerdesk.exchange.docx.notes_in import Notes
from writerdesk.exchange.docx.ours import ours_in
from writerdesk.exchange.docx.style_sheet import StyleSheet, style_sheet
from writerdesk.exchange.limits import MOST_CHARACTERS, MOST_PARAGRAPHS
from writerdesk.exchange.packages import Package, local, top_level
from writerdesk.exchange.values import Imported, LeftOut, LeftOutKind, Wishes, document_of
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Paragraph
from writerdesk.problem import Kind, Problem

_MAIN = "word/document.xml"
_NOTE_PARTS = ("footnotes", "endnotes", "comments")


@frozen
class _File:
    """An opened Word file: its parts by what they are, its styles, what was left out so far."""

    package: Package
    main: str
    parts: Mapping[str, str]
    sheet: StyleSheet
    language: str
    left_out: Counter[tuple[LeftOutKind, str]]

    def reading(self, part: str) -> Reading:
        """Return what reading a part begins with."""
        targets = {
            id: target
            for id, (kind, target, outside) in self.package.relations(part).items()
            if kind == "hyperlink" and outside
        }
        return Reading(self.sheet, targets, self.language, self.left_out)


def read_docx(data: bytes, wishes: Wishes) -> Imported:
    """Read a Word file; its words are taken as they are, nothing is tidied."""
    file = _opened(Package(data))
    blocks = Blocks(file.reading(file.main))
    notes = Notes()
    paragraphs: list[Paragraph] = []
    characters = 0
    for told in _told(file, blocks):
        notes.note(told.signs, len(paragraphs))
        paragraphs.append(told.paragraph)
        characters += len(told.paragraph.text)
        if len(paragraphs) > MOST_PARAGRAPHS or characters > MOST_CHARACTERS:
            raise Problem(Kind.TOO_LARGE)
    for kind in _NOTE_PARTS:
        if part := file.parts.get(kind):
            notes.read(kind, file.package.read(part), file.reading(part))
    file.left_out[LeftOutKind.HEADERS, ""] += _running_lines(file)
    left_out = tuple(
        LeftOut(kind, n, name) for (kind, name), n in sorted(file.left_out.items()) if n
    )
    document = _with_properties(document_of(paragraphs), file)
    ours = ours_in(file.package.tree(file.parts["custom"])) if file.parts["custom"] else None
    return Imported((document,), notes.placed(), left_out=left_out, ours=ours)


def _opened(package: Package) -> _File:
    top = package.relations("")
    mains = (target for kind, target, _ in top.values() if kind == "officeDocument")
    main = next((target for target in mains if target in package), _MAIN)
    if main not in package:
        raise Problem(Kind.UNKNOWN_FORMAT)
    parts = {
        kind: target
        for kind, target, outside in package.relations(main).values()
        if not outside and target in package
    }
    for name in ("core", "custom"):
        said = (target for kind, target, _ in top.values() if kind == f"{name}-properties")
        parts[name] = next((target for target in said if target in package), "")
    trees = {kind: package.tree(parts[kind]) for kind in ("styles", "numbering") if kind in parts}
    sheet = style_sheet(trees.get("styles"), trees.get("numbering"))
    return _File(package, main, parts, sheet, sheet.language, Counter())


def _told(file: _File, blocks: Blocks) -> Iterator[Told]:
    for element in top_level(file.package.read(file.main), "body"):
        yield from blocks.of(element)
    yield from blocks.rest()


def _running_lines(file: _File) -> int:
    """Count the headers and footers that say more than a number."""
    count = 0
    for kind, target, _ in file.package.relations(file.main).values():
        if kind in ("header", "footer") and target in file.package:
            said = _words_in(file.package.tree(target))
            count += any(character.isalpha() for character in said)
    return count


def _words_in(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter() if local(part) == "t")


def _with_properties(document: Document, file: _File) -> Document:
    told: dict[str, str] = {}
    if file.parts["core"]:
        for one in file.package.tree(file.parts["core"]):
            told.setdefault(local(one), one.text or "")
    return replace(
        document,
        title=told.get("title", ""),
        author=told.get("creator", ""),
        language=file.language or told.get("language", ""),
    )
