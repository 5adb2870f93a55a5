"""Why two passages are held to tell the same, in a few sentences the writer can check."""

from collections.abc import Sequence

from writerdesk.compare.stops import Reading, Stop
from writerdesk.compare.values import By, Pair
from writerdesk.ui.pane.scene import Column
from writerdesk.ui.pane.sentences import both_say, certainty, how_told
from writerdesk.words import _


def why_tied(reading: Reading, columns: Sequence[Column], stop: Stop) -> str:
    """Say what speaks for a tie."""
    if stop.column is not None:
        return _("Nothing found in the other draft that tells this. Drag to tie.")
    bounds = [reading.bounds[number] for number in stop.bounds]
    said: list[str] = []
    if phrases := both_say(reading, columns, bounds):
        said.append(_("Both: {phrases}.").format(phrases="; ".join(phrases)))
    said.append(_("Moved: not in order with its neighbours.") if stop.moved else _("In order."))
    for bound in bounds:
        said.extend(
            dict.fromkeys((how_told(bound), _said_by(reading.pair_of(bound)) or certainty(bound)))
        )
    return " ".join(said)


def _said_by(pair: Pair | None) -> str:
    links = pair.links if pair else ()
    if any(link.by in (By.CONFIRMED, By.DRAWN) for link in links):
        return _("You said so.")
    return ""
