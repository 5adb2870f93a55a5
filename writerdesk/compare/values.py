"""What a comparison says, as frozen values.

Paragraphs are addressed by id everywhere: an insertion renumbers nothing, so whatever was said of
passages far from an edit stays the very same object. Their numbers are looked up in the documents
when somebody asks.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, ParagraphId, Passage

_T = TypeVar("_T")
StopAsked: TypeAlias = Callable[[], bool]
"""Says whether the caller wants the work stopped; asked at least every 20 ms."""


class Cancelled(Exception):
    """The caller asked for the work to stop."""


def never() -> bool:
    """Say that nobody wants the work stopped."""
    return False


def ask(stop: StopAsked) -> None:
    """Stop if that is asked for; between two steps that take a few milliseconds each."""
    if stop():
        raise Cancelled


# Between two questions whether to stop: as many steps, of a tenth of a millisecond each at most.
_ASKED_EACH = 64


def asking(some: Iterable[_T], stop: StopAsked, few: int = _ASKED_EACH) -> Iterable[_T]:
    """Give each of some small steps, and ask whether to stop before every few."""
    if isinstance(some, (list, tuple)) and len(some) <= few:
        ask(stop)
        return some
    return _asked_between(some, stop, few)


def _asked_between(some: Iterable[_T], stop: StopAsked, few: int) -> Iterator[_T]:
    for number, one in enumerate(some):
        if number % few == 0:
            ask(stop)
        yield one


class Relation(StrEnum):
    """What two drafts are to each other; it picks the words the screen uses."""

    REVISION = "revision"
    TELLINGS = "tellings"


class Likeness(StrEnum):
    """How alike two passages are, by their words after folding; from most to least."""

    SAME = "same"
    EDITED = "edited"
    REWORKED = "reworked"
    REWRITTEN = "rewritten"


class By(StrEnum):
    """Who says that two passages tell the same."""

    FOUND = "found"
    CONFIRMED = "confirmed"
    DRAWN = "drawn"
    FORBIDDEN = "forbidden"


class QuietKind(StrEnum):
    """Differences that are no words: quotes, dashes and spaces; italics and kinds of paragraph."""

    TYPOGRAPHY = "typography"
    FORMAT = "format"


class Span(NamedTuple):
    """The characters from ``start`` to ``end`` (half-open, code points) of one paragraph."""

    paragraph: ParagraphId
    start: int
    end: int


class Quiet(NamedTuple):
    """A quiet difference and where it stands."""

    paragraph: ParagraphId
    start: int
    end: int
    kind: QuietKind


class Link(NamedTuple):
    """A paragraph of the left tells what one of the right tells, that surely, and who says so."""

    left: ParagraphId
    right: ParagraphId
    confidence: float
    by: By = By.FOUND


class Strand(NamedTuple):
    """Whole sentences of the left that answer whole sentences of the right."""

    left: Span
    right: Span
    kind: Likeness
    confidence: float


class Shared(NamedTuple):
    """One phrase that both sides have; between passages that are not tied it is an echo."""

    left: Span
    right: Span


class Name(NamedTuple):
    """Somebody who is called ``left`` in the left draft and ``right`` in the right one."""

    left: str
    right: str
    places: int


@frozen
class Marks:
    """What is marked in one side of a pair.

    ``exact`` is every changed word, ``shown`` what reads well, ``quiet`` what is no word.
    """

    exact: tuple[Span, ...] = ()
    shown: tuple[Span, ...] = ()
    quiet: tuple[Quiet, ...] = ()


class Tally(NamedTuple):
    """The words of one pair: those both have, and those only one side has.

    ``changed`` are words of the left that others stand for, ``removed`` those nothing stands for;
    ``added`` are words of the right that stand for nothing.
    """

    kept: int = 0
    changed: int = 0
    removed: int = 0
    added: int = 0


_NO_MARKS = Marks()


@frozen
class Detail:
    """What is inside a pair: marks of both sides, answering sentences, phrases both have."""

    left: Marks = _NO_MARKS
    right: Marks = _NO_MARKS
    strands: tuple[Strand, ...] = ()
    shared: tuple[Shared, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()


NO_DETAIL = Detail()
"""The detail of passages that are the same to the letter; one object for all of them."""


@frozen
class Pair:
    """Neighbouring paragraphs of the left that tell what neighbouring ones of the right tell.

    Without ``links`` of its own, each of the left is linked to each of the right.
    """

    left: tuple[ParagraphId, ...]
    right: tuple[ParagraphId, ...]
    kind: Likeness
    moved: bool
    confidence: float
    words: Tally
    detail: Detail = NO_DETAIL
    links: tuple[Link, ...] = ()


@frozen
class Words:
    """The words of both sides: ``kept + changed + removed + moved`` are the left's."""

    left: int = 0
    right: int = 0
    kept: int = 0
    changed: int = 0
    added: int = 0
    removed: int = 0
    moved: int = 0

    @property
    def percent_changed(self) -> int:
        """How many of a hundred words, the new ones among them, are not as they were."""
        differing = self.changed + self.removed + self.added
        return round(100 * differing / max(1, self.left + self.added))


