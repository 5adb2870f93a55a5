"""How other people's files become drafts of the story.

A file that intake changed comes in twice: first as it came, then as it was read, so that the raw
text is the first entry of the draft's history and nothing is ever lost.
"""

from dataclasses import dataclass, replace

from writerdesk.exchange import Imported
from writerdesk.story.drafting import add_draft
from writerdesk.story.identities import Identities
from writerdesk.story.items import Draft
from writerdesk.story.story import Story


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """The story with the raw texts, and then with what was read; the ids of the new drafts."""

    raw: Story
    story: Story
    drafts: tuple[str, ...]


def bring_in(story: Story, imported: Imported, file_name: str, identities: Identities) -> BroughtIn:
    """Return the story with a draft for each text of a file."""
    raw_story, new_story, ids = story, story, list[str]()
    for document in imported.documents:
        draft = Draft(
            identities.record(),
            text=identities.adopted(document),
            goal=imported.goal,
            origin=("file", file_name),
            set_aside=tuple(part.text for part in imported.set_aside),
        )
        new_story = add_draft(new_story, draft)
        letter_and_place = new_story.draft(draft.id)
        raw = identities.adopted(imported.raw) if imported.raw else draft.text
        raw_story = raw_story.put(replace(letter_and_place, text=raw))
        ids.append(draft.id)
    return BroughtIn(raw_story, new_story, tuple(ids))
