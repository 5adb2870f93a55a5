"""Draws every screen of the window in every theme, size, scale and language, in ``screenshots/``.

The pictures are for looking at: aligned? clipped? calm? Fonts are pinned where they are installed.
Each scale and each language is drawn in a process of its own, because Qt reads the scale once at
its start; German and the language nobody speaks need more room than ours. Each look has a folder;
dialogs and bars, which have a size of their own, are drawn at one size.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from house.pseudo import ACCENTED, write_pseudo_catalogues

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from house.screens import Screen
    from writerdesk.ui.look import Look

_SIZES = ((900, 600), (1440, 900), (2560, 1440))
_SCALES = ("1", "1.5")
_THEMES = ("light", "sepia", "dark")
_LANGUAGES = ("en", "de", ACCENTED)


def draw_all(root: Path) -> tuple[str, ...]:
    """Draw all pictures; return what went wrong."""
    folder = root / "screenshots"

    def drawn(scale: str, language: str) -> str:
        told = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "house.screenshots", str(folder), scale, language]
        failed = subprocess.run(command, env=told, cwd=root).returncode
        return f"the pictures at scale {scale}, {language}, could not be drawn" if failed else ""

    with ThreadPoolExecutor(os.cpu_count()) as at_once:
        told = at_once.map(drawn, *zip(*product(_SCALES, _LANGUAGES), strict=True))
        wrong = tuple(filter(None, told))
    print(f"{len(list(folder.glob('*/*.png')))} pictures in {folder.name}/")
    return wrong


def draw(folder: Path, scale: str, language: str, *only: str) -> None:
    """Draw the pictures of one scale and one language; of some themes, if they are named."""
    from PySide6.QtWidgets import QApplication

    from writerdesk.preferences import Theme
    from writerdesk.ui.look import STYLE, Appearance, Look

    application = QApplication(["writerdesk", *STYLE])
    _speak(application, language, folder.parent)
    look = Look(Appearance(Theme.LIGHT))
    look.dress(application)
    for theme in only or _THEMES:
        look.choose(Appearance(Theme(theme)))
        for width, height in _SIZES:
            told = f"{theme}-{width}-{float(scale) * 100:.0f}-{language}"
            (folder / told).mkdir(parents=True, exist_ok=True)
            for name, picture in _pictures(look, width, height):
                picture().save(str(folder / told / f"{name}.png"))


def _speak(application: "QApplication", language: str, root: Path) -> None:
    from writerdesk import words
    from writerdesk.ui.tongue import speak

    if language == ACCENTED:
        catalogues = Path(tempfile.mkdtemp())
        write_pseudo_catalogues(catalogues, root)
        words.speak(language, catalogues)
    elif language != "en":
        speak(application, language)


def _pictures(look: "Look", width: int, height: int) -> Iterator["Screen"]:
    """Show one screen after another, each with what makes its picture."""
    from house import screens
    from house.screens_asked import asked_screens
    from house.screens_more import more_screens
    from house.screens_told import told_screens

    yield from screens.start_screens(look, (width, height))
    with screens.open_window(look, (width, height)) as window:
        yield from screens.page_screens(window)
        yield from screens.compare_screens(window)
        if (width, height) != _SIZES[-1]:
            yield from told_screens(window)
        if (width, height) == _SIZES[1]:
            yield from asked_screens(window)
    yield from screens.empty_screens(look, (width, height))
    yield from more_screens(look, (width, height))


if __name__ == "__main__":
    draw(Path(sys.argv[1]), *sys.argv[2:])
