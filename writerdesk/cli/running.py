"""Runs one command line: the words in, an exit code out.

0 is done, 1 the world's fault in one sentence, 2 wrong usage. A mistake of ours is not caught here:
the hook in `writerdesk.logs` writes it down and says so.
"""

import errno
import os
import sys
from collections.abc import Sequence

from writerdesk import __version__
from writerdesk.cli.beside import tell_problem
from writerdesk.cli.command import USAGE, Command
from writerdesk.cli.table import COMMANDS
from writerdesk.problem import Problem
from writerdesk.words import _

DONE = 0
PROBLEM = 1
# What a shell expects of a program that was interrupted.
INTERRUPTED = 130


def is_ours(words: Sequence[str], commands: Sequence[Command] = COMMANDS) -> bool:
    """Tell whether these words are for the command line; files to open are not."""
    if not words or words[0] == "--":
        return False
    return words[0].startswith("-") or _find(words[0], commands) is not None


def main(words: Sequence[str], commands: Sequence[Command] = COMMANDS) -> int:
    """Do what the words say and return the exit code."""
    try:
        return _do(words, commands)
    except Problem as problem:
        tell_problem(problem)
        return PROBLEM
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return DONE
    except OSError as error:
        # Files that can't be written are Problems; what is left is where the answer goes.
        if error.errno != errno.ENOSPC:
            raise
        _forget_stdout()
        print(_("The answer was not written: the disk is full."), file=sys.stderr)
        return PROBLEM
    except SystemExit as stop:
        return int(stop.code or DONE)


def summary(commands: Sequence[Command]) -> str:
    """Return what ``--help`` tells of the program and all its commands."""
    width = max((len(each.name) for each in commands), default=0)
    lines = [f"  {each.name:{width}}  {each.summary()}" for each in commands]
    return "\n".join(
        [
            _("writerdesk [FILE…]: open the window, with these drafts or this story"),
            _("writerdesk COMMAND …: do one thing without a window"),
            "",
            *lines,
            "",
            _("writerdesk COMMAND --help: what a command takes"),
            _("writerdesk -- FILE: open a file that is named like a command"),
        ]
    )


def _do(words: Sequence[str], commands: Sequence[Command]) -> int:
    known = _find(words[0], commands)
    if known is not None:
        known.run(known.parser().parse_args(words[1:]))
        sys.stdout.flush()
    elif words[0] in ("-h", "--help"):
        print(summary(commands))
    elif words[0] == "--version":
        print(__version__)
    else:
        told = _("“{option}” is not an option. See writerdesk --help.")
        print(told.format(option=words[0]), file=sys.stderr)
        return USAGE
    return DONE


def _find(name: str, commands: Sequence[Command]) -> Command | None:
    return next((known for known in commands if known.name == name), None)


def _forget_stdout() -> None:
    """Let nothing complain at exit that whoever read us, as ``| head`` does, has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
