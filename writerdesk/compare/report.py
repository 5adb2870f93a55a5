"""A comparison as one page of HTML: self-contained, to be read, printed or sent.

Two columns in the order of the left; what only the right tells stands where it comes there. What a
colour says is also said by a shape and, to a screen reader, by a word.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from writerdesk.compare.values import NO_DETAIL, Comparison, Likeness, Pair, Relation, Span
from writerdesk.manuscript import Document, Kind, MarkName, Paragraph, ParagraphId
from writerdesk.words import _, catalogue, ngettext


class _Row(NamedTuple):
    """One line of the page: paragraphs of both sides, and the pair they make if they do."""

    left: Sequence[ParagraphId]
    right: Sequence[ParagraphId]
    pair: Pair | None


def report(comparison: Comparison, names: tuple[str, str]) -> str:
    """Return a comparison of two drafts as a page; ``names`` are what the drafts are called."""
    title = _("{left} and {right}").format(left=names[0], right=names[1])
    rows = "\n".join(_row(row, comparison) for row in _rows(comparison))
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    return _PAGE.format(
        language=escape(_language(), quote=True),
        title=escape(title),
        style=_STYLE + _said_by_style(names),
        facts=escape(headline(comparison, names)),
        legend="".join(f"<li>{mark}</li>" for mark in _legend(comparison)),
        tells=escape(_("What it is")),
        heads=heads,
        rows=rows,
    )


def _language() -> str:
    """Return the language of the page's own words; a draft in another says so in its cells."""
    return catalogue().info().get("language", "en").replace("_", "-")


def _said_by_style(names: tuple[str, str]) -> str:
    """Return the words that a screen reader hears around a mark, and those of a narrow page."""
    words = {
        "del::before": _("removed"),
        "del::after": _("end of what is removed"),
        "ins::before": _("added"),
        "ins::after": _("end of what is added"),
    }
    said = [f"{where} {{ content: {_quoted(f' {text}: ')}; }}" for where, text in words.items()]
    left, right = map(_quoted, names)
    return "\n".join(("", *said, f":root {{ --left: {left}; --right: {right}; }}"))


def _quoted(text: str) -> str:
    """Return a text as style sheets write it: what is neither letter nor digit by its number."""
    return '"{}"'.format("".join(one if one.isalnum() else f"\\{ord(one):x} " for one in text))


def headline(comparison: Comparison, names: tuple[str, str]) -> str:
    """Return in one sentence what two drafts are to each other."""
    words = comparison.summary.words
    if comparison.relation is Relation.TELLINGS:
        many = len(comparison.pairs)
        return ngettext(
            "Two tellings of one story: {many} passage is told in both.",
            "Two tellings of one story: {many} passages are told in both.",
            many,
        ).format(many=many)
    if not words.changed + words.added + words.removed + words.moved:
        return _("{left} and {right} say the same, word for word.").format(
            left=names[0], right=names[1]
        )
    return _(
        "{right} is a revision of {left}: {percent} % changed. "
        "Words: {removed} removed, {added} added, {changed} changed, {moved} moved."
    ).format(
        left=names[0],
        right=names[1],
        percent=words.percent_changed,
        removed=words.removed,
        added=words.added,
        changed=words.changed,
        moved=words.moved,
    )


def _rows(comparison: Comparison) -> list[_Row]:
    """Return the lines of the page in the order of the left."""
    left, right = comparison.left.place_of, comparison.right.place_of
    in_place = [pair for pair in comparison.pairs if not pair.moved]
    anchors = [right(pair.right[0]) or 0 for pair in in_place]
    waiting: defaultdict[int, list[_Row]] = defaultdict(list)
    for id in comparison.right_only:
        waiting[bisect_left(anchors, right(id) or 0)].append(_Row((), (id,), None))
    ours = [_Row(pair.left, pair.right, pair) for pair in comparison.pairs]
    ours += [_Row((id,), (), None) for id in comparison.left_only]
    rows: list[_Row] = []
    passed = 0
    for row in sorted(ours, key=lambda one: left(one.left[0]) or 0):
        if row.pair and not row.pair.moved:
            rows += waiting.pop(passed, [])
            passed += 1
        rows.append(row)
    return rows + [row for some in waiting.values() for row in some]


