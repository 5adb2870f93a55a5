"""A look as Word's styles: who opens the file changes a style, and all its paragraphs follow."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from writerdesk.exchange.docx.names import BODY_FIRST, FURNITURE, JUSTIFIED, NAMESPACES, STYLE_OF
from writerdesk.exchange.looks import Look, Style
from writerdesk.manuscript import Kind

_LINE = 240
_HEADINGS = (Kind.TITLE, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3)
_EAST_ASIAN = ("zh", "ja", "ko")


def styles_part(look: Look, language: str) -> str:
    """Write ``word/styles.xml`` for a look."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {NAMESPACES}>'
        f"{_defaults(look, language)}{''.join(_styles(look))}</w:styles>"
    )


def _defaults(look: Look, language: str) -> str:
    font = quoteattr(look.text.font or "Times New Roman")
    size = round(2 * (look.text.size or 12))
    fonts = f"<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font}/>"
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{sizes}{_language(language)}</w:rPr>"
        "</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        f'<w:spacing w:before="0" w:after="0" w:line="{round(_LINE * (look.text.lines or 1))}" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _language(language: str) -> str:
    if not language:
        return ""
    tag = quoteattr(language)
    east_asian = language.casefold().startswith(_EAST_ASIAN)
    return f"<w:lang w:val={tag}{f' w:eastAsia={tag}' if east_asian else ''} w:bidi={tag}/>"


def _styles(look: Look) -> Iterator[str]:
    yield (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
    )
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    body = look.style(Kind.BODY)
    for kind, (id, name) in STYLE_OF.items():
        yield _paragraph_style(id, name, look.style(kind), kind)
        if kind == Kind.BODY:
            yield (
                f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{BODY_FIRST}">'
                '<w:name w:val="Body First"/><w:basedOn w:val="Body"/><w:next w:val="Body"/>'
                '<w:qFormat/><w:pPr><w:ind w:firstLine="0"/></w:pPr></w:style>'
            )
    note = look.style("note")
    yield _paragraph_style("FootnoteText", "footnote text", note, "note")
    yield _paragraph_style("EndnoteText", "endnote text", note, "note")
    yield _paragraph_style("CommentText", "annotation text", Style(size=10, lines=1), "note")
    for id, name in (("FootnoteReference", "footnote reference"),
                     ("EndnoteReference", "endnote reference")):  # fmt: skip
        yield (
            f'<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/>'
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        )
    yield (
        '<w:style w:type="character" w:styleId="CommentReference">'
        '<w:name w:val="annotation reference"/>'
        '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
    )
    yield from _furniture(look, body)


def _furniture(look: Look, body: Style) -> Iterator[str]:
    header = Style(lines=1)
    yield _paragraph_style("Header", "header", Style(lines=1, align="right"), "page")
    yield _paragraph_style("Footer", "footer", Style(lines=1, align="centre"), "page")
    if not look.furniture:
        return
    # LibreOffice makes a style's id of its name: only so is it known again when a file comes back.
    contact, byline, ending, title = FURNITURE
    width = round(1440 * (look.paper_size("")[0] - look.margins[1] - look.margins[3]))
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    yield _paragraph_style(contact, "WriterDesk Contact", header, "furniture", tab)
    yield _paragraph_style(
        byline, "WriterDesk Byline", Style(align="centre", after=24), "furniture"
    )
    end = Style(align="centre", before=body.before)
    yield _paragraph_style(title, "WriterDesk Title", look.style(Kind.TITLE), "furniture")
    yield _paragraph_style(ending, "WriterDesk Ending", end, "furniture")


def _paragraph_style(id: str, name: str, style: Style, kind: str, tabs: str = "") -> str:
    custom = ' w:customStyle="1"' if name[0].isupper() and kind in (
        Kind.BODY, Kind.SCENE_BREAK, "furniture") else ""  # fmt: skip
    following = "Body" if kind == Kind.BODY else BODY_FIRST if _leads(kind) else ""
    next_style = f'<w:next w:val="{following}"/>' if following else ""
    quick = "<w:qFormat/>" if kind in STYLE_OF else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{next_style}{quick}'
        f"<w:pPr>{_paragraph_looks(style, kind, tabs)}</w:pPr>{_letters(style)}</w:style>"
    )


def _leads(kind: str) -> bool:
    return kind in _HEADINGS or kind == Kind.SCENE_BREAK


def _paragraph_looks(style: Style, kind: str, tabs: str) -> str:
    keep = "<w:keepNext/>" if _leads(kind) else ""
    keep += "<w:keepLines/>" if kind in _HEADINGS else ""
    page = "<w:pageBreakBefore/>" if style.new_page else ""
    outline = ""
    if kind in _HEADINGS[1:]:
        outline = f'<w:outlineLvl w:val="{_HEADINGS.index(Kind(kind)) - 1}"/>'
    hyphens = "<w:suppressAutoHyphens/>" if _leads(kind) else ""
    jc = f'<w:jc w:val="{JUSTIFIED[style.align]}"/>' if style.align else ""
    return f"{keep}{page}{tabs}{hyphens}{_spacing(style)}{_indents(style)}{jc}{outline}"


def _spacing(style: Style) -> str:
    said = ""
    if style.before or style.after:
        said += f' w:before="{round(20 * style.before)}" w:after="{round(20 * style.after)}"'
    if style.lines:
        said += f' w:line="{round(_LINE * style.lines)}" w:lineRule="auto"'
    return f"<w:spacing{said}/>" if said else ""


def _indents(style: Style) -> str:
    said = ""
    if style.left or style.right:
        said += f' w:left="{round(1440 * style.left)}" w:right="{round(1440 * style.right)}"'
    if style.first_line:
        said += f' w:firstLine="{round(1440 * style.first_line)}"'
    return f"<w:ind{said}/>" if said else ""


def _letters(style: Style) -> str:
    said = ""
    if style.font:
        font = quoteattr(style.font)
        said += f"<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font}/>"
    said += "<w:b/><w:bCs/>" if style.bold else ""
    said += "<w:i/><w:iCs/>" if style.italic else ""
    said += "<w:smallCaps/>" if style.small_caps else ""
    if style.size:
        said += f'<w:sz w:val="{round(2 * style.size)}"/><w:szCs w:val="{round(2 * style.size)}"/>'
    return f"<w:rPr>{said}</w:rPr>" if said else ""
