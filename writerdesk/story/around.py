"""What stands around a place, on a line of a dialog: enough to know the sentence by."""

# Letters on each side: with the words between, a line of a dialog.
_AROUND = 36


def before_told(text: str, end: int) -> str:
    """Return what stands before a place, from a whole word on."""
    start = max(0, end - _AROUND)
    return text[:end] if not start else f"…{text[start:end].partition(' ')[2]}"


def after_told(text: str, start: int) -> str:
    """Return what stands after a place."""
    return text[start : start + _AROUND]