def _row(row: _Row, comparison: Comparison) -> str:
    kind = _kind(row)
    detail = row.pair.detail if row.pair else NO_DETAIL
    shared = [one.left for one in detail.shared], [one.right for one in detail.shared]
    # What was taken out and put in: a screen reader says so of these two, and not of a mark.
    ours = _cell(row.left, comparison.left, _tagged("del", detail.left.shown), shared[0])
    theirs = _cell(row.right, comparison.right, _tagged("ins", detail.right.shown), shared[1])
    moved = " moved" if row.pair and row.pair.moved else ""
    told = escape(_told(row))
    # A heading without words is none: a screen reader would stop at it.
    head = f'<th scope="row">{told}</th>' if told else "<td></td>"
    one, other = _spoken(comparison.left), _spoken(comparison.right)
    return f'<tr class="{kind}{moved}">{head}<td{one}>{ours}</td><td{other}>{theirs}</td></tr>'


def _spoken(document: Document) -> str:
    known = document.language and document.language != _language()
    return f' lang="{escape(document.language, quote=True)}"' if known else ""


def _kind(row: _Row) -> str:
    if row.pair:
        return row.pair.kind.value
    return "left-only" if row.left else "right-only"


def _told(row: _Row) -> str:
    """Return in a word or two how a line's passages are to each other."""
    if row.pair is None:
        return _("only left") if row.left else _("only right")
    told = {
        Likeness.SAME: "",
        Likeness.EDITED: _("edited"),
        Likeness.REWORKED: _("reworked"),
        Likeness.REWRITTEN: _("told anew"),
    }[row.pair.kind]
    if not row.pair.moved:
        return told
    return _("{what}, moved").format(what=told) if told else _("moved")


