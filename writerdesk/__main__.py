"""The script's entry: a known command goes to the command line, everything else to the window."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from writerdesk import words
from writerdesk.problem import Problem
from writerdesk.resources import resources

if TYPE_CHECKING:
    from writerdesk.app import App

# The tasks a child can be started for: the module where each one's ``task(frames)`` stands. Any
# other name is a module's own (tests have some).
_CHILD_TASKS = {
    "compare": "writerdesk.story.compare_child",
    "read": "writerdesk.exchange.read_child",
    "spell": "writerdesk.insight.spell_child",
}


def main(arguments: Sequence[str] | None = None, stay: "Callable[[App], int] | None" = None) -> int:
    """Run WriterDesk and return its exit code; ``stay`` is what is done with the open window."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.excepthook = _write_down
    if given[:1] == ["--child"]:
        return _be_a_child(given[1], given[2:])
    words.speak("", resources() / "locale")
    # A window does not wait for the commands, 30 ms of 300: their names have neither dot nor slash.
    if given and (given[0].startswith("-") or given[0].isalpha()):
        from writerdesk import cli

        if cli.is_ours(given):
            return cli.main(given)
    return _open_the_window(given[1:] if given[:1] == ["--"] else given, stay)


def _open_the_window(files: list[str], stay: "Callable[[App], int] | None") -> int:
    from writerdesk.display import find_display

    try:
        find_display(os.environ)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    from writerdesk import handing_over, starting

    if handing_over.hand_over([Path(file).absolute() for file in files]):
        return 0
    starting.begin()
    from writerdesk import app

    opened = app.start(files)
    return stay(opened) if stay else opened.application.exec()


def _be_a_child(task: str, limits: list[str]) -> int:
    from writerdesk.child import serve

    return serve(import_module(_CHILD_TASKS.get(task, task)).task, limits)


def _write_down(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log a mistake of ours and say so; the window puts a hook in place of this that shows it."""
    if isinstance(error, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    from writerdesk.folders import log_folder
    from writerdesk.logs import Log

    Log(log_folder(), lambda: datetime.now(UTC)).mistake(error)
    told = words._("WriterDesk made a mistake. What happened is written down in “{folder}”.")
    print(told.format(folder=log_folder()), file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
