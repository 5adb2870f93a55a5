"""The engine, ready: whoever brings it in has it compare two small drafts, and an edit of one.

There is a little of everything in them, so that whatever is brought in or made when it is first
needed, such as the patterns for signs, is there before somebody waits for an answer. A worker does
so while the texts are still on their way; it adds 22 ms to the 100 that numpy takes.
"""

from writerdesk.compare.comparing import compared
from writerdesk.compare.recomparing import recompared
from writerdesk.compare.values import Asked, Settings, never
from writerdesk.manuscript import Document

__all__ = ["compared"]

_LEFT = (
    "“Well… not so fast...” said Mr. Élan -- he was late again, as always.",
    "He ran home at once. Nobody saw the lantern go.",
    "The lake smelled of iron. Whoever fell in would not be found before the spring, they said.",
    "“Yes!” said Pip.",
)
_RIGHT = (
    "“Well… not so fast....” said Mr. Élan – he was late again.",
    "The lake smelled of rust. Whoever fell in would not be found before the spring, they said.",
    "“Yes?!” said Rusty*.",
    "He ran home at last. Nobody saw the old lantern go out.",
)


# Few words are looked at one by one, many at once: both ways are gone.
_TIMES = 1, 20


def _try_all() -> None:
    for times in _TIMES:
        left, right = (Document.from_paragraphs(some * times) for some in (_LEFT, _RIGHT))
        found = compared(left, right, Settings(), (), never)
        recompared(found, Asked(left.splice(1, 2, []), right, Settings()), never)


_try_all()
