"""Tidy Typography…: a whole draft's quotes, dashes, dots and spaces, each looked at first."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from PySide6.QtWidgets import QWidget

from writerdesk.manuscript.tidying import Tidying
from writerdesk.story.story import Story
from writerdesk.story.tidying import TidyPlace, tidied, tidy_places
from writerdesk.ui.exchanges import Exchange
from writerdesk.ui.languages import system_language
from writerdesk.ui.look import Look
from writerdesk.ui.places_dialog import Group, PlacesDialog, Said
from writerdesk.ui.places_doer import PlacesDoer
from writerdesk.words import _, ngettext

# A space that goes can't be seen struck through; a dot in its place can.
_SEEN = str.maketrans(" \u00a0", "··")


class TidyDoer(PlacesDoer):
    """Asks what is to be tidied in the chosen draft, and does it as one act."""

    topic = "tidy"

    def dialog(self, draft: str) -> PlacesDialog:
        """Show what can be tidied."""
        return tidy_dialog(self._story.workspace.story, draft, home=self._home)

    def change(self, draft: str, chosen: tuple[object, ...]) -> str:
        """Tidy these places."""
        workspace = self._story.workspace
        letter = workspace.story.draft(draft).letter
        places = [one for one in chosen if isinstance(one, TidyPlace)]
        workspace.become("tidy", tidied(workspace.story, draft, places), letter=letter)
        told = ngettext(
            "{count} place tidied in {letter}.", "{count} places tidied in {letter}.", len(places)
        )
        return told.format(count=len(places), letter=letter)


def tidy_dialog(story: Story, draft: str, *, home: tuple[Look, QWidget]) -> PlacesDialog:
    """Return the dialog that shows what can be tidied in a draft."""
    letter = story.draft(draft).letter
    said = Said(
        _("Tidy Typography in {letter}").format(letter=letter),
        _("What goes is struck through, what comes stands after it. Uncheck what shall stay."),
        _("Nothing to tidy: quotes, dashes, dots and spaces are as a book has them."),
    )
    places = tidy_places(story, draft, system_language())
    return PlacesDialog(said, _groups(places), _exchange, _do, home)


def _groups(places: tuple[TidyPlace, ...]) -> Iterator[Group]:
    order = list(Tidying)
    by_kind = sorted(places, key=lambda one: order.index(one.kind))
    for kind, those in groupby(by_kind, key=lambda one: one.kind):
        found = list(those)
        words = _("{what}: {count}").format(what=_kinds()[kind], count=len(found))
        rows = [(f"{one.before}{one.words}{one.after}", one) for one in found]
        yield Group(words, rows)


def _kinds() -> Mapping[Tidying, str]:
    return {
        Tidying.SPACES: _("Doubled spaces"),
        Tidying.QUOTES: _("Straight quotes"),
        Tidying.APOSTROPHES: _("Straight apostrophes"),
        Tidying.DASHES: _("Two hyphens for a dash"),
        Tidying.DOTS: _("Three dots for an ellipsis"),
    }


def _do(count: int) -> str:
    return ngettext("Tidy {count} Place", "Tidy {count} Places", count).format(count=count)


def _exchange(place: object) -> Exchange:
    assert isinstance(place, TidyPlace)
    instead = place.exchange.instead
    return Exchange(
        place.before, place.words.translate(_SEEN), instead.translate(_SEEN), place.after
    )
