"""Names…: gives a whole draft the names of the story, with every place to be looked at first."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtWidgets import QWidget

from writerdesk.story.names import NamePlace, name_places, with_names_of_story
from writerdesk.story.story import Story
from writerdesk.ui.exchanges import Exchange
from writerdesk.ui.look import Look
from writerdesk.ui.places_dialog import Group, PlacesDialog, Said
from writerdesk.ui.places_doer import PlacesDoer
from writerdesk.words import _, ngettext


class NamesDoer(PlacesDoer):
    """Asks which names are to change, and changes them as one act."""

    topic = "names"

    def dialog(self, draft: str) -> PlacesDialog:
        """Show where the draft has other names than the story."""
        return names_dialog(self._story.workspace.story, draft, home=self._home)

    def change(self, draft: str, chosen: tuple[object, ...]) -> str:
        """Give these places the names of the story."""
        workspace = self._story.workspace
        letter = workspace.story.draft(draft).letter
        places = [one for one in chosen if isinstance(one, NamePlace)]
        after = with_names_of_story(workspace.story, draft, places)
        workspace.become("heal_names", after, letter=letter)
        told = ngettext(
            "{count} name changed in {letter}.", "{count} names changed in {letter}.", len(places)
        )
        return told.format(count=len(places), letter=letter)


def names_dialog(story: Story, draft: str, *, home: tuple[Look, QWidget]) -> PlacesDialog:
    """Return the dialog that shows where a draft has other names than the story."""
    letter = story.draft(draft).letter
    said = Said(
        _("Names in {letter}").format(letter=letter),
        _("What people are called in {letter}, and in this story.").format(letter=letter),
        _(
            "Everybody is called here as in the story. Say on a character's sheet what each "
            "draft calls them, or answer “Are these the same?” above the characters."
        ),
    )
    return PlacesDialog(said, _groups(name_places(story, draft)), _exchange, _do, home)


def _groups(places: tuple[NamePlace, ...]) -> Iterator[Group]:
    by_name = sorted(places, key=lambda one: one.renaming)
    for renaming, those in groupby(by_name, key=lambda one: one.renaming):
        found = list(those)
        words = ngettext(
            "{said} → {instead}: {count} place", "{said} → {instead}: {count} places", len(found)
        )
        rows = [(f"{one.before}{one.renaming.said}{one.after}", one) for one in found]
        yield Group(words.format(**renaming._asdict(), count=len(found)), rows)


def _do(count: int) -> str:
    return ngettext("Change {count} Name", "Change {count} Names", count).format(count=count)


def _exchange(place: object) -> Exchange:
    assert isinstance(place, NamePlace)
    return Exchange(place.before, place.renaming.said, place.renaming.instead, place.after)
