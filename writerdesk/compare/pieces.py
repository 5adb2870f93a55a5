"""The words of a paragraph as a comparison parts them: whatever stands between spaces."""


def count_pieces(text: str) -> int:
    """Count the words of a paragraph as they are spelled."""
    return len(text.split())
