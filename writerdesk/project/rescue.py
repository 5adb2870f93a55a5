"""Rescue copies: words that can't go into the story's file now, as plain text anybody can open.

They are kept apart from the log and the story, and nothing of ours ever deletes them.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from writerdesk.folders import data_folder, write_private
from writerdesk.manuscript import Change, Document
from writerdesk.project.failures import Damage, told_as_problems
from writerdesk.project.log_entries import Entry

_NAME = "%Y-%m-%d %H.%M.%S"


def rescue_path(story: str, now: datetime) -> Path:
    """Return where the words of a session that began ``now`` are rescued to."""
    return data_folder() / "rescued" / f"{story} {now.astimezone().strftime(_NAME)}.txt"


def rescue_changes(path: Path, changes: Iterable[Change]) -> bool:
    """Write the texts that could not be saved, whole; tell whether there were any."""
    texts = [
        "\n\n".join(paragraph.text for paragraph in change.after.paragraphs)
        if isinstance(change.after, Document)
        else change.after
        for change in changes
        if isinstance(change.after, Document | str)
    ]
    return _write(path, texts)


def rescue_entries(path: Path, entries: Iterable[Entry]) -> bool:
    """Write the words of log entries that build on another version of the file."""
    by_field: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        try:
            came = [paragraph.text for paragraph in entry.paragraphs]
        except Damage:
            continue
        by_field.setdefault((entry.id, entry.field), []).extend(came)
    return _write(path, ["\n\n".join(_latest(came)) for came in by_field.values()])


def forget_rescued(story: str, texts: Iterable[str]) -> None:
    """Take away a story's rescue copies that hold any of these paragraphs, which were purged."""
    told = [text for text in texts if len(text) >= _TELLING]
    for path in rescued_of(story):
        held = path.read_text(encoding="utf-8", errors="replace")
        if any(text in held for text in told):
            path.unlink()


def rescued_of(story: str) -> tuple[Path, ...]:
    """Return the rescue copies of a story, the newest first."""
    return tuple(sorted((data_folder() / "rescued").glob(f"{story} *.txt"), reverse=True))


# Shorter paragraphs ("Yes.") may stand in any text, and tell nothing of what was purged.
_TELLING = 20


def _latest(texts: Sequence[str]) -> list[str]:
    """Return texts without those that a later one goes on from: a log tells each half second."""
    return [
        text
        for place, text in enumerate(texts)
        if not any(later.startswith(text) for later in texts[place + 1 :])
    ]


def _write(path: Path, texts: Sequence[str]) -> bool:
    if not any(texts):
        return False
    with told_as_problems(path):
        write_private(path, "\n\n\n".join(texts).encode(errors="replace") + b"\n")
    return True
