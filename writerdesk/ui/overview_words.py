"""What the overview says of beats and drafts."""

from collections.abc import Sequence

from writerdesk.compare import Told
from writerdesk.insight.telling import Person
from writerdesk.story.overview import BeatRow, Cell, Introduced, Overview
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.telling import grouped
from writerdesk.words import _, ngettext


def beats_told(overview: Overview, drafts: Sequence[DraftRow]) -> str:
    """Say how many beats there are, and how many of them how many drafts tell."""
    many = ngettext("{count} beat", "{count} beats", len(overview.rows)).format(
        count=grouped(len(overview.rows))
    )
    perhaps = overview.perhaps_by_all()
    gaps = {"beats": many, "all": overview.told_by_all(), "perhaps": perhaps}
    if perhaps:
        said = [_("{beats}: {all} in all drafts, {perhaps} perhaps.").format(**gaps)]
    else:
        said = [_("{beats}: {all} in all drafts.").format(**gaps)]
    if some := overview.told_by_some():
        said.append(_("{some} in some.").format(some=some))
    said.extend(
        _("Only in {letter}: {count}.").format(letter=draft.letter, count=alone)
        for number, draft in enumerate(drafts)
        if (alone := overview.told_alone(number))
    )
    return " ".join(said)


def introduced_told(one: Introduced) -> str:
    """Say who tells a draft and who is in it: “he” · Jasper, Pip."""
    persons = {
        Person.FIRST: _("“I”"),
        Person.HE: _("“he”"),
        Person.SHE: _("“she”"),
        Person.UNKNOWN: "",
    }
    return " · ".join(part for part in (persons[one.person], ", ".join(one.names)) if part)


def cast_told(overview: Overview) -> str:
    """Say who is called otherwise in another draft: dog — Pip / Rusty / Rusty."""
    lines: list[str] = []
    for who in overview.cast:
        names = " / ".join(name or _("–") for name in who.names)
        told = _("{role} — {names}").format(role=who.role, names=names)
        lines.append(told if who.role else _("Names — {names}").format(names=names))
    return "\n".join(lines)


def cell_told(cell: Cell, *, briefly: bool = False) -> str:
    """Say how long a draft tells a beat, and where if not here; ``briefly``: where alone."""
    if briefly:
        return {Told.HERE: "", Told.EARLIER: "↑", Told.LATER: "↓"}[cell.told]
    words = ngettext("{count} word", "{count} words", cell.words).format(count=grouped(cell.words))
    where = {
        Told.HERE: "",
        Told.EARLIER: _("↑ earlier"),
        Told.LATER: _("↓ later"),
    }[cell.told]
    return " · ".join(part for part in (where, words) if part)


def hole_told(cell: Cell) -> str:
    """Say why a draft has no passages of its own at a beat."""
    if not cell.inside:
        return _("none found")
    numbers = [str(number + 1) for number in cell.inside]
    if len(numbers) == 1:
        return _("inside beat {number}").format(number=numbers[0])
    return _("inside beats {numbers} and {last}").format(
        numbers=", ".join(numbers[:-1]), last=numbers[-1]
    )


def cell_spoken(cell: Cell, letter: str, number: int) -> str:
    """Say a cell to who can't see it."""
    if not cell.passages:
        return _("Beat {number}, {letter}: {hole}").format(
            number=number, letter=letter, hole=hole_told(cell)
        )
    said = _("Beat {number}, {letter}: {told}. {first}")
    if not cell.is_likely:
        said = _("Beat {number}, {letter}, maybe: {told}. {first}")
    return said.format(number=number, letter=letter, told=cell_told(cell), first=cell.first)


def name_spoken(row: BeatRow, number: int) -> str:
    """Say which beat a row is."""
    return _("Beat {number}: {name}").format(number=number, name=row.name)
