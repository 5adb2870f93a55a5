"""The look in force: which theme, which type, how much motion; views listen to `Look.changed`."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QStyleHints
from PySide6.QtWidgets import QApplication

from writerdesk.frozen import frozen
from writerdesk.preferences import Marks as MarkStrength
from writerdesk.preferences import Theme as ThemeChoice
from writerdesk.ui.look.colours import Palette, in_high_contrast, load_palettes, strengthened
from writerdesk.ui.look.lettering import EDITOR_SIZE, LETTERS, Lettering, system_lettering
from writerdesk.ui.look.style import qt_palette, style_sheet

# How an application is told to draw with Fusion everywhere: when it is made, on its command line.
# To set a style later makes Python look at all styles there are, 16 ms of a start.
STYLE = ("-style", "fusion")

# Strong grounds are 1.6 times as far from the page; ink on them stays above 6.9:1 in every theme.
_GROUNDS = {MarkStrength.QUIET: 0.0, MarkStrength.NORMAL: 1.0, MarkStrength.STRONG: 1.6}


@frozen
class Motion:
    """How long things move, in milliseconds; all are 0 with less motion."""

    hover: int = 80
    lift: int = 120
    panel: int = 160
    level: int = 220
    fade: int = 400


STILL = Motion(0, 0, 0, 0, 0)


@frozen
class Appearance:
    """What the writer chose about the look."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    marks: MarkStrength = MarkStrength.NORMAL
    high_contrast: bool = False
    less_motion: bool = False
    text_family: str = ""
    editor_size: int = EDITOR_SIZE
    letters: int = LETTERS
    """How many letters a line of a draft has room for."""


class Look(QObject):
    """The palette, lettering and motion in force; announces when one of them changed."""

    changed = Signal()

    palette: Palette
    lettering: Lettering
    motion: Motion

    def __init__(self, appearance: Appearance | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palettes = load_palettes()
        self.appearance = appearance or Appearance()
        self._work_out()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def choose(self, appearance: Appearance) -> None:
        """Take on another appearance."""
        if appearance != self.appearance:
            self.appearance = appearance
            self._work_out()
            self.changed.emit()

    def dress(self, application: QApplication) -> None:
        """Give the whole application this look, now and after every change."""
        self._dress(application)
        self.changed.connect(lambda: self._dress(application))
        # Icons are drawn for the screens there are.
        application.screenAdded.connect(self.changed)

    def _dress(self, application: QApplication) -> None:
        application.setFont(self.lettering.interface_font())
        application.setPalette(qt_palette(self.palette))
        application.setStyleSheet(style_sheet(self.palette, self.lettering))

    def _follow_system(self) -> None:
        before = self.palette
        self._work_out()
        if self.palette != before:
            self.changed.emit()

    def _work_out(self) -> None:
        chosen, hints = self.appearance, QGuiApplication.styleHints()
        palette = self._palettes[_theme(chosen.theme, hints)]
        palette = strengthened(palette, _GROUNDS[chosen.marks])
        if chosen.high_contrast or _asks_for_contrast(hints):
            palette = in_high_contrast(palette)
        self.palette = palette
        self.lettering = system_lettering(chosen.text_family, chosen.editor_size)
        self.motion = STILL if chosen.less_motion or _asks_for_stillness(hints) else Motion()


def _theme(choice: ThemeChoice, hints: QStyleHints) -> str:
    if choice is not ThemeChoice.SYSTEM:
        return choice.value
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def _asks_for_contrast(hints: QStyleHints) -> bool:
    # QStyleHints.accessibility came with Qt 6.10.
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def _asks_for_stillness(hints: QStyleHints) -> bool:
    # motionPreference came with Qt 6.12; before, only our own switch knows.
    accessibility = hints.accessibility() if hasattr(hints, "accessibility") else None
    preference = getattr(accessibility, "motionPreference", None)
    return preference is not None and preference().name == "ReducedMotion"
