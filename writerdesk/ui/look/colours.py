"""The colours of each theme, as frozen values read from ``resources/palettes.json``.

Views never name a colour of their own: they ask for its role. Contrasts and the distances between
the kinds of mark for colour-blind eyes were computed for these values; a test holds the contrasts.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import cast

from writerdesk.frozen import frozen
from writerdesk.resources import resources


@frozen
class MarkColours:
    """The line of a kind of mark and the ground behind its words; no ground is an empty string."""

    line: str
    background: str = ""


@frozen
class Marks:
    """The five kinds of mark; each has a shape of its own, colour only helps."""

    changed: MarkColours
    reworked: MarkColours
    anew: MarkColours
    moved: MarkColours
    only_here: MarkColours


@frozen
class Palette:
    """One theme's colours by role."""

    name: str
    dark: bool
    desk: str
    page: str
    panel: str
    lift: str
    hover: str
    select: str
    line: str
    rule: str
    ink: str
    soft: str
    faint: str
    accent: str
    on_accent: str
    focus: str
    danger: str
    warn: str
    ok: str
    ribbon: str
    ribbon_current: str
    drafts: tuple[str, ...]
    on_draft: str
    marks: Marks

    def draft(self, number: int) -> str:
        """Return the colour of the draft with letter number ``number``, counted from 0."""
        return self.drafts[number % len(self.drafts)]


def load_palettes() -> Mapping[str, Palette]:
    """Read the themes that ship with WriterDesk, by name."""
    written = json.loads((resources() / "palettes.json").read_text(encoding="utf-8"))
    return {name: _palette(name, colours) for name, colours in written.items()}


def in_high_contrast(palette: Palette) -> Palette:
    """Return ``palette`` for eyes that need black on white: no grounds, only lines."""
    page, ink = ("#000000", "#FFFFFF") if palette.dark else ("#FFFFFF", "#000000")
    grounds = dict.fromkeys(("desk", "page", "panel", "lift", "hover", "ribbon"), page)
    inks = dict.fromkeys(("ink", "soft", "faint", "line", "rule"), ink)
    kinds = (field.name for field in fields(Marks))
    marks = {kind: replace(getattr(palette.marks, kind), background="") for kind in kinds}
    return replace(palette, **grounds, **inks, ribbon_current=page, marks=Marks(**marks))


def strengthened(palette: Palette, share: float) -> Palette:
    """Return ``palette`` with the marks' grounds ``share`` times as far from the page."""
    kinds = {field.name: getattr(palette.marks, field.name) for field in fields(Marks)}
    marks = {
        kind: replace(mark, background=_away(palette.page, mark.background, share))
        for kind, mark in kinds.items()
    }
    return replace(palette, marks=Marks(**marks))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _palette(name: str, written: Mapping[str, object]) -> Palette:
    marks = cast("Mapping[str, Mapping[str, str]]", written["marks"])
    others = {key: value for key, value in written.items() if key not in ("marks", "drafts")}
    return Palette(
        name=name,
        drafts=tuple(cast("list[str]", written["drafts"])),
        marks=Marks(**{kind: MarkColours(**colours) for kind, colours in marks.items()}),
        **cast("dict[str, str]", others),  # pyright: ignore[reportArgumentType]
    )


def _away(page: str, ground: str, share: float) -> str:
    if not ground or not share:
        return ""
    mixed = (
        min(255, max(0, round(there + (here - there) * share)))
        for here, there in zip(_channels(ground), _channels(page), strict=True)
    )
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def _luminance(colour: str) -> float:
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
