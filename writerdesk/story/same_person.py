"""One person under several names: who may be, who is, who is not, and the name for the story.

Drafts that were compared tell who stands where somebody else does in the other. The writer's word
on it is kept: a yes makes one sheet of it, with the name each draft gives; a no is never asked
again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from writerdesk.compare import Comparison
from writerdesk.frozen import frozen
from writerdesk.insight.mentions import mentions
from writerdesk.story.characters import add_character, call, character, characters
from writerdesk.story.identities import Identities
from writerdesk.story.sheet import NAME, VALUE, WHOLE_STORY, Character, Relation
from writerdesk.story.story import Story

# Whoever tells a draft is called so in it, and has no name there.
_NARRATOR = "I"
_BETWEEN = "\n"


@frozen
class Namesakes:
    """Names that are likely one person's: by draft, with how often each draft has its own."""

    names: Mapping[str, str]
    counts: Mapping[str, int]


def likely_same(
    story: Story, base: str, compared: Mapping[str, Comparison]
) -> tuple[Namesakes, ...]:
    """Return who is likely one person, of drafts compared with ``base`` (on the left of each).

    Nobody of whom the writer has said it already, either way.
    """
    found: dict[str, dict[str, str]] = {}
    for draft, comparison in compared.items():
        for name in comparison.names:
            if _NARRATOR not in name[:2] and name.left != name.right:
                found.setdefault(name.left, {})[draft] = name.right
    asked = ({base: left, **rights} for left, rights in found.items())
    return tuple(_counted(story, names) for names in asked if not _is_known(story, names))


def one_person(story: Story, names: Mapping[str, str], identities: Identities) -> Story:
    """Return the story in which all these, each of its draft, are one person on one sheet.

    The name of the first draft is the story's until another is chosen.
    """
    sheets = [one for one in characters(story) if _is_one_of(one, names)]
    if not sheets:
        story = add_character(story, next(iter(names.values())), identities)
        sheets = [characters(story)[-1]]
    first, *others = sheets
    for other in others:
        story = _merged(story, first.id, other, names)
    for draft, name in names.items():
        if character(story, first.id).name_in(draft) != name:
            story = call(story, first.id, name, draft=draft)
    return story


def two_people(story: Story, names: Iterable[str]) -> Story:
    """Return the story in which these are known to be different people."""
    told = _BETWEEN.join(sorted(set(names)))
    apart = dict.fromkeys((*story.details.told_apart, told))
    return story.put(replace(story.details, told_apart=tuple(apart)))


def names_of_all(story: Story, sheet: Character) -> tuple[str, ...]:
    """Return every name the story and its drafts have for somebody, the story's first."""
    own = (sheet.own_name_in(draft.id) for draft in story.drafts)
    return tuple(dict.fromkeys(name for name in (sheet.name, *own) if name))


def choose_name(story: Story, id: str, name: str) -> Story:
    """Return the story with another of somebody's names for the story.

    Drafts that had the story's name keep it: what they say does not change.
    """
    sheet = character(story, id)
    for draft in story.drafts:
        if not sheet.own_name_in(draft.id) and sheet.name:
            story = call(story, id, sheet.name, draft=draft.id)
    return call(story, id, name, draft=WHOLE_STORY)


def _counted(story: Story, names: Mapping[str, str]) -> Namesakes:
    counts = {
        draft: len(mentions(story.draft(draft).text, (name,)).all) for draft, name in names.items()
    }
    return Namesakes(names, counts)


def _is_known(story: Story, names: Mapping[str, str]) -> bool:
    if _BETWEEN.join(sorted(set(names.values()))) in story.details.told_apart:
        return True
    return any(
        all(_answers_to(one, draft, name) for draft, name in names.items())
        for one in characters(story)
    )


def _answers_to(sheet: Character, draft: str, name: str) -> bool:
    """Tell whether a draft calls somebody so, or so and more: Harrow is in Emil Harrow."""
    called = (sheet.name_in(draft), *sheet.aliases_in(draft))
    return any(f" {name} " in f" {one} " for one in called)


def _is_one_of(sheet: Character, names: Mapping[str, str]) -> bool:
    return sheet.name in names.values() or any(
        sheet.own_name_in(draft) == name for draft, name in names.items()
    )


def _merged(story: Story, id: str, other: Character, names: Mapping[str, str]) -> Story:
    """Return the story with what another sheet says on one; nothing that one says is lost."""
    drafts = [draft for draft, name in names.items() if name in (other.name, other.name_in(draft))]
    sheet = character(story, id)
    for key, value in other.said.items():
        keys = [key]
        if key.startswith(VALUE) and key.endswith("/"):
            # What held for the whole story on the other sheet holds where its name does.
            keys = [f"{key}{draft}" for draft in drafts]
        for one in keys:
            if sheet.said.get(one) is None and one != NAME:
                sheet = sheet.saying(one, value)
    relations = [
        replace(one, one=_instead(one.one, other.id, id), other=_instead(one.other, other.id, id))
        for one in story.of_kind(Relation)
        if other.id in (one.one, one.other)
    ]
    return story.put(sheet, replace(other, deleted=True), *relations)


def _instead(end: str, other: str, id: str) -> str:
    return id if end == other else end
