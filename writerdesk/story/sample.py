"""The sample story: one premise told three times, and all that was said of it, as a story."""

from dataclasses import replace

from writerdesk.exchange import Imported, read
from writerdesk.frozen import frozen
from writerdesk.resources import seeds
from writerdesk.story.bringing_in import bring_in, with_goals
from writerdesk.story.identities import Identities
from writerdesk.story.notes_markdown import notes_from_markdown
from writerdesk.story.said_markdown import said_from_markdown
from writerdesk.story.sheets_markdown import sheets_from_markdown
from writerdesk.story.story import Story

# The title of a story, which is told in English whatever the interface speaks.
_TITLE = "The Drowned Piano"
# Its drafts are spelled as British English is, whatever dictionary the writer uses.
_LANGUAGE = "en-GB"


@frozen
class Sample:
    """The sample with its drafts as the files came, and then as they were read, with all else."""

    raw: Story
    story: Story


def sample_drafts() -> tuple[tuple[str, Imported], ...]:
    """Return the three files of the sample, each by its name and as it is read."""
    files = sorted(seeds().glob("drowned-piano-*.txt"))
    return tuple((file.name, read(file.read_bytes(), file.name)) for file in files)


def sample_story(identities: Identities) -> Sample:
    """Make the sample story; its files are ours, so they are read here and now."""
    raw = story = Story()
    for name, imported in sample_drafts():
        brought = bring_in(story, imported, name, identities)
        story = with_goals(brought.story, dict.fromkeys(brought.drafts, imported.goal))
        raw = raw.put(*(brought.raw.draft(id) for id in brought.drafts))
    story = story.put(replace(story.details, title=_TITLE, language=_LANGUAGE))
    story = notes_from_markdown(story, _text("notes.md"), identities).story
    pictures = {file.name: file.read_bytes() for file in seeds().glob("*.jpg")}
    told = sheets_from_markdown(story, _text("characters.md"), identities, pictures=pictures)
    return Sample(raw, said_from_markdown(told.story, _text("said.md"), identities).story)


def _text(name: str) -> str:
    return (seeds() / name).read_text(encoding="utf-8")
