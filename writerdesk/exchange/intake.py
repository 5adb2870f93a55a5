"""What is done to a text as language models write it, step by step, each of which can be left out.

A step takes paragraphs and returns them with what it changed. The steps that remove paragraphs come
first, so that the numbers a step tells are the numbers in what comes out.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from writerdesk.exchange.emphasis import with_emphasis
from writerdesk.exchange.preamble import closing_length, goal_in, preamble_length
from writerdesk.exchange.values import Done, DoneKind, SetAside, SetAsideKind
from writerdesk.frozen import frozen
from writerdesk.manuscript import (
    Kind,
    Mark,
    MarkName,
    Paragraph,
    count_words,
    scene_break,
    without_spans,
)

_RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:~\s*){3,}|⁂|#)\s*")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*", re.DOTALL)
_STRONG_LINE = re.compile(r"\*\*([^*\n]+)\*\*:?\s*")
# Spaces beyond the one between words, and those at a line's edges.
_SPACES = re.compile(r"(?<=\S ) +(?=\S)|^[ \t\u3000]+|[ \t]+$", re.MULTILINE)
_ENDS_A_SENTENCE = re.compile(r"[.!?…:;,]\W*$")
# A line in bold letters is a heading unless it is longer than headings are.
_LONGEST_HEADING = 12
_HEADINGS = (Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3)


@frozen
class Taken:
    """A text after intake."""

    paragraphs: tuple[Paragraph, ...]
    set_aside: tuple[SetAside, ...] = ()
    done: tuple[Done, ...] = ()
    goal: int = 0


def take_in(paragraphs: Sequence[Paragraph], without: AbstractSet[DoneKind] = frozenset()) -> Taken:
    """Do every step of intake but those in ``without``."""
    taken = Taken(tuple(paragraphs), goal=goal_in(_first_words(paragraphs)))
    for kind, step in _STEPS.items():
        if kind not in without:
            taken = step(taken)
    return taken if taken.set_aside else replace(taken, goal=0)


def is_rule(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is a line drawn across the page, however it is written."""
    return paragraph.kind == Kind.SCENE_BREAK or bool(
        paragraph.kind == Kind.BODY and _RULE.fullmatch(paragraph.text)
    )


def _first_words(paragraphs: Sequence[Paragraph]) -> str:
    return paragraphs[0].text if paragraphs else ""


def _set_preamble_aside(taken: Taken) -> Taken:
    texts = [paragraph.text for paragraph in taken.paragraphs]
    rules = _rules(taken.paragraphs)
    length = preamble_length(texts, rules[0] if rules else None)
    if not length:
        return taken
    aside = SetAside(SetAsideKind.PREAMBLE, "\n".join(text.strip() for text in texts[:length]))
    return replace(
        taken,
        paragraphs=taken.paragraphs[length:],
        set_aside=(*taken.set_aside, aside),
        done=(*taken.done, Done(DoneKind.PREAMBLE, length)),
    )


def _set_closing_aside(taken: Taken) -> Taken:
    texts = [paragraph.text for paragraph in taken.paragraphs]
    rules = _rules(taken.paragraphs)
    length = closing_length(texts, rules[-1] if rules else None)
    if not length:
        return taken
    aside = SetAside(SetAsideKind.CLOSING, "\n".join(text.strip() for text in texts[-length:]))
    return replace(
        taken,
        paragraphs=taken.paragraphs[:-length],
        set_aside=(*taken.set_aside, aside),
        done=(*taken.done, Done(DoneKind.CLOSING, length)),
    )


def _drop_outer_rules(taken: Taken) -> Taken:
    """Drop the rules before the first and after the last paragraph: they part nothing."""
    start, end = 0, len(taken.paragraphs)
    while start < end and is_rule(taken.paragraphs[start]):
        start += 1
    while end > start and is_rule(taken.paragraphs[end - 1]):
        end -= 1
    gone = len(taken.paragraphs) - (end - start)
    # A text of nothing but rules keeps them: there is no story they could stand outside of.
    if not gone or start == end:
        return taken
    return replace(
        taken,
        paragraphs=taken.paragraphs[start:end],
        done=(*taken.done, Done(DoneKind.RULES, gone)),
    )


def _mark_scene_breaks(taken: Taken) -> Taken:
    def to_break(paragraph: Paragraph) -> tuple[Paragraph, int]:
        if paragraph.kind == Kind.SCENE_BREAK or not is_rule(paragraph):
            return paragraph, 0
        return scene_break(), 1

    return _each(taken, DoneKind.SCENE_BREAKS, to_break)


def _mark_headings(taken: Taken) -> Taken:
    return _each(taken, DoneKind.HEADINGS, _as_heading)


def _as_heading(paragraph: Paragraph) -> tuple[Paragraph, int]:
    if paragraph.kind != Kind.BODY:
        return paragraph, 0
    if paragraph.marks:
        return _strong_as_heading(paragraph)
    if found := _HEADING.fullmatch(paragraph.text):
        level = min(len(found[1]), len(_HEADINGS))
        return replace(paragraph, text=found[2], kind=_HEADINGS[level - 1]), 1
    found = _STRONG_LINE.fullmatch(paragraph.text)
    if found and _could_be_heading(found[1]):
        return replace(paragraph, text=found[1], kind=Kind.HEADING_2), 1
    return paragraph, 0


def _strong_as_heading(paragraph: Paragraph) -> tuple[Paragraph, int]:
    is_strong = paragraph.marks == (Mark(0, len(paragraph.text), MarkName.BOLD),)
    if not is_strong or "\n" in paragraph.text or not _could_be_heading(paragraph.text):
        return paragraph, 0
    return replace(paragraph, marks=(), kind=Kind.HEADING_2), 1


def _could_be_heading(text: str) -> bool:
    return 0 < count_words(text) <= _LONGEST_HEADING and not _ENDS_A_SENTENCE.search(text)


def _tidy_spaces(taken: Taken) -> Taken:
    return _each(taken, DoneKind.SPACES, _with_single_spaces)


def _with_single_spaces(paragraph: Paragraph) -> tuple[Paragraph, int]:
    spans = [found.span() for found in _SPACES.finditer(paragraph.text)]
    return without_spans(paragraph, spans) if spans else paragraph, len(spans)


def _mark_emphasis(taken: Taken) -> Taken:
    return _each(taken, DoneKind.EMPHASIS, with_emphasis)


def _each(
    taken: Taken, kind: DoneKind, change: Callable[[Paragraph], tuple[Paragraph, int]]
) -> Taken:
    changed = [change(paragraph) for paragraph in taken.paragraphs]
    counts = {number: count for number, (_, count) in enumerate(changed) if count}
    if not counts:
        return taken
    done = Done(kind, sum(counts.values()), tuple(counts))
    paragraphs = tuple(paragraph for paragraph, _ in changed)
    return replace(taken, paragraphs=paragraphs, done=(*taken.done, done))


def _rules(paragraphs: Sequence[Paragraph]) -> list[int]:
    return [number for number, paragraph in enumerate(paragraphs) if is_rule(paragraph)]


_STEPS: Mapping[DoneKind, Callable[[Taken], Taken]] = {
    DoneKind.PREAMBLE: _set_preamble_aside,
    DoneKind.CLOSING: _set_closing_aside,
    DoneKind.RULES: _drop_outer_rules,
    DoneKind.SCENE_BREAKS: _mark_scene_breaks,
    DoneKind.HEADINGS: _mark_headings,
    DoneKind.SPACES: _tidy_spaces,
    DoneKind.EMPHASIS: _mark_emphasis,
}
