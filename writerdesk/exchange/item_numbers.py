"""The number each numbered list item shows: a list ends where another kind of paragraph stands."""

from collections.abc import Sequence

from writerdesk.manuscript import BOXES, Kind, Paragraph


def item_numbers(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return each numbered item's number, 0 for every other paragraph."""
    counts: dict[int, tuple[str, int]] = {}
    numbers: list[int] = []
    for paragraph in paragraphs:
        numbers.append(0)
        if paragraph.kind != Kind.LIST_ITEM:
            counts.clear()
            continue
        counts = {level: count for level, count in counts.items() if level <= paragraph.level}
        numbering, count = counts.get(paragraph.level, ("", 0))
        count = count + 1 if numbering == paragraph.numbering else 1
        counts[paragraph.level] = paragraph.numbering, count
        if paragraph.numbering and paragraph.numbering not in BOXES:
            numbers[-1] = count
    return numbers
