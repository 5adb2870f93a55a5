"""What makes a start quick: imports that PySide6 does not look into, and garbage left lying.

Both end a start sooner by about a fifth: docs/decisions/start.md has the figures.
"""

import builtins
import gc
from importlib import import_module


def begin() -> None:
    """Import Qt in the way that costs least; to be called before anything else imports it."""
    gc.disable()
    import_module("PySide6.QtCore")
    # WORKAROUND: PySide6 puts an import in place of Python's that looks into the source of every
    # module imported from then on, whether it says PySide6, so that `from __feature__ import …`
    # can rename Qt's methods there. Nothing of ours asks for that; the original stays beside it.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def done() -> None:
    """Collect garbage again, but never look through what the start has made: it stays."""
    gc.freeze()
    gc.enable()
