"""Which words are marked for a reader: sentences first, words only where they read well.

Every exact change of an edited or reworked strand lies under a mark. Crumbs of one or two kept
words between two marks are no kept phrase, so the marks close over them.
"""

from collections.abc import Sequence

from writerdesk.compare.sentences import Bounds, Run
from writerdesk.compare.values import Likeness

# A sentence of which more has changed reads as a new one.
_MOSTLY_CHANGED = 0.6
# Fewer kept words than this between two marks read as noise, not as a kept phrase.
_SHORTEST_KEPT_PHRASE = 3

_Ranges = list[tuple[int, int]]


def shown_words(
    changes: Sequence[tuple[int, int, int, int]], runs: Sequence[Run], left: Bounds, right: Bounds
) -> tuple[_Ranges, _Ranges]:
    """Return the words to mark on both sides."""
    ours = [(at, end) for at, end, _, _ in changes if at < end]
    theirs = [(to, end) for _, _, to, end in changes if to < end]
    answered = [(run.left, run.left_end, run.kind) for run in runs]
    answering = [(run.right, run.right_end, run.kind) for run in runs]
    return _shown(ours, answered, left), _shown(theirs, answering, right)


def _shown(changed: _Ranges, runs: Sequence[tuple[int, int, Likeness]], bounds: Bounds) -> _Ranges:
    marks: _Ranges = []
    silent: _Ranges = []
    number = 0
    for start, end in zip(bounds.sentences, bounds.sentences[1:], strict=False):
        while number < len(runs) and runs[number][1] <= start:
            number += 1
        run = runs[number] if number < len(runs) and runs[number][0] <= start else None
        if run is None:
            marks.append((start, end))
        elif run[2] is Likeness.REWRITTEN:
            silent.append((start, end))
        elif run[2] is not Likeness.SAME:
            inside = [
                (max(at, start), min(to, end)) for at, to in changed if at < end and start < to
            ]
            many = sum(to - at for at, to in inside)
            marks += [(start, end)] if many > _MOSTLY_CHANGED * (end - start) else inside
    return _closed(marks, silent, bounds.paragraphs)


def _closed(marks: _Ranges, silent: _Ranges, paragraphs: Sequence[int]) -> _Ranges:
    """Close marks over crumbs, but not over a paragraph's end nor over a silent sentence."""
    borders = {*paragraphs, *(at for at, _ in silent)}
    closed: _Ranges = []
    for start, end in marks:
        last = closed[-1] if closed else None
        crumbs = last and start - last[1] < _SHORTEST_KEPT_PHRASE
        if last and crumbs and not any(at in borders for at in range(last[1], start + 1)):
            closed[-1] = (last[0], end)
        else:
            closed.append((start, end))
    return closed
