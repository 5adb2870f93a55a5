"""The script's entry: a known command goes to the command line, everything else to the window."""

import sys
from collections.abc import Sequence
from importlib import import_module

from writerdesk import words
from writerdesk.resources import resources

# The tasks a child can be started for: the module where each one's ``task(frames)`` stands. Any
# other name is a module's own (tests have some).
_CHILD_TASKS = {
    "compare": "writerdesk.story.compare_child",
    "read": "writerdesk.exchange.read_child",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run WriterDesk and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--child"]:
        return _be_a_child(given[1], given[2:])
    words.speak("", resources() / "locale")
    from writerdesk import cli

    if cli.is_ours(given):
        return cli.main(given)
    return 0


def _be_a_child(task: str, limits: list[str]) -> int:
    from writerdesk.child import serve

    return serve(import_module(_CHILD_TASKS.get(task, task)).task, limits)


if __name__ == "__main__":
    raise SystemExit(main())
