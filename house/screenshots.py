"""Draws every screen of the window in every theme, size, scale and language, in ``screenshots/``.

The pictures are for looking at: aligned? calm? Whether words have room is looked for meanwhile, and
complained of. Fonts are pinned where they are installed. Each scale, language and size is drawn in
a process of its own, on a screen just as large: Qt reads both once, at its start. German and the
language nobody speaks need more room than ours. Each look has a folder; dialogs and bars, which
have a size of their own, are drawn at one size.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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

    def drawn(scale: str, language: str, size: tuple[int, int]) -> str:
        asked = (str(folder), scale, language, str(size[0]))
        command = [sys.executable, "-m", "house.screenshots", *asked]
        with _screen(size, float(scale)) as screen:
            told = {**os.environ, "QT_QPA_PLATFORM": screen, "QT_SCALE_FACTOR": scale}
            wrong = subprocess.run(command, env=told, cwd=root).returncode
        return f"the pictures {' '.join(asked[1:])} are not as they should be" if wrong else ""

    with ThreadPoolExecutor(os.cpu_count()) as at_once:
        told = at_once.map(drawn, *zip(*product(_SCALES, _LANGUAGES, _SIZES), strict=True))
        wrong = tuple(filter(None, told))
    print(f"{len(list(folder.glob('*/*.png')))} pictures in {folder.name}/")
    return wrong


def draw(folder: Path, scale: str, language: str, wide: str, *only: str) -> set[str]:
    """Draw the pictures of one scale, language and size; of some themes, if they are named.

    Return which words had no room.
    """
    from PySide6.QtWidgets import QApplication

    from house.screens_clipped import clipped
    from writerdesk.preferences import Theme
    from writerdesk.ui.look import STYLE, Appearance, Look

    application = QApplication(["writerdesk", *STYLE])
    _speak(application, language, folder.parent)
    look = Look(Appearance(Theme.LIGHT))
    look.dress(application)
    (size,) = (size for size in _SIZES if size[0] == int(wide))
    cut = set[str]()
    for theme in only or _THEMES:
        look.choose(Appearance(Theme(theme)))
        told = f"{theme}-{wide}-{float(scale) * 100:.0f}-{language}"
        (folder / told).mkdir(parents=True, exist_ok=True)
        for name, picture in _pictures(look, *size):
            picture().save(str(folder / told / f"{name}.png"))
            cut.update(f"{told}/{name}: {each}" for each in clipped())
    return cut


@contextmanager
def _screen(size: tuple[int, int], scale: float) -> Generator[str]:
    """Give the platform of a screen in memory that is as large as the window."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "screen.json"
        width, height = (round(side * scale) for side in size)
        usual = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        screen = {"name": "Screen", "x": 0, "y": 0, "width": width, "height": height, **usual}
        path.write_text(json.dumps({"screens": [screen]}))
        yield f"offscreen:configfile={path}"


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
    complaints = draw(Path(sys.argv[1]), *sys.argv[2:])
    print(*sorted(complaints), sep="\n", file=sys.stderr)
    raise SystemExit(bool(complaints))
