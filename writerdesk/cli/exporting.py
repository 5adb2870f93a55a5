"""``export`` writes one draft of a story, or what is kept beside them, as a file for others."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from writerdesk.cli.beside import progress, tell
from writerdesk.cli.command import Command, Parser, takes_a_look, writes_a_file
from writerdesk.cli.stories import chosen_draft, opened
from writerdesk.words import _

if TYPE_CHECKING:
    from writerdesk.exchange import Ours
    from writerdesk.story.keeping import Keeping


def _arguments(parser: Parser) -> None:
    parser.what.add_argument("project", metavar="PROJECT", help=_("the story's file"))
    which = parser.options.add_mutually_exclusive_group(required=True)
    which.add_argument("--draft", metavar="D", help=_("which draft: its number, letter or name"))
    which.add_argument(
        "--beside",
        choices=tuple(_BESIDE),
        help=_("what is kept beside the drafts, as Markdown; pictures lie beside it"),
    )
    writes_a_file(parser, required=True)
    takes_a_look(parser)


_BESIDE = {"notes": "notes.md", "characters": "characters.md", "said": "said.md"}


def _run(given: Namespace) -> None:
    if given.beside:
        _run_beside(given)
    else:
        _run_draft(given)


def _run_beside(given: Namespace) -> None:
    from writerdesk.exchange import write_whole
    from writerdesk.story.beside_files import beside_files

    target = Path(given.to)
    with opened(Path(given.project)) as keeping:
        files = beside_files(keeping.story)
    if given.beside == "characters":
        for name, data in files.items():
            if isinstance(data, bytes):
                write_whole(target.parent / name, data, force=given.force)
    told = files[_BESIDE[given.beside]]
    write_whole(target, told if isinstance(told, bytes) else told.encode(), force=given.force)


def _run_draft(given: Namespace) -> None:
    from writerdesk.exchange import write_whole
    from writerdesk.exchange.sentences import left_out_sentence
    from writerdesk.story.exporting import exported_as_ours, exported_to

    source, target = Path(given.project), Path(given.to)
    with progress() as now:
        now(_("Reading {name}…").format(name=source.name))
        with opened(source) as keeping:
            story = keeping.story
            draft = chosen_draft(story, given.draft, source)
            is_word = target.suffix.casefold() == ".docx"
            ours = _ours(keeping, draft.id) if is_word else None
        now(_("Writing {name}…").format(name=target.name))
        if ours is not None:
            made = exported_as_ours(story, ours, given.look)
        else:
            made = exported_to(story, draft.id, target, given.look)
        write_whole(target, made.data, force=given.force)
    tell(left_out_sentence(left) for left in made.left_out)


def _ours(keeping: "Keeping", draft: str) -> "Ours | None":
    """Return what a Word file shall say it is; None if the writer wants it to say nothing."""
    from writerdesk import preferences
    from writerdesk.exchange import Ours

    versions = keeping.history(draft)
    chosen = preferences.load(preferences.settings_file()).preferences
    if not versions or not chosen.recognised:
        return None
    return Ours(keeping.id, draft, versions[-1].id)


EXPORT = Command(
    "export",
    lambda: _("Write a draft as a Word, text or Markdown file, or the notes and sheets."),
    _arguments,
    _run,
)
"""``export PROJECT --draft D --to FILE``, or ``--beside notes`` instead of a draft."""
