"""A legal Word file with everything in it loses no word a reader would see."""

import io
import zipfile

import pytest

from writerdesk.exchange import LeftOut, LeftOutKind, NoteKind, read
from writerdesk.manuscript import Kind, MarkName
from writerdesk.problem import Kind as ProblemKind
from writerdesk.problem import Problem

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(body, **parts):
    """Pack a Word file of this body and these further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "_rels/.rels",
            RELS.format(
                f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            ),
        )
        told = "".join(
            f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
            for name in parts
        )
        told += (
            f'<Relationship Id="web" Type="{OFFICE}/hyperlink" Target="https://example.org" '
            'TargetMode="External"/>'
        )
        package.writestr("word/_rels/document.xml.rels", RELS.format(told))
        package.writestr(
            "word/document.xml", f"<w:document {W} {MORE}><w:body>{body}</w:body></w:document>"
        )
        for name, written in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:{name} {W}>{written}</w:{name}>")
    return out.getvalue()


def p(inner, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(data):
    return [paragraph.text for paragraph in read(data, "a.docx").documents[0].paragraphs]


BOX = f"<w:txbxContent>{p(r('in a box'))}</w:txbxContent>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("a") + f"<w:ins>{r(' new')}</w:ins>"
           "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"),
         ["a new"]),
        (p(f"<w:moveFrom>{r('moved')}</w:moveFrom>{r('a')}")
         + p(f"<w:moveTo>{r('moved')}</w:moveTo>"),
         ["a", "moved"]),
        (f"<w:sdt><w:sdtContent>{p(r('block'))}</w:sdtContent></w:sdt>", ["block"]),
        (p(f"<w:sdt><w:sdtContent>{r('in line')}</w:sdtContent></w:sdt>"), ["in line"]),
        (p(f"<w:smartTag><w:smartTag>{r('tagged')}</w:smartTag></w:smartTag>"), ["tagged"]),
        (p(f"<w:customXml>{r('custom')}</w:customXml>"), ["custom"]),
        (f"<w:tbl><w:tr><w:tc>{p(r('one'))}</w:tc><w:tc>{p(r('two'))}</w:tc></w:tr></w:tbl>",
         ["one", "two"]),
        (f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{p(r('deep'))}</w:tc></w:tr></w:tbl>"
         f"{p(r('after'))}</w:tc></w:tr></w:tbl>", ["deep", "after"]),
        (p(r("before") + f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"),
         ["before", "in a box"]),
        (p(f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx>"
           f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>"
           f"</w:r>{r('beside')}"), ["beside", "in a box"]),
        (p(f'<w:fldSimple w:instr=" DATE ">{r("today")}</w:fldSimple>'), ["today"]),
        (p(FIELD.format("PAGEREF x", r("12"))), ["12"]),
        (p(FIELD.format("IF", FIELD.format("QUOTE", r("nested")))), ["nested"]),
        (p(f'<w:hyperlink r:id="web">{r("there")}</w:hyperlink>'), ["there"]),
        (p('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>'
           '<w:t>d</w:t><w:sym w:font="Symbol" w:char="F061"/><w:br w:type="page"/></w:r>'),
         ["a\tb\nc\u2011da"]),
        (p('<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>'), ["x=1"]),
        (p(f"<w:r><w:ruby><w:rt>{r('kanji')}</w:rt><w:rubyBase>{r('字')}</w:rubyBase></w:ruby>"
           "</w:r>"),
         ["字(kanji)"]),
        (p(r("first ")  , "<w:rPr><w:del/></w:rPr>") + p(r("second")), ["first second"]),
        (p(r("shown") + r("hidden", "<w:vanish/>")), ["shown"]),
        (p("") + p(r("a")) + p(""), ["a"]),
        (p("<w:dir>" + r("שלום") + "</w:dir>" + f"<w:bdo>{r('x')}</w:bdo>"), ["שלוםx"]),
    ],
)  # fmt: skip
def test_every_word_a_reader_sees_comes_in(body, expected):
    assert texts(word_file(body)) == expected


def test_what_is_left_out_is_counted():
    body = (
        p("<w:r><w:drawing/></w:r>" + r("a") + f"<w:del>{r('x')}</w:del>")
        + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r('row'))}</w:tc></w:tr></w:tbl>"
        + "<w:altChunk/>"
        + p(r("b", "<w:caps/>") + "<w:r><w:object/></w:r>")
    )
    assert set(read(word_file(body), "a.docx").left_out) == {
        LeftOut(LeftOutKind.IMAGES, 1),
        LeftOut(LeftOutKind.DELETIONS, 2),
        LeftOut(LeftOutKind.TABLES, 1),
        LeftOut(LeftOutKind.EMBEDDED, 2),
        LeftOut(LeftOutKind.MARKS, 1, "caps"),
    }


def test_notes_come_in_at_their_places():
    body = p(
        '<w:commentRangeStart w:id="0"/>' + r("Tide") + '<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        + r(" turned") + '<w:r><w:endnoteReference w:id="2"/></w:r>'
    )  # fmt: skip
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    data = word_file(
        body,
        footnotes=f'{separator}<w:footnote w:id="2">'
        f"{p('<w:r><w:footnoteRef/></w:r>' + r(' Low.'))}</w:footnote>",
        endnotes=f'<w:endnote w:id="2">{p(r("High."))}{p(r("Very."))}</w:endnote>',
        comments=f'<w:comment w:id="0" w:author="Ed" w:date="2031-01-01T00:00:00Z">'
        f"{p(r('Really?'))}</w:comment>",
    )
    told = [
        (note.kind, note.start.offset, note.end.offset, [one.text for one in note.paragraphs])
        for note in read(data, "a.docx").notes
    ]
    assert told == [
        (NoteKind.COMMENT, 0, 4, ["Really?"]),
        (NoteKind.FOOTNOTE, 4, 4, ["Low."]),
        (NoteKind.ENDNOTE, 11, 11, ["High.", "Very."]),
    ]


def test_kinds_come_from_styles_and_their_parents():
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H1"/>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Out"/><w:pPr>'
        '<w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/>'
        "</w:style>"
        '<w:style w:type="character" w:styleId="Em"><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Thought"><w:name w:val="Thought"/><w:rPr><w:i/>'
        "</w:rPr></w:style>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>'
    body = (
        p(r("a"), '<w:pStyle w:val="Mine"/>')
        + p(r("b"), '<w:pStyle w:val="Out"/>')
        + p(r("c"), '<w:pStyle w:val="Loop"/>')
        + p(r("d"), listed)
        + p(r("e", '<w:rStyle w:val="Em"/>') + r("f"), '<w:pStyle w:val="Thought"/>')
        + p(r("***"), '<w:jc w:val="center"/>')
    )
    (document,) = read(word_file(body, styles=styles, numbering=numbering), "a.docx").documents
    assert [(one.kind, one.level, one.numbering) for one in document.paragraphs] == [
        (Kind.HEADING_1, 0, ""),
        (Kind.HEADING_2, 0, ""),
        (Kind.BODY, 0, ""),
        (Kind.LIST_ITEM, 1, "lower_roman"),
        (Kind.BODY, 0, ""),
        (Kind.SCENE_BREAK, 0, ""),
    ]
    assert [(mark.start, mark.end, mark.name) for mark in document.paragraphs[4].marks] == [
        (1, 2, MarkName.ITALIC)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<!-- -->" + "<w:sdt>" * 300 + "</w:sdt>" * 300,
        "</w:body>",
        "&entity;",
        "<nobody:knows/>",
    ],
)
def test_files_made_to_harm_are_damaged_files(body):
    with pytest.raises(Problem) as caught:
        texts(word_file(body))
    assert caught.value.kind == ProblemKind.DAMAGED


def test_a_document_type_and_a_bomb_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(Problem) as caught:
        texts(out.getvalue())
    assert caught.value.kind == ProblemKind.DAMAGED
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 3_000_000)
    with pytest.raises(Problem) as caught:
        texts(out.getvalue())
    assert caught.value.kind == ProblemKind.TOO_LARGE
