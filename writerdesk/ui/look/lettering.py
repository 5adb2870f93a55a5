"""The faces and sizes of type, always in pixels: macOS counts 72 points to the inch.

The text face is the first of a list of good book faces that is installed; no font is shipped.
"""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from writerdesk.frozen import frozen

TEXT_FAMILIES = (
    "Literata",
    "Charter",
    "Iowan Old Style",
    "Georgia",
    "Cambria",
    "Noto Serif",
    "DejaVu Serif",
    "Liberation Serif",
    "Times New Roman",
)
_INTERFACE_FAMILIES = (
    "Segoe UI",
    "Inter",
    "Adwaita Sans",
    "Cantarell",
    "Ubuntu",
    "Noto Sans",
    "DejaVu Sans",
    "Helvetica Neue",
    "Arial",
)
_LEAST_UNIT, _MOST_UNIT = 12, 16
# The unit where the system's face can't be used: what most desktops draw their menus in.
_USUAL_UNIT = 13
_LEAST_CAPTION = 11

EDITOR_LINE = 1.55
HEADING_LINE = 1.3
EDITOR_SIZE = 18
LEAST_EDITOR_SIZE, MOST_EDITOR_SIZE = 14, 32
LETTERS = 66
# Enough of a draft to know how wide its letters run; more changes the mean by under a percent.
_LETTERS_MEASURED = 3000


@frozen
class Lettering:
    """The faces in use and the unit ``u`` the sizes of the interface derive from."""

    interface: tuple[str, ...]
    text: tuple[str, ...]
    unit: int
    editor: int = EDITOR_SIZE

    @property
    def caption(self) -> int:
        """The size of captions, counts and gap rows."""
        return max(_LEAST_CAPTION, self.unit - 1)

    @property
    def heading(self) -> int:
        """The size of headings of panels and cards."""
        return self.unit + 2

    @property
    def page_title(self) -> int:
        """The size of the title of a whole page, set in the text face."""
        return 24

    def interface_font(
        self, size: int = 0, weight: QFont.Weight = QFont.Weight.Normal, *, digits: bool = False
    ) -> QFont:
        """Return the interface's face; ``digits`` for counts that stand under each other."""
        font = _font(self.interface, size or self.unit, weight)
        if digits and hasattr(font, "setFeature"):
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def text_font(self, size: int = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the face drafts are set in."""
        return _font(self.text, size or self.editor, weight)

    @property
    def natural_line(self) -> float:
        """The text face's own line height, in sizes of its letters."""
        font = self.text_font()
        return QFontMetricsF(font).height() / font.pixelSize()

    def column_width(self, letters: int, sample: str = "") -> int:
        """Return how wide a column of ``letters`` letters of this draft is, in pixels."""
        measured = sample[:_LETTERS_MEASURED] or "the dust of an old summer lay on it all "
        metrics = QFontMetricsF(self.text_font())
        return round(metrics.horizontalAdvance(measured) / len(measured) * letters)


def system_lettering(text_family: str = "", editor: int = EDITOR_SIZE) -> Lettering:
    """Return the system's own interface face, held to a size that can be read, and a text face."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    info = QFontInfo(system)
    usable = not info.fixedPitch() and info.pixelSize() >= _LEAST_CAPTION
    known = set(QFontDatabase.families())
    interface = (system.family(),) if usable else _installed(_INTERFACE_FAMILIES, known)
    chosen = (text_family,) if text_family else ()
    unit = info.pixelSize() if usable else _USUAL_UNIT
    return Lettering(
        interface=interface,
        text=_installed((*chosen, *TEXT_FAMILIES), known),
        unit=min(_MOST_UNIT, max(_LEAST_UNIT, unit)),
        editor=min(MOST_EDITOR_SIZE, max(LEAST_EDITOR_SIZE, editor)),
    )


def _installed(families: tuple[str, ...], known: set[str]) -> tuple[str, ...]:
    return tuple(family for family in families if family in known) or families


def _font(families: tuple[str, ...], size: int, weight: QFont.Weight) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
