"""Offers the goals that introductions name: none is taken without being asked for."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from writerdesk.story.bringing_in import with_goals
from writerdesk.ui.message_bar import Message, Offer, Tone
from writerdesk.ui.messages import Messages
from writerdesk.ui.telling import grouped
from writerdesk.words import _, ngettext

if TYPE_CHECKING:
    from writerdesk.workspace.workspace import Workspace


def offer_goals(workspace: "Workspace", messages: Messages, goals: Mapping[str, int]) -> None:
    """Ask whether drafts, by their ids, shall have the goals they were introduced with."""
    story = workspace.story
    named = {id: goal for id, goal in goals.items() if goal and not story.draft(id).goal}
    if named:
        keep = Offer(_("Keep"), partial(_keep, workspace, named))
        offers = (keep, Offer(_("None"), lambda: None))
        messages.show_message(Message(_told(workspace, named), Tone.NOTE, "goal", offers))


def _keep(workspace: "Workspace", goals: Mapping[str, int]) -> None:
    here = {id: goal for id, goal in goals.items() if id in workspace.story.items}
    letters = ", ".join(workspace.story.draft(id).letter for id in here)
    workspace.become("set_goal", with_goals(workspace.story, here), letters=letters)


def _told(workspace: "Workspace", goals: Mapping[str, int]) -> str:
    different = set(goals.values())
    if len(different) == 1:
        told = ngettext(
            "Goal {goal} words, from the introduction.",
            "Goal {goal} words, from the introductions.",
            len(goals),
        )
        return told.format(goal=grouped(different.pop()))
    each = _("{letter} {goal} words")
    letters = {id: workspace.story.draft(id).letter for id in goals}
    listed = (each.format(letter=letters[id], goal=grouped(goals[id])) for id in goals)
    return _("Goals from the introductions: {goals}.").format(goals=", ".join(listed))
