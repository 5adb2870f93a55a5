"""Turns what is known of drafts and of saving into the short sentences the window shows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime

from writerdesk.words import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from writerdesk.story.facts import Facts
    from writerdesk.story.story import Story


def grouped(number: int) -> str:
    """Return a number as it is written in the writer's language."""
    return _locale().toString(number)


def words_told(facts: "Facts") -> str:
    """Return how many words there are, and of how many."""
    if facts.goal:
        return _("{words} of {goal} words").format(
            words=grouped(facts.words), goal=grouped(facts.goal)
        )
    return ngettext("{words} word", "{words} words", facts.words).format(words=grouped(facts.words))


def statuses() -> dict[str, str]:
    """Return what each status is called."""
    return {
        "idea": _("Idea"),
        "in_work": _("In work"),
        "done": _("Done"),
        "parked": _("Parked"),
    }


def row_told(facts: "Facts", status: str, *, is_manuscript: bool = False) -> str:
    """Return the line under a draft's name in the list: its words, and what state it is in."""
    parts = (
        _("The manuscript") if is_manuscript else "",
        words_told(facts),
        statuses().get(status, ""),
    )
    return " · ".join(part for part in parts if part)


def share_told(facts: "Facts") -> str:
    """Return how far a draft is from its goal, as a share; nothing without a goal."""
    if not facts.goal:
        return ""
    return _("{share} %").format(share=grouped(round(100 * facts.words / facts.goal)))


def ending_told(facts: "Facts") -> str:
    """Return the broken last words of a draft that stops in mid-sentence."""
    return _("ends “…{words}”").format(words=facts.cut_off) if facts.cut_off else ""


def draft_told(letter: str, name: str, facts: "Facts") -> str:
    """Return everything a row of the draft list shows, as one sentence for a screen reader."""
    said = _("Draft {letter}, {name}. {words}.").format(
        letter=letter, name=name or _("empty page"), words=words_told(facts)
    )
    if not facts.cut_off:
        return said
    return _("{said} Stops in mid-sentence: …{words}.").format(said=said, words=facts.cut_off)


def arrived_told(story: "Story", path: "Path") -> str:
    """Return what came in when a story was begun, what was set aside, and where the story is."""
    drafts = story.drafts
    added = ngettext("{count} draft added.", "{count} drafts added.", len(drafts))
    said = [added.format(count=grouped(len(drafts)))]
    if apart := sum(len(draft.set_aside) for draft in drafts):
        told = ngettext("Set aside: {count} text.", "Set aside: {count} texts.", apart)
        said.append(told.format(count=grouped(apart)))
    where = _("The story is in {folder}.").format(folder=" › ".join(path.parent.parts[-2:]))
    return " ".join([*said, where])


def tellings_told(count: int) -> str:
    """Say what drafts are that tell one story, each in its own words."""
    few = {
        2: _("Two tellings of one story"),
        3: _("Three tellings of one story"),
        4: _("Four tellings of one story"),
    }
    return few.get(count, _("{count} tellings of one story").format(count=count))


def clock_told(hour: int, minute: int) -> str:
    """Return a time of day as it is written here."""
    return _locale().toString(QTime(hour, minute), QLocale.FormatType.ShortFormat)


def _locale() -> QLocale:
    # A machine without a language of its own still counts in thousands.
    here = QLocale()
    return QLocale("en") if here.language() is QLocale.Language.C else here
