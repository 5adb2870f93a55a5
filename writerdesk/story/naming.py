"""What drafts are called: the name the writer gave, else the heading, else the first words.

First words are as many as it takes to tell the drafts apart; never the name of a file.
"""

from collections.abc import Mapping, Sequence, Set

from writerdesk.manuscript import Document, Kind
from writerdesk.story.items import Draft
from writerdesk.story.story import Story

# Five words are a line in the draft list; past fourteen two beginnings are the same beginning.
_FEWEST_WORDS = 5
_MOST_WORDS = 14
# A shorter first sentence (“Yes.”) names nothing.
_SHORTEST_NAME = 3

_HEADINGS = frozenset((Kind.TITLE, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3))


def shown_names(story: Story) -> Mapping[str, str]:
    """Return the name each draft is shown under, by its id; empty for an empty page."""
    drafts = story.drafts
    names = {draft.id: draft.name or _heading(draft.text) for draft in drafts}
    nameless = [draft for draft in drafts if not names[draft.id]]
    taken = {name for name in names.values() if name}
    tried = _telling_apart(nameless, taken)
    return {**names, **_by_id(nameless, tried)}


def first_words(text: Document, count: int) -> str:
    """Return the first ``count`` words of a text, or fewer if its first sentence ends before.

    The mark that a cut would leave at the end is left out, and so is a full stop.
    """
    for paragraph in text.paragraphs:
        # A paragraph may be a whole chapter: no more of it is parted than is asked for.
        if paragraph.kind != Kind.SCENE_BREAK and (words := paragraph.text.split(maxsplit=count)):
            return _cut(words[:count], count).rstrip(" ,;:–—-.")
    return ""


def _cut(words: Sequence[str], count: int) -> str:
    """Return words up to the end of the first sentence that is long enough to be a name."""
    ends = (n for n, word in enumerate(words, 1) if word.rstrip("”’\"'").endswith((".", "!", "?")))
    first_end = next((end for end in ends if end >= _SHORTEST_NAME), count)
    return " ".join(words[: min(count, first_end)])


def _telling_apart(drafts: Sequence[Draft], taken: Set[str]) -> Sequence[str]:
    """Return first words, as few as make every name its own; if none do, the fewest."""
    for count in range(_FEWEST_WORDS, _MOST_WORDS + 1):
        tried = [first_words(draft.text, count) for draft in drafts]
        if len({*tried, *taken}) == len(tried) + len(taken):
            return tried
    return [first_words(draft.text, _FEWEST_WORDS) for draft in drafts]


def _heading(text: Document) -> str:
    for paragraph in text.paragraphs:
        if paragraph.kind in _HEADINGS and paragraph.text.strip():
            return " ".join(paragraph.text.split())
        if paragraph.text.strip():
            return ""
    return ""


def _by_id(drafts: Sequence[Draft], names: Sequence[str]) -> Mapping[str, str]:
    return {draft.id: name for draft, name in zip(drafts, names, strict=True)}
