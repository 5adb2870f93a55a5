"""The pane's own keys, as data: single letters count only while nothing is being edited."""

from enum import StrEnum

from PySide6.QtCore import Qt

_Key = Qt.Key
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


class Command(StrEnum):
    """What a key asks of the pane."""

    PASSAGE_BEFORE = "passage before"
    PASSAGE_AFTER = "passage after"
    COLUMN_BEFORE = "column before"
    COLUMN_AFTER = "column after"
    PAGE_UP = "page up"
    PAGE_DOWN = "page down"
    START = "start"
    END = "end"
    NEXT_STOP = "next stop"
    PREVIOUS_STOP = "previous stop"
    NEXT_ALONE = "next only here"
    PREVIOUS_ALONE = "previous only here"
    TAKE = "take"
    TAKE_STOP = "take stop"
    TAKE_WORDS = "take words"
    KEEP = "keep"
    MAYBE = "maybe"
    LEAVE = "leave"
    STAR = "star"
    WHY = "why"
    UNTIE = "untie"
    TIE = "tie"
    EDIT = "edit"
    COLUMN_1 = "column 1"
    COLUMN_2 = "column 2"
    COLUMN_3 = "column 3"
    COLUMN_4 = "column 4"
    FLIP = "flip"
    KEYS = "keys"
    COPY = "copy"
    ESCAPE = "escape"
    SPOKEN = "spoken"


KEYS = {
    (_Key.Key_Up, _NONE): Command.PASSAGE_BEFORE,
    (_Key.Key_Down, _NONE): Command.PASSAGE_AFTER,
    (_Key.Key_Left, _NONE): Command.COLUMN_BEFORE,
    (_Key.Key_Right, _NONE): Command.COLUMN_AFTER,
    (_Key.Key_PageUp, _NONE): Command.PAGE_UP,
    (_Key.Key_PageDown, _NONE): Command.PAGE_DOWN,
    (_Key.Key_Home, _NONE): Command.START,
    (_Key.Key_End, _NONE): Command.END,
    (_Key.Key_N, _NONE): Command.NEXT_STOP,
    (_Key.Key_P, _NONE): Command.PREVIOUS_STOP,
    (_Key.Key_F8, _NONE): Command.NEXT_STOP,
    (_Key.Key_F8, _SHIFT): Command.PREVIOUS_STOP,
    (_Key.Key_N, _SHIFT): Command.NEXT_ALONE,
    (_Key.Key_P, _SHIFT): Command.PREVIOUS_ALONE,
    (_Key.Key_T, _NONE): Command.TAKE_WORDS,
    (_Key.Key_Return, _CONTROL): Command.TAKE,
    (_Key.Key_Enter, _CONTROL): Command.TAKE,
    (_Key.Key_Return, _CONTROL | _SHIFT): Command.TAKE_STOP,
    (_Key.Key_Enter, _CONTROL | _SHIFT): Command.TAKE_STOP,
    (_Key.Key_K, _NONE): Command.KEEP,
    (_Key.Key_M, _NONE): Command.MAYBE,
    (_Key.Key_L, _NONE): Command.LEAVE,
    (_Key.Key_S, _NONE): Command.STAR,
    (_Key.Key_W, _NONE): Command.WHY,
    (_Key.Key_X, _NONE): Command.UNTIE,
    (_Key.Key_U, _NONE): Command.TIE,
    (_Key.Key_E, _NONE): Command.EDIT,
    (_Key.Key_Return, _NONE): Command.EDIT,
    (_Key.Key_Enter, _NONE): Command.EDIT,
    (_Key.Key_1, _NONE): Command.COLUMN_1,
    (_Key.Key_2, _NONE): Command.COLUMN_2,
    (_Key.Key_3, _NONE): Command.COLUMN_3,
    (_Key.Key_4, _NONE): Command.COLUMN_4,
    (_Key.Key_F, _NONE): Command.FLIP,
    (_Key.Key_Question, _SHIFT): Command.KEYS,
    (_Key.Key_Question, _NONE): Command.KEYS,
    (_Key.Key_C, _CONTROL): Command.COPY,
    (_Key.Key_Escape, _NONE): Command.ESCAPE,
    (_Key.Key_F9, _SHIFT): Command.SPOKEN,
}

# Every key that is a letter or a digit: a preference turns these off.
SINGLE = frozenset(
    (key, modifiers)
    for key, modifiers in KEYS
    if modifiers in (_NONE, _SHIFT) and _Key.Key_0 <= key <= _Key.Key_Z
)


def command_for(key: int, modifiers: Qt.KeyboardModifier, *, letters: bool) -> Command | None:
    """Return what a key asks for; ``letters`` says whether single letters count."""
    plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    pressed = (_Key(key), plain) if key in _NUMBERS else None
    if pressed is None or (not letters and pressed in SINGLE):
        return None
    return KEYS.get(pressed)


_NUMBERS = frozenset(int(key) for key, _ in KEYS)
