"""What commands on a story share: opening it under the lock, telling which draft is meant."""

import os
import secrets
import uuid
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from writerdesk.problem import Kind, Problem
from writerdesk.words import _

if TYPE_CHECKING:
    from collections.abc import Generator

    from writerdesk.story.items import Draft
    from writerdesk.story.keeping import Doors, Keeping
    from writerdesk.story.story import Story


@contextmanager
def opened(path: Path, *, to_change: bool = False) -> "Generator[Keeping]":
    """Open a story's file as a window does; raises a `Problem`, also if a window has it open."""
    from writerdesk.story.keeping import Keeping

    keeping = Keeping.open(path, doors())
    try:
        if to_change and keeping.is_read_only:
            may_write = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
            raise Problem(Kind.NEWER_FORMAT if may_write else Kind.NOT_WRITABLE, path=path)
        yield keeping
    finally:
        keeping.close()


@contextmanager
def created(path: Path) -> "Generator[Keeping]":
    """Make a new story's file and open it; raises a `Problem` if something is there.

    A story that could not be filled is not left behind.
    """
    from writerdesk.story.keeping import Keeping

    keeping = Keeping.create(path, doors())
    try:
        yield keeping
    except BaseException:
        keeping.close()
        path.unlink(missing_ok=True)
        raise
    keeping.close()


def doors() -> "Doors":
    """Return where time and randomness come from."""
    from writerdesk.story.keeping import Doors

    return Doors(
        clock=lambda: datetime.now(UTC),
        draw=lambda: secrets.randbits(31),
        new_id=lambda: uuid.uuid4().hex,
    )


def chosen_draft(story: "Story", word: str, path: Path, *, with_deleted: bool = False) -> "Draft":
    """Return the draft meant by a number from 1, a letter or a name; ``=2`` is always a name.

    One that is not in the list any more has a letter still.
    """
    from writerdesk.story.naming import shown_names

    drafts = story.drafts
    names = shown_names(story)
    if not word.startswith("="):
        if word.isdecimal() and 0 < int(word) <= len(drafts):
            return drafts[int(word) - 1]
        for draft in story.all_drafts if with_deleted else drafts:
            if draft.letter.casefold() == word.casefold():
                return draft
    for draft in drafts:
        if names[draft.id] == word.removeprefix("="):
            return draft
    raise no_draft(story, word, path)


def no_draft(story: "Story", word: str, path: Path) -> Problem:
    """Return the problem that no draft is meant by a word, with those that can be said."""
    from writerdesk.story.naming import shown_names

    names = shown_names(story)
    told = _("{letter} (“{name}”)")
    known = [told.format(letter=one.letter, name=names[one.id]) for one in story.drafts]
    said = ", ".join(known) or _("no draft yet")
    if word or not known:
        return Problem(Kind.NO_SUCH_DRAFT, path=path, draft=word, known=said)
    return Problem(Kind.WHICH_DRAFT, path=path, letter=story.drafts[0].letter, known=said)
