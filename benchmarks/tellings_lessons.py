"""Tales cut short, tales that part on the way and texts of two tales, made of whole ones.

Drafts as language models leave them stop in mid-sentence, and two of them may tell the same up to
the first meeting and go different ways from there. The tales with a known truth are all whole; so
each is taught cut, too, and begun by one story and gone on with by two others. And two texts may
have nothing to do with each other, the shorter the harder to tell.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

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
# Unrelated texts are so many paragraphs long, and of the stories so far behind.
_MANY, _STEPS = (1, 2, 3, 5, 8, 99), (1, 2, 3)
# How much is left of each of three tellings, and how much they share before they part.
_THREE = 3
_THREE_CUTS = ((1.0, 0.5, 0.45), (0.5, 0.9, 0.4), (0.45, 0.5, 0.8), (0.4, 0.4, 0.6))
_THREE_PARTINGS = ((0.5, 0.4, 0.4), (0.35, 0.45, 0.55), (0.45, 0.6, 0.35))


def lessons(tales: Sequence[Tale]) -> list[Tale]:
    """Return the tales cut in four ways, those of rewrites that part, and texts of two tales."""
    told = [tale for tale in tales if tale.beats and tale.kind in ("rewrite", "sample", "blind")]
    cut = [one for tale in told for one in _cut(tale)]
    return [*cut, *_parted(tales), *_unrelated(told)]


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


def _unrelated(tales: Sequence[Tale]) -> Iterator[Tale]:
    """Give texts of all lengths that have nothing to do with each other."""
    by_story: dict[str, list[Tale]] = {}
    for tale in tales:
        by_story.setdefault(tale.story, []).append(tale)
    stories = sorted(by_story)
    some = range(len(stories) if len(stories) > max(_STEPS) else 0)
    for number, (place, step, many) in enumerate(product(some, _STEPS, _MANY)):
        story, other = stories[place], stories[(place + step) % len(stories)]
        left = by_story[story][number % len(by_story[story])]
        right = by_story[other][(number + 1) % len(by_story[other])]
        sides = [
            [paragraph.text for paragraph in document.paragraphs][first : first + many]
            for document, first in ((left.left, number % 3), (right.right, number % 2))
        ]
        told = [(texts, [frozenset[int]()] * len(texts)) for texts in sides]
        yield by_beats(f"{story} and {other} {many}", story, "unrelated", told)


def threes(tales: Sequence[Tale]) -> list[tuple[Tale, Tale, Tale]]:
    """Return every two of stories told three times: whole, cut in four ways, and parted in three.

    The three are A with B, A with C, B with C.
    """
    told = {story: some for story, some in _tellings(tales).items() if len(some[1]) == _THREE}
    rewritten = [story for story, (kind, _) in told.items() if kind == "rewrite"]
    out: list[tuple[Tale, Tale, Tale]] = []
    for story, (kind, sides) in told.items():
        out.append(_each_two(story, f"{kind} three", sides))
        for cuts in _THREE_CUTS:
            cut = [_shortened(side, share) for side, share in zip(sides, cuts, strict=True)]
            out.append(_each_two(story, f"{kind} three cut", cut))
        if kind == "rewrite" and len(rewritten) >= _THREE:
            at = rewritten.index(story)
            others = [told[rewritten[(at + step) % len(rewritten)]][1] for step in (1, 2, 3)]
            for turn, shares in enumerate(_THREE_PARTINGS):
                parted = [
                    _gone_on(side, others[n][(n + turn) % _THREE], shares[n])
                    for n, side in enumerate(sides)
                ]
                out.append(_each_two(story, f"{kind} three parted", parted))
    return out


def strangers(tales: Sequence[Tale]) -> list[Tale]:
    """Return whole tellings of every two stories: they have nothing to do with each other."""
    told = _tellings(tales)
    return [
        by_beats(f"{one} {n} and {other} {m}", one, "strangers", (_untold(left), _untold(right)))
        for one, other in combinations(sorted(told), 2)
        for n, left in enumerate(told[one][1])
        for m, right in enumerate(told[other][1])
    ]


def _untold(telling: Telling) -> Telling:
    return telling[0], [frozenset[int]()] * len(telling[0])


def _tellings(tales: Sequence[Tale]) -> dict[str, tuple[str, list[Telling]]]:
    """Return all tellings of each story, and what kind of story it is."""
    found: dict[str, tuple[str, list[Telling]]] = {}
    for tale in tales:
        if tale.beats and tale.kind in ("rewrite", "sample", "blind"):
            _kind, some = found.setdefault(tale.story, (tale.kind, []))
            for side in (0, 1):
                if _telling(tale, side) not in some:
                    some.append(_telling(tale, side))
    return found


def _each_two(story: str, kind: str, sides: Sequence[Telling]) -> tuple[Tale, Tale, Tale]:
    a, b, c = sides
    return (
        by_beats(f"{story} {kind} A B", story, kind, (a, b)),
        by_beats(f"{story} {kind} A C", story, kind, (a, c)),
        by_beats(f"{story} {kind} B C", story, kind, (b, c)),
    )


def _telling(tale: Tale, side: int) -> Telling:
    assert tale.beats
    document = (tale.left, tale.right)[side]
    return [paragraph.text for paragraph in document.paragraphs], list(tale.beats[side])
