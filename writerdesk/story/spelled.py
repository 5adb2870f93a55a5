"""How words are spelled in a story: in which language, and which words are right whatever it says.

Names on the sheets are right without being added, in every draft: a writer who spells Rusty's name
in draft B has not misspelled Pip's in A.
"""

from dataclasses import replace

from writerdesk.story.characters import characters
from writerdesk.story.sheet import WHOLE_STORY
from writerdesk.story.story import Story


def spell_so(story: Story, word: str) -> Story:
    """Return the story with a word added to its own dictionary."""
    if word in story.details.spelled:
        return story
    return story.put(replace(story.details, spelled=(*story.details.spelled, word)))


def words_of_the_story(story: Story) -> frozenset[str]:
    """Return words and names that are right in this story."""
    drafts = (WHOLE_STORY, *(draft.id for draft in story.drafts))
    names = {
        name
        for one in characters(story)
        for draft in drafts
        for name in (one.name_in(draft), *one.aliases_in(draft))
    }
    return frozenset((*story.details.spelled, *names))


def language_of(story: Story, draft: str) -> str:
    """Return the language a draft is in: its own, else the story's; empty if nobody said."""
    return story.draft(draft).text.language or story.details.language


def set_language(story: Story, draft: str, language: str) -> Story:
    """Return the story with a draft in a language."""
    was = story.draft(draft)
    return story.put(replace(was, text=replace(was.text, language=language)))
