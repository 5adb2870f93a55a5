"""What a process that serves comparisons does before the first is asked for.

It compares two small drafts in which there is a little of everything: whatever is brought in or
made when it is first needed, such as the patterns for signs, is there before anybody waits for it.
"""

from writerdesk.compare.comparing import compared
from writerdesk.compare.values import Settings, never
from writerdesk.manuscript import Document

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


def be_ready() -> None:
    """Make everything that a first comparison would have to make."""
    for times in _TIMES:
        left, right = (Document.from_paragraphs(some * times) for some in (_LEFT, _RIGHT))
        compared(left, right, Settings(), (), never)
