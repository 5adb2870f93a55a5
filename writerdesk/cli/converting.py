"""``convert`` makes one kind of file of another, with no story in between."""

import sys
from argparse import Namespace
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

from writerdesk.cli.command import Command, Parser, reads_files, takes_a_look, writes_a_file
from writerdesk.words import _

# A wait shorter than this needs no word.
_PATIENCE = 1.0


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
    with working(_("Reading {name}…").format(name=source.name)):
        imported = read_file(source, Wishes(encoding=words.encoding or "", as_is=words.as_is))
    with working(_("Writing {name}…").format(name=target.name)):
        made = exported(imported.documents[0], target, imported.notes, look(words.look))
        write_whole(target, made.data, force=words.force)
    tell(done_sentence(done) for done in imported.done)
    tell(left_out_sentence(left) for left in (*imported.left_out, *made.left_out))


def tell(sentences: Iterable[str]) -> None:
    """Say what was done and left out, beside the answer rather than in it."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)


@contextmanager
def working(sentence: str) -> Generator[None]:
    """Say what is being done if it takes more than a second and somebody is looking."""
    if not sys.stderr.isatty():
        yield
        return
    timer = Timer(_PATIENCE, lambda: print(sentence, file=sys.stderr))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


CONVERT = Command(
    "convert",
    lambda: _("Make a Word, text or Markdown file of another."),
    _arguments,
    _run,
)
