"""The table in docs/command-line.md, told by the commands themselves."""

import argparse
from pathlib import Path

from house.written import WrittenPart
from writerdesk.cli.command import Command
from writerdesk.cli.table import COMMANDS


def complaints(root: Path) -> tuple[str, ...]:
    """Tell whether the table says something else than ``--help``."""
    return _part(root).complaints(table())


def write(root: Path) -> None:
    """Bring the table up to ``--help``."""
    _part(root).write(table())


def table() -> str:
    """Return one row a command: how it is used and what it does."""
    rows = [f"| `{usage(each)}` | {each.summary()} |" for each in COMMANDS]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])


def usage(command: Command) -> str:
    """Return how a command is used, in one line, the help option left out."""
    parser = command.parser()
    parser.formatter_class = _OneLine
    words = " ".join(parser.format_usage().split())
    return words.removeprefix("usage: ").replace("[-h] ", "").replace(" [-h]", "")


def _part(root: Path) -> WrittenPart:
    return WrittenPart(root / "docs" / "command-line.md", "commands", "commands")


class _OneLine(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=10_000)
