"""The small parts of a Word file around its text: settings, numbering, properties, relations."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from writerdesk.exchange.docx.names import DEEPEST_LEVEL, NAMESPACES, NUMBERED
from writerdesk.exchange.looks import Look
from writerdesk.manuscript import Document

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties"
OURS = "docProps/custom.xml"
"""Where a file says which draft it is."""
_BULLETS = "•◦▪"
# From this level on lists step in no further: a page is only so wide.
_STEP = 360


def content_types(parts: Iterable[str], *, is_ours: bool = False) -> str:
    """Write ``[Content_Types].xml`` for the parts of ``word/``."""
    ours = f'<Override PartName="/{OURS}" ContentType="{_CUSTOM}+xml"/>' if is_ours else ""
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.'
        f'{"document.main" if part == "document" else part.rstrip("0123456789")}+xml"/>'
        for part in parts
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType='
        f'"application/vnd.openxmlformats-officedocument.extended-properties+xml"/>{ours}</Types>'
    )


def package_relations(*, is_ours: bool = False) -> str:
    """Write ``_rels/.rels``."""
    ours = f'Id="rId4" Type="{_OFFICE}/custom-properties" Target="{OURS}"'
    return _relations(
        (
            f'Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"',
            f'Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"',
            f'Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"',
            *((ours,) if is_ours else ()),
        )
    )


def relations(parts: Sequence[str], targets: Iterable[tuple[str, str]]) -> str:
    """Write a part's relations: to other parts, numbered from 1, and to addresses."""
    inner = (
        f'Id="rId{number}" Type="{_OFFICE}/{part.rstrip("0123456789")}" Target="{part}.xml"'
        for number, part in enumerate(parts, 1)
    )
    outer = (
        f'Id="{id}" Type="{_OFFICE}/hyperlink" Target={quoteattr(target)} TargetMode="External"'
        for target, id in targets
    )
    return _relations((*inner, *outer))


def core_properties(document: Document, title: str) -> str:
    """Write ``docProps/core.xml``: title, author, language."""
    said = (("title", title), ("creator", document.author), ("language", document.language))
    told = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in said if text)
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{told}</cp:coreProperties>'
    )


def app_properties(words: int) -> str:
    """Write ``docProps/app.xml``."""
    return (
        f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Words>{words}</Words><Application>WriterDesk</Application>'
        "</Properties>"
    )


def settings(look: Look, noted: Iterable[str]) -> str:
    """Write ``word/settings.xml``: as Word since 2013 lays out."""
    hyphenate = "<w:autoHyphenation/>" if look.hyphenate else ""
    separators = "".join(
        f'<w:{part[:-1]}Pr><w:{part[:-1]} w:id="-1"/><w:{part[:-1]} w:id="0"/></w:{part[:-1]}Pr>'
        for part in ("footnotes", "endnotes")
        if part in noted
    )
    return (
        f'{_XML}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="720"/>{hyphenate}'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{separators}<w:compat>'
        "<w:doNotExpandShiftReturn/>"
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def numbering(lists: Sequence[tuple[str, int]]) -> str:
    """Write ``word/numbering.xml``: one kind of list for each way to number, one list each."""
    kinds = list(dict.fromkeys(kind for kind, _ in lists))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{''.join(_level(kind, level) for level in range(DEEPEST_LEVEL + 1))}</w:abstractNum>"
        for number, kind in enumerate(kinds)
    )
    begun = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kinds.index(kind)}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, (kind, level) in enumerate(lists, 1)
    )
    return f"{_XML}<w:numbering {NAMESPACES}>{abstract}{begun}</w:numbering>"


def section(look: Look, language: str, running: Sequence[tuple[str, int]]) -> str:
    """Write the page: its size, margins, header and footer."""
    width, height = (round(1440 * side) for side in look.paper_size(language))
    top, right, bottom, left = (round(1440 * margin) for margin in look.margins)
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId{id}"/>' for kind, id in running
    )
    # The first page of a manuscript carries its own head.
    first = "<w:titlePg/>" if look.furniture else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" '
        f'w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{min(720, top // 2)}" '
        f'w:footer="{min(720, bottom // 2)}" w:gutter="0"/>{first}</w:sectPr>'
    )


def _level(kind: str, level: int) -> str:
    text = _BULLETS[level % len(_BULLETS)] if not kind or kind == "bullet" else f"%{level + 1}."
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{NUMBERED[kind]}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{_STEP * (level + 2)}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )


def _relations(written: Iterable[str]) -> str:
    told = "".join(f"<Relationship {one}/>" for one in written)
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'
