"""Verdicts, stars, ties and what was said of beats as a Markdown list, both ways.

``- star, draft 1: words``, ``- tied, draft 1: words | draft 2: words``, ``- beat a name, draft 1:
words``. Words that stand in their draft more than once say which: ``draft 1 (2): words``; a passage
of several paragraphs is told by the words of its first and its last, parted by ``>>``. A line whose
words are nowhere is passed over.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from writerdesk.compare import By, Pin
from writerdesk.manuscript import Anchor, Document, ParagraphId, Passage, words_of
from writerdesk.story.beats import mark_beat
from writerdesk.story.identities import Identities
from writerdesk.story.left import Left, TakenIn
from writerdesk.story.remarks import Sayings, sayings
from writerdesk.story.said import BeatMark, BeatSays, Judgement, Verdict
from writerdesk.story.story import Story
from writerdesk.story.ties import tie, ties
from writerdesk.story.verdicts import judge, star

# A format, not the interface: the same in every language.
_TITLE = "# Said of passages"
_LINE = re.compile(r"^- (?P<what>.+?), (?P<where>draft \d+(?: \(\d+\))?: .+)$", re.M)
_PLACE = re.compile(r"draft (\d+)(?: \((\d+)\))?: (.+)")
_TIES = {"tied": By.DRAWN, "yes, tied": By.CONFIRMED, "not the same": By.FORBIDDEN}
_BEAT = "beat "
_BEATS = {
    "left out": BeatSays.LEFT_OUT,
    "with the next": BeatSays.JOIN_WITH_NEXT,
    "split here": BeatSays.SPLIT_HERE,
    "to blend": BeatSays.TO_BLEND,
}
_IN_ORDER = re.compile(r"number (\d+) in order")
# Between two places, and between the first and the last words of one.
_AND, _TO = " | ", " >> "
# So many words of a paragraph tell which it is, nearly always.
_A_FEW = 8


def said_to_markdown(story: Story) -> str:
    """Return everything that was said of passages, where they stand now."""
    tell = _Telling(story)
    lines: list[str] = []
    for verdict in story.of_kind(Verdict):
        if not verdict.deleted:
            lines += tell.line(verdict.judgement, [verdict.anchor])
    words = {by.value: word for word, by in _TIES.items()}
    for one in ties(story):
        if one.by in words:
            lines += tell.line(words[one.by], [one.left, one.right])
    for mark in story.of_kind(BeatMark):
        if not mark.deleted:
            lines += tell.line(_of_beat(mark), [mark.anchor])
    return "\n".join((f"{_TITLE}\n", *lines)) + "\n"


def said_from_markdown(story: Story, text: str, identities: Identities) -> TakenIn:
    """Return the story with everything that a list says of its passages; what is said stays."""
    told = [Sayings(draft.id, draft.text) for draft in story.drafts]
    there = set(said_to_markdown(story).split("\n"))
    left: Counter[Left] = Counter()
    for line in text.split("\n"):
        if line in there or not line.startswith("- "):
            continue
        says = _LINE.fullmatch(line)
        if says is None:
            left[Left.LINE] += 1
            continue
        places = [_passage(story, place, told) for place in says["where"].split(_AND)]
        found = [place for place in places if place]
        before = story
        if len(found) == len(places):
            story = _with(story, says["what"], found, identities)
        left[Left.WORDS] += story is before
    return TakenIn(story, +left)


def _with(story: Story, what: str, places: Sequence[Passage], identities: Identities) -> Story:
    first, whole = places[0], [Passage(place.draft, place.paragraphs) for place in places]
    if what in _TIES and len(whole) == 2:
        return tie(story, Pin(whole[0], whole[1], _TIES[what]), identities)
    if what == Judgement.STAR:
        return star(story, first, identities)
    if what.startswith(_BEAT):
        name = what.removeprefix(_BEAT)
        return mark_beat(story, BeatSays.NAME, whole[:1], identities, name=name)
    if what in _BEATS:
        return mark_beat(story, _BEATS[what], whole[:1], identities)
    if number := _IN_ORDER.fullmatch(what):
        place = int(number[1])
        return mark_beat(story, BeatSays.PLACE, whole[:1], identities, place=place)
    if what in set(Judgement):
        return judge(story, whole[0], Judgement(what), identities)
    return story


def _of_beat(mark: BeatMark) -> str:
    if mark.says == BeatSays.NAME:
        return f"{_BEAT}{mark.name}"
    if mark.says == BeatSays.PLACE:
        return f"number {mark.place} in order"
    return next((word for word, says in _BEATS.items() if says == mark.says), "")


class _Telling:
    """Tells places by their words; what the drafts say is read once for all of them."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._sayings = sayings(story)
        self._numbers = {draft.id: n for n, draft in enumerate(story.drafts, start=1)}

    def line(self, what: str, anchors: Sequence[Anchor | None]) -> list[str]:
        """Return the line that says something of some places; none if one is nowhere now."""
        places = [self._place(anchor) if anchor else "" for anchor in anchors]
        return [f"- {what}, {_AND.join(places)}"] if what and all(places) else []

    def _place(self, anchor: Anchor) -> str:
        at = self._story.standing(anchor)
        if at is None:
            return ""
        text = self._story.draft(at.draft).text
        if at.start or at.end is not None:
            return self._which(at, " ".join(words_of(at, text).split()))
        ends = dict.fromkeys((at.paragraphs[0], at.paragraphs[-1]))
        parts = [self._which(at, _beginning(id, text)) for id in ends]
        first, *rest = parts
        return _TO.join((first, *(_PLACE.sub(r"\3", part) for part in rest))) if all(parts) else ""

    def _which(self, at: Passage, words: str) -> str:
        """Return a place by its words, and which of several it is."""
        found = enumerate(self._sayings[at.draft].of(words) if words else (), start=1)
        place = next((n for n, one in found if one.paragraphs[0] in at.paragraphs), 0)
        which = f" ({place})" if place > 1 else ""
        return f"draft {self._numbers[at.draft]}{which}: {words}" if place else ""


def _beginning(id: ParagraphId, text: Document) -> str:
    place = text.place_of(id)
    assert place is not None
    return " ".join(text.paragraphs[place].text.split()[:_A_FEW])


def _passage(story: Story, where: str, told: Sequence[Sayings]) -> Passage | None:
    place = _PLACE.fullmatch(where)
    drafts = story.drafts
    if place is None or not 0 < int(place[1]) <= len(drafts):
        return None
    number = int(place[1]) - 1
    draft = drafts[number]
    which = int(place[2] or 1) - 1
    first, *last = place[3].split(_TO)
    found = next(islice(told[number].of(first), which, None), None)
    if found is None or not last:
        return found
    start = draft.text.place_of(found.paragraphs[0])
    assert start is not None
    rest = draft.text.splice(0, start, ())
    end = next(Sayings(draft.id, rest).of(last[0]), None)
    if end is None:
        return None
    return Passage(draft.id, rest.ids[: 1 + (rest.place_of(end.paragraphs[0]) or 0)])
