"""What the commands of the Compare menu do, by the page they are for.

The page is asked for when a command is given, not before: a window need not have made it yet.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from writerdesk.ui.commands import done_late
from writerdesk.words import _

if TYPE_CHECKING:
    from writerdesk.ui.compare_page.page import ComparePage
    from writerdesk.ui.menus import Actions
    from writerdesk.ui.story_view import StoryView

Doer = Callable[["ComparePage"], object]

ARRANGEMENTS = {
    "look.side_by_side": "side by side",
    "look.lined_up": "lined up",
    "look.one_column": "one column",
}
CERTAINTIES = {"ties.sure": "sure", "ties.likely": "likely", "ties.all": "all"}
OVERLOOKED = {
    "overlook.quotes": "quotes_and_dashes",
    "overlook.spaces": "spaces",
    "overlook.capitals": "capitals",
    "overlook.punctuation": "punctuation",
    "overlook.format": "format",
}


def compare_doers(story: "StoryView") -> Mapping[str, Callable[[], object]]:
    """Return what each command does."""
    return {
        **{id: _on(story, do) for id, do in _DOERS.items()},
        **{id: (lambda do=do: do(story.compare)) for id, do in _CHOOSING.items()},
        "compare.with": lambda: _compare_with(story),
    }


def text_doers(
    story: "StoryView", in_text: Mapping[str, Callable[[], object]]
) -> Mapping[str, Callable[[], object]]:
    """Return what is done in the text or in the columns, whichever is shown, each in its way.

    ``in_text`` says what it does in the text.
    """
    return {**_finding(story), **_copying(story, in_text)}


def show_compare_state(actions: "Actions", page: "ComparePage") -> None:
    """Check what is in force."""
    for id, look in ARRANGEMENTS.items():
        actions[id].setChecked(page.arrangement.value == look)
    for id, stop in CERTAINTIES.items():
        actions[id].setChecked(page.certainty.value == stop)
    for id, what in OVERLOOKED.items():
        actions[id].setChecked(getattr(page.comparing.settings, what))
    actions["compare.together"].setChecked(page.together)


def _finding(story: "StoryView") -> Mapping[str, Callable[[], object]]:

    def searching() -> Mapping[str, Callable[[], object]]:
        return story.write.searching.doers()

    in_text = {**done_late("edit.find", searching), **done_late("edit.replace", searching)}
    in_columns: Mapping[str, Doer] = {
        "edit.find": lambda shown: shown.finding.open(),
        "edit.find_next": lambda shown: shown.finding.step(1),
        "edit.find_previous": lambda shown: shown.finding.step(-1),
    }

    def chosen(id: str) -> Callable[[], object]:
        def do() -> None:
            if story.mode == "compare":
                in_columns[id](story.compare)
            else:
                in_text[id]()

        return do

    return {**in_text, **{id: chosen(id) for id in in_columns}}


def _copying(
    story: "StoryView", in_text: Mapping[str, Callable[[], object]]
) -> Mapping[str, Callable[[], object]]:
    """In a field or a note it is done there; a draft that is not in sight is never changed."""

    def chosen(id: str) -> Callable[[], object]:
        def do() -> object:
            writing, method = QApplication.focusWidget(), _OF_QT.get(id, "")
            if isinstance(writing, (QTextEdit, QLineEdit)) and writing is not story.write.editor:
                return getattr(writing, method)() if method else None
            if story.mode == "write":
                return in_text[id]()
            if story.mode == "compare" and id in _AMONG_COLUMNS:
                return _AMONG_COLUMNS[id](story.compare)
            return None

        return do

    return {id: chosen(id) for id in (*_OF_QT, "edit.select_passage")}


# What fields and texts of Qt's call it.
_OF_QT = {
    "edit.cut": "cut",
    "edit.copy": "copy",
    "edit.paste": "paste",
    "edit.paste_plain": "paste",
    "edit.select_all": "selectAll",
}
_AMONG_COLUMNS: Mapping[str, Doer] = {
    "edit.copy": lambda page: page.pane.commands.copy(),
    "edit.select_all": lambda page: page.pane.commands.select_all(),
    "edit.select_passage": lambda page: page.pane.commands.select_passage(),
}


def _on(story: "StoryView", do: Doer) -> Callable[[], object]:
    def chosen() -> None:
        # Their keys hold in the whole window: in Write, Ctrl+Return must not change another draft.
        if story.mode == "compare":
            do(story.compare)
        else:
            story.told.emit(_("That is for drafts side by side: Compare with… puts them there."))

    return chosen


def _compare_with(story: "StoryView") -> None:
    """Offer what could stand beside the draft that is read or written."""
    if story.mode == "compare":
        story.compare.offers.beside()
    elif story.rows:
        story.show_mode("compare")
        story.compare.show_draft(story.draft)
        story.compare.offers.beside(story.draft)


_DOERS: Mapping[str, Doer] = {
    "compare.add_column": lambda page: page.offers.another(),
    "compare.swap": lambda page: page.swap(),
    "compare.flip": lambda page: page.flipping.flip(),
    "compare.next": lambda page: page.pane.commands.next_stop(1),
    "compare.previous": lambda page: page.pane.commands.next_stop(-1),
    "compare.level": lambda page: page.pane.commands.level(),
    "compare.beside": lambda page: page.pane.commands.show_beside(),
    "compare.tie": lambda page: page.pane.commands.tie(),
    "compare.untie": lambda page: page.pane.commands.untie(),
    "compare.why": lambda page: page.pane.commands.why(),
    "compare.take": lambda page: page.take("passage"),
    "compare.take_beat": lambda page: page.take("beat"),
    "compare.take_words": lambda page: page.take("words"),
    "compare.take_all": lambda page: page.take_everything(),
    "compare.new_passage": lambda page: page.take_into_new("passage"),
    "compare.new_beat": lambda page: page.take_into_new("beat"),
    "compare.new_words": lambda page: page.take_into_new("words"),
    "compare.save": lambda page: page.paper.save(),
    "compare.print": lambda page: page.paper.print(),
    "view.spoken": lambda page: page.pane.switch_spoken(),
}
# How drafts are compared may be chosen anywhere: it changes no text, and holds when they are.
_CHOOSING: Mapping[str, Doer] = {
    "compare.together": lambda page: page.switch_together(),
    **{id: (lambda page, look=look: page.arrange(look)) for id, look in ARRANGEMENTS.items()},
    **{id: (lambda page, stop=stop: page.show_ties(stop)) for id, stop in CERTAINTIES.items()},
    **{
        id: (lambda page, what=what: page.switch_overlooked(what))
        for id, what in OVERLOOKED.items()
    },
}
