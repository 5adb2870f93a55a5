"""The script's entry: a known command goes to the command line, everything else to the window."""

import sys
from collections.abc import Sequence
from importlib import import_module

# The tasks a child can be started for: the module where each one's ``task(frames)`` stands. Any
# other name is a module's own (tests have some).
_CHILD_TASKS = {
    "compare": "writerdesk.story.compare_child",
    "read": "writerdesk.exchange.read_child",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run WriterDesk and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["--child"]:
        return _be_a_child(words[1], words[2:])
    return 0


def _be_a_child(task: str, limits: list[str]) -> int:
    from writerdesk.child import serve

    return serve(import_module(_CHILD_TASKS.get(task, task)).task, limits)


if __name__ == "__main__":
    raise SystemExit(main())
