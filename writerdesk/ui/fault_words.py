"""What the bars across the page say of a story's safety: what is so, what is safe, what to do."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale

from writerdesk.problem import Kind, sentence
from writerdesk.project import Audit, Holder
from writerdesk.story.keeping import Damage
from writerdesk.story.stopped import Stopped
from writerdesk.ui.telling import clock_told
from writerdesk.words import _, ngettext
from writerdesk.workspace.saving import SaveState


def why_told(state: SaveState) -> str:
    """Return in a few words why the last words are not in the file, for the status bar."""
    kind = state.problem.kind if state.problem else None
    short = {
        Kind.DISK_FULL: _("the disk is full"),
        Kind.FILE_MISSING: _("the file is gone"),
        Kind.CHANGED_UNDER_US: _("another version is in its place"),
        Kind.NOT_WRITABLE: _("this place can't be written to"),
    }
    return short.get(kind) or (sentence(state.problem) if state.problem else "") if kind else ""


def not_saved_told(state: SaveState) -> str:
    """Return what keeps the last words out of the story's file, and where they are instead."""
    kind = state.problem.kind if state.problem else None
    if kind == Kind.DISK_FULL and state.log_failed:
        return _(
            "The last words are not on the disk: it is full. "
            "They are only in this window: leave it open."
        )
    if kind == Kind.DISK_FULL:
        return _(
            "The last words are not in the story's file: the disk is full. They are in this "
            "window and in a rescue copy. Make room and saving goes on by itself."
        )
    if kind == Kind.FILE_MISSING:
        return _(
            "The story's file was moved or deleted at {time}. All your text is in this window."
        ).format(time=_gone_at(state))
    if kind in (Kind.CHANGED_UNDER_US, Kind.DAMAGED):
        return _(
            "Another program put a different version in place of the story's file, as sync "
            "folders do. Yours and theirs are both kept."
        )
    why = sentence(state.problem) if state.problem else ""
    if state.log_failed:
        return _("{why} The last words are only in this window: leave it open.").format(why=why)
    return _("{why} The last words are in this window and in a rescue copy.").format(why=why)


def _gone_at(state: SaveState) -> str:
    """Return when the file went: its folder knows, unless that is gone, too."""
    path = state.problem.path if state.problem else None
    now = datetime.now().astimezone()
    try:
        at = datetime.fromtimestamp(path.parent.stat().st_mtime).astimezone() if path else now
    except OSError:
        at = now
    return clock_told(at.hour, at.minute)


def newer_told(program: str) -> str:
    """Return why a story of a newer WriterDesk, whose version it may say, can only be read here."""
    if program:
        return _(
            "This story was last saved by a newer WriterDesk ({version}). "
            "Here you can read and export it."
        ).format(version=program)
    return _("This story was last saved by a newer WriterDesk. Here you can read and export it.")


def read_only_told(holder: Holder | str) -> str:
    """Return why a story can only be read here."""
    if isinstance(holder, Holder) and holder.is_window:
        return _(
            "This story is open in another window, since {time}. "
            "Here you can read, compare and copy, not change."
        ).format(time=holder.since)
    if holder:
        return _(
            "This story is open elsewhere: {holder}. "
            "Here you can read, compare and copy, not change."
        ).format(holder=holder)
    return _(
        "This story can't be changed here: its folder can't be written to. "
        "You can read, compare and copy."
    )


def stopped_told(stopped: Stopped, at: datetime, *, torn: bool) -> str:
    """Return what is there again after WriterDesk was stopped, and when that was."""
    here = at.astimezone()
    told = _("WriterDesk was stopped at {time}. Everything up to “…{words}” is here.")
    if torn:
        told = _(
            "WriterDesk was stopped at {time}. "
            "The last second or so may be missing after “…{words}”."
        )
    return told.format(time=clock_told(here.hour, here.minute), words=stopped.words)


def rescued_told(path: Path) -> str:
    """Return that words of another version of the file are kept."""
    return _(
        "Words that were typed into another version of this story's file are kept: {name}"
    ).format(name=path.name)


def mended_told(damage: Damage, passages: int) -> str:
    """Return how much of the drafts was damaged, and is whole again."""
    count = sum(len(loss.paragraphs) for loss in damage.mended)
    told = ngettext(
        "{count} of {passages} passages in this file was damaged. "
        "It was found whole in the backup of {when} and put back, with a mark.",
        "{count} of {passages} passages in this file were damaged. "
        "All were found whole in the backup of {when} and put back, with a mark.",
        count,
    )
    when = backup_told(damage.backup) if damage.backup else ""
    return told.format(count=count, passages=passages, when=when)


def lost_told(damage: Damage) -> str:
    """Return what could not be found anywhere."""
    count = sum(len(loss.paragraphs) for loss in damage.lost)
    if not count:
        return _(
            "The newest version of a text is damaged in this file. "
            "The version before it stands in its place."
        )
    return ngettext(
        "{count} passage could not be found anywhere; its place is marked.",
        "{count} passages could not be found anywhere; their places are marked.",
        count,
    ).format(count=count)


def broken_told() -> str:
    """Return that a file is damaged so far that it is left as it is."""
    return _(
        "This story's file is damaged. What can be read of it is here, with what its backups "
        "have; the file is left as it is. Save what you see as a new story to go on writing."
    )


def more_damaged_told() -> str:
    """Return that a file is damaged elsewhere too than where its page says so."""
    return _(
        "More of this story's file is damaged than what is marked. "
        "Save it as a new story to be safe."
    )


def audited_told(seen: Audit) -> str:
    """Return what of a file is damaged that nobody sees on the page."""
    if seen.structure or not seen.damaged_paragraphs:
        return _(
            "This story's file is damaged inside. Everything you see is whole. "
            "Save it as a new story to be safe."
        )
    count = len(seen.damaged_paragraphs)
    return ngettext(
        "{count} passage of earlier versions is damaged. Everything you see is whole.",
        "{count} passages of earlier versions are damaged. Everything you see is whole.",
        count,
    ).format(count=count)


def backup_told(backup: Path) -> str:
    """Return when a backup was made, as it is written here."""
    at = datetime.strptime(f"{backup.stem} +0000", "%Y-%m-%d %H.%M.%S %z").astimezone()
    here = QLocale() if QLocale().language() is not QLocale.Language.C else QLocale("en")
    day = here.toString(QDate(at.year, at.month, at.day), "d MMM yyyy")
    return _("{day}, {time}").format(day=day, time=clock_told(at.hour, at.minute))
