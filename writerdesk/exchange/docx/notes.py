"""Notes as Word has them: footnotes, endnotes and comments, each in a part of its own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from writerdesk.exchange.docx.names import NAMESPACES
from writerdesk.exchange.docx.runs import Insert, Targets, runs
from writerdesk.exchange.values import Note, NoteKind
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Paragraph

PART_OF: Mapping[str, str] = {
    NoteKind.FOOTNOTE: "footnotes",
    NoteKind.ENDNOTE: "endnotes",
    NoteKind.COMMENT: "comments",
}
_SEPARATORS = (
    '<w:{one} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{one}>'
    '<w:{one} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
    "</w:p></w:{one}>"
)


@frozen
class Noted:
    """What notes put into the text, by paragraph number, and the parts that hold them.

    ``lost`` are those whose paragraph is no longer there.
    """

    inserts: Mapping[int, Sequence[Insert]]
    parts: Mapping[str, str]
    targets: Mapping[str, Targets]
    lost: int


def noted(document: Document, notes: Iterable[Note]) -> Noted:
    """Write a draft's notes."""
    inserts: defaultdict[int, list[Insert]] = defaultdict(list)
    written: defaultdict[str, list[str]] = defaultdict(list)
    targets: defaultdict[str, Targets] = defaultdict(lambda: Targets(1))
    lost = 0
    for note in notes:
        part = PART_OF[note.kind]
        start, end = (document.place_of(place.paragraph) for place in (note.start, note.end))
        if start is None or end is None:
            lost += 1
            continue
        id = len(written[part]) + (0 if note.kind == NoteKind.COMMENT else 1)
        written[part].append(_note(note, id, targets[part]))
        if note.kind == NoteKind.COMMENT:
            inserts[start].append(Insert(note.start.offset, f'<w:commentRangeStart w:id="{id}"/>'))
        inserts[end].append(Insert(note.end.offset, _sign(note.kind, id)))
    in_order = {
        number: sorted(some, key=lambda insert: insert.offset) for number, some in inserts.items()
    }
    parts = {part: _part(part, some) for part, some in written.items()}
    return Noted(in_order, parts, targets, lost)


def _sign(kind: NoteKind, id: int) -> str:
    if kind == NoteKind.COMMENT:
        return (
            f'<w:commentRangeEnd w:id="{id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/>'
            f'</w:rPr><w:commentReference w:id="{id}"/></w:r>'
        )
    style = kind.value.capitalize()
    return (
        f'<w:r><w:rPr><w:rStyle w:val="{style}Reference"/></w:rPr>'
        f'<w:{kind.value}Reference w:id="{id}"/></w:r>'
    )


def _note(note: Note, id: int, targets: Targets) -> str:
    sign = _own_sign(note.kind)
    style = f"{note.kind.value.capitalize()}Text"
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{sign if not number else ''}{runs(paragraph, targets)}</w:p>"
        for number, paragraph in enumerate(note.paragraphs or (Paragraph(),))
    )
    said = ""
    if note.kind == NoteKind.COMMENT:
        initials = "".join(word[0] for word in note.author.split())
        said = f" w:author={quoteattr(note.author)} w:initials={quoteattr(initials[:9])}"
        said += f" w:date={quoteattr(note.date)}" if note.date else ""
    return f'<w:{note.kind.value} w:id="{id}"{said}>{paragraphs}</w:{note.kind.value}>'


def _own_sign(kind: NoteKind) -> str:
    if kind == NoteKind.COMMENT:
        return '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    style = kind.value.capitalize()
    return (
        f'<w:r><w:rPr><w:rStyle w:val="{style}Reference"/></w:rPr><w:{kind.value}Ref/></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )


def _part(part: str, written: Iterable[str]) -> str:
    first = "" if part == "comments" else _SEPARATORS.format(one=part[:-1])
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{part} {NAMESPACES}>'
        f"{first}{''.join(written)}</w:{part}>"
    )
