"""What a command is, and the options that several commands share.

A group's module imports what it needs to run inside `run`, so that ``--help`` stays instant.
"""

import argparse
from collections.abc import Callable, Iterable
from typing import NoReturn

from writerdesk.frozen import frozen
from writerdesk.words import _

USAGE = 2


class Parser(argparse.ArgumentParser):
    """A parser whose headings are in the writer's language: `what` is read, `options` say how."""

    def __init__(self, name: str, description: str) -> None:
        super().__init__(
            prog=f"writerdesk {name}".strip(),
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        self.what = self.add_argument_group(_("What"))
        self.options = self.add_argument_group(_("Options"))
        self.options.add_argument("-h", "--help", action="help", help=_("tell this and stop"))

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the words given, and how they are used."""
        wrong = _("This can't be done: {detail}.").format(detail=message)
        self.exit(USAGE, f"{self.format_usage()}{wrong}\n")


@frozen
class Command:
    """One word of the command line: what it is for, what it takes, what it does.

    ``run`` prints its answer, returns nothing and raises a `Problem` when the world is at fault.
    The summary is asked for late, when the writer's language is known.
    """

    name: str
    summary: Callable[[], str]
    arguments: Callable[[Parser], None]
    run: Callable[[argparse.Namespace], None]

    def parser(self) -> Parser:
        """Return what reads the words after the command."""
        parser = Parser(self.name, self.summary())
        self.arguments(parser)
        return parser


def reads_files(parser: Parser) -> None:
    """Give a command that reads texts the options for that."""
    parser.options.add_argument(
        "--encoding", metavar="E", help=_("how the letters of a plain text are written")
    )
    parser.options.add_argument(
        "--as-is", action="store_true", help=_("set nothing aside and turn nothing into italics")
    )


def writes_a_file(parser: Parser, *, required: bool = False) -> None:
    """Give a command that writes a file the options for that."""
    parser.options.add_argument(
        "--to", metavar="FILE", required=required, help=_("the file to write; its ending says how")
    )
    parser.options.add_argument(
        "--force", action="store_true", help=_("replace the file if it is there already")
    )


def takes_a_look(parser: Parser) -> None:
    """Give a command that lays out pages the choice of how they look."""
    told = _("how the pages look: plain, book, manuscript, or one of your own")
    parser.options.add_argument("--look", metavar="L", default="plain", help=told)


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],  # pyright: ignore[reportPrivateUsage]
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)
