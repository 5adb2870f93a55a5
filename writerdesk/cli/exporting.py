"""``export`` writes one draft of a story as a file for other people."""

from argparse import Namespace
from pathlib import Path

from writerdesk.cli.beside import progress, tell
from writerdesk.cli.command import Command, Parser, takes_a_look, writes_a_file
from writerdesk.cli.stories import chosen_draft, opened
from writerdesk.words import _


def _arguments(parser: Parser) -> None:
    parser.what.add_argument("project", metavar="PROJECT", help=_("the story's file"))
    parser.options.add_argument(
        "--draft", metavar="D", required=True, help=_("which draft: its number, letter or name")
    )
    writes_a_file(parser, required=True)
    takes_a_look(parser)


def _run(given: Namespace) -> None:
    from writerdesk.exchange import write_whole
    from writerdesk.exchange.sentences import left_out_sentence
    from writerdesk.story.exporting import exported_to

    source, target = Path(given.project), Path(given.to)
    with progress() as now:
        now(_("Reading {name}…").format(name=source.name))
        with opened(source) as keeping:
            story = keeping.story
        draft = chosen_draft(story, given.draft, source)
        now(_("Writing {name}…").format(name=target.name))
        made = exported_to(story, draft.id, target, given.look)
        write_whole(target, made.data, force=given.force)
    tell(left_out_sentence(left) for left in made.left_out)


EXPORT = Command(
    "export",
    lambda: _("Write a draft as a Word, text or Markdown file."),
    _arguments,
    _run,
)
"""``export PROJECT --draft D --to FILE``."""
