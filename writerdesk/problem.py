"""Failures that are the world's fault, which the writer can understand and do something about.

A room raises `Problem` with what it means; `sentence` turns meaning into one sentence with the next
step. Everything else that is raised is a mistake of ours and is not caught.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from writerdesk.words import _


class Kind(StrEnum):
    """What can go wrong in the world; the details each kind needs stand in its sentence."""

    FILE_MISSING = "file_missing"
    NOT_READABLE = "not_readable"
    NOT_WRITABLE = "not_writable"
    FILE_EXISTS = "file_exists"
    IN_USE = "in_use"
    DISK_FULL = "disk_full"
    NOT_A_STORY = "not_a_story"
    UNKNOWN_FORMAT = "unknown_format"
    OLD_WORD = "old_word"
    LOCKED = "locked"
    ENCODING_UNKNOWN = "encoding_unknown"
    NO_SUCH_ENCODING = "no_such_encoding"
    NO_SUCH_LOOK = "no_such_look"
    LOOK_BROKEN = "look_broken"
    NO_SUCH_ENDING = "no_such_ending"
    NOT_A_PICTURE = "not_a_picture"
    NOT_BESIDE = "not_beside"
    NOT_A_PATTERN = "not_a_pattern"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    PARTLY_DAMAGED = "partly_damaged"
    TOO_SLOW = "too_slow"
    NEWER_FORMAT = "newer_format"
    TOO_NEW = "too_new"
    OPEN_ELSEWHERE = "open_elsewhere"
    CHANGED_UNDER_US = "changed_under_us"
    NO_SUCH_DRAFT = "no_such_draft"
    WHICH_DRAFT = "which_draft"
    NOT_PRINTED = "not_printed"
    NO_SUCH_VERSION = "no_such_version"
    NEEDS_THE_WINDOW = "needs_the_window"
    NO_DISPLAY = "no_display"
    DISPLAY_SILENT = "display_silent"
    LIBRARIES_MISSING = "libraries_missing"
    CHILD_DIED = "child_died"
    SETTINGS_SET_ASIDE = "settings_set_aside"
    MEANING_BROKEN = "meaning_broken"
    MEANING_NOT_INSTALLED = "meaning_not_installed"


class Problem(Exception):
    """The world's fault: ``kind`` says what, ``path`` and ``details`` fill the sentence's gaps."""

    def __init__(self, kind: Kind, *, path: Path | None = None, **details: object) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.path = path
        self.details: Mapping[str, object] = details

    def __str__(self) -> str:
        return sentence(self)


def sentence(problem: Problem) -> str:
    """Return the one sentence, with the next step, that tells the writer of ``problem``."""
    gaps = {"name": problem.path.name if problem.path else "", **problem.details}
    return _sentences()[problem.kind].format_map(gaps)


def _sentences() -> Mapping[Kind, str]:
    return {
        Kind.FILE_MISSING: _("“{name}” is not there. Check the name and the folder."),
        Kind.NOT_READABLE: _("“{name}” can't be read. Check that you may open it."),
        Kind.NOT_WRITABLE: _(
            "“{name}” was not written: this place can't be written to. Choose another folder."
        ),
        Kind.FILE_EXISTS: _(
            "“{name}” is there already and was left as it is. Choose another name."
        ),
        Kind.IN_USE: _(
            "“{name}” was not written: another program has it open, probably Word. "
            "The old file is untouched."
        ),
        Kind.DISK_FULL: _("“{name}” was not written: the disk is full. Make room and try again."),
        Kind.NOT_A_STORY: _("“{name}” is not a WriterDesk story."),
        Kind.UNKNOWN_FORMAT: _(
            "“{name}” was not brought in: this kind of file can't be read. "
            "Save it as .docx or .txt and try again."
        ),
        Kind.NOT_BESIDE: _(
            "“{name}” was not brought in: it has no notes, sheets or judgements as WriterDesk "
            "writes them. Export some from a story to see how they are written."
        ),
        Kind.NOT_A_PICTURE: _(
            "“{name}” was not taken: it is no picture that can be read, or a broken one. "
            "Save it as PNG or JPEG and try again."
        ),
        Kind.OLD_WORD: _(
            "“{name}” was not brought in: it is an old Word file. "
            "Save it as .docx in Word or LibreOffice and try again."
        ),
        Kind.LOCKED: _(
            "“{name}” was not brought in: it is locked with a password. "
            "Save it without one in Word or LibreOffice and try again."
        ),
        Kind.NO_SUCH_ENCODING: _(
            "There is no encoding called “{encoding}”. Try utf-8, windows-1252 or mac-roman."
        ),
        Kind.NO_SUCH_ENDING: _(
            "“{name}” was not written: its ending says no kind of file WriterDesk writes ({known})."
        ),
        Kind.NO_SUCH_LOOK: _("There is no look called “{look}”. There are: {known}."),
        Kind.LOOK_BROKEN: _(
            "The look in “{name}” can't be used: what it says at “{where}” is not understood. "
            "Mend it there, or delete the file."
        ),
        Kind.NOT_A_PATTERN: _(
            "“{pattern}” is no regular expression ({reason}). "
            "Change it, or look for the words as they are."
        ),
        Kind.ENCODING_UNKNOWN: _(
            "“{name}” doesn't say how its letters are written. Choose which way it reads right."
        ),
        Kind.TOO_LARGE: _("“{name}” was not brought in: it is larger than WriterDesk can read."),
        Kind.DAMAGED: _("“{name}” is damaged and can't be read as it is."),
        Kind.PARTLY_DAMAGED: _(
            "“{name}” is damaged in parts. Open it in the window: what a backup has is put back, "
            "and what is lost is marked."
        ),
        Kind.TOO_SLOW: _("“{name}” was not brought in: reading it took too long."),
        Kind.NEWER_FORMAT: _(
            "“{name}” was last saved by a newer WriterDesk. Here it can be read and exported."
        ),
        Kind.TOO_NEW: _(
            "“{name}” was last saved by a much newer WriterDesk. Install that one to open it."
        ),
        Kind.OPEN_ELSEWHERE: _(
            "“{name}” is open elsewhere ({holder}). Close it there first, then try again."
        ),
        Kind.CHANGED_UNDER_US: _(
            "Another program put a different version in place of “{name}”. Nothing was overwritten."
        ),
        Kind.NO_SUCH_VERSION: _("“{name}” has no version {version} of that draft."),
        Kind.NO_SUCH_DRAFT: _("“{name}” has no draft “{draft}”. It has: {known}."),
        Kind.WHICH_DRAFT: _(
            "“{name}” is a story: say which of its drafts is meant, as in “{name}#{letter}”. "
            "It has: {known}."
        ),
        Kind.NOT_PRINTED: _(
            "Nothing was printed: “{printer}” does not take it. "
            "Check that it is on and connected, or print to a file."
        ),
        Kind.NEEDS_THE_WINDOW: _("A PDF needs the window: open the story and export it there."),
        Kind.NO_DISPLAY: _(
            "There is no display here for a window: start WriterDesk on a desktop, "
            "or use a command (writerdesk --help)."
        ),
        Kind.DISPLAY_SILENT: _(
            "The display “{display}” can't be reached: start WriterDesk on a desktop, "
            "or use a command (writerdesk --help)."
        ),
        Kind.LIBRARIES_MISSING: _(
            "A window needs system libraries that are missing. "
            "Install them, with apt: sudo apt-get install {packages}"
        ),
        Kind.SETTINGS_SET_ASIDE: _(
            "Your settings could not be understood. The file was kept as “{name}”, "
            "and WriterDesk goes on with its usual ones."
        ),
        Kind.MEANING_BROKEN: _(
            "“{name}” holds no model of meaning that can be read: it takes a model.onnx and a "
            "tokenizer.json. Drafts are compared by words alone; choose another folder, or none."
        ),
        Kind.MEANING_NOT_INSTALLED: _(
            "What runs a model of meaning is not installed. Drafts are compared by words alone; "
            "install it with: pip install “writerdesk[meaning]”."
        ),
        Kind.CHILD_DIED: _("“{name}” was not brought in: reading it stopped half-way."),
    }
