"""Replacing words in every draft of a story at once: first what would change, then the change."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from writerdesk.frozen import frozen
from writerdesk.manuscript.finding import Found, find, replaced
from writerdesk.story.story import Story

# Enough to know the sentence by, on a line of a dialog.
_AROUND = 36


@frozen
class Wanted:
    """What to look for, and how closely it must fit."""

    words: str
    keep_case: bool = False
    whole_words: bool = False


@frozen
class Hit:
    """One place in one draft, with the words around it."""

    draft: str
    found: Found
    before: str
    words: str
    after: str


def hits(story: Story, wanted: Wanted) -> tuple[Hit, ...]:
    """Return every place where the words stand, draft by draft in the writer's order."""
    return tuple(
        _hit(draft.id, draft.text.paragraphs[found.number].text, found)
        for draft in story.drafts
        for found in find(
            draft.text,
            wanted.words,
            keep_case=wanted.keep_case,
            whole_words=wanted.whole_words,
        )
    )


def replace_everywhere(story: Story, chosen: Iterable[Hit], instead: str) -> Story:
    """Return the story with other words at these places; marks around them stay."""
    places: dict[str, list[Found]] = defaultdict(list)
    for hit in chosen:
        places[hit.draft].append(hit.found)
    drafts = [story.draft(id) for id in places]
    return story.put(
        *(replace(draft, text=replaced(draft.text, places[draft.id], instead)) for draft in drafts)
    )


def _hit(draft: str, text: str, found: Found) -> Hit:
    _number, start, end = found
    return Hit(
        draft,
        found,
        _from_a_word(text[max(0, start - _AROUND) : start], cut=start > _AROUND),
        text[start:end],
        text[end : end + _AROUND],
    )


def _from_a_word(text: str, *, cut: bool) -> str:
    if not cut:
        return text
    _broken, space, rest = text.partition(" ")
    return f"…{rest}" if space else f"…{text}"
