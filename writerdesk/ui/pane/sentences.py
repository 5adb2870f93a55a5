"""What the comparison says in words: gap rows, counters, lines of the list, announcements."""

from collections.abc import Sequence

from writerdesk.compare.bounds import Bound, Certainty
from writerdesk.compare.segments import Run
from writerdesk.compare.stops import Reading, Stop, how_many_say_something
from writerdesk.compare.values import Likeness, Relation
from writerdesk.insight.telling import is_all_talk
from writerdesk.manuscript import Document, count_words
from writerdesk.ui.pane.scene import Column
from writerdesk.ui.telling import grouped, tellings_told
from writerdesk.words import _, ngettext


def words_in(document: Document, run: Run) -> int:
    """Return how many words a run of passages has."""
    return sum(count_words(text.text) for text in document.paragraphs[run.start : run.end])


def goes_on(column: Column, run: Run) -> str:
    """Say what a column has that the other waits for; nothing of empty paragraphs alone."""
    passages = how_many_say_something(column.document, run)
    if not passages:
        return ""
    return ngettext(
        "{letter}: {passages} passage more, {words}",
        "{letter}: {passages} passages more, {words}",
        passages,
    ).format(letter=column.letter, passages=passages, words=words(words_in(column.document, run)))


def ends_here(column: Column) -> str:
    """Say that a column has come to its end."""
    if column.cut_off:
        return _("{letter} ends here, in mid-sentence").format(letter=column.letter)
    return _("{letter} ends here").format(letter=column.letter)


def words(count: int) -> str:
    """Say a number of words."""
    return ngettext("{count} word", "{count} words", count).format(count=grouped(count))


def told_elsewhere(reading: Reading, stop: Stop, waiting: int) -> str:
    """Say where the waiting column has what the other has here."""
    there = stop.runs[waiting]
    here = next(run for column, run in enumerate(stop.runs) if run and column != waiting)
    if there is None:
        return ""
    number = stop.number + 1
    if reading.relation is Relation.REVISION:
        if there.start < here.start:
            return _("change {number}, moved: earlier here").format(number=number)
        return _("change {number}, moved: later here").format(number=number)
    if there.start < here.start:
        return _("beat {number}, told earlier here").format(number=number)
    return _("beat {number}, told later here").format(number=number)


def counter(reading: Reading, current: int) -> str:
    """Say which stop is the current one, of how many."""
    total = len(reading.stops)
    if reading.relation is Relation.REVISION:
        return _("change {number} of {total}").format(number=current + 1, total=total)
    return _("beat {number} of {total}").format(number=current + 1, total=total)


def whereabouts_told(reading: Reading, columns: Sequence[Column], current: int) -> str:
    """Say which stop is the current one or, at none, how many there are."""
    if current >= 0:
        return counter(reading, current)
    if reading.relation is not Relation.REVISION:
        return ""
    total = len(reading.stops)
    if total:
        return ngettext("{count} change", "{count} changes", total).format(count=grouped(total))
    left, right = ", ".join(column.letter for column in columns[:-1]), columns[-1].letter
    return _("{left} and {right} say the same, word for word.").format(left=left, right=right)


def first_words(document: Document, paragraph: int, count: int = 6) -> str:
    """Return the words a passage begins with, as its name."""
    found = document.paragraphs[paragraph].text.split()
    return " ".join(found[:count]).rstrip(",;:–—")


def how_told(bound: Bound) -> str:
    """Say how alike two passages are and how sure that is."""
    if bound.certainty is Certainty.ALL:
        return _("Perhaps the same.")
    return _likeness()[bound.kind]


def _likeness() -> dict[Likeness, str]:
    return {
        Likeness.SAME: _("The same."),
        Likeness.EDITED: _("Edited."),
        Likeness.REWORKED: _("Reworked."),
        Likeness.REWRITTEN: _("Told anew."),
    }


