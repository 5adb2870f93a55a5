"""Our own icons: line drawings in one colour, redrawn for the theme and the screen's scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from writerdesk.resources import resources
from writerdesk.ui.look.colours import Palette

BOX = 20
# The scales screens have; in between Qt takes the next larger one.
_SCALES = (1.0, 1.5, 2.0, 3.0)


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons there are."""
    return tuple(sorted(path.stem for path in (resources() / "icons").glob("*.svg")))


def icon(name: str, palette: Palette, *, colour: str = "", checked_colour: str = "") -> QIcon:
    """Return an icon in the theme's soft ink, or in ``colour``; greyed by itself if disabled."""
    made = QIcon()
    drawn = colour or palette.soft
    for scale in _scales_in_use():
        made.addPixmap(_pixmap(name, drawn, palette.page, scale))
        made.addPixmap(
            _pixmap(name, checked_colour or palette.accent, palette.page, scale),
            QIcon.Mode.Normal,
            QIcon.State.On,
        )
    return made


def paint_icon(painter: QPainter, name: str, where: QRectF, colours: tuple[str, str]) -> None:
    """Paint an icon into ``where``; the colours are its own and the paper's behind it."""
    QSvgRenderer(QByteArray(_recoloured(name, *colours))).render(painter, where)


def picture(name: str, colour: str, paper: str, scale: float) -> QPixmap:
    """Return an icon as a picture that is drawn once, for painters that show it often."""
    return _pixmap(name, colour, paper, _drawn_scale(scale))


def _scales_in_use() -> set[float]:
    # A drawing takes 0.3 ms, and a story's window has ten icons in two colours. The look changes
    # when a screen is added, and all icons with it.
    return {_drawn_scale(screen.devicePixelRatio()) for screen in QGuiApplication.screens()}


def _drawn_scale(scale: float) -> float:
    return next((drawn for drawn in _SCALES if drawn >= scale), _SCALES[-1])


@cache
def _pixmap(name: str, colour: str, paper: str, scale: float) -> QPixmap:
    side = round(BOX * scale)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_icon(painter, name, QRectF(0, 0, BOX, BOX), (colour, paper))
    painter.end()
    return pixmap


def _recoloured(name: str, colour: str, paper: str) -> bytes:
    return _drawing(name).replace("currentColor", colour).replace('"white"', f'"{paper}"').encode()


@cache
def _drawing(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
