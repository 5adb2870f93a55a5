"""Random documents: everything a draft can hold that files know too."""

from dataclasses import replace

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from writerdesk.exchange import Note, NoteKind
from writerdesk.exchange.values import document_of
from writerdesk.manuscript import (
    BOXES,
    Align,
    Direction,
    Document,
    Kind,
    Mark,
    MarkName,
    Numbering,
    Paragraph,
    ParagraphId,
    Place,
    normal_marks,
    scene_break,
    unwritable,
)

# Every character a draft can hold, with those that trouble files drawn more often.
letters = st.one_of(
    st.sampled_from(
        "abc ABC  .,*_#-–—…'\"“”‘’<>&\\`[]()!|~\t\n\u00a0\u00ad\u200b\u200d\u2011é\u0301"
    ),
    st.sampled_from(
        "שלום مرحبا ไทย 日本語 한국어 👩‍👩‍👧 🇩🇪 𝒳 \U0010fffd \ue000 \ufeff \x7f \x9f \u202e \ufdd0"
    ),
    st.characters(blacklist_categories=["Cs"]).filter(lambda letter: not unwritable(letter)),
)
texts = st.text(letters, max_size=40)
words = st.text(st.sampled_from("abc é日 "), min_size=1, max_size=20)
plain_marks = st.sampled_from(
    [MarkName.BOLD, MarkName.ITALIC, MarkName.UNDERLINE, MarkName.STRIKE, MarkName.SMALL_CAPS]
)
links = st.sampled_from(
    ["https://example.org/a?b=c&d", "mailto:a@example.org", "#there", 'odd "target" \\ <&>', "x y"]
)
# Boxes to tick are for notes; no other program's drafts have them.
numberings = st.sampled_from(["", *(one for one in Numbering if one not in BOXES)])
languages = st.sampled_from(["fr-FR", "de", "ar-SA", "zh-Hans"])


@st.composite
def marks_on(draw, text):
    """Marks as a file can say them: at most one link and one language at each character."""
    length = len(text)
    edges = st.integers(0, length)
    marks = [
        Mark(min(a, b), max(a, b), draw(plain_marks))
        for a, b in draw(st.lists(st.tuples(edges, edges), max_size=3))
    ]
    for name, values in ((MarkName.LINK, links), (MarkName.LANGUAGE, languages)):
        cuts = sorted(draw(st.lists(edges, max_size=4)))
        marks += [
            Mark(start, end, name, draw(values))
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ]
    return normal_marks(marks, length)


@st.composite
def paragraphs(draw, text=texts):
    """One paragraph of any kind."""
    kind = draw(st.sampled_from([*Kind]))
    if kind == Kind.SCENE_BREAK:
        return scene_break()
    said = draw(text)
    item = kind == Kind.LIST_ITEM
    return Paragraph(
        said,
        kind,
        draw(marks_on(said)),
        draw(st.integers(0, 8)) if item else 0,
        draw(numberings) if item else "",
        draw(st.sampled_from(["", "", *Align])),
        draw(st.sampled_from(["", "", *Direction])),
    )


metadata = st.text(letters.filter(lambda letter: letter not in "\t\n"), max_size=12)


@st.composite
def documents(draw):
    """A whole draft."""
    document = document_of(draw(st.lists(paragraphs(), max_size=6)))
    return replace(
        document,
        title=draw(metadata),
        author=draw(metadata),
        language=draw(st.sampled_from(["", "en-US", "en-GB", "he", "ja"])),
    )


@st.composite
def notes_of(draw, document):
    """Notes at places of a draft, in the text's order."""
    if not len(document):
        return ()
    made = []
    for _ in range(draw(st.integers(0, 3))):
        ends = sorted((draw(_place(document)), draw(_place(document))))
        kind = draw(st.sampled_from([*NoteKind]))
        start, end = ends if kind == NoteKind.COMMENT else (ends[1], ends[1])
        said = tuple(
            Paragraph(text, marks=draw(marks_on(text)))
            for text in draw(st.lists(words, min_size=1, max_size=2))
        )
        author = draw(st.sampled_from(["", "Ada <Merrow>"])) if kind == NoteKind.COMMENT else ""
        date = "2031-01-02T03:04:05Z" if author else ""
        made.append(Note(kind, start, end, said, author, date))
    return tuple(sorted(made, key=lambda note: note.end))


@st.composite
def _place(draw, document):
    number = draw(st.integers(0, len(document) - 1))
    paragraph = document.paragraphs[number]
    length = 0 if paragraph.kind == Kind.SCENE_BREAK else len(paragraph.text)
    return Place(ParagraphId(0, number), draw(st.integers(0, length)))


def drawn(count: int) -> list[Document]:
    """Return as many random documents, the same ones each time."""
    drafts: list[Document] = []

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=[*HealthCheck],  # pyright: ignore[reportArgumentType]
    )
    @given(documents())
    def collect(document: Document) -> None:
        drafts.append(document)

    collect()
    return drafts
