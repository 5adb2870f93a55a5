"""What stands beside passages: the writer's verdict and stars, and where they came from.

A draft that has nearly all of another is its copy: to say so at each of its passages would be
noise, so only what came from elsewhere has its origin shown.
"""

from collections import Counter
from collections.abc import Mapping

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Origin, ParagraphId, Span
from writerdesk.story.items import Draft
from writerdesk.story.note import NoteOn
from writerdesk.story.notes import notes_in
from writerdesk.story.said import Judgement
from writerdesk.story.story import Story
from writerdesk.story.verdicts import stars_in, verdicts_in

# A copy that was worked on keeps most of what it was copied from, and has little else; an assembled
# draft seldom takes nine in ten passages of one source.
_COPY, _ITS_OWN = 0.9, 0.5
# So much of a note says what it is about: as much as stands beside a text in a wide margin.
_SHOWN = 280


@frozen
class Noted:
    """A note that begins in a paragraph: at which letter, whether it is done, what it says."""

    id: str
    start: int
    is_done: bool
    words: str
    on_beat: bool = False


@frozen
class Beside:
    """What is said of one paragraph: a verdict, starred words, notes, the draft it came from."""

    verdict: Judgement | None = None
    stars: tuple[Span, ...] = ()
    origin: Draft | None = None
    notes: tuple[Noted, ...] = ()


NOTHING = Beside()


def beside(story: Story, draft: str) -> Mapping[ParagraphId, Beside]:
    """Return what is said of the paragraphs of a draft; those nothing is said of are left out."""
    text = story.draft(draft).text
    verdicts = verdicts_in(story, draft)
    stars = _stars(story, draft)
    origins = origins_in(story, draft)
    noted = _noted(story, draft)
    return {
        id: Beside(verdicts.get(id), stars.get(id, ()), origins.get(id), noted.get(id, ()))
        for id in {*verdicts, *stars, *origins, *noted}
        if id in text
    }


def origins_in(story: Story, draft: str) -> Mapping[ParagraphId, Draft]:
    """Return the draft each paragraph came from, if it is another one and this is no copy of it."""
    text = story.draft(draft).text
    found = {id: source for id in text.origins if id in text and (source := _source(text, id))}
    counts = Counter(origin.draft for origin in found.values() if origin.draft != draft)
    shown = {
        source: item
        for source, count in counts.items()
        if isinstance(item := story.items.get(source), Draft)
        and (count < _COPY * len(item.text) or count < _ITS_OWN * len(text))
    }
    return {id: shown[origin.draft] for id, origin in found.items() if origin.draft in shown}


def _source(text: Document, id: ParagraphId) -> Origin | None:
    """Return where a paragraph came from, through those of the same draft it was parted from."""
    origin = text.origins.get(id)
    seen = {id}
    while origin and origin.paragraph in text.origins and origin.paragraph not in seen:
        seen.add(origin.paragraph)
        origin = text.origins[origin.paragraph]
    return origin


def _noted(story: Story, draft: str) -> dict[ParagraphId, tuple[Noted, ...]]:
    """Return the notes that begin in each paragraph."""
    found: dict[ParagraphId, tuple[Noted, ...]] = {}
    for one in notes_in(story, draft):
        assert one.passage is not None
        id, said = (
            one.passage.paragraphs[0],
            " ".join(p.text for p in one.note.text.paragraphs).strip(),
        )
        words = said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()}…"
        on_beat = one.note.on == NoteOn.BEAT
        told = Noted(one.note.id, one.passage.start, one.note.done, words, on_beat)
        found[id] = (*found.get(id, ()), told)
    return found


def _stars(story: Story, draft: str) -> dict[ParagraphId, tuple[Span, ...]]:
    """Return the starred words of each paragraph."""
    text = story.draft(draft).text
    found: dict[ParagraphId, tuple[Span, ...]] = {}
    for _star, at in stars_in(story, draft):
        for number, id in enumerate(at.paragraphs):
            place = text.place_of(id)
            if place is None:
                continue
            last = number == len(at.paragraphs) - 1
            end = at.end if last and at.end is not None else len(text.paragraphs[place].text)
            span = (at.start if number == 0 else 0, end)
            found[text.ids[place]] = (*found.get(text.ids[place], ()), span)
    return found
