"""Tales cut short and tales that part on the way, made of whole ones to learn from.

Drafts as language models leave them stop in mid-sentence, and two of them may tell the same up to
the first meeting and go different ways from there. The tales with a known truth are all whole; so
each is taught cut, too, and begun by one story and gone on with by two others.
"""

import re
from collections.abc import Iterator, Sequence

from benchmarks.tellings_data import Tale, Telling, by_beats
from writerdesk.compare.tellings.cast import people
from writerdesk.compare.tellings.worded import worded
from writerdesk.manuscript import Document

# How much is left of the left and of the right telling.
_CUTS = ((1.0, 0.5), (0.5, 1.0), (0.6, 0.35), (0.35, 0.6))
# How much both tellings share before they part, and where they stop.
_PARTINGS = ((0.4, 0.5), (0.55, 0.35))
_STOPS = 0.8
_LEAST_PARAGRAPHS = 4


def lessons(tales: Sequence[Tale]) -> list[Tale]:
    """Return the tales cut in four ways, and those of rewrites that part."""
    told = [tale for tale in tales if tale.beats and tale.kind in ("rewrite", "sample", "blind")]
    return [one for tale in told for one in _cut(tale)] + list(_parted(tales))


def _cut(tale: Tale) -> Iterator[Tale]:
    for cut in _CUTS:
        sides = [_shortened(_telling(tale, side), cut[side]) for side in (0, 1)]
        yield by_beats(f"{tale.name} cut", tale.story, f"{tale.kind} cut", sides)


def _shortened(telling: Telling, share: float) -> Telling:
    texts, beats = telling
    if share == 1:
        return telling
    kept = max(_LEAST_PARAGRAPHS, round(len(texts) * share))
    words = texts[:kept][-1].split()
    broken = " ".join(words[: max(3, len(words) * 2 // 3)]).rstrip('.,!?"”’')
    return [*texts[: kept - 1], broken], list(beats[:kept])


def _parted(tales: Sequence[Tale]) -> Iterator[Tale]:
    """Give tales whose sides go on with other stories, with the first one's people in them."""
    by_story: dict[str, list[Tale]] = {}
    for tale in tales:
        if tale.kind == "rewrite":
            by_story.setdefault(tale.story, []).append(tale)
    stories = sorted(by_story)
    for number, story in enumerate(stories if len(stories) > 2 else ()):
        others = [by_story[stories[(number + step) % len(stories)]] for step in (1, 2)]
        for place, tale in enumerate(by_story[story]):
            tails = [_telling(some[place % len(some)], side) for side, some in enumerate(others)]
            shares = _PARTINGS[0][place % 2], _PARTINGS[1][place % 2]
            sides = [_gone_on(_telling(tale, n), tails[n], shares[n]) for n in (0, 1)]
            yield by_beats(f"{tale.name} parted", story, "rewrite parted", sides)


def _gone_on(telling: Telling, other: Telling, share: float) -> Telling:
    texts, beats = telling
    kept = round(len(texts) * share)
    tail = other[0][kept : round(len(other[0]) * _STOPS)]
    names = zip(_leads(other[0]), _leads(texts), strict=False)
    for theirs, ours in names:
        tail = [re.sub(rf"\b{theirs}\b", ours, text) for text in tail]
    return texts[:kept] + tail, [*beats[:kept], *[frozenset[int]()] * len(tail)]


def _leads(texts: Sequence[str]) -> list[str]:
    return [person.name for person in people(worded(Document.from_paragraphs(texts)))[:2]]


def _telling(tale: Tale, side: int) -> Telling:
    assert tale.beats
    document = (tale.left, tale.right)[side]
    return [paragraph.text for paragraph in document.paragraphs], list(tale.beats[side])
