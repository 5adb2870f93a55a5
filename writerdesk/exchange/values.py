"""What passes between us and other people's files: meaning only, `sentences` has the words for it.

Paragraphs that come in are numbered from 0; the story gives them ids of its own.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from enum import StrEnum

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Paragraph, ParagraphId, Place


class DoneKind(StrEnum):
    """What intake can change; reading again ``without`` it takes it back."""

    LINES_JOINED = "lines_joined"
    PREAMBLE = "preamble"
    CLOSING = "closing"
    RULES = "rules"
    SCENE_BREAKS = "scene_breaks"
    HEADINGS = "headings"
    SPACES = "spaces"
    EMPHASIS = "emphasis"


@frozen
class Done:
    """One thing intake did: how often, and in which of the paragraphs that came of it."""

    kind: DoneKind
    count: int
    paragraphs: tuple[int, ...] = ()


class LeftOutKind(StrEnum):
    """What a file had and a draft has no room for, or a draft has and a file can't say."""

    IMAGES = "images"
    DELETIONS = "deletions"
    MOVED_AWAY = "moved_away"
    HEADERS = "headers"
    EMBEDDED = "embedded"
    EQUATIONS = "equations"
    HIDDEN = "hidden"
    CONTROLS = "controls"
    BAD_BYTES = "bad_bytes"
    BIDI_OVERRIDES = "bidi_overrides"
    TABLES = "tables"
    TEXT_BOXES = "text_boxes"
    MARKS = "marks"
    ALIGNMENT = "alignment"
    LANGUAGES = "languages"
    DIRECTIONS = "directions"
    NOTES = "notes"
    LINKS = "links"
    LISTS = "lists"
    LAYOUT = "layout"


@frozen
class LeftOut:
    """One kind of thing that did not come through, how often, and its name where it has one."""

    kind: LeftOutKind
    count: int
    name: str = ""


class SetAsideKind(StrEnum):
    """What is kept beside a draft because it speaks about the story instead of telling it."""

    PREAMBLE = "preamble"
    CLOSING = "closing"


@frozen
class SetAside:
    """A text that came with a draft and is no part of it."""

    kind: SetAsideKind
    text: str


class NoteKind(StrEnum):
    """The notes other programs know."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"


@frozen
class Note:
    """A note at a place of a document; a comment reaches from ``start`` to ``end``."""

    kind: NoteKind
    start: Place
    end: Place
    paragraphs: tuple[Paragraph, ...]
    author: str = ""
    date: str = ""


@frozen
class Ours:
    """Which version of which draft of which story a file of ours is."""

    story: str
    draft: str
    version: str


@frozen(eq=False)
class Imported:
    """A file as drafts: what it says, what was set aside, changed and left out on the way.

    ``raw`` is the text as it came where intake changed it, one paragraph a line; ``goal`` the
    number of words it said it aims for; ``encoding`` how its letters were written, if it is a text;
    ``ours`` what it was when it was sent off from here.
    """

    documents: tuple[Document, ...]
    notes: tuple[Note, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    done: tuple[Done, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    raw: Document | None = None
    encoding: str = ""
    goal: int = 0
    ours: Ours | None = None


@frozen
class Wishes:
    """How a file is to be read: in which encoding, as it is, or without some steps of intake."""

    encoding: str = ""
    as_is: bool = False
    without: AbstractSet[DoneKind] = frozenset()


@frozen
class Exported:
    """A file's bytes, and what the draft has that this kind of file can't say."""

    data: bytes
    left_out: tuple[LeftOut, ...] = ()


def document_of(paragraphs: Iterable[Paragraph]) -> Document:
    """Make a document of paragraphs that have no ids yet: they are numbered from 0."""
    return Document.from_items(
        (ParagraphId(0, number), paragraph) for number, paragraph in enumerate(paragraphs)
    )