def announcement(reading: Reading, columns: Sequence[Column], stop: Stop) -> str:
    """Say what a stop is, as a screen reader tells it."""
    said = [counter(reading, stop.number).capitalize() + ", " + _where(columns, stop)]
    said.extend(_passages(columns[column], run) for column, run in enumerate(stop.runs) if run)
    bounds = [reading.bounds[number] for number in stop.bounds]
    said.extend(f"{how_told(bound)} {certainty(bound)}" for bound in bounds)
    return " ".join(said)


def _where(columns: Sequence[Column], stop: Stop) -> str:
    if stop.column is not None:
        return _("only in {letter}.").format(letter=columns[stop.column].letter)
    return _("in both, moved.") if stop.moved else _("in both.")


def _passages(column: Column, run: Run) -> str:
    if run.end - run.start == 1:
        return _("Passage {number} of {letter}.").format(number=run.start + 1, letter=column.letter)
    return _("Passages {first} to {last} of {letter}.").format(
        first=run.start + 1, last=run.end, letter=column.letter
    )


def certainty(bound: Bound) -> str:
    """Say how sure a tie is."""
    return {
        Certainty.SURE: _("Sure."),
        Certainty.LIKELY: _("Likely."),
        Certainty.ALL: _("Maybe."),
    }[bound.certainty]


def list_name(columns: Sequence[Column], stop: Stop) -> str:
    """Return the name of a stop: the words its first telling begins with."""
    column, run = next((c, run) for c, run in enumerate(stop.runs) if run)
    document = columns[column].document
    worded = (n for n in range(*run) if any(map(str.isalpha, document.paragraphs[n].text)))
    return first_words(document, next(worded, run.start))


def list_line(reading: Reading, columns: Sequence[Column], stop: Stop) -> str:
    """Say in one sentence what a stop is."""
    if stop.column is not None:
        run = stop.runs[stop.column] or Run(0, 0)
        if is_revised(reading, columns):
            return _came_or_went(columns[stop.column], run, left=stop.column == 0)
        return _only_in(columns[stop.column], run)
    bounds = [reading.bounds[number] for number in stop.bounds]
    said = [_moved_to(reading, columns, stop)] if stop.moved else []
    said.extend(dict.fromkeys(_told_inside(reading, bound) for bound in bounds))
    if reading.relation is Relation.REVISION:
        said.extend(filter(None, (_first_change(reading, columns, bound) for bound in bounds[:1])))
    else:
        phrases = both_say(reading, columns, bounds)
        if phrases:
            said.append(_("Both: {phrases}.").format(phrases=", ".join(phrases)))
    said.extend(_breaks_off(column, run) for column, run in zip(columns, stop.runs, strict=True))
    return " ".join(filter(None, said))


def _told_inside(reading: Reading, bound: Bound) -> str:
    """Say how alike two passages are, and whether sentences in them stand in another order."""
    pair = reading.pair_of(bound)
    is_told_anew = bound.kind is Likeness.REWRITTEN and bound.certainty is not Certainty.ALL
    if pair is None or not is_told_anew:
        return how_told(bound)
    ours = [(pair.left.index(one.left.paragraph), one.left.start) for one in pair.detail.strands]
    theirs = [
        (pair.right.index(one.right.paragraph), one.right.start) for one in pair.detail.strands
    ]
    places = [there for _here, there in sorted(zip(ours, theirs, strict=True))]
    is_crossed = places != sorted(places)
    return _("Told anew, in another order inside.") if is_crossed else how_told(bound)


def is_revised(reading: Reading, columns: Sequence[Column]) -> bool:
    """Tell whether what only one of two columns has was added or removed: not so of tellings."""
    return reading.relation is Relation.REVISION and len(columns) == 2


