"""What makes a start quick: imports that PySide6 does not look into, and garbage left lying.

All of it ends a start sooner by a third: docs/decisions/start.md has the figures.
"""

import builtins
import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from importlib import import_module
from threading import RLock
from typing import cast

from writerdesk import enumerations

# What PySide6 tells signatures and writes .pyi files with, by the names these modules have in the
# archive inside of PySide6; the loader asks each for its functions only when it calls them.
_ASKED_SELDOM = {
    f"shibokensupport/signature/{name}.py": b""
    for name in ("mapping", "errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator")
}
_ASLEEP = """
from writerdesk.starting import wake
def __getattr__(name):
    return wake(globals(), name)
"""
_waking = RLock()


def begin() -> None:
    """Import Qt in the way that costs least; to be called before anything else imports it."""
    gc.disable()
    enumerations.make_quickly()
    with _signatures_asleep():
        import_module("PySide6.QtCore")
    # WORKAROUND: PySide6 puts an import in place of Python's that looks into the source of every
    # module imported from then on, whether it says PySide6, so that `from __feature__ import …`
    # can rename Qt's methods there. Nothing of ours asks for that; the original stays beside it.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def done() -> None:
    """Collect garbage again, but never look through what the start has made: it stays."""
    gc.freeze()
    gc.enable()


def wake(module: dict[str, object], name: str) -> object:
    """Run a module that was asked for something for the first time; return what it has there."""
    with _waking:
        if not name.startswith("__") and (text := _ASKED_SELDOM.pop(str(module["__file__"]), b"")):
            exec(compile(text, str(module["__file__"]), "exec", dont_inherit=True), module)
    if name not in module:
        raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}")
    return module[name]


@contextmanager
def _signatures_asleep() -> Generator[None]:
    # WORKAROUND: PySide6 has the modules for its signatures inside as source, and compiles and
    # runs them all at every start, 60 ms, "to make sure that the functions are available when
    # needed". They are as available when they run once they are needed: after a wrong call.
    compile_source = cast("Callable[..., object]", builtins.compile)

    def put_to_sleep(text: bytes, file: str, *how: object, **more: object) -> object:
        if file in _ASKED_SELDOM:
            _ASKED_SELDOM[file], text = text, _ASLEEP.encode()
        return compile_source(text, file, *how, **more)

    setattr(builtins, "compile", put_to_sleep)  # noqa: B010
    try:
        yield
    finally:
        setattr(builtins, "compile", compile_source)  # noqa: B010
