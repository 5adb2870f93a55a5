"""What can be told about a draft at a glance: words, goal, and whether it stops in mid-sentence."""

from collections.abc import Iterable

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Kind, Paragraph
from writerdesk.manuscript.sentences import ends_mid_sentence
from writerdesk.manuscript.tokens import count_words
from writerdesk.story.items import Draft
from writerdesk.story.story import Story

# As many of a broken ending's words as fit a line of the draft list.
_LAST_WORDS = 4


@frozen
class Counted:
    """How many words a document has, and which document that was."""

    document: Document
    total: int


@frozen
class Facts:
    """What is known of a draft; ``cut_off`` are its last words if it stops in mid-sentence."""

    words: int
    goal: int
    cut_off: str


def counted(document: Document, before: Counted | None = None) -> Counted:
    """Count a document's words; what it shares with ``before`` is not counted again."""
    if before is None:
        return Counted(document, sum(map(_words, document.paragraphs)))
    now, was = document.paragraphs, before.document.paragraphs
    # By identity: an unchanged paragraph is the same object.
    start = _shared(zip(now, was, strict=False), min(len(now), len(was)))
    rest = min(len(now), len(was)) - start
    end = _shared(zip(reversed(now), reversed(was), strict=False), rest)
    gone = sum(map(_words, was[start : len(was) - end]))
    come = sum(map(_words, now[start : len(now) - end]))
    return Counted(document, before.total - gone + come)


def facts(story: Story, draft: Draft, words: int) -> Facts:
    """Return what can be told about a draft with so many words."""
    return Facts(words, draft.goal or story.details.goal, cut_off(draft.text))


def cut_off(document: Document) -> str:
    """Return the last words of a text that stops in mid-sentence, else nothing."""
    last = next((p for p in reversed(document.paragraphs) if p.text.strip()), None)
    if last is None or last.kind != Kind.BODY or not ends_mid_sentence(last.text):
        return ""
    return " ".join(last.text.split()[-_LAST_WORDS:])


def _shared(pairs: Iterable[tuple[Paragraph, Paragraph]], most: int) -> int:
    """Return how many pairs are one object twice, from the first on."""
    differing = (number for number, (left, right) in enumerate(pairs) if left is not right)
    return min(next(differing, most), most)


def _words(paragraph: Paragraph) -> int:
    return 0 if paragraph.kind == Kind.SCENE_BREAK else count_words(paragraph.text)
