"""What can be done to drafts: each operation takes a story and returns the next one."""

from dataclasses import replace
from itertools import count as naturals
from itertools import islice
from string import ascii_uppercase

from writerdesk.manuscript import Document, Paragraph
from writerdesk.story.identities import Identities
from writerdesk.story.items import Draft
from writerdesk.story.story import Story

# Room between two drafts in the writer's order, so that moving one renumbers nothing else; halved
# thirty times before neighbours must be numbered anew.
_GAP = 2**30


def add_draft(story: Story, draft: Draft) -> Story:
    """Return the story with a new draft at the end of the list, under the next free letter."""
    places = [other.place for other in story.all_drafts]
    place = max(places, default=0) + _GAP
    return story.put(replace(draft, letter=next_letter(story), place=place))


def make_manuscript(story: Story, draft: str) -> Story:
    """Return the story with a draft as the one to be sent off; asked again, with none."""
    chosen = "" if story.details.manuscript == draft else draft
    return story.put(replace(story.details, manuscript=chosen))


def next_letter(story: Story) -> str:
    """Return the letter the next draft gets; a letter is for life, also a deleted draft's."""
    return next_letters(story, 1)[0]


def next_letters(story: Story, count: int) -> tuple[str, ...]:
    """Return the letters the next so many drafts get."""
    taken = {draft.letter for draft in story.all_drafts}
    free = (letter for letter in map(_letter, naturals()) if letter not in taken)
    return tuple(islice(free, count))


def copy_draft(story: Story, id: str, identities: Identities) -> Story:
    """Return the story with a copy of a draft, whose passages remember where they came from."""
    source = story.draft(id)
    copy = replace(
        source,
        id=identities.record(),
        text=identities.copied(source.text, id),
        origin=("copy", id),
        colour="",
        set_aside=(),
    )
    return add_draft(story, copy)


def move_draft(story: Story, id: str, before: str | None) -> Story:
    """Return the story with a draft standing before another, or last."""
    others = [draft for draft in story.all_drafts if draft.id != id]
    at = next((n for n, draft in enumerate(others) if draft.id == before), len(others))
    below = others[at - 1].place if at else 0
    above = others[at].place if at < len(others) else below + 2 * _GAP
    moved = story.draft(id)
    if above - below > 1:
        return story.put(replace(moved, place=(below + above) // 2))
    order = [*others[:at], moved, *others[at:]]
    return story.put(*(replace(d, place=(n + 1) * _GAP) for n, d in enumerate(order)))


def delete_draft(story: Story, id: str) -> Story:
    """Return the story without a draft; it can be brought back."""
    return story.put(replace(story.draft(id), deleted=True))


def put_back(story: Story, id: str, identities: Identities) -> Story:
    """Return the story with what intake set aside standing at the start of its draft."""
    draft = story.draft(id)
    said = [Paragraph(line) for text in draft.set_aside for line in text.splitlines() if line]
    text = draft.text.splice(0, 0, identities.newborn(said))
    return story.put(replace(draft, text=text, set_aside=()))


def edit_text(story: Story, id: str, text: Document) -> Story:
    """Return the story with a draft's text as it was just written."""
    return story.put(replace(story.draft(id), text=text))


def _letter(number: int) -> str:
    """Return A … Z, then AA, AB, …."""
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = ascii_uppercase[digit] + letters
    return letters
