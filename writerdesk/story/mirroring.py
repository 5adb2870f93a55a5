"""A story as plain Markdown files: everything in it can be read, and taken along, without us."""

from collections.abc import Mapping

from writerdesk.exchange import safe_name
from writerdesk.exchange.markdown_writer import to_md
from writerdesk.story.beside_files import beside_files
from writerdesk.story.naming import shown_names
from writerdesk.story.story import Story


def mirror_files(story: Story) -> Mapping[str, str | bytes]:
    """Return what a mirror of the story holds, by the names of its files.

    Each draft; the notes; the sheets and their pictures; what was said of passages.
    """
    names = shown_names(story)
    files = {
        f"{safe_name(f'{draft.letter} {names[draft.id]}')}.md": to_md(draft.text).data
        for draft in story.drafts
    }
    return {**files, **beside_files(story)}
