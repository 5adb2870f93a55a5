"""Turns a palette into Qt's: one QPalette and one style sheet for the whole application."""

from dataclasses import fields
from string import Template

from PySide6.QtGui import QColor, QPalette

from writerdesk.resources import resources
from writerdesk.ui.look.colours import Palette
from writerdesk.ui.look.lettering import Lettering

# Disabled controls keep this share of their ink.
_DISABLED_INK = 0.45


def qt_palette(palette: Palette) -> QPalette:
    """Return the colours Fusion draws with where the style sheet is silent."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, palette.panel),
        (role.WindowText, palette.ink),
        (role.Base, palette.page),
        (role.AlternateBase, palette.hover),
        (role.Text, palette.ink),
        (role.Button, palette.page),
        (role.ButtonText, palette.ink),
        (role.BrightText, palette.danger),
        (role.Highlight, palette.select),
        (role.HighlightedText, palette.ink),
        (role.Link, palette.accent),
        (role.LinkVisited, palette.accent),
        (role.PlaceholderText, palette.faint),
        (role.ToolTipBase, palette.panel),
        (role.ToolTipText, palette.ink),
        (role.Light, palette.line),
        (role.Midlight, palette.line),
        (role.Mid, palette.rule),
        (role.Dark, palette.rule),
        (role.Shadow, palette.rule),
        (role.Accent, palette.accent),
    ):
        made.setColor(which, QColor(colour))
    faded = QColor(palette.ink)
    faded.setAlphaF(_DISABLED_INK)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return made


def style_sheet(palette: Palette, lettering: Lettering) -> str:
    """Return the style sheet for a theme; the rules stand in ``resources/window.qss``."""
    gaps = {
        field.name: getattr(palette, field.name)
        for field in fields(palette)
        if isinstance(getattr(palette, field.name), str)
    }
    sizes = {
        "unit": f"{lettering.unit}px",
        "caption": f"{lettering.caption}px",
        "heading": f"{lettering.heading}px",
        "page_title": f"{lettering.page_title}px",
        "text_face": ", ".join(f"'{family}'" for family in lettering.text),
        "faded": _faded(palette.ink),
        "checked": _drawn("", palette),
        "down": _drawn("down-", palette),
        "up": _drawn("up-", palette),
    }
    return _rules().substitute(gaps, **sizes)


def _rules() -> Template:
    return Template((resources() / "window.qss").read_text(encoding="utf-8"))


def _drawn(sign: str, palette: Palette) -> str:
    """Return where a sign is as it is drawn for a theme: a tick, or the arrows of fields."""
    name = "dark" if QColor(palette.page).lightness() < 128 else "light"
    return (resources() / "ticks" / f"{sign}{name}.svg").as_posix()


def _faded(ink: str) -> str:
    colour = QColor(ink)
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {round(_DISABLED_INK * 255)})"
