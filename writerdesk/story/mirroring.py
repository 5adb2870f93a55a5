"""A story as plain Markdown files: everything in it can be read, and taken along, without us."""

from collections.abc import Mapping

from writerdesk.exchange import safe_name
from writerdesk.exchange.markdown_writer import to_md
from writerdesk.story.naming import shown_names
from writerdesk.story.notes_markdown import notes_to_markdown
from writerdesk.story.sheets_markdown import sheets_to_markdown
from writerdesk.story.story import Story


def mirror_files(story: Story) -> Mapping[str, str]:
    """Return what a mirror of the story holds: each draft, the notes, the characters, by name."""
    names = shown_names(story)
    files = {
        f"{safe_name(f'{draft.letter} {names[draft.id]}')}.md": to_md(draft.text).data.decode()
        for draft in story.drafts
    }
    return {
        **files,
        "notes.md": notes_to_markdown(story),
        "characters.md": sheets_to_markdown(story),
    }
