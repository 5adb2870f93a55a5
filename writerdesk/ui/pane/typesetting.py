"""Paragraphs set in type: only those in view are ever laid out, and the last few are kept.

All others have a height guessed from their length. Offsets here are Qt's, in UTF-16.
"""

from collections import OrderedDict
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from writerdesk.frozen import frozen
from writerdesk.manuscript import Align, Document, Kind, MarkName, Paragraph
from writerdesk.ui.look.lettering import Lettering

LINE = 1.55
SPACE_AFTER = 10.0
_HEADING_LINE = 1.3
_HEADING_SIZES = {
    Kind.TITLE: 28 / 18,
    Kind.HEADING_1: 28 / 18,
    Kind.HEADING_2: 22 / 18,
    Kind.HEADING_3: 1.0,
}
_INDENTED = (Kind.QUOTE, Kind.LIST_ITEM)
_INDENT = 24.0
# Three screens of short paragraphs in four columns; a set paragraph takes about 6 kB.
_KEPT = 240
_LETTERS_MEASURED = 3000


class Line(NamedTuple):
    """A line of a set paragraph: its characters, where it is, where its letters stand."""

    start: int
    end: int
    top: float
    baseline: float
    height: float


@frozen(eq=False)
class SetParagraph:
    """A paragraph set in type at a width; ``indent`` is where its lines begin."""

    layout: QTextLayout
    lines: tuple[Line, ...]
    height: float
    indent: float
    units: Sequence[int] | None

    def unit(self, offset: int) -> int:
        """Return Qt's offset for one in code points."""
        return self.units[offset] if self.units else offset

    def offset(self, unit: int) -> int:
        """Return the offset in code points for one of Qt's."""
        if not self.units:
            return unit
        return next(n for n, place in enumerate(self.units) if place >= unit)

    def x_of(self, line: int, unit: int) -> float:
        """Return where a character stands in a line, from where the paragraph's column begins."""
        made = self.layout.lineAt(line)
        # Qt answers with where it found one, and with the character it found.
        x, _ = cast("tuple[float, int]", made.cursorToX(unit))
        return self.indent + x

    def unit_at(self, x: float, y: float) -> int:
        """Return the character nearest to a point of the paragraph."""
        number = next((n for n, line in enumerate(self.lines) if y < line.top + line.height), -1)
        if not self.lines:
            return 0
        return self.layout.lineAt(number % len(self.lines)).xToCursor(x - self.indent)


class Typesetter:
    """Sets the paragraphs of the columns in type, at one size and a width for each column."""

    def __init__(self, documents: Sequence[Document], lettering: Lettering, size: float) -> None:
        # Kept by what a paragraph is, not by its number: most outlive an edit elsewhere.
        self._kept: OrderedDict[tuple[int, int], tuple[Paragraph, SetParagraph]] = OrderedDict()
        self.take_texts(documents)
        self._widths = [1.0] * len(self._documents)
        self.set_type(lettering, size)

    @property
    def letter(self) -> float:
        """How wide a letter of these drafts is in the mean."""
        return _mean(self._letters) if self._letters else self._size / 2

    @property
    def font(self) -> QFont:
        """The face body text is set in."""
        return self._font

    @property
    def line_height(self) -> float:
        """How high a line of body text is."""
        return round(self._size * LINE)

    def take_texts(self, documents: Sequence[Document]) -> None:
        """Take newer texts of the same columns; what is unchanged stays as it was set."""
        self._documents = tuple(documents)

    def set_type(self, lettering: Lettering, size: float) -> None:
        """Take another face or size."""
        self._lettering = lettering
        self._size = size
        self._font = lettering.text_font(round(size))
        self._letters = [_mean_letter(document, self._font) for document in self._documents]
        self._kept.clear()

    def set_widths(self, widths: Sequence[float]) -> None:
        """Take other widths for the columns."""
        self._widths = list(widths)
        self._kept.clear()

    def guesses(self, column: int) -> Sequence[float]:
        """Return how high each paragraph of a column is likely to be."""
        share = self._share(column)
        line, space = self.line_height, SPACE_AFTER
        least = line + space
        lengths = list(map(len, map(_text_of, self._documents[column].paragraphs)))
        # One sum for each length there is, not for each paragraph.
        likely = [
            least + line * int(length * share) for length in range(max(lengths, default=0) + 1)
        ]
        return list(map(likely.__getitem__, lengths))

    def guess(self, column: int, paragraph: int) -> float:
        """Return how high one paragraph is likely to be."""
        length = len(self._documents[column].paragraphs[paragraph].text)
        lines = int(length * self._share(column))
        return self.line_height + SPACE_AFTER + self.line_height * lines

    def measure(self, column: int, paragraph: int) -> float:
        """Return how high a paragraph is."""
        return self.set(column, paragraph).height

    def set(self, column: int, paragraph: int) -> SetParagraph:
        """Return a paragraph set in type."""
        text = self._documents[column].paragraphs[paragraph]
        key = (column, id(text))
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found[1]
        made = _set(text, self._font_of(text), self._widths[column], self._line_of(text))
        # With the paragraph itself, so that no other can come to have its identity.
        self._kept[key] = text, made
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made

    def _share(self, column: int) -> float:
        """Return how much of a line a letter takes."""
        # Lines break before a word, so they are filled but for half a word of six letters.
        return self._letters[column] / max(1.0, self._widths[column] - 3 * self._letters[column])

    def _font_of(self, paragraph: Paragraph) -> QFont:
        share = _HEADING_SIZES.get(Kind(paragraph.kind)) if paragraph.kind in _KINDS else None
        if share is None:
            return self._font
        font = self._lettering.text_font(round(self._size * share), QFont.Weight.DemiBold)
        font.setItalic(paragraph.kind == Kind.HEADING_3)
        return font

    def _line_of(self, paragraph: Paragraph) -> float:
        if paragraph.kind == Kind.SCENE_BREAK:
            return round(self._size * 2)
        share = _HEADING_SIZES.get(Kind(paragraph.kind)) if paragraph.kind in _KINDS else None
        return round(self._size * share * _HEADING_LINE) if share else self.line_height


