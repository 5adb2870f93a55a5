"""What the commands of the Compare menu do, by the page they are for.

The page is asked for when a command is given, not before: a window need not have made it yet.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from writerdesk.ui.commands import done_late

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


def compare_doers(page: Callable[[], "ComparePage"]) -> Mapping[str, Callable[[], object]]:
    """Return what each command does."""
    return {id: _on(page, do) for id, do in _DOERS.items()}


def finding_doers(story: "StoryView") -> Mapping[str, Callable[[], object]]:
    """Return what finding does: in the columns while they are shown, else in the text."""

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


def show_compare_state(actions: "Actions", page: "ComparePage") -> None:
    """Check what is in force."""
    for id, look in ARRANGEMENTS.items():
        actions[id].setChecked(page.arrangement.value == look)
    for id, stop in CERTAINTIES.items():
        actions[id].setChecked(page.certainty.value == stop)
    for id, what in OVERLOOKED.items():
        actions[id].setChecked(getattr(page.comparing.settings, what))
    actions["compare.together"].setChecked(page.together)


def _on(page: Callable[[], "ComparePage"], do: Doer) -> Callable[[], object]:
    # Their keys hold in the whole window: in Write, Ctrl+Return must not change another draft.
    return lambda: do(page()) if page().isVisible() else None


_DOERS: Mapping[str, Doer] = {
    "compare.with": lambda page: page.choose_other(),
    "compare.add_column": lambda page: page.choose_another(),
    "compare.swap": lambda page: page.swap(),
    "compare.next": lambda page: page.pane.commands.next_stop(1),
    "compare.previous": lambda page: page.pane.commands.next_stop(-1),
    "compare.level": lambda page: page.pane.commands.level(),
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
    "compare.together": lambda page: page.switch_together(),
    "compare.save": lambda page: page.paper.save(),
    "compare.print": lambda page: page.paper.print(),
    "view.spoken": lambda page: page.pane.switch_spoken(),
    **{id: (lambda page, look=look: page.arrange(look)) for id, look in ARRANGEMENTS.items()},
    **{id: (lambda page, stop=stop: page.show_ties(stop)) for id, stop in CERTAINTIES.items()},
    **{
        id: (lambda page, what=what: page.switch_overlooked(what))
        for id, what in OVERLOOKED.items()
    },
}
