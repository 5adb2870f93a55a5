"""Where an anchor stands now: by its paragraphs' ids, and inside them by the words it stood on.

Nothing is rewritten when the text is. Where an anchor stands is worked out from the text as it is,
so an undone edit brings every anchor back to where it was, and typing costs nothing, however many
notes there are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from writerdesk.manuscript.alike import common_end, common_start
from writerdesk.manuscript.document import Document, ParagraphId
from writerdesk.manuscript.folding import folded_text
from writerdesk.manuscript.places import Anchor, Passage

# What is looked for around the words when they occur more than once: half a line is nearly always
# enough to tell two places apart, and twice that keeps 5,000 anchors under a megabyte.
_CONTEXT = 32
# Below this likeness in percent (rapidfuzz) words were replaced rather than edited: two sentences
# that have nothing to do with each other reach 45 to 55.
_EDITED = 65.0
_A_WORD_OR_TWO = 8
# Letters in a row that are no chance: shorter runs turn up between any two sentences.
_ONE_WORD = 4


def anchored(passage: Passage, document: Document) -> Anchor:
    """Return a passage with the words it stands on now, and what is around them if it is narrow."""
    numbers = [n for n in map(document.place_of, passage.paragraphs) if n is not None]
    texts = [document.paragraphs[n].text for n in numbers]
    if not texts:
        return Anchor(passage, "")
    start, last = passage.start, len("\n".join(texts)) - len(texts[-1])
    text = "\n".join(texts)
    end = len(text) if passage.end is None else last + passage.end
    if _is_whole(passage):
        return Anchor(passage, text)
    return Anchor(
        passage, text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    )


def standing(anchor: Anchor, document: Document) -> Passage | None:
    """Return where ``anchor`` stands in its draft's text; None if its paragraphs are gone.

    A paragraph that was split is followed into its parts, one that was joined into the whole. An
    anchor on some words that are there no more stands on all of their paragraph.
    """
    if _stands_as_it_did(anchor, document):
        return anchor.passage
    numbers = _numbers(anchor.passage, document)
    if not numbers:
        return None
    if _is_whole(anchor.passage):
        return Passage(anchor.passage.draft, tuple(document.ids[n] for n in numbers))
    return _by_words(anchor, document, numbers)


def likeliest(anchor: Anchor, document: Document) -> Passage | None:
    """Return the likeliest new place of an anchor whose paragraphs are gone, if there is one."""
    first = anchor.words.split("\n", 1)[0]
    if not first.strip():
        return None
    texts = [paragraph.text for paragraph in document.paragraphs]
    number = _paragraph_saying(first, texts)
    if number is None:
        return None
    here = Passage(anchor.passage.draft, (document.ids[number],))
    if _is_whole(anchor.passage):
        return here
    return standing(replace(anchor, passage=replace(here, start=0, end=0)), document)


def _stands_as_it_did(anchor: Anchor, document: Document) -> bool:
    """Tell whether an anchor on one paragraph has its words where they were, as most have.

    Asked for every note of a draft after each edit: 2 µs instead of 20.
    """
    passage, ids = anchor.passage, document.ids
    if len(passage.paragraphs) != 1:
        return False
    (id,) = passage.paragraphs
    number = document.place_of(id)
    if number is None or ids[number] != id:
        return False
    if document.origins and not document.origins.keys().isdisjoint(
        ids[max(0, number - 1) : number + 2]
    ):
        return False
    if _is_whole(passage):
        return True
    text, start, end = document.paragraphs[number].text, passage.start, passage.end
    return (
        end is not None
        and start < end
        and text[start:end] == anchor.words
        and text[max(0, start - _CONTEXT) : start] == anchor.before
        and text[end : end + _CONTEXT] == anchor.after
    )


class _Run(NamedTuple):
    start: int
    end: int


def _is_whole(passage: Passage) -> bool:
    return passage.start == 0 and passage.end is None


def _numbers(passage: Passage, document: Document) -> list[int]:
    """Return the numbers of a passage's paragraphs, and of those split off beside them."""
    found = {n for n in map(document.place_of, passage.paragraphs) if n is not None}
    family = {*passage.paragraphs, *(document.ids[n] for n in found)}
    for number in sorted(found):
        found.update(_split_off(number, 1, family, passage.draft, document))
    for number in sorted(found):
        found.update(_split_off(number, -1, family, passage.draft, document))
    told = [n for n in sorted(found) if document.paragraphs[n].text]
    return told or sorted(found)


