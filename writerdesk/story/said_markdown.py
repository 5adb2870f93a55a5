"""Verdicts, stars, ties and names of beats as a Markdown list, to bring in again.

``- star, draft 1: words``, ``- tied, draft 1: words | draft 2: words``, ``- beat a name, draft 1:
words``; the words stand in their draft once. A line whose words are nowhere is passed over.
"""

import re
from collections.abc import Sequence

from writerdesk.compare import By, Pin
from writerdesk.manuscript import Passage
from writerdesk.story.beats import mark_beat
from writerdesk.story.identities import Identities
from writerdesk.story.remarks import passages_saying
from writerdesk.story.said import BeatSays, Judgement
from writerdesk.story.story import Story
from writerdesk.story.ties import tie
from writerdesk.story.verdicts import judge, star

# A format, not the interface: the same in every language.
_LINE = re.compile(r"^- (?P<what>.+?), (?P<where>draft \d+: .+)$", re.M)
_PLACE = re.compile(r"draft (\d+): (.+)")
_TIES = {"tied": By.DRAWN, "not the same": By.FORBIDDEN}
_BEAT = "beat "


def said_from_markdown(story: Story, text: str, identities: Identities) -> Story:
    """Return the story with everything that a list says of its passages."""
    for line in _LINE.finditer(text):
        places = [_passage(story, place) for place in line["where"].split(" | ")]
        found = [place for place in places if place]
        if len(found) == len(places):
            story = _with(story, line["what"], found, identities)
    return story


def _with(story: Story, what: str, places: Sequence[Passage], identities: Identities) -> Story:
    first, whole = places[0], [Passage(place.draft, place.paragraphs) for place in places]
    if what in _TIES and len(whole) == 2:
        return tie(story, Pin(whole[0], whole[1], _TIES[what]), identities)
    if what == Judgement.STAR:
        return star(story, first, identities)
    if what.startswith(_BEAT):
        name = what.removeprefix(_BEAT)
        return mark_beat(story, BeatSays.NAME, whole[:1], identities, name=name)
    if what in set(Judgement):
        return judge(story, whole[0], Judgement(what), identities)
    return story


def _passage(story: Story, told: str) -> Passage | None:
    place = _PLACE.fullmatch(told)
    drafts = story.drafts
    if place is None or not 0 < int(place[1]) <= len(drafts):
        return None
    draft = drafts[int(place[1]) - 1]
    return next(iter(passages_saying(draft.id, draft.text, place[2])), None)
