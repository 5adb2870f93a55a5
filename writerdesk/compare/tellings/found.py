"""What is found between two tellings."""

from writerdesk.compare.tellings.content import Content
from writerdesk.compare.values import Link, Name, Strand
from writerdesk.frozen import frozen

_NOTHING = Content([], [])


@frozen
class Found:
    """All ties with how sure they are, weak ones too; sentences that answer; people renamed.

    ``contents`` are the words of both drafts that say something. ``exact`` is False where a limit
    cut the work short.
    """

    links: tuple[Link, ...] = ()
    strands: tuple[Strand, ...] = ()
    names: tuple[Name, ...] = ()
    contents: tuple[Content, Content] = (_NOTHING, _NOTHING)
    exact: bool = True
