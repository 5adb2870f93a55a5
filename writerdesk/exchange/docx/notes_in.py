"""Footnotes, endnotes and comments of a Word file, brought to the places they belong to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from writerdesk.exchange.docx.blocks import Blocks, without_lead
from writerdesk.exchange.docx.inline import Reading
from writerdesk.exchange.docx.style_sheet import value_of
from writerdesk.exchange.packages import top_level
from writerdesk.exchange.values import Note, NoteKind
from writerdesk.frozen import frozen
from writerdesk.manuscript import Paragraph, ParagraphId, Place

_REFERENCE: Mapping[str, NoteKind] = {f"{kind.value}Reference": kind for kind in NoteKind}
_PARTS: Mapping[str, NoteKind] = {f"{kind.value}s": kind for kind in NoteKind}


@frozen
class _Said:
    paragraphs: tuple[Paragraph, ...]
    author: str
    date: str


@dataclass(slots=True)
class Notes:
    """Collects where notes stand and what they say, in whichever order the file tells it."""

    _starts: dict[str, Place] = field(default_factory=dict[str, Place])
    _ends: dict[str, Place] = field(default_factory=dict[str, Place])
    _signs: list[tuple[NoteKind, str, Place]] = field(
        default_factory=list[tuple[NoteKind, str, Place]]
    )
    _said: dict[tuple[NoteKind, str], _Said] = field(
        default_factory=dict[tuple[NoteKind, str], _Said]
    )

    def note(self, signs: Iterable[tuple[str, str, int]], number: int) -> None:
        """Remember the signs in the paragraph of that number."""
        for name, id, offset in signs:
            place = Place(ParagraphId(0, number), offset)
            if name == "commentRangeStart":
                self._starts[id] = place
            elif name == "commentRangeEnd":
                self._ends[id] = place
            else:
                self._signs.append((_REFERENCE[name], id, place))

    def read(self, part: str, data: bytes, reading: Reading) -> None:
        """Read a part of notes."""
        kind = _PARTS[part]
        for element in top_level(data, part):
            if value_of(element, "type") not in ("", "normal"):
                continue
            blocks = Blocks(reading)
            told = [one for block in element for one in blocks.of(block)] + list(blocks.rest())
            paragraphs = [one.paragraph for one in told]
            if kind != NoteKind.COMMENT:
                paragraphs[:1] = [without_lead(paragraph) for paragraph in paragraphs[:1]]
            said = _Said(tuple(paragraphs), value_of(element, "author"), value_of(element, "date"))
            self._said[kind, value_of(element, "id")] = said

    def placed(self) -> tuple[Note, ...]:
        """Return the notes that are both said and placed, in the text's order."""
        placed: list[Note] = []
        for kind, id, place in self._signs:
            said = self._said.get((kind, id))
            if said is None:
                continue
            end = self._ends.get(id, place) if kind == NoteKind.COMMENT else place
            start = self._starts.get(id, end) if kind == NoteKind.COMMENT else place
            placed.append(Note(kind, start, end, said.paragraphs, said.author, said.date))
        return tuple(placed)
