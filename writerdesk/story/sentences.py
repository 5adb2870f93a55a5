"""What acts are called in the Edit menu, as the second half of "Undo …"."""

from collections.abc import Mapping

from writerdesk.story.acts import Act
from writerdesk.story.names import Renaming
from writerdesk.words import _


def act_name(act: Act) -> str:
    """Return what an act is called after "Undo" and "Redo"."""
    return _names()[act.kind].format_map(act.about)


def names_told(brought: Mapping[Renaming, int]) -> str:
    """Return who arrived under another name: "Rusty → Pip ×4"."""
    return ", ".join(f"{one.said} → {one.instead} ×{times}" for one, times in brought.items())


def why_told(why: str) -> str:
    """Return why a version was kept; empty if it was just time to save."""
    told: Mapping[str, str] = {
        "automatic": "",
        "file": _("as the file came"),
        "intake": _("after bringing it in"),
        "recovered": _("recovered after a crash"),
        "before a restore": _("before a restore"),
        "before a replacement": _("before words were replaced"),
        "before takes": _("before passages were taken"),
        "restored": _("restored"),
        "sent off": _("as it was sent off"),
    }
    return told.get(why, why)


def _names() -> Mapping[str, str]:
    return {
        "new_draft": _("new draft"),
        "add_drafts": _("adding of {name}"),
        "intake": _("what was done to {letter} on the way in"),
        "copy_draft": _("copy of {letter}"),
        "delete_draft": _("deletion of {letter}"),
        "move_draft": _("move of {letter} in the list"),
        "rename_draft": _("new name of {letter}"),
        "make_manuscript": _("choice of {letter} as the manuscript"),
        "change_draft": _("change to {letter}"),
        "set_goal": _("word goal of {letters}"),
        "change_details": _("change to the story's details"),
        "take": _("take of “{what}” from {letter}"),
        "take_out": _("taking “{what}” out of {letter}"),
        "take_into_new": _("new draft from “{what}” of {letter}"),
        "take_everything": _("taking of all of {source} into {letter}"),
        "spell_so": _("adding of “{word}” to the dictionary"),
        "set_language": _("language of {letter}"),
        "replace_everywhere": _("replacing of “{words}” everywhere"),
        "tidy": _("tidying of the typography of {letter}"),
        "put_back": _("return of what was set aside in {letter}"),
        "split_paragraph": _("split of a paragraph of {letter}"),
        "tie": _("tie"),
        "not_the_same": _("“not the same”"),
        "untie": _("taking back of a tie"),
        "verdict": _("verdict"),
        "star": _("star"),
        "beat": _("what was said of a beat"),
        "bring_in_beside": _("adding of what {name} says"),
        "same_person": _("one sheet for {name}"),
        "not_the_same_person": _("two people: {name}"),
        "heal_names": _("names of the story in {letter}"),
        "add_note": _("note"),
        "write_note": _("change to a note"),
        "settle_note": _("note marked as done"),
        "reopen_note": _("note opened again"),
        "move_note": _("note's new place"),
        "delete_note": _("deletion of a note"),
        "add_character": _("sheet of {name}"),
        "change_character": _("change to the sheet of {name}"),
        "delete_character": _("deletion of the sheet of {name}"),
        "add_field": _("new field “{name}”"),
        "change_field": _("change to the field “{name}”"),
        "delete_field": _("deletion of the field “{name}”"),
        "relate": _("relation"),
        "delete_relation": _("deletion of a relation"),
        "restore": _("return of {letter} to an earlier version"),
    }
