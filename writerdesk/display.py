"""Whether a window can open here, told before Qt tries: Qt ends the process when it can't.

Its own last words blame one library whatever is missing, a library or the display.
"""

import sys
from collections.abc import Iterable, Mapping

from writerdesk.problem import Kind, Problem

# What Qt's part for X11 needs from the system beside what every desktop has, and the Debian package
# it is in; house/needs.txt has the same.
X11_LIBRARIES: Mapping[str, str] = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def find_display(environment: Mapping[str, str], system: str = sys.platform) -> None:
    """Return if a window can open; raise the `Problem` that says why not."""
    if system != "linux" or environment.get("QT_QPA_PLATFORM") or _is_wayland(environment):
        return
    display = environment.get("DISPLAY", "")
    if not display:
        raise Problem(Kind.NO_DISPLAY)
    missing = missing_libraries(X11_LIBRARIES)
    if missing:
        packages = " ".join(X11_LIBRARIES[name] for name in missing)
        raise Problem(Kind.LIBRARIES_MISSING, packages=packages)
    if not _answers(display):
        raise Problem(Kind.DISPLAY_SILENT, display=display)


def missing_libraries(names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the system's libraries that can't be loaded."""
    return tuple(name for name in names if not _loads(name))


def _is_wayland(environment: Mapping[str, str]) -> bool:
    return bool(environment.get("WAYLAND_DISPLAY"))


def _loads(name: str) -> bool:
    from ctypes import CDLL

    try:
        CDLL(name)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    """Tell whether the display lets us in, in the way Qt will ask it."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
