"""What is chosen about the look: the theme, how strong marks are, and the legend of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from writerdesk.preferences import Marks, Theme
from writerdesk.ui.look import Appearance, Look
from writerdesk.ui.menus import Actions

if TYPE_CHECKING:
    from writerdesk.ui.pane.legend import Legend


class AppearanceDoers(QObject):
    """Lets the writer choose how everything looks."""

    chosen = Signal(object)
    """The `Appearance` that was chosen, to be kept."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._legend: Legend | None = None

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        themes = {f"theme.{theme.value}": self._choosing_theme(theme) for theme in Theme}
        marks = {f"marks.{strength.value}": self._choosing_marks(strength) for strength in Marks}
        return {**themes, **marks, "marks.legend": self._show_legend}

    def show_state(self, actions: Actions) -> None:
        """Check what is in force."""
        now = self._look.appearance
        for theme in Theme:
            actions[f"theme.{theme.value}"].setChecked(now.theme is theme)
        for strength in Marks:
            actions[f"marks.{strength.value}"].setChecked(now.marks is strength)

    def _choosing_theme(self, theme: Theme) -> Callable[[], None]:
        return lambda: self._choose(replace(self._look.appearance, theme=theme))

    def _choosing_marks(self, strength: Marks) -> Callable[[], None]:
        return lambda: self._choose(replace(self._look.appearance, marks=strength))

    def _choose(self, appearance: Appearance) -> None:
        self._look.choose(appearance)
        self.chosen.emit(appearance)

    def _show_legend(self) -> None:
        from writerdesk.ui.pane.legend import Legend

        if self._legend is None:
            self._legend = Legend(self._look, self._window)
        self._legend.show()
        self._legend.raise_()
