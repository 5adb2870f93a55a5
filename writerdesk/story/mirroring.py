"""A story as plain Markdown files: everything in it can be read, and taken along, without us."""

from collections.abc import Mapping

from writerdesk.exchange import safe_name
from writerdesk.exchange.markdown_writer import to_md
from writerdesk.story.naming import shown_names
from writerdesk.story.notes_markdown import notes_to_markdown
from writerdesk.story.said_markdown import said_to_markdown
from writerdesk.story.sheets_markdown import sheet_pictures, sheets_to_markdown
from writerdesk.story.story import Story

NOTES, CHARACTERS, SAID = "notes.md", "characters.md", "said.md"


def mirror_files(story: Story) -> Mapping[str, str | bytes]:
    """Return what a mirror of the story holds, by the names of its files.

    Each draft; the notes; the sheets and their pictures; what was said of passages.
    """
    names = shown_names(story)
    files = {
        f"{safe_name(f'{draft.letter} {names[draft.id]}')}.md": to_md(draft.text).data
        for draft in story.drafts
    }
    return {
        **files,
        **sheet_pictures(story),
        NOTES: notes_to_markdown(story),
        CHARACTERS: sheets_to_markdown(story),
        SAID: said_to_markdown(story),
    }
