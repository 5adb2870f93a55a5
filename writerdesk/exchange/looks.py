"""How an exported page looks: data from ``resources/looks``, which a writer may edit or add to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from writerdesk.manuscript import Align
from writerdesk.problem import Kind, Problem
from writerdesk.resources import resources

# Inches. Letter is what the United States, Canada and Mexico print on, A4 everybody else.
_LETTER = (8.5, 11.0)
_A4 = (210 / 25.4, 297 / 25.4)
_LETTER_REGIONS = ("us", "ca", "mx", "ph", "cl", "co")
STYLED = (
    "title",
    "heading1",
    "heading2",
    "heading3",
    "body",
    "quote",
    "list_item",
    "scene_break",
    "note",
)
"""The styles a look has something to say about."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style; sizes in points, indents in inches, 0 and empty are as the text around has it."""

    font: str = ""
    size: float = 0.0
    lines: float = 0.0
    bold: bool = False
    italic: bool = False
    small_caps: bool = False
    align: str = ""
    before: float = 0.0
    after: float = 0.0
    first_line: float = 0.0
    left: float = 0.0
    right: float = 0.0
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """A page and its styles; ``contact`` stands at the top of a manuscript, below the name."""

    name: str
    paper: str = "by language"
    margins: tuple[float, float, float, float] = (1, 1, 1, 1)
    header: str = ""
    footer: str = ""
    furniture: bool = False
    scene_break: str = "* * *"
    ending: str = ""
    hyphenate: bool = False
    text: Style = field(default_factory=Style)
    styles: Mapping[str, Style] = field(default_factory=dict[str, Style])
    contact: tuple[str, ...] = ()

    def style(self, name: str) -> Style:
        """Return the style of that name, which may say nothing."""
        return self.styles.get(name, Style())

    def paper_size(self, language: str) -> tuple[float, float]:
        """Return the page's width and height in inches for a draft in ``language``."""
        if self.paper == "by language":
            region = language.replace("_", "-").casefold().split("-")[-1]
            # A draft that names no region is more often read on A4, except in plain English.
            return _LETTER if region in (*_LETTER_REGIONS, "en", "") else _A4
        width, _, height = self.paper.partition("x")
        return float(width), float(height)


def look(name: str, folder: Path | None = None) -> Look:
    """Return the look called ``name``; raises a `Problem` if there is none or it can't be used."""
    path = (folder or resources() / "looks") / f"{name}.json"
    try:
        told = json.loads(path.read_text("utf-8"))
        return _look(name, cast("Mapping[str, Any]", told))
    except FileNotFoundError:
        raise Problem(Kind.NO_SUCH_LOOK, look=name, known=", ".join(look_names(folder))) from None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Problem(Kind.DAMAGED, path=path) from None


def look_names(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of the looks there are."""
    return tuple(sorted(path.stem for path in (folder or resources() / "looks").glob("*.json")))


def _look(name: str, told: Mapping[str, Any]) -> Look:
    page = told.get("page", {})
    top, right, bottom, left = (float(margin) for margin in page.get("margins", (1, 1, 1, 1)))
    made = Look(
        name,
        paper=str(page.get("paper", "by language")),
        margins=(top, right, bottom, left),
        header=str(told.get("header", "")),
        footer=str(told.get("footer", "")),
        furniture=bool(told.get("furniture", False)),
        scene_break=str(told.get("scene_break", "")) or "* * *",
        ending=str(told.get("ending", "")),
        hyphenate=bool(told.get("hyphenate", False)),
        text=_style(told.get("text", {})),
        styles={style: _style(said) for style, said in told.get("styles", {}).items()},
    )
    made.paper_size("")
    return made


def _style(told: Mapping[str, Any]) -> Style:
    plain = Style()
    known = {name: type(getattr(plain, name))(value) for name, value in told.items()}
    style = replace(plain, **known)
    if style.align and style.align not in tuple(Align):
        raise ValueError(style.align)
    return style
