"""The words of a paragraph as a comparison parts them: whatever stands between spaces."""

# Two spaces in a row, or another space than the usual one.
_UNEVEN = ("  ", "\n", "\u00a0", "\t")


def count_pieces(text: str) -> int:
    """Count the words of a paragraph as `Vocabulary.spell` parts them."""
    if any(space in text for space in _UNEVEN) or text[:1] == " " or text[-1:] == " ":
        return len(text.split())
    return text.count(" ") + 1 if text else 0