def _tagged(tag: str, spans: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    return ((span, tag) for span in spans)


def _cell(
    ids: Sequence[ParagraphId],
    document: Document,
    shown: Iterable[tuple[Span, str]],
    shared: Iterable[Span],
) -> str:
    by_paragraph: defaultdict[ParagraphId, list[tuple[int, int, str]]] = defaultdict(list)
    for span, tag in shown:
        by_paragraph[span.paragraph].append((span.start, span.end, tag))
    for span in shared:
        # Words that are marked as changed need no second mark.
        if not any(a < span.end and span.start < b for a, b, _tag in by_paragraph[span.paragraph]):
            by_paragraph[span.paragraph].append((span.start, span.end, "em"))
    return "".join(_paragraph(_of(id, document), by_paragraph[id]) for id in ids)


def _of(id: ParagraphId, document: Document) -> Paragraph:
    number = document.place_of(id)
    return Paragraph() if number is None else document.paragraphs[number]


def _paragraph(paragraph: Paragraph, spans: Iterable[tuple[int, int, str]]) -> str:
    kind = f' class="{_SORTS[paragraph.kind]}"' if paragraph.kind in _SORTS else ""
    direction = f' dir="{escape(paragraph.direction)}"' if paragraph.direction else ""
    parts: list[str] = []
    done = 0
    for start, end, tag in sorted(spans):
        parts += (_set(paragraph, done, start), f"<{tag}>{_set(paragraph, start, end)}</{tag}>")
        done = end
    rest = _set(paragraph, done, len(paragraph.text))
    return f"<p{kind}{direction}>{''.join(parts)}{rest}</p>"


_SORTS: dict[str, str] = {
    **dict.fromkeys((Kind.TITLE, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3), "heading"),
    Kind.SCENE_BREAK: "scene",
}
_TAGS: dict[str, str] = {MarkName.ITALIC: "i", MarkName.BOLD: "b"}


def _set(paragraph: Paragraph, start: int, end: int) -> str:
    """Return some characters of a paragraph as they are set: italics and bold ones."""
    marks = [
        (max(mark.start, start), min(mark.end, end), _TAGS[mark.name])
        for mark in paragraph.marks
        if mark.name in _TAGS and mark.start < end and start < mark.end
    ]
    edges = sorted({start, end, *(edge for one in marks for edge in one[:2])})
    parts: list[str] = []
    for one, other in pairwise(edges):
        text = _escaped(paragraph.text[one:other])
        for first, last, tag in marks:
            if first <= one and other <= last:
                text = f"<{tag}>{text}</{tag}>"
        parts.append(text)
    return "".join(parts)


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _legend(comparison: Comparison) -> tuple[str, ...]:
    if comparison.relation is Relation.TELLINGS:
        return (f"<em>{escape(_('words both tell'))}</em>", _CHANGED.format(escape(_("changed"))))
    return (_CHANGED.format(escape(_("changed"))), *map(escape, _renamed(comparison)))


_CHANGED = '<span class="changed">{}</span>'


def _renamed(comparison: Comparison) -> Iterator[str]:
    """Return who has another name, a sentence each."""
    for one, other, places in comparison.names:
        yield ngettext(
            "{one} is called {other} ({places} place).",
            "{one} is called {other} ({places} places).",
            places,
        ).format(one=one, other=other, places=places)


# The colours of the light and the dark theme; ink on each of them has a contrast of 7 to 1 or more.
# Paper is always light.
_STYLE = """
:root { color-scheme: light dark; --page: #fff; --ink: #1f1e1c; --soft: #5e5a54; --rule: #8a867f;
  --changed: #b54708; --changed-ground: #f6dfcc; --reworked: #00594f; --reworked-ground: #dcebe8;
  --anew: #2a6fc2; --only: #8b8474; --moved: #6b1f74; }
@media screen and (prefers-color-scheme: dark) { :root { --page: #1e2022; --ink: #dedbd5;
  --soft: #a9a69f; --rule: #7c8288; --changed: #e5743a; --changed-ground: #4a3124;
  --reworked: #7fe3c6; --reworked-ground: #213a36; --anew: #6c9df0; --only: #8d8879;
  --moved: #edbdf0; } }
body { margin: 2rem auto; max-width: 78rem; padding: 0 1.5rem; background: var(--page);
  color: var(--ink); font: 1.06rem/1.55 Georgia, "Noto Serif", "DejaVu Serif", serif; }
h1 { font-size: 1.5rem; margin: 0 0 .3rem; overflow-wrap: anywhere; }
.facts, ul { color: var(--soft); font: .94rem/1.5 Inter, "Noto Sans", sans-serif; padding: 0; }
ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td, th { vertical-align: top; text-align: start; padding: .2rem 1rem; }
thead th { position: sticky; top: 0; background: var(--page); border-bottom: 1px solid var(--rule);
  font: 600 .94rem Inter, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
tr > :first-child { width: 6.5rem; padding-inline-start: 0; color: var(--soft);
  font: .8rem/2 Inter, "Noto Sans", sans-serif; }
p { margin: 0 0 .6rem; overflow-wrap: anywhere; }
.heading { font-size: 1.15em; font-weight: 600; }
.scene { text-align: center; }
del, ins, .changed { color: inherit; text-decoration: none; background: var(--changed-ground);
  border-bottom: 2px solid var(--changed); }
.reworked del, .reworked ins { background: var(--reworked-ground); border-bottom: 0;
  outline: 1px solid var(--reworked); }
del::before, del::after, ins::before, ins::after { position: absolute; width: 1px; height: 1px;
  overflow: hidden; white-space: nowrap; clip-path: inset(100%); }
em { font-style: inherit; border-bottom: 3px solid var(--anew); }
.left-only td:nth-child(2), .right-only td:nth-child(3) {
  border-inline-start: 3px double var(--only); }
.moved td { border-inline-start: 3px dashed var(--moved); }
@media screen and (max-width: 40rem) { table, tbody, tr, td, th { display: block; }
  thead { position: absolute; clip-path: inset(50%); } tr > :first-child { width: auto; }
  td { padding-inline: .6rem; } td:empty { display: none; }
  tr:not(.same) td::before, .moved td::before { color: var(--soft);
    font: .8rem/2 Inter, "Noto Sans", sans-serif; }
  tr:not(.same) td:nth-child(2):not(:empty)::before, .moved td:nth-child(2)::before {
    content: var(--left); }
  tr:not(.same) td:nth-child(3):not(:empty)::before, .moved td:nth-child(3)::before {
    content: var(--right); }
  tr { border-top: 1px solid var(--rule); } .same:not(.moved) td:nth-child(3) { display: none; }
  td:nth-child(3) { border-inline-start: 3px solid var(--rule); } }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; }
  thead { display: table-header-group; } thead th { position: static; }
  .edited, .left-only, .right-only { break-inside: avoid; } p { orphans: 3; widows: 3; }
  del, ins, .changed { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
""".strip()

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p class="facts">{facts}</p>
<ul>{legend}</ul>
<table>
<thead><tr><th scope="col">{tells}</th>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</main>
</body>
</html>
"""
