"""The summary card's sentences: what two drafts are to each other, in figures."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from writerdesk.compare.bounds import Certainty, passages_moved
from writerdesk.compare.same_words import longest_alike
from writerdesk.compare.stops import Reading
from writerdesk.compare.values import Comparison, Likeness, Name, Relation
from writerdesk.insight.roles import NARRATOR
from writerdesk.insight.telling import Person, Telling
from writerdesk.story.insights import roles
from writerdesk.ui.pane.scene import Column
from writerdesk.ui.pane.sentences import words
from writerdesk.ui.telling import grouped
from writerdesk.words import _, ngettext, pgettext

# Fewer words in a row than this are what any two tellings of one thing share.
_IN_A_ROW = 4
# More renamed people than this are for the sheets, not for a card.
_NAMES = 4


def facts(
    reading: Reading,
    columns: Sequence[Column],
    comparisons: Mapping[tuple[int, int], Comparison],
) -> str:
    """Say in a few sentences how much two drafts share."""
    if reading.relation is Relation.REVISION and len(comparisons) == 1:
        return _revision(next(iter(comparisons.values())))
    alone = " ".join(_alone(reading, columns))
    return "\n".join(said for said in (" ".join(_tellings(reading, columns)), alone) if said)


def renamed(comparisons: Mapping[tuple[int, int], Comparison]) -> Iterator[str]:
    """Say who is called how on both sides, and what they are if the drafts say so."""
    if len(comparisons) != 1:
        return
    comparison = next(iter(comparisons.values()))
    rows = [(name.left, name.right) for name in comparison.names[:_NAMES]]
    for (one, other), role in zip(
        rows, roles((comparison.left, comparison.right), rows), strict=True
    ):
        if not role and NARRATOR not in (one, other):
            yield _("Names — {one} / {other}").format(one=one, other=other)
        else:
            who = role or _("the narrator")
            yield _("{role} — {one} / {other}").format(role=who, one=one, other=other)


def doubt(reading: Reading) -> str:
    """Say how far the ties can be trusted, where there are any to doubt."""
    if reading.relation is Relation.REVISION or not reading.bounds:
        return ""
    if all(bound.certainty is Certainty.SURE for bound in reading.bounds):
        return _("Ties are found by words and order.")
    return _("Ties are found by words and order; check those marked maybe.")


def held_back(count: int, texts: int = 2) -> str:
    """Say how many ties are less sure than was asked for, with a link to show them."""
    if count == 0:
        return ""
    told = (
        ngettext("{count} more may be told in both.", "{count} more may be told in both.", count)
        if texts == 2
        else ngettext("{count} more may be shared.", "{count} more may be shared.", count)
    )
    said = told.format(count=count)
    return f'{said} <a href="all">{_("Show all")}</a>'


def ways_told(
    reading: Reading, told: Sequence[Telling], comparisons: Mapping[tuple[int, int], Comparison]
) -> Iterator[str]:
    """Say of tellings who tells each, how much of it is talk, and how many words are the same."""
    if reading.relation is Relation.REVISION:
        return
    if any(one.person is not Person.UNKNOWN for one in told):
        names = " / ".join(teller(one.person) for one in told)
        yield _("Told by — {names}").format(names=names)
    if told:
        yield _("Talk — {shares}").format(shares=" / ".join(_talk(one) for one in told))
    if len(comparisons) == 1:
        yield _("Same words — {said}").format(said=_same_words(next(iter(comparisons.values()))))


def teller(person: Person) -> str:
    """Say who tells."""
    return {
        Person.FIRST: _("“I”"),
        Person.HE: _("“he”"),
        Person.SHE: _("“she”"),
        Person.UNKNOWN: _("nobody"),
    }[person]


def _talk(told: Telling) -> str:
    share = round(100 * told.talk)
    return _("{share} %").format(share=share) if share else pgettext("talk", "none")


def _same_words(comparison: Comparison) -> str:
    longest, following = (*longest_alike(comparison), 0, 0)[:2]
    if longest < _IN_A_ROW:
        return _("scraps") if longest else _("none in a row")
    if following < _IN_A_ROW:
        return _("{count} in a row, then scraps").format(count=longest)
    return _("{count} in a row, then {next}").format(count=longest, next=following)


def _tellings(reading: Reading, columns: Sequence[Column]) -> Iterator[str]:
    both = [stop for stop in reading.stops if stop.column is None]
    likely = sum(
        any(reading.bounds[n].certainty is not Certainty.SURE for n in stop.bounds) for stop in both
    )
    if not both:
        yield _(
            "No passages found that tell the same. "
            "Drag a passage onto another to tie them; the rest will follow."
        )
        return
    gaps = {"sure": len(both) - likely, "total": len(reading.stops), "likely": likely}
    if len(columns) > 2:
        told = (
            _("{sure} of {total} beats are in more than one draft, {likely} perhaps.")
            if likely
            else _("{sure} of {total} beats are in more than one draft.")
        )
    elif likely:
        told = _("{sure} of {total} beats are in both, {likely} perhaps.")
    else:
        told = _("{sure} of {total} beats are in both.")
    yield told.format(**gaps)
    if len(columns) == 2:
        shares = [_share(reading, column) for column in range(2)]
        yield _("That is {one} % of {left} and {other} % of {right}.").format(
            one=shares[0], other=shares[1], left=columns[0].letter, right=columns[1].letter
        )


def _alone(reading: Reading, columns: Sequence[Column]) -> Iterator[str]:
    """Say how many beats each draft has for itself, where some are in both."""
    if all(stop.column is not None for stop in reading.stops):
        return
    for number, column in enumerate(columns):
        if alone := sum(stop.column == number for stop in reading.stops):
            yield _("Only in {letter}: {count}.").format(letter=column.letter, count=alone)


def _share(reading: Reading, column: int) -> int:
    """Return how many of a hundred letters of a column are told in both."""
    lengths = [len(paragraph.text) for paragraph in reading.documents[column].paragraphs]
    tied = sum(
        sum(lengths[run.start : run.end])
        for stop in reading.stops
        if stop.column is None and (run := stop.runs[column])
    )
    return round(100 * tied / max(1, sum(lengths)))


def _revision(comparison: Comparison) -> str:
    if not any(pair.kind is not Likeness.SAME for pair in comparison.pairs) and not (
        comparison.left_only or comparison.right_only
    ):
        return _("Both say the same, word for word.")
    share = comparison.summary.words.percent_changed
    told = _("{share} % changed: {figures}.")
    said = [told.format(share=share, figures=", ".join(_figures(comparison)))]
    said.extend(
        ngettext("{old} is {new} now, once.", "{old} is {new} now, {count} ×.", name.places).format(
            old=name.left, new=name.right, count=name.places
        )
        for name in [one for one in comparison.names if _is_another(one)][:_NAMES]
    )
    return " ".join(said)


def _is_another(name: Name) -> bool:
    """Tell whether somebody is called otherwise, not only written in capitals."""
    return name.left.casefold() != name.right.casefold()


def _figures(comparison: Comparison) -> Iterator[str]:
    """Say how much of each kind of change there is, of those there are; the first says of what."""
    counted = comparison.summary.words
    unit: Callable[[int], str] = words
    for told, count in (
        (_("{words} changed"), counted.changed),
        (_("{words} added"), counted.added),
        (_("{words} removed"), counted.removed),
    ):
        if count:
            yield told.format(words=unit(count))
            unit = grouped
    if moved := passages_moved(comparison):
        yield ngettext("{count} passage moved", "{count} passages moved", moved).format(count=moved)