def _split_off(
    number: int, step: int, family: set[ParagraphId], draft: str, document: Document
) -> Iterable[int]:
    at = number + step
    while 0 <= at < len(document):
        origin = document.origins.get(document.ids[at])
        if origin is None or origin.draft != draft or origin.paragraph not in family:
            return
        family.add(document.ids[at])
        yield at
        at += step


def _by_words(anchor: Anchor, document: Document, numbers: Sequence[int]) -> Passage:
    texts = [document.paragraphs[n].text for n in numbers]
    run = _run_of(anchor, "\n".join(texts))
    if run is None:
        return Passage(anchor.passage.draft, tuple(document.ids[n] for n in numbers))
    return _narrowed(anchor.passage.draft, document, numbers, run)


def _narrowed(draft: str, document: Document, numbers: Sequence[int], run: _Run) -> Passage:
    """Return the passage of a run of characters in the joined texts of some paragraphs."""
    held: list[ParagraphId] = []
    at = start = end = 0
    for number in numbers:
        length = len(document.paragraphs[number].text)
        if run.start <= at + length and (at < run.end or at == run.start == run.end):
            if not held:
                start = max(0, run.start - at)
            held.append(document.ids[number])
            end = min(length, run.end - at)
        at += length + 1
    return Passage(draft, tuple(held), start, end)


def _run_of(anchor: Anchor, text: str) -> _Run | None:
    """Return where the words of ``anchor`` are in ``text``, as they were or somewhat edited."""
    places = _occurrences(anchor.words, text) if anchor.words else _points(anchor, text)
    if places:
        start = max(places, key=lambda place: _likeness_around(anchor, text, place))
        return _Run(start, start + len(anchor.words))
    return _edited_run(anchor.words, text)


def _edited_run(words: str, text: str) -> _Run | None:
    """Return the run of ``text`` that is most like ``words``, to whole words."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(words, text, score_cutoff=_EDITED)
    if found is None or found.dest_start >= found.dest_end:
        return None
    # The run found is as long as the words were; what was put in may have made it longer.
    start = max(0, found.dest_start - _CONTEXT)
    window = text[start : found.dest_end + _CONTEXT]
    kept = [
        block
        for block in Indel.opcodes(words, window)
        if block.tag == "equal" and block.dest_end - block.dest_start >= _ONE_WORD
    ]
    if not kept:
        return _to_whole_words(text, found.dest_start, found.dest_end)
    return _to_whole_words(text, start + kept[0].dest_start, start + kept[-1].dest_end)


def _occurrences(words: str, text: str) -> list[int]:
    places: list[int] = []
    at = text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _points(anchor: Anchor, text: str) -> list[int]:
    """Return where a point between two letters may be: where a word of what was around it is."""
    before, after = anchor.before[-_A_WORD_OR_TWO:], anchor.after[:_A_WORD_OR_TWO]
    behind = [at + len(before) for at in _occurrences(before, text)] if before else [0]
    ahead = _occurrences(after, text) if after else [len(text)]
    return [*behind, *ahead, min(anchor.passage.start, len(text))]


def _likeness_around(anchor: Anchor, text: str, place: int) -> tuple[int, int]:
    """Return how much around a place is as it was around the anchor, and how near it is."""
    before = text[max(0, place - _CONTEXT) : place]
    after = text[place + len(anchor.words) :]
    same = common_end(before, anchor.before) + common_start(after, anchor.after)
    return same, -abs(place - anchor.passage.start)


def _to_whole_words(text: str, start: int, end: int) -> _Run:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return _Run(start, end)


def _paragraph_saying(words: str, texts: Sequence[str]) -> int | None:
    folded = folded_text(words)
    said = [folded_text(text) for text in texts]
    exact = next((n for n, text in enumerate(said) if folded in text), None)
    if exact is not None:
        return exact
    from rapidfuzz.fuzz import partial_ratio
    from rapidfuzz.process import extractOne

    # A paragraph shorter than half the words would "be in" them by a few light words alone.
    likely = {n: text for n, text in enumerate(said) if 2 * len(text) >= len(folded)}
    best = extractOne(folded, likely, scorer=partial_ratio, score_cutoff=_EDITED)
    return None if best is None else best[2]
