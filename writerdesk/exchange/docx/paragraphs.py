"""A draft's paragraphs as the body of a Word document, one after the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from writerdesk.exchange.docx.names import (
    BODY_FIRST,
    DEEPEST_LEVEL,
    JUSTIFIED,
    NUMBERED,
    STYLE_OF,
)
from writerdesk.exchange.docx.runs import Insert, Targets, runs
from writerdesk.frozen import frozen
from writerdesk.manuscript import BOXES, Align, Direction, Kind, Paragraph
from writerdesk.manuscript.item_numbers import item_numbers

_NO_INDENT_AFTER = frozenset((*Kind,)) - {Kind.BODY, Kind.LIST_ITEM, Kind.QUOTE}
# In a paragraph read from the right, Word's left is the right.
_MIRRORED: Mapping[str, str] = {Align.LEFT: Align.RIGHT, Align.RIGHT: Align.LEFT}


@dataclass(slots=True)
class Lists:
    """The lists of a draft: each that counts from 1 again is one of its own."""

    numberings: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])

    def begin(self, numbering: str, level: int) -> int:
        """Begin a list and return its number in the file."""
        self.numberings.append((numbering, level))
        return len(self.numberings)


@frozen
class Body:
    """What writing the paragraphs collects on the way: addresses and lists."""

    scene_break: str
    targets: Targets
    lists: Lists = field(default_factory=Lists)

    def written(
        self, paragraphs: Sequence[Paragraph], inserts: Mapping[int, Sequence[Insert]]
    ) -> Iterator[str]:
        """Write the paragraphs one by one; ``inserts`` are by the paragraph's number."""
        numbers = item_numbers(paragraphs)
        list_at: dict[tuple[int, str], int] = {}
        before: str = Kind.TITLE
        for place, paragraph in enumerate(paragraphs):
            item = ""
            if paragraph.kind == Kind.LIST_ITEM:
                item = self._item(paragraph, numbers[place], list_at)
            words = self._words(paragraph, inserts.get(place, ()))
            yield f"<w:p>{_properties(paragraph, before, item)}{words}</w:p>"
            before = paragraph.kind

    def _words(self, paragraph: Paragraph, inserts: Sequence[Insert]) -> str:
        if paragraph.kind != Kind.SCENE_BREAK:
            return runs(paragraph, self.targets, inserts)
        # The sign of a break is the look's, so a place inside it means nothing.
        before = [Insert(0, insert.xml) for insert in inserts]
        return runs(Paragraph(self.scene_break), self.targets, before)

    def _item(self, paragraph: Paragraph, number: int, list_at: dict[tuple[int, str], int]) -> str:
        level = min(max(paragraph.level, 0), DEEPEST_LEVEL)
        numbering = paragraph.numbering if paragraph.numbering in NUMBERED else "decimal"
        # Word has no boxes in lists: what is to be done gets a bullet.
        numbering = "" if paragraph.numbering in BOXES else numbering
        if (level, numbering) not in list_at or number == 1:
            list_at[level, numbering] = self.lists.begin(numbering, level)
        which = list_at[level, numbering]
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{which}"/></w:numPr>'


def _properties(paragraph: Paragraph, before: str, item: str) -> str:
    bidi = ""
    if paragraph.direction == Direction.RIGHT_TO_LEFT:
        bidi = "<w:bidi/>"
    elif paragraph.direction == Direction.LEFT_TO_RIGHT:
        bidi = '<w:bidi w:val="0"/>'
    align = paragraph.align
    if paragraph.direction == Direction.RIGHT_TO_LEFT:
        align = _MIRRORED.get(align, align)
    jc = f'<w:jc w:val="{JUSTIFIED[align]}"/>' if align in JUSTIFIED else ""
    style = _style_of(paragraph, before)
    return f'<w:pPr><w:pStyle w:val="{style}"/>{item}{bidi}{jc}</w:pPr>'


def _style_of(paragraph: Paragraph, before: str) -> str:
    if paragraph.kind not in STYLE_OF or paragraph.kind == Kind.BODY:
        is_first = before in _NO_INDENT_AFTER or paragraph.align in (Align.CENTRE, Align.RIGHT)
        return BODY_FIRST if is_first else STYLE_OF[Kind.BODY][0]
    return STYLE_OF[paragraph.kind][0]
