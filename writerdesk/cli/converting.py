"""``convert`` makes one kind of file of another, with no story in between."""

from argparse import Namespace
from pathlib import Path

from writerdesk.cli.beside import progress, tell
from writerdesk.cli.command import Command, Parser, reads_files, takes_a_look, writes_a_file
from writerdesk.words import _


def _arguments(parser: Parser) -> None:
    parser.what.add_argument("file", metavar="FILE", help=_("the text to read"))
    writes_a_file(parser, required=True)
    takes_a_look(parser)
    reads_files(parser)


def _run(words: Namespace) -> None:
    from writerdesk.exchange import Wishes, look, read_file, write_whole
    from writerdesk.exchange.exporting import exported
    from writerdesk.exchange.sentences import (
        done_sentence,
        left_out_sentence,
    )

    source, target = Path(words.file), Path(words.to)
    with progress() as now:
        now(_("Reading {name}…").format(name=source.name))
        imported = read_file(source, Wishes(encoding=words.encoding or "", as_is=words.as_is))
        now(_("Writing {name}…").format(name=target.name))
        made = exported(imported.documents[0], target, imported.notes, look(words.look))
        write_whole(target, made.data, force=words.force)
    tell(done_sentence(done) for done in imported.done)
    tell(left_out_sentence(left) for left in (*imported.left_out, *made.left_out))


CONVERT = Command(
    "convert",
    lambda: _("Make a Word, text or Markdown file of another."),
    _arguments,
    _run,
)
