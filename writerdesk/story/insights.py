"""What can be told of several drafts at once: how each is told, who is who, what they share.

Everything comes from the comparisons of every two of them; nothing is read a second time but for
person, tense and talk.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from writerdesk.compare import Beats, Comparison, Relation, Shared
from writerdesk.compare.tellings.cast import Person, people
from writerdesk.compare.tellings.vocabulary import vocabulary
from writerdesk.compare.tellings.worded import worded
from writerdesk.frozen import frozen
from writerdesk.insight.roles import role_of, role_of_all
from writerdesk.insight.telling import Telling, telling
from writerdesk.manuscript import Document, ParagraphId, count_words, folded_text
from writerdesk.manuscript.tokens import words

_Two: TypeAlias = tuple[int, int]
_Who: TypeAlias = tuple[int, str]


@frozen
class SharedPhrase:
    """A phrase that several drafts have: as the first of them says it, and how often in all."""

    words: str
    drafts: tuple[int, ...]
    places: int


@frozen
class Alone:
    """What one draft alone tells: a run of passages, by what it is called, and its words."""

    draft: int
    name: str
    passages: tuple[ParagraphId, ...]
    words: int


@frozen
class Insight:
    """What is told of drafts together; ``cast`` has a row for each person, a name for each draft.

    A draft that does not have somebody has an empty name there; "I" is who tells a draft. ``roles``
    says of each row what somebody is, as the drafts say themselves: dog, mother; or nothing.
    """

    told: tuple[Telling, ...]
    cast: tuple[tuple[str, ...], ...]
    roles: tuple[str, ...]
    phrases: tuple[SharedPhrase, ...]
    alone: tuple[Alone, ...]


def insight(beats: Beats) -> Insight:
    """Tell what drafts share and where each stands alone."""
    rows = cast(beats.documents, beats.comparisons)
    return Insight(
        tuple(telling(document) for document in beats.documents),
        rows,
        roles(beats.documents, rows),
        phrases(beats.documents, beats.comparisons),
        tuple(_alone(beats)),
    )


def cast(
    documents: Sequence[Document], comparisons: Mapping[_Two, Comparison]
) -> tuple[tuple[str, ...], ...]:
    """Return who is in two drafts or more, those named most often first."""
    named = [people(worded(document)) for document in documents]
    rows = _joined((*_same(named, comparisons), *_of_one_role(documents, named, comparisons)))
    times = {(n, one.name): one.mentions for n, some in enumerate(named) for one in some}
    told = sorted(rows, key=lambda row: (-sum(times.get(one, 0) for one in row), sorted(row)))
    return tuple(
        tuple(_called(number, row, times) for number in range(len(documents))) for row in told
    )


def roles(documents: Sequence[Document], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return what each person of a cast is, in the words of the drafts."""
    texts = [[paragraph.text for paragraph in document.paragraphs] for document in documents]
    return tuple(
        role_of_all([role_of(name, said) for name, said in zip(row, texts, strict=True) if name])
        for row in rows
    )


def phrases(
    documents: Sequence[Document], comparisons: Mapping[_Two, Comparison]
) -> tuple[SharedPhrase, ...]:
    """Return the phrases that two drafts or more have, longest first, rare before common.

    Drafts of which one is a revision of the other share nearly everything and tell none.
    """
    known = vocabulary()
    places: dict[tuple[str, ...], set[tuple[int, ParagraphId, int]]] = {}
    said: dict[tuple[str, ...], str] = {}
    for two, comparison in sorted(comparisons.items()):
        for shared in _shared(comparison):
            for draft, span in zip(two, shared, strict=True):
                text = _text(documents[draft], span.paragraph)[span.start : span.end]
                key = tuple(known.content(words(folded_text(text))))
                said.setdefault(key, " ".join(text.split()))
                places.setdefault(key, set()).add((draft, span.paragraph, span.start))
    found = [
        SharedPhrase(said[key], _drafts(where), len(where))
        for key, where in places.items()
        if len(_drafts(where)) > 1
    ]
    return tuple(sorted(found, key=_longest_first))


def _longest_first(phrase: SharedPhrase) -> tuple[int, int, tuple[int, ...], str]:
    return -count_words(phrase.words), phrase.places, phrase.drafts, phrase.words


def _shared(comparison: Comparison) -> Iterator[Shared]:
    for pair in comparison.pairs:
        yield from pair.detail.shared
    yield from comparison.echoes


def _drafts(where: Iterable[tuple[int, ParagraphId, int]]) -> tuple[int, ...]:
    return tuple(sorted({draft for draft, *_ in where}))


def _same(
    named: Sequence[Sequence[Person]], comparisons: Mapping[_Two, Comparison]
) -> Iterator[tuple[_Who, _Who]]:
    """Give every two names that are one person."""
    for (i, j), comparison in comparisons.items():
        there = {person.name for person in named[j]}
        yield from (((i, one.name), (j, one.name)) for one in named[i] if one.name in there)
        yield from (((i, name.left), (j, name.right)) for name in comparison.names)


def _of_one_role(
    documents: Sequence[Document],
    named: Sequence[Sequence[Person]],
    comparisons: Mapping[_Two, Comparison],
) -> Iterator[tuple[_Who, _Who]]:
    """Give the only dog of one draft and the only dog of the other, if they are nobody else."""
    said = [[paragraph.text for paragraph in document.paragraphs] for document in documents]
    only = [_only(some, texts) for some, texts in zip(named, said, strict=True)]
    for (i, j), comparison in comparisons.items():
        if comparison.relation is Relation.REVISION:
            continue
        here, there = ({person.name for person in named[n]} for n in (i, j))
        known = {name.left for name in comparison.names} | (here & there)
        known_there = {name.right for name in comparison.names} | (here & there)
        for role in sorted(only[i].keys() & only[j].keys()):
            one, other = only[i][role], only[j][role]
            if one not in known and other not in known_there:
                yield (i, one), (j, other)


def _only(people_: Sequence[Person], texts: Sequence[str]) -> dict[str, str]:
    """Return of each role that only one person has whose it is."""
    whose: dict[str, list[str]] = {}
    for person in people_:
        whose.setdefault(role_of(person.name, texts), []).append(person.name)
    return {role: names[0] for role, names in whose.items() if role and len(names) == 1}


def _joined(same: Iterable[tuple[_Who, _Who]]) -> list[frozenset[_Who]]:
    row_of: dict[_Who, frozenset[_Who]] = {}
    for one, other in same:
        row = row_of.get(one, frozenset((one,))) | row_of.get(other, frozenset((other,)))
        row_of.update(dict.fromkeys(row, row))
    return list(dict.fromkeys(row_of.values()))


def _called(draft: int, row: frozenset[_Who], times: Mapping[_Who, int]) -> str:
    """Return what somebody is called in a draft; by the name it has most often, if by several."""
    names = Counter({name: 1 + times.get((n, name), 0) for n, name in sorted(row) if n == draft})
    return names.most_common(1)[0][0] if names else ""


def _alone(beats: Beats) -> Iterator[Alone]:
    for beat in beats.beats:
        having = [draft for draft, passages in enumerate(beat.passages) if passages]
        if len(having) == 1 and not any(beat.inside):
            (draft,) = having
            passages = beat.passages[draft]
            texts = (_text(beats.documents[draft], id) for id in passages)
            yield Alone(draft, beat.name, passages, sum(map(count_words, texts)))


def _text(document: Document, id: ParagraphId) -> str:
    place = document.place_of(id)
    assert place is not None
    return document.paragraphs[place].text
