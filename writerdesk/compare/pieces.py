"""The words of a paragraph as a comparison parts them: whatever stands between spaces."""


def count_pieces(text: str) -> int:
    """Count the words of a paragraph as `Vocabulary.spell` parts them."""
    if text.isprintable() and text[:1] != " " and text[-1:] != " " and "  " not in text:
        return text.count(" ") + 1 if text else 0
    return len(text.split())
