"""LibreOffice as a second opinion: what it reads in files that went out."""

import re
import shutil
import subprocess
from pathlib import Path

from writerdesk.manuscript import Kind, Numbering
from writerdesk.manuscript.item_numbers import item_numbers

MISSING = "LibreOffice (soffice) is not installed: nobody gives a second opinion on Word files."
_FILTERS = {"txt": "txt:Text (encoded):UTF8"}
# So many files fit on one command line; starting takes longer than converting them.
_AT_ONCE = 100


def program() -> str:
    """Return where LibreOffice is, empty where it isn't."""
    return shutil.which("soffice") or shutil.which("libreoffice") or ""


def converted(files: list[Path], ending: str, folder: Path) -> list[Path]:
    """Let LibreOffice make other files of ``files``; its own settings stay in ``folder``."""
    profile = (folder / "profile").as_uri()
    out = folder / ending
    for at in range(0, len(files), _AT_ONCE):
        subprocess.run(
            [program(), f"-env:UserInstallation={profile}", "--headless", "--convert-to",
             _FILTERS.get(ending, ending), "--outdir", out, *files[at : at + _AT_ONCE]],
            check=True, capture_output=True, timeout=600,
        )  # fmt: skip
    return [out / f"{file.stem}.{ending}" for file in files]


def text_in(path: Path) -> str:
    """Return what LibreOffice wrote as plain text."""
    return path.read_bytes().decode("utf-8-sig").rstrip("\n")


def tells_the_same(told: str, document) -> bool:
    """Whether a text from LibreOffice is the draft's: lists have their signs, set in somehow."""
    numbers = item_numbers(document.paragraphs)
    wanted = (
        rf" *{re.escape(_label(one.numbering, number, one.level))} {re.escape(one.text)}"
        if one.kind == Kind.LIST_ITEM
        else re.escape(one.text)
        for one, number in zip(document.paragraphs, numbers, strict=True)
    )
    # Empty paragraphs at the end were lost with the line ends there.
    return bool(re.fullmatch("\n".join(wanted) + "\n*", told + "\n" * len(document.paragraphs)))


def _label(numbering: str, number: int, level: int) -> str:
    if not numbering:
        return "•◦▪"[level % 3]
    letters = "abcdefghijklmnopqrstuvwxyz"
    told = {
        Numbering.DECIMAL: str(number),
        Numbering.LOWER_LETTER: letters[number - 1],
        Numbering.UPPER_LETTER: letters[number - 1].upper(),
        Numbering.LOWER_ROMAN: _roman(number),
        Numbering.UPPER_ROMAN: _roman(number).upper(),
    }
    return f"{told[Numbering(numbering)]}."


def _roman(number: int) -> str:
    parts = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    for value, letters in parts:
        if number >= value:
            return letters + _roman(number - value)
    return ""
