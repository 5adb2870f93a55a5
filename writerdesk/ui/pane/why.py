"""Why two passages are held to tell the same, in a few sentences the writer can check."""

from collections.abc import Iterator, Sequence

from writerdesk.compare.bounds import Bound
from writerdesk.compare.stops import Reading, Stop
from writerdesk.compare.tellings.in_common import says_something, words_in_common
from writerdesk.compare.values import By, Likeness, Pair, Span
from writerdesk.manuscript import Document
from writerdesk.ui.pane.scene import Column
from writerdesk.ui.pane.sentences import both_say, certainty, how_told
from writerdesk.words import _


def why_tied(reading: Reading, columns: Sequence[Column], stop: Stop) -> str:
    """Say what speaks for a tie."""
    if stop.column is not None:
        return _("Nothing found in the other draft that tells this. Drag to tie.")
    bounds = [reading.bounds[number] for number in stop.bounds]
    said: list[str] = []
    phrases = both_say(reading, columns, bounds)
    if named := phrases or _kept(reading, columns, bounds):
        said.append(_("Both: {phrases}.").format(phrases="; ".join(named)))
    if len(phrases) == len(named) < _ENOUGH and (
        rare := _rare(reading, columns, bounds, "; ".join(phrases))
    ):
        said.append(_("Both have the words {words}.").format(words=", ".join(rare)))
    said.append(_in_order(reading, stop))
    for bound in bounds:
        said.extend(
            dict.fromkeys((how_told(bound), _said_by(reading.pair_of(bound)) or certainty(bound)))
        )
    return " ".join(said)


# So many phrases say enough.
_ENOUGH = 2


def _rare(
    reading: Reading, columns: Sequence[Column], bounds: Sequence[Bound], said: str
) -> list[str]:
    """Return the rare words both have, of the first tie that has any, without what was said."""
    for bound in bounds:
        pair = reading.pair_of(bound)
        if pair is not None and bound.kind is not Likeness.SAME:
            left, right = (columns[column].document for column in bound.columns)
            rare = words_in_common((left, pair.left), (right, pair.right))
            if found := [word for word in rare if word not in said]:
                return found
    return []


def _in_order(reading: Reading, stop: Stop) -> str:
    """Say whether a tie stands as its neighbours do; alone it is in order with nobody."""
    if stop.moved:
        return _("Moved: not in order with its neighbours.")
    at = reading.stops.index(stop)
    beside = reading.stops[max(0, at - _BESIDE) : at + _BESIDE + 1]
    if any(one is not stop and one.column is None and not one.moved for one in beside):
        return _("In order with its neighbours.")
    return _("In order.")


# As near as this a tie is a neighbour, whatever only one draft tells between the two.
_BESIDE = 2

# Fewer words than this in a row are kept between any two sentences; more phrases nobody reads.
_IN_A_ROW, _PHRASES = 2, 2


def _kept(reading: Reading, columns: Sequence[Column], bounds: Sequence[Bound]) -> list[str]:
    """Return the longest words in a row that answering sentences kept."""
    found: list[str] = []
    for bound in bounds:
        pair = reading.pair_of(bound)
        if pair is not None and bound.kind is not Likeness.SAME:
            found.extend(_kept_in(columns[bound.columns[0]].document, pair))
    longest = sorted(found, key=len, reverse=True)[:_PHRASES]
    return [words for words in found if words in longest][:_PHRASES]


def _kept_in(document: Document, pair: Pair) -> Iterator[str]:
    for strand in pair.detail.strands:
        id, at, end = strand.left
        text = document.paragraphs[document.place_of(id) or 0].text
        changed = (mark for mark in pair.detail.left.exact if mark.paragraph == id)
        for mark in (*changed, Span(id, end, end)):
            words = text[at : max(at, min(mark.start, end))].strip(" ,.;:!?–—…")
            if len(words.split()) >= _IN_A_ROW and says_something(words):
                yield words
            at = max(at, mark.end)


def _said_by(pair: Pair | None) -> str:
    links = pair.links if pair else ()
    if any(link.by in (By.CONFIRMED, By.DRAWN) for link in links):
        return _("You said so.")
    return ""


# A tooltip hangs 16 px below its place and has up to three lines.
_HANGS, _HIGH, _POINTER = 16.0, 66.0, 8.0


def clear_of(top: float, pointer: float) -> float:
    """Return where to say it, below ``top`` but not under the pointer: there it would be gone."""
    below = top + _HANGS
    return pointer + _POINTER if below - _POINTER < pointer < below + _HIGH else top
