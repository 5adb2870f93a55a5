"""A comparison as it is printed: a plain table, gap rows with letters, and no tints.

What the window says with colour and ribbons is said here by order, by letters and by signs that a
black printer has: changed words are underlined, changed sentences stand between corners.
"""

from collections.abc import Iterator, Sequence
from html import escape

from writerdesk.compare.drawn import Drawn, DrawnMarks, MarkKind
from writerdesk.compare.segments import Segment
from writerdesk.compare.stops import Reading, how_many_say_something
from writerdesk.manuscript import Kind, Paragraph, count_words
from writerdesk.words import _, ngettext


def printed(reading: Reading, marks: DrawnMarks, names: Sequence[tuple[str, str]]) -> str:
    """Return a reading as simple HTML; ``names`` are the letter and the name of each column."""
    width = 100 // len(names)
    heads = "".join(
        f'<td width="{width}%"><b>{escape(letter)}</b> {escape(name)}</td>'
        for letter, name in names
    )
    rows = "".join(_rows(reading, marks, [letter for letter, _name in names]))
    table = f'<table width="100%" cellpadding="6" border="0"><tr>{heads}</tr>{rows}</table>'
    return f"<p>{escape(_explained())}</p>{table}"


def _explained() -> str:
    return _("Underlined: changed words. Between ⌐ and ¬: a changed sentence.")


def _rows(reading: Reading, marks: DrawnMarks, letters: Sequence[str]) -> Iterator[str]:
    for segment in reading.segments:
        cells = [
            _cell(reading, marks, segment, column)
            if run.end > run.start
            else f"<i>{escape(_gap(reading, segment, letters))}</i>"
            for column, run in enumerate(segment.runs)
        ]
        yield "<tr>" + "".join(f'<td valign="top">{cell}</td>' for cell in cells) + "</tr>"


def _gap(reading: Reading, segment: Segment, letters: Sequence[str]) -> str:
    """Say what the other columns have where one has nothing; nothing of empty lines alone."""
    said: list[str] = []
    for column, run in enumerate(segment.runs):
        passages = how_many_say_something(reading.documents[column], run)
        if passages:
            said.append(_more(letters[column], passages, _words(reading, column, segment)))
    return " · ".join(said)


def _more(letter: str, passages: int, words: int) -> str:
    counted = ngettext("{count} word", "{count} words", words).format(count=words)
    return ngettext(
        "{letter}: {passages} passage more, {words}",
        "{letter}: {passages} passages more, {words}",
        passages,
    ).format(letter=letter, passages=passages, words=counted)


def _words(reading: Reading, column: int, segment: Segment) -> int:
    paragraphs = reading.documents[column].paragraphs
    return sum(count_words(paragraphs[number].text) for number in range(*segment.runs[column]))


def _cell(reading: Reading, marks: DrawnMarks, segment: Segment, column: int) -> str:
    paragraphs = reading.documents[column].paragraphs
    return "".join(
        f"<p>{_passage(paragraphs[number], marks.on(column, number))}</p>"
        for number in range(*segment.runs[column])
    )


# What opens and closes each kind of mark on paper; phrases both have are left plain.
_SIGNS = {MarkKind.CHANGED: ("<u>", "</u>"), MarkKind.REWORKED: ("⌐", "¬")}


def _passage(paragraph: Paragraph, marks: Sequence[Drawn]) -> str:
    if paragraph.kind == Kind.SCENE_BREAK:
        return "⁂"
    out: list[str] = []
    at = 0
    for mark in (mark for mark in marks if mark.kind in _SIGNS):
        if mark.start < at:
            continue
        opening, closing = _SIGNS[mark.kind]
        words = escape(paragraph.text[mark.start : mark.end])
        out.append(f"{escape(paragraph.text[at : mark.start])}{opening}{words}{closing}")
        at = mark.end
    out.append(escape(paragraph.text[at:]))
    return "".join(out).replace("\n", "<br>")
