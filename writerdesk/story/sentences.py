"""What acts are called in the Edit menu, as the second half of "Undo …"."""

from collections.abc import Mapping

from writerdesk.story.acts import Act
from writerdesk.words import _


def act_name(act: Act) -> str:
    """Return what an act is called after "Undo" and "Redo"."""
    return _names()[act.kind].format_map(act.about)


def _names() -> Mapping[str, str]:
    return {
        "new_draft": _("new draft"),
        "add_drafts": _("adding of {name}"),
        "copy_draft": _("copy of {letter}"),
        "delete_draft": _("deletion of {letter}"),
        "move_draft": _("move of {letter} in the list"),
        "rename_draft": _("new name of {letter}"),
        "change_draft": _("change to {letter}"),
        "change_details": _("change to the story's details"),
        "take": _("take from {letter}"),
        "restore": _("return of {letter} to an earlier version"),
    }
