"""How WriterDesk looks: colours, type, spacing, icons, and the one `Look` all views follow."""

from writerdesk.ui.look.colours import MarkColours, Palette, load_palettes
from writerdesk.ui.look.lettering import Lettering
from writerdesk.ui.look.look import STYLE, Appearance, Look, MarkStrength, Motion, ThemeChoice

__all__ = [
    "STYLE",
    "Appearance",
    "Lettering",
    "Look",
    "MarkColours",
    "MarkStrength",
    "Motion",
    "Palette",
    "ThemeChoice",
    "load_palettes",
]
