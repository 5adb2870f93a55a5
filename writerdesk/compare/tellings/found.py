"""What is found between two tellings."""

from dataclasses import field

from writerdesk.compare.tellings.content import Content
from writerdesk.compare.values import Link, Name, Strand
from writerdesk.frozen import frozen


@frozen
class Found:
    """All ties with how sure they are, weak ones too; sentences that answer; people renamed.

    ``contents`` are the words of both drafts that say something. ``exact`` is False where a limit
    cut the work short.
    """

    contents: tuple[Content, Content] = field(compare=False, repr=False)
    links: tuple[Link, ...] = ()
    strands: tuple[Strand, ...] = ()
    names: tuple[Name, ...] = ()
    exact: bool = True