@frozen
class Summary:
    """The comparison in figures: words, and passages and beats by kind.

    ``passages`` counts paragraphs of both sides by the kind of their pair, and ``left_only`` and
    ``right_only``; ``beats`` counts pairs, and runs of passages that stand alone.
    """

    words: Words = field(default_factory=Words)
    passages: Mapping[str, int] = field(default_factory=dict[str, int])
    beats: Mapping[str, int] = field(default_factory=dict[str, int])


@frozen
class Settings:
    """What the writer wants overlooked, and how sure a tie must be to be read; True overlooks.

    Quotes and dashes, spaces and format never make a word another: what is not overlooked of them
    is told as quiet marks. Capitals and punctuation make a word another unless they are overlooked.
    ``meaning`` is a folder with a model of what sentences mean, if the writer has one.
    """

    least_confidence: float = 0.2
    quotes_and_dashes: bool = True
    spaces: bool = True
    capitals: bool = False
    punctuation: bool = False
    format: bool = True
    meaning: Path | None = None


@frozen
class Pin:
    """The writer's own word on two passages: tied, drawn together or not the same."""

    left: Passage
    right: Passage
    by: By


class Bond(NamedTuple):
    """Neighbouring paragraphs that are tied to some of a witness, by number, that surely."""

    ours: tuple[ParagraphId, ...]
    theirs: tuple[int, int]
    sure: float


@frozen
class Witness:
    """Another draft of the story: what of it the left is tied to, and what the right."""

    left: tuple[Bond, ...]
    right: tuple[Bond, ...]


@frozen
class Asked:
    """What is to be compared and how: two documents, what is overlooked, what others say of them.

    ``pins`` are the writer's own words, ``witnesses`` the other drafts of the story.
    """

    left: Document
    right: Document
    settings: Settings
    pins: tuple[Pin, ...] = ()
    witnesses: tuple[Witness, ...] = ()


@frozen(eq=False)
class Comparison:
    """Two drafts and what was found between them; compare two by their ``to_json``.

    ``pairs`` are in the order of the left, each made when it is looked at, and partition the
    paragraphs, with ``left_only`` and ``right_only``; ``weak_links`` are the links that made no
    pair; ``witnesses`` are the other drafts that were heard. ``memory`` is what `recompare` wants
    to know again; it says nothing of its own.
    """

    left: Document
    right: Document
    settings: Settings
    pins: tuple[Pin, ...]
    relation: Relation
    pairs: Sequence[Pair]
    left_only: tuple[ParagraphId, ...]
    right_only: tuple[ParagraphId, ...]
    weak_links: tuple[Link, ...]
    echoes: tuple[Shared, ...]
    names: tuple[Name, ...]
    summary: Summary
    exact: bool = True
    witnesses: tuple[Witness, ...] = ()
    memory: object = field(default=None, repr=False)

    @property
    def links(self) -> tuple[Link, ...]:
        """All links found, in the order of the left, those of a pair and weak ones alike."""
        left, right = self.left.place_of, self.right.place_of
        strong = (link for pair in self.pairs for link in pair.links or _every_link(pair))
        return tuple(
            sorted(
                (*strong, *self.weak_links),
                key=lambda link: (left(link.left) or 0, right(link.right) or 0),
            )
        )


def _every_link(pair: Pair) -> tuple[Link, ...]:
    return tuple(Link(one, other, pair.confidence) for one in pair.left for other in pair.right)


class Told(StrEnum):
    """Where a draft tells a beat, against the order of the first draft that tells it."""

    HERE = "here"
    EARLIER = "earlier"
    LATER = "later"


@frozen
class Beat:
    """One beat of the story: its passages in each draft (empty where a draft has none).

    ``inside`` are, for a draft without passages of its own, the numbers of the beats in which it
    tells this one too; ``told`` says of each draft where it tells it.
    """

    passages: tuple[tuple[ParagraphId, ...], ...]
    sure: float
    name: str = ""
    inside: tuple[tuple[int, ...], ...] = ()
    told: tuple[Told, ...] = ()


@frozen(eq=False)
class Beats:
    """What several drafts tell, beat by beat, in the order of the first draft."""

    documents: tuple[Document, ...]
    beats: tuple[Beat, ...]
    comparisons: Mapping[tuple[int, int], Comparison] = field(
        default_factory=dict[tuple[int, int], Comparison]
    )
