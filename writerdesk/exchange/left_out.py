"""What a draft has that plain text and Markdown have no way to say, counted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from writerdesk.exchange.values import LeftOut, LeftOutKind, Note
from writerdesk.manuscript import Document, Kind, MarkName, Paragraph

_STARRED: AbstractSet[str] = {MarkName.BOLD, MarkName.ITALIC}
_SHOWN_AS_TEXT = frozenset((*Kind,)) - {Kind.BODY, Kind.LIST_ITEM, Kind.SCENE_BREAK}


def what_text_cannot_say(
    document: Document, notes: Sequence[Note], *, stars: bool
) -> tuple[LeftOut, ...]:
    """Count what plain text leaves out."""
    said: AbstractSet[str] = _STARRED if stars else frozenset[str]()
    counts = count_unsaid(document.paragraphs, said)
    counts[LeftOutKind.LAYOUT, ""] += sum(
        paragraph.kind in _SHOWN_AS_TEXT for paragraph in document.paragraphs
    )
    return listed(counts, notes)


def count_unsaid(
    paragraphs: Iterable[Paragraph], said: AbstractSet[str]
) -> Counter[tuple[LeftOutKind, str]]:
    """Count the marks not in ``said``, and whatever only a page can show."""
    counts: Counter[tuple[LeftOutKind, str]] = Counter()
    for paragraph in paragraphs:
        for mark in paragraph.marks:
            if mark.name not in said:
                counts[_kind_of(mark.name)] += 1
        counts[LeftOutKind.ALIGNMENT, ""] += bool(paragraph.align)
        counts[LeftOutKind.DIRECTIONS, ""] += bool(paragraph.direction)
    return counts


def listed(counts: Counter[tuple[LeftOutKind, str]], notes: Sequence[Note]) -> tuple[LeftOut, ...]:
    """Return what was counted in one order, notes among it."""
    counts[LeftOutKind.NOTES, ""] += len(notes)
    return tuple(
        LeftOut(kind, count, name) for (kind, name), count in sorted(counts.items()) if count
    )


def _kind_of(name: str) -> tuple[LeftOutKind, str]:
    if name == MarkName.LINK:
        return LeftOutKind.LINKS, ""
    if name == MarkName.LANGUAGE:
        return LeftOutKind.LANGUAGES, ""
    return LeftOutKind.MARKS, name
