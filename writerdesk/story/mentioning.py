"""Where the people of the story are mentioned in each draft, kept current by what changed.

A draft is read for what it calls somebody: the name noted for it, else the story's, and the other
names of both. An edit reads its own paragraphs again, a new name the whole draft.
"""

from collections.abc import Mapping, Sequence

from writerdesk.frozen import frozen
from writerdesk.insight.mentions import Candidate, Mention, Mentions, mentions, recounted
from writerdesk.insight.mentions import candidates as names_without_a_sheet
from writerdesk.manuscript import Passage
from writerdesk.story.characters import characters
from writerdesk.story.sheet import Character
from writerdesk.story.story import Story

# So many names are offered for new sheets: more than a story has people who matter, and few enough
# to be read at a glance.
_OFFERED = 12


@frozen
class Said:
    """Where a draft mentions somebody, in the order of the text; the first is the entrance."""

    draft: str
    places: tuple[Passage, ...]


class Mentioning:
    """Finds who is mentioned where; tell it the story as it stands, then ask."""

    def __init__(self) -> None:
        self._found: dict[str, Mentions] = {}
        self._story = Story()

    def update(self, story: Story) -> None:
        """Ask of this story from now on; only what changed since the last one is read."""
        self._story = story
        kept = self._found
        self._found = {}
        sheets = characters(story)
        for draft in story.drafts:
            names = tuple(sorted({name for one in sheets for name in names_of(one, draft.id)}))
            before = kept.get(draft.id)
            if before is None or before.names != names:
                self._found[draft.id] = mentions(draft.text, names)
            elif before.document is not draft.text:
                self._found[draft.id] = recounted(before, draft.text)
            else:
                self._found[draft.id] = before

    def of(self, sheet: Character) -> tuple[Said, ...]:
        """Return where each draft mentions somebody, the drafts in the writer's order."""
        return tuple(
            Said(draft.id, tuple(_passage(draft.id, one) for one in self._in(draft.id, sheet)))
            for draft in self._story.drafts
        )

    def offered(self) -> tuple[Candidate, ...]:
        """Return names that recur in the drafts and have no sheet yet, the commonest first."""
        known = {
            name
            for one in characters(self._story)
            for draft in self._story.drafts
            for name in names_of(one, draft.id)
        }
        texts = [draft.text for draft in self._story.drafts]
        return names_without_a_sheet(texts, known)[:_OFFERED]

    def _in(self, draft: str, sheet: Character) -> Sequence[Mention]:
        names = set(names_of(sheet, draft))
        return [one for one in self._found[draft].all if one.name.replace("’", "'") in names]


def names_of(sheet: Character, draft: str) -> Mapping[str, None]:
    """Return everything a draft may call somebody, the likeliest first."""
    names = (sheet.name_in(draft), *sheet.aliases_in(draft))
    plain = (" ".join(name.replace("’", "'").split()) for name in names)
    return dict.fromkeys(name for name in plain if name)


def _passage(draft: str, mention: Mention) -> Passage:
    return Passage(draft, (mention.paragraph,), mention.start, mention.end)
