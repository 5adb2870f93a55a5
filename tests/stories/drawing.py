"""A comparison drawn for human eyes: what stands beside what, and what is marked in it.

One stretch a block, in the order of the left, what only the right has at its place. Signs stand
first: ``=`` the same, ``~`` edited or reworked, ``≈`` told anew, ``-`` only left, ``+`` only right.
"""

from collections.abc import Iterator, Sequence

from writerdesk.compare import Comparison, Likeness, Pair, Relation
from writerdesk.compare.bounds import LIKELY, SURE
from writerdesk.compare.values import QuietKind, Span
from writerdesk.manuscript import Document, ParagraphId, sentence_spans, word_spans

_SIGNS = {Likeness.SAME: "=", Likeness.REWRITTEN: "≈"}
_FIRST_WORDS = 9


def drawn(comparison: Comparison) -> str:
    """Return a comparison as text."""
    blocks = "\n".join(line for block in _blocks(comparison) for line in block)
    return "\n".join([_head(comparison), "", blocks, *_foot(comparison)]).rstrip() + "\n"


def _head(this: Comparison) -> str:
    if this.relation is Relation.TELLINGS:
        tied = sum(len(pair.left) for pair in this.pairs), sum(len(p.right) for p in this.pairs)
        return (
            f"tellings: {tied[0]} of {len(this.left)} passages of the left are tied, "
            f"{tied[1]} of {len(this.right)} of the right"
        )
    words = this.summary.words
    return (
        f"a revision: {words.kept} words kept, {words.changed} changed, {words.removed} removed, "
        f"{words.added} added, {words.moved} moved"
    )


def _blocks(this: Comparison) -> Iterator[Sequence[str]]:
    """Give the blocks in the order of the left; what only the right has follows its neighbour."""
    waiting = list(this.right_only)
    places = {id: place for place, id in enumerate(this.right.ids)}
    of_left = {pair.left[0]: pair for pair in this.pairs}
    alone = set(this.left_only)
    reached = -1
    for id, paragraph in this.left:
        while waiting and places[waiting[0]] <= reached:
            reached = max(reached, places[waiting[0]] + 1)
            yield _alone("+", this.right, waiting.pop(0))
        if id in alone:
            yield [_line("-", str(_number(this.left, id)), "·", _first(paragraph.text))]
        elif pair := of_left.get(id):
            yield _pair(this, pair)
            if not pair.moved:
                reached = places[pair.right[-1]] + 1
    for id in waiting:
        yield _alone("+", this.right, id)


def _alone(sign: str, document: Document, id: ParagraphId) -> Sequence[str]:
    return [_line(sign, "·", str(_number(document, id)), _first(_text(document, id)))]


def _pair(this: Comparison, pair: Pair) -> list[str]:
    kind = [pair.kind.value] if pair.kind is not Likeness.SAME else []
    sure = [_certainty(pair)] if this.relation is Relation.TELLINGS else []
    said = ", ".join([*kind, *sure, *(["moved"] if pair.moved else [])])
    sign = _SIGNS.get(pair.kind, "~")
    numbers = _run(this.left, pair.left), _run(this.right, pair.right)
    lines = [_line(sign, *numbers, said or _first(_text(this.left, pair.left[0])))]
    if pair.kind is Likeness.REWRITTEN:
        lines += [f"        {_first(_text(this.left, pair.left[0]))}"]
        lines += [f"        {_first(_text(this.right, pair.right[0]))}"]
    lines += [f"      - {text}" for text in _marked(this.left, pair.detail.left.shown)]
    lines += [f"      + {text}" for text in _marked(this.right, pair.detail.right.shown)]
    kinds = {quiet.kind for side in (pair.detail.left, pair.detail.right) for quiet in side.quiet}
    lines += [f"      . {kind.value}" for kind in QuietKind if kind in kinds]
    both = dict.fromkeys(_words(this.left, shared.left) for shared in pair.detail.shared)
    return [*lines, f"        both: {'; '.join(both)}"] if both else lines


def _certainty(pair: Pair) -> str:
    if pair.confidence >= SURE:
        return "sure"
    return "likely" if pair.confidence >= LIKELY else "maybe"


def _marked(document: Document, spans: Sequence[Span]) -> Iterator[str]:
    """Give each sentence that has a mark, the marked words in brackets."""
    for id in dict.fromkeys(span.paragraph for span in spans):
        text = _text(document, id)
        here = [span for span in spans if span.paragraph == id]
        for start, end in sentence_spans(text):
            marks = [m for m in here if m.start < end and start < m.end]
            if marks:
                yield _bracketed(text, (start, end), marks)


def _bracketed(text: str, sentence: tuple[int, int], marks: Sequence[Span]) -> str:
    start, end = sentence
    out, at = "", start
    for mark in marks:
        first, last = max(start, mark.start), min(end, mark.end)
        out += f"{text[at:first]}[{text[first:last]}]"
        at = last
    return (out + text[at:end]).replace("\n", " / ")


def _foot(this: Comparison) -> Iterator[str]:
    if this.names:
        yield ""
        yield from (f"{name.left} is {name.right}, {name.places} times" for name in this.names)
    if this.echoes:
        yield ""
        yield "echoes, of passages that are not tied:"
        for echo in this.echoes:
            left, right = echo.left.paragraph, echo.right.paragraph
            numbers = str(_number(this.left, left)), str(_number(this.right, right))
            yield _line(" ", numbers[0], numbers[1], _words(this.left, echo.left))


def _line(sign: str, left: str, right: str, said: str) -> str:
    return f"{sign} {left:>5} | {right:<5} {said}".rstrip()


def _run(document: Document, ids: Sequence[ParagraphId]) -> str:
    first, last = _number(document, ids[0]), _number(document, ids[-1])
    return str(first) if first == last else f"{first}-{last}"


def _number(document: Document, id: ParagraphId) -> int:
    place = document.place_of(id)
    assert place is not None
    return place + 1


def _text(document: Document, id: ParagraphId) -> str:
    return document.paragraphs[_number(document, id) - 1].text


def _words(document: Document, span: Span) -> str:
    return _text(document, span.paragraph)[span.start : span.end].replace("\n", " / ")


def _first(text: str) -> str:
    spans = word_spans(text)
    if len(spans) <= _FIRST_WORDS:
        return text.replace("\n", " / ")
    return text[: spans[_FIRST_WORDS - 1][1]].replace("\n", " / ") + " …"
