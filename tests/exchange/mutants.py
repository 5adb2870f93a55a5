"""Files that were sound until they were broken on purpose."""

import io
import zipfile

from tests.exchange.test_docx_legal import p, r, word_file
from writerdesk.exchange import to_docx, to_txt
from writerdesk.exchange.markdown_writer import to_md
from writerdesk.exchange.values import Note, NoteKind, document_of
from writerdesk.manuscript import Kind, Mark, Paragraph, ParagraphId, Place, scene_break

_TEXT = "“It was – he said…” Ça va? *So* it went."
_PAGE = """<!doctype html><html lang="en"><head><meta charset="cp1252">
<title>T</title><style>p{}</style></head><body>
<h1>The Coast</h1><p style="text-align:center">It <em>was</em> –
he&nbsp;said&hellip; <a href="x">so</a></p>
<ul><li>one<ol type="a"><li>two</ol><li>three</ul><blockquote><p>said</blockquote><hr>
<table><tr><td>cell<td><b>bold <i>both</b> italic</i></table>
<pre>  as it\n is</pre></body></html>"""


def mutants(count, chance):
    """Give broken files, each with a name: most are Word files, for there most can break."""
    sound = sound_files()
    for _ in range(count):
        name, data = chance.choice(sound)
        inside = name.endswith(".docx") and chance.random() < 0.6
        yield name, (_mutated_inside if inside else _mutated)(data, chance)


def sound_files():
    """Return files of every kind that are as they should be."""
    document = _document()
    place = Place(ParagraphId(0, 1), 4)
    notes = [Note(kind, place, place, (Paragraph("A note."),)) for kind in NoteKind]
    return [
        ("a.docx", to_docx(document, notes).data),
        ("b.docx", _with_everything()),
        ("a.md", to_md(document).data),
        ("a.txt", to_txt(document).data),
        ("b.txt", _TEXT.encode("cp1252", "replace") * 20),
        ("c.txt", _TEXT.encode("utf-16")),
        ("d.txt", ("Привет, мир. Она не знала. " * 30).encode("koi8-r")),
        ("a.html", _PAGE.encode()),
        ("b.html", _PAGE.encode("cp1252", "xmlcharrefreplace")),
    ]


def _document():
    marks = (Mark(0, 5, "italic"), Mark(3, 9, "link", "https://example.org"))
    return document_of(
        [
            Paragraph("The Coast", Kind.TITLE),
            Paragraph(_TEXT, marks=marks),
            scene_break(),
            *(Paragraph(f"item {n}", Kind.LIST_ITEM, level=n % 3) for n in range(6)),
            *(Paragraph(_TEXT * 5) for _ in range(5)),
        ]
    )


def _with_everything():
    table = f"<w:tbl><w:tr><w:tc>{p(r('cell'))}</w:tc></w:tr></w:tbl>"
    box = f"<w:r><w:pict><w:txbxContent>{p(r('box'))}</w:txbxContent></w:pict></w:r>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("1")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    tracked = f"<w:ins>{r('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    noted = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    control = f"<w:sdt><w:sdtContent>{p(r('control'))}</w:sdtContent></w:sdt>"
    listed = p(r("item"), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    return word_file(
        p(r("words", "<w:b/>") + tracked + noted) + table + p(box + field) + control + listed,
        footnotes=f'<w:footnote w:id="2">{p(r("a note"))}</w:footnote>',
        numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        styles='<w:style w:styleId="X"><w:basedOn w:val="X"/></w:style>',
    )


def _mutated(data, chance):
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed))
        way = chance.randrange(5)
        if way == 0:
            changed[at] = chance.randrange(256)
        elif way == 1:
            changed[at] ^= 1 << chance.randrange(8)
        elif way == 2:
            del changed[at : at + chance.randint(1, 40)]
        elif way == 3:
            changed[at:at] = changed[at : at + chance.randint(1, 200)] * chance.randint(1, 20)
        else:
            changed[at:at] = chance.choice(_NASTY)
        if not changed:
            return b""
    return bytes(changed)


_NASTY = [
    *(b"\0\0\0\0", b"\xff\xfe", b"<" * 300, b"&#0;", b"<!DOCTYPE x>", b"\xed\xa0\x80", b"*" * 500),
    *(
        b"[" * 300,
        b"> " * 300,
        b"\xe2\x80\xae",
        b"\r\r\r",
        b"</w:p>",
        b"<w:p>",
        b"<w:r><w:tab/></w:r>",
    ),
    *(b"<div>" * 400, b"<table><tr><td>" * 200, b"&#x110000;", b"<![CDATA[", b"</"),
    *(b"99999999999", b"-1", b"w:val", b"\xf0\x9f\x91\xa9", b"`" * 300, b"_*" * 200, b"PK\x03\x04"),
]


def _mutated_inside(data, chance):
    """Mutate one part of a package and pack it again: most mutants of the whole never open."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        victim = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, _mutated(part, chance) if name == victim else part)
    return out.getvalue()
