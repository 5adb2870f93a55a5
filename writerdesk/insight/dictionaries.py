"""Which spelling dictionaries there are on this machine, and which of them is for a language.

Nothing is ever fetched: what the system, LibreOffice or the writer put there is used where it is.
A dictionary is two files, ``en_GB.dic`` and ``en_GB.aff``; others may bring one file of each.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

from writerdesk.folders import data_folder
from writerdesk.frozen import frozen

# Debian, Fedora and Arch agree on these; myspell is what older systems call them.
_LINUX = (
    "/usr/share/hunspell",
    "/usr/local/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
)
_MAC = ("~/Library/Spelling", "/Library/Spelling")
# LibreOffice brings dictionaries on every system, each in a folder of its own.
_OFFICE = (
    "/usr/lib/libreoffice/share/extensions",
    "/opt/libreoffice*/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:/Program Files/LibreOffice/share/extensions",
)
# Where a language has several dictionaries and the draft names no country, the commonest is meant.
_USUAL_COUNTRY = {"en": "US", "de": "DE", "fr": "FR", "es": "ES", "pt": "PT", "it": "IT"}


@frozen
class Dictionary:
    """One dictionary: its language as the files name it, and the folder it is in."""

    name: str
    folder: Path

    @property
    def language(self) -> str:
        """The language as drafts write it: ``en-GB``."""
        parts = self.name.replace("_", "-").split("-")
        return "-".join(parts[:2])


def own_folder() -> Path:
    """Return the folder where a writer may put dictionaries for WriterDesk alone."""
    return data_folder() / "dictionaries"


def dictionary_folders(chosen: str = "") -> tuple[Path, ...]:
    """Return where to look, the writer's own choice first."""
    named = [Path(chosen)] if chosen else []
    named += [Path(part) for part in os.environ.get("DICPATH", "").split(os.pathsep) if part]
    named.append(own_folder())
    shared = os.environ.get("XDG_DATA_DIRS", "").split(os.pathsep)
    named += [Path(part) / "hunspell" for part in shared if part]
    named += [Path(part).expanduser() for part in (_MAC if sys.platform == "darwin" else _LINUX)]
    for pattern in _OFFICE:
        anchor = Path(pattern).anchor
        if anchor and Path(anchor).exists():
            named += sorted(Path(anchor).glob(f"{pattern[len(anchor) :]}/dict-*"))
    # The engine's package brings American English along.
    if (engine := find_spec("hunspell")) is not None and engine.origin:
        named.append(Path(engine.origin).parent / "dictionaries")
    return tuple(dict.fromkeys(named))


def dictionaries(folders: Iterable[Path]) -> tuple[Dictionary, ...]:
    """Return the dictionaries in some folders; of two with one name the first counts."""
    found: dict[str, Dictionary] = {}
    for folder in folders:
        for words in _words_in(folder):
            if words.with_suffix(".aff").is_file() and not words.stem.startswith("hyph_"):
                found.setdefault(words.stem, Dictionary(words.stem, folder))
    return tuple(sorted(found.values(), key=lambda one: one.name))


def dictionary_for(language: str, found: Sequence[Dictionary]) -> Dictionary | None:
    """Return the dictionary for a language: of its country, else the usual one, else any."""
    wanted = language.replace("_", "-").casefold()
    if not wanted:
        return None
    root = wanted.split("-")[0]
    usual = f"{root}-{_USUAL_COUNTRY.get(root, root)}".casefold()
    ours = [one for one in found if _names(one.name)[0] == root]
    for name in (wanted, usual, root):
        for one in ours:
            if "-".join(_names(one.name)[:2]) == name:
                return one
    return ours[0] if ours else None


def _names(name: str) -> list[str]:
    return name.replace("_", "-").casefold().split("-")


def _words_in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob("*.dic"))
    except OSError:
        # A folder we may not look into has nothing for us.
        return []
