"""What is found between two tellings."""

from dataclasses import dataclass

from writerdesk.compare.values import Link, Name, Strand


@dataclass(frozen=True, slots=True)
class Found:
    """All ties with how sure they are, weak ones too; sentences that answer; people renamed.

    ``exact`` is False where a limit cut the work short.
    """

    links: tuple[Link, ...] = ()
    strands: tuple[Strand, ...] = ()
    names: tuple[Name, ...] = ()
    exact: bool = True