_text_of = attrgetter("text")
_KINDS = frozenset(kind.value for kind in Kind)
_SCENE_BREAK_SIGN = "⁂"


def _set(paragraph: Paragraph, font: QFont, width: float, line_height: float) -> SetParagraph:
    levels = 1 + paragraph.level if paragraph.kind == Kind.LIST_ITEM else 1
    indent = _INDENT * levels if paragraph.kind in _INDENTED else 0.0
    breaks = paragraph.kind == Kind.SCENE_BREAK
    text = _SCENE_BREAK_SIGN if breaks else paragraph.text.replace("\n", "\u2028")
    units = _units(paragraph.text)
    layout = QTextLayout(text, font)
    # Else Qt shapes the letters again whenever they are painted.
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if breaks or paragraph.align == Align.CENTRE:
        option.setAlignment(option.alignment().AlignHCenter)
    layout.setTextOption(option)
    layout.setFormats(_formats(paragraph, units))
    lines = _broken(layout, width - indent, line_height)
    height = len(lines) * line_height + SPACE_AFTER
    return SetParagraph(layout, lines, height, indent, units)


def _broken(layout: QTextLayout, width: float, line_height: float) -> tuple[Line, ...]:
    lines: list[Line] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        top = len(lines) * line_height
        # The same for every line: rounded with the top, halves would go up and down in turn.
        leading = round((line_height - line.height()) / 2)
        line.setPosition(QPointF(0.0, top + leading))
        start = line.textStart()
        baseline = top + leading + line.ascent()
        lines.append(Line(start, start + line.textLength(), top, baseline, line_height))
    layout.endLayout()
    return tuple(lines)


def _formats(paragraph: Paragraph, units: Sequence[int] | None) -> list[QTextLayout.FormatRange]:
    out: list[QTextLayout.FormatRange] = []
    for mark in paragraph.marks:
        format = _format(mark.name)
        if format is None:
            continue
        made = QTextLayout.FormatRange()
        made.start = units[mark.start] if units else mark.start
        made.length = (units[mark.end] if units else mark.end) - made.start
        made.format = format
        out.append(made)
    return out


def _format(name: str) -> QTextCharFormat | None:
    format = QTextCharFormat()
    if name == MarkName.ITALIC:
        format.setFontItalic(True)
    elif name == MarkName.BOLD:
        format.setFontWeight(QFont.Weight.Bold)
    elif name == MarkName.UNDERLINE:
        format.setFontUnderline(True)
    elif name == MarkName.STRIKE:
        format.setFontStrikeOut(True)
    elif name == MarkName.SMALL_CAPS:
        format.setFontCapitalization(QFont.Capitalization.SmallCaps)
    else:
        return None
    return format


def _units(text: str) -> Sequence[int] | None:
    """Return Qt's offset for each offset in code points; None where they are the same."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return None
    out = [0]
    for letter in text:
        out.append(out[-1] + (2 if letter > "\uffff" else 1))
    return out


def letter_of(documents: Sequence[Document], lettering: Lettering, size: float) -> float:
    """Return how wide a letter of some drafts would be in the mean, set in a size."""
    font = lettering.text_font(round(size))
    return _mean([_mean_letter(document, font) for document in documents])


def _mean(letters: Sequence[float]) -> float:
    return sum(letters) / len(letters)


def _mean_letter(document: Document, font: QFont) -> float:
    sample = ""
    for paragraph in document.paragraphs:
        sample += paragraph.text + " "
        if len(sample) >= _LETTERS_MEASURED:
            break
    sample = sample[:_LETTERS_MEASURED].strip() or "the dust of an old summer"
    return QFontMetricsF(font).horizontalAdvance(sample.replace("\n", " ")) / len(sample)
