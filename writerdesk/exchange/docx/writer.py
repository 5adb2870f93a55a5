"""Word out: real styles, clean runs, written paragraph by paragraph, in whatever look is wanted."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from writerdesk.exchange.docx import parts
from writerdesk.exchange.docx.furniture import (
    after_the_story,
    after_the_title,
    before_the_story,
    running_line,
)
from writerdesk.exchange.docx.names import NAMESPACES, STYLE_OF
from writerdesk.exchange.docx.notes import Noted, noted
from writerdesk.exchange.docx.ours import custom_properties
from writerdesk.exchange.docx.paragraphs import Body
from writerdesk.exchange.docx.runs import Targets, unknown_marks
from writerdesk.exchange.docx.styles import styles_part
from writerdesk.exchange.looks import Look, look
from writerdesk.exchange.values import Exported, LeftOut, LeftOutKind, Note, Ours
from writerdesk.manuscript import BOXES, Document, Kind, count_document

# The parts whose relations have fixed numbers; addresses are numbered from 100, out of their way.
_FIRST_TARGET = 100
# A moment that is the same for every export: the same draft gives the same bytes.
_WHEN = (1980, 1, 1, 0, 0, 0)
# As much text as is handed to the packer at once.
_CHUNK = 500


def to_docx(
    document: Document,
    notes: Sequence[Note] = (),
    page: Look | None = None,
    *,
    ours: Ours | None = None,
) -> Exported:
    """Write a draft and its notes as a Word file; the look is the plain one unless said.

    With ``ours`` the file says which draft it is, and is known again when it comes back.
    """
    is_ours = ours is not None
    page = page or look("plain")
    notes_in = noted(document, notes)
    body = Body(page.scene_break, Targets(_FIRST_TARGET))
    running = [
        (kind, line) for kind, line in (("header", page.header), ("footer", page.footer)) if line
    ]
    names = ["styles", "settings", "numbering", *notes_in.parts]
    names += [f"{kind}1" for kind, _ in running]
    at = [(kind, names.index(f"{kind}1") + 1) for kind, _ in running]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        _put(
            package,
            "[Content_Types].xml",
            [parts.content_types(("document", *names), is_ours=is_ours)],
        )
        _put(package, "_rels/.rels", [parts.package_relations(is_ours=is_ours)])
        story = _story(document, page, body, notes_in)
        end = [parts.section(page, document.language, at), "</w:body></w:document>"]
        _put(package, "word/document.xml", chain(_opening(), story, end))
        _put(package, "word/_rels/document.xml.rels", [parts.relations(names, body.targets)])
        _put(package, "word/styles.xml", [styles_part(page, document.language)])
        _put(package, "word/settings.xml", [parts.settings(page, notes_in.parts)])
        _put(package, "word/numbering.xml", [parts.numbering(body.lists.numberings)])
        _put_notes(package, notes_in)
        for kind, line in running:
            _put(package, f"word/{kind}1.xml", [running_line(kind, line, document)])
        _put(package, "docProps/core.xml", [parts.core_properties(document, document.title)])
        _put(package, "docProps/app.xml", [parts.app_properties(count_document(document))])
        if ours is not None:
            _put(package, parts.OURS, [custom_properties(ours)])
    return Exported(out.getvalue(), _left_out(document, notes_in))


def _opening() -> Iterable[str]:
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    yield f"<w:document {NAMESPACES}><w:body>"


def _story(document: Document, page: Look, body: Body, notes: Noted) -> Iterator[str]:
    """Write the paragraphs with what the look puts around them."""
    yield from before_the_story(page, document)
    written = body.written(document.paragraphs, notes.inserts)
    bylined = False
    for paragraph, xml in zip(document.paragraphs, written, strict=True):
        yield xml
        if paragraph.kind == Kind.TITLE and not bylined:
            yield from after_the_title(page, document)
            bylined = True
    yield from after_the_story(page)


def _put(package: zipfile.ZipFile, name: str, written: Iterable[str]) -> None:
    info = zipfile.ZipInfo(name, _WHEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    with package.open(info, "w") as part:
        waiting: list[str] = []
        for piece in written:
            waiting.append(piece)
            if len(waiting) == _CHUNK:
                part.write("".join(waiting).encode())
                waiting.clear()
        part.write("".join(waiting).encode())


def _put_notes(package: zipfile.ZipFile, notes: Noted) -> None:
    for name, written in notes.parts.items():
        _put(package, f"word/{name}.xml", [written])
        if targets := list(notes.targets[name]):
            _put(package, f"word/_rels/{name}.xml.rels", [parts.relations((), targets)])


def _left_out(document: Document, notes: Noted) -> tuple[LeftOut, ...]:
    marks = Counter(name for paragraph in document.paragraphs for name in unknown_marks(paragraph))
    kinds = sum(paragraph.kind not in STYLE_OF for paragraph in document.paragraphs)
    boxes = sum(paragraph.numbering in BOXES for paragraph in document.paragraphs)
    lost: Mapping[LeftOutKind, int] = {
        LeftOutKind.LAYOUT: kinds,
        LeftOutKind.LISTS: boxes,
        LeftOutKind.NOTES: notes.lost,
    }
    return (
        *(LeftOut(LeftOutKind.MARKS, count, name) for name, count in sorted(marks.items())),
        *(LeftOut(kind, count) for kind, count in lost.items() if count),
    )