def _came_or_went(column: Column, run: Run, *, left: bool) -> str:
    passages = how_many_say_something(column.document, run)
    removed = ngettext(
        "Removed: {passages} passage, {words}.", "Removed: {passages} passages, {words}.", passages
    )
    added = ngettext(
        "Added: {passages} passage, {words}.", "Added: {passages} passages, {words}.", passages
    )
    counted = words(words_in(column.document, run))
    return (removed if left else added).format(passages=passages, words=counted)


def _only_in(column: Column, run: Run) -> str:
    passages = how_many_say_something(column.document, run)
    told = ngettext(
        "Only in {letter}: {passages} passage, {words}.",
        "Only in {letter}: {passages} passages, {words}.",
        passages,
    )
    if is_all_talk(text.text for text in column.document.paragraphs[run.start : run.end]):
        told = ngettext(
            "Only in {letter}: {passages} passage, {words}, all talk.",
            "Only in {letter}: {passages} passages, {words}, all talk.",
            passages,
        )
    return told.format(
        letter=column.letter, passages=passages, words=words(words_in(column.document, run))
    )


def _moved_to(reading: Reading, columns: Sequence[Column], stop: Stop) -> str:
    """Say after which other stop the last column has what was moved."""
    there = next((c for c, run in reversed(list(enumerate(stop.runs))) if run), 0)
    run, letter = stop.runs[there], columns[there].letter
    places = range(run.start - 1, -1, -1) if run else range(0)
    before = (reading.stop_at(there, place) for place in places)
    found = next((other for other in before if other is not None and other is not stop), None)
    if found is None:
        return _("Moved: to the beginning of {letter}.").format(letter=letter)
    number = found.number + 1
    if reading.relation is Relation.REVISION:
        return _("Moved: after change {number} in {letter}.").format(number=number, letter=letter)
    return _("Moved: after beat {number} in {letter}.").format(number=number, letter=letter)


# More than three phrases are a list nobody reads.
_PHRASES = 3


def both_say(reading: Reading, columns: Sequence[Column], bounds: Sequence[Bound]) -> list[str]:
    """Return the longest phrases both have, in the order of the text."""
    found: list[tuple[int, int, str]] = []
    for bound in bounds:
        pair = reading.pair_of(bound)
        for place, shared in enumerate(pair.detail.shared if pair else ()):
            span = shared.left
            document = columns[bound.columns[0]].document
            number = document.place_of(span.paragraph)
            if number is not None:
                text = document.paragraphs[number].text[span.start : span.end]
                found.append((-len(text), place, text))
    longest = sorted(sorted(found)[:_PHRASES], key=lambda phrase: phrase[1])
    return [text for _, _, text in longest]


def _first_change(reading: Reading, columns: Sequence[Column], bound: Bound) -> str:
    """Say the first words that changed, as they were and as they are."""
    pair = reading.pair_of(bound)
    if pair is None:
        return ""
    sides = pair.detail.left.shown[:1], pair.detail.right.shown[:1]
    texts: list[str] = []
    for column, spans in zip(bound.columns, sides, strict=True):
        document = columns[column].document
        for span in spans:
            number = document.place_of(span.paragraph)
            if number is not None:
                texts.append(document.paragraphs[number].text[span.start : span.end])
    return " → ".join(f"“{text}”" for text in texts)


def _breaks_off(column: Column, run: Run | None) -> str:
    if run and column.cut_off and run.end == len(column.document):
        return _("{letter} stops here, in mid-sentence.").format(letter=column.letter)
    return ""


def list_title(reading: Reading) -> str:
    """Return the title of the list of stops."""
    return _("Changes") if reading.relation is Relation.REVISION else _("Beats")


def summary_title(reading: Reading, columns: Sequence[Column]) -> str:
    """Say in a line what the drafts are to each other."""
    if reading.relation is Relation.REVISION and len(columns) == 2:
        return _("{right} is a revision of {left}").format(
            right=columns[1].letter, left=columns[0].letter
        )
    return tellings_told(len(columns))
