"""What is found between two tellings."""

from collections.abc import Mapping
from dataclasses import field

import numpy as np

from writerdesk.compare.lexicon import Numbers
from writerdesk.compare.tellings.content import Content
from writerdesk.compare.values import Link, Name, Strand
from writerdesk.frozen import frozen
from writerdesk.manuscript import ParagraphId

_NO_WORDS: Numbers = np.zeros(0, np.int64)


@frozen
class Found:
    """All ties with how sure they are, weak ones too; sentences that answer; people renamed.

    ``contents`` are the words of both drafts that say something, ``sizes`` how many words each
    paragraph has. ``odds`` are the log odds of the ties that are read, before lengths are looked
    at; close tellings, whose ties are as sure as they say, have none. ``denied`` are the ties that
    would be read if the writer had not said no, with how likely they were. ``exact`` is False where
    a limit cut the work short.
    """

    contents: tuple[Content, Content] = field(compare=False, repr=False)
    links: tuple[Link, ...] = ()
    strands: tuple[Strand, ...] = ()
    names: tuple[Name, ...] = ()
    exact: bool = True
    sizes: tuple[Numbers, Numbers] = field(default=(_NO_WORDS, _NO_WORDS), compare=False)
    odds: Mapping[tuple[ParagraphId, ParagraphId], float] = field(
        default_factory=dict[tuple[ParagraphId, ParagraphId], float], compare=False, repr=False
    )
    denied: Mapping[tuple[ParagraphId, ParagraphId], float] = field(
        default_factory=dict[tuple[ParagraphId, ParagraphId], float], compare=False, repr=False
    )
