"""How an exported page looks: data, ours from ``resources/looks`` and the writer's own.

A writer's own look says only what differs from one of ours; ``docs/looks.md`` tells all it can say.
"""

import json
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from writerdesk.folders import settings_folder
from writerdesk.frozen import frozen
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
_OURS = ("plain", "book", "manuscript")
_SAID = frozenset(
    (
        *("like", "page", "header", "footer", "furniture", "scene_break", "ending"),
        *("hyphenate", "contact", "text", "styles"),
    )
)


@frozen
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


@frozen
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


def own_looks_folder() -> Path:
    """Return where the writer's own looks are; one named like one of ours stands in its place."""
    return settings_folder() / "looks"


def look_names() -> tuple[str, ...]:
    """Return the names of the looks there are: ours, then the writer's own."""
    own = sorted(path.stem for path in own_looks_folder().glob("*.json"))
    return (*_OURS, *(name for name in own if name not in _OURS))


def look(name: str) -> Look:
    """Return the look called ``name``; raises a `Problem` if there is none or it can't be used."""
    if name not in look_names():
        raise Problem(Kind.NO_SUCH_LOOK, look=name, known=", ".join(look_names()))
    own = own_looks_folder() / f"{name}.json"
    return _own_look(own) if own.exists() else _our_look(name)


class _NotUnderstood(ValueError):
    """A look says something no look can say; the message is where."""


def _our_look(name: str) -> Look:
    return _look(name, json.loads((resources() / "looks" / f"{name}.json").read_text("utf-8")))


def _own_look(path: Path) -> Look:
    try:
        told = json.loads(path.read_bytes())
        like = told.get("like", "plain")
        if like not in _OURS:
            raise _NotUnderstood("like")
        return _look(path.stem, told, _our_look(like))
    except json.JSONDecodeError as error:
        where = f"{error.lineno}:{error.colno}"
    except _NotUnderstood as error:
        where = str(error)
    except OSError:
        raise Problem(Kind.NOT_READABLE, path=path) from None
    except (ValueError, TypeError, AttributeError):
        where = "1:1"
    raise Problem(Kind.LOOK_BROKEN, path=path, where=where)


def _look(name: str, told: Mapping[str, Any], like: Look | None = None) -> Look:
    like = like or Look(name)
    for said in told:
        if said not in _SAID:
            raise _NotUnderstood(said)
    page = told.get("page", {})
    with _saying("page"):
        top, right, bottom, left = (float(one) for one in page.get("margins", like.margins))
        paper = str(page.get("paper", like.paper))
        replace(like, paper=paper).paper_size("")
    plain = {
        said: type(getattr(like, said))(told.get(said, getattr(like, said)))
        for said in ("header", "footer", "furniture", "ending", "hyphenate")
    }
    styles = told.get("styles", {})
    return replace(
        like,
        name=name,
        paper=paper,
        margins=(top, right, bottom, left),
        scene_break=str(told.get("scene_break", like.scene_break)).strip() or "* * *",
        contact=tuple(str(line) for line in told.get("contact", like.contact)),
        text=_style("text", told.get("text", {}), like.text),
        styles={
            style: _style(style, styles.get(style, {}), like.style(style))
            for style in (*STYLED, *styles)
        },
        **plain,
    )


def _style(name: str, told: Mapping[str, Any], like: Style) -> Style:
    if name not in (*STYLED, "text"):
        raise _NotUnderstood(f"styles.{name}")
    known: dict[str, Any] = {}
    for said, value in told.items():
        with _saying(f"{name}.{said}"):
            known[said] = type(getattr(like, said))(value)
            if said == "align" and value not in ("", *Align):
                raise ValueError(value)
    return replace(like, **known)


@contextmanager
def _saying(where: str) -> Generator[None]:
    """Tell where in a look something is not understood."""
    try:
        yield
    except (ValueError, TypeError, AttributeError):
        raise _NotUnderstood(where) from None
