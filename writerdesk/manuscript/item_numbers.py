"""What stands before each list item; a list ends where another kind of paragraph stands."""

from collections.abc import Sequence

from writerdesk.manuscript.paragraph import BOXES, Kind, Numbering, Paragraph

BULLETS = "•◦▪"
"""The signs of items without numbers, level by level, then from the first again."""


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


def signs_before(paragraphs: Sequence[Paragraph], start: int, end: int) -> list[str]:
    """Return what stands before each paragraph from ``start`` to ``end``: nothing before most."""
    above = start
    # Numbers count from where the list begins.
    while above and paragraphs[above - 1].kind == Kind.LIST_ITEM:
        above -= 1
    run = paragraphs[above:end]
    return [
        item_sign(item, number) if item.kind == Kind.LIST_ITEM else ""
        for item, number in zip(run, item_numbers(run), strict=True)
    ][start - above :]


def item_sign(item: Paragraph, number: int) -> str:
    """Return what stands before an item: its bullet, or its number as the list numbers."""
    if item.numbering in BOXES:
        return "☑" if item.numbering == Numbering.DONE else "☐"
    if not number:
        return BULLETS[item.level % len(BULLETS)]
    if item.numbering in (Numbering.LOWER_LETTER, Numbering.UPPER_LETTER):
        told = _letters(number)
    elif item.numbering in (Numbering.LOWER_ROMAN, Numbering.UPPER_ROMAN):
        told = _roman(number)
    else:
        return f"{number}."
    upper = item.numbering in (Numbering.UPPER_LETTER, Numbering.UPPER_ROMAN)
    return f"{told.upper() if upper else told}."


def _letters(number: int) -> str:
    """Return a, b … z, aa, bb … as word processors count."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def _roman(number: int) -> str:
    told = ""
    for value, letters in _ROMAN:
        while number >= value:
            told += letters
            number -= value
    return told
