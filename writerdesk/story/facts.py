"""What can be told about a draft at a glance: words, goal, and whether it stops in mid-sentence."""

from collections.abc import Iterable

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Kind, Paragraph
from writerdesk.manuscript.alike import common_end, common_start
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
    gone, come = was[start : len(was) - end], now[start : len(now) - end]
    if len(gone) == len(come) == 1 and gone[0].kind == come[0].kind:
        return Counted(document, before.total + _more_words(gone[0], come[0]))
    return Counted(document, before.total - sum(map(_words, gone)) + sum(map(_words, come)))


def facts(story: Story, draft: Draft, words: int) -> Facts:
    """Return what can be told about a draft with so many words."""
    return Facts(words, draft.goal or story.details.goal, cut_off(draft.text))


def cut_off(document: Document) -> str:
    """Return the last words of a text that stops in mid-sentence, else nothing."""
    last = next((p for p in reversed(document.paragraphs) if p.text.strip()), None)
    if last is None or last.kind != Kind.BODY or not ends_mid_sentence(last.text):
        return ""
    return " ".join(last.text.rsplit(maxsplit=_LAST_WORDS)[-_LAST_WORDS:])


def _shared(pairs: Iterable[tuple[Paragraph, Paragraph]], most: int) -> int:
    """Return how many pairs are one object twice, from the first on."""
    differing = (number for number, (left, right) in enumerate(pairs) if left is not right)
    return min(next(differing, most), most)


def _more_words(was: Paragraph, now: Paragraph) -> int:
    """Return how many words more a paragraph has; only what changed of it is counted.

    A paragraph of 5,000 words takes 2 ms to count, ten times a second while one writes in it.
    """
    if now.kind == Kind.SCENE_BREAK:
        return 0
    left, right = was.text, now.text
    # From one space to another: a word that was cut would count as two.
    start = left.rfind(" ", 0, common_start(left, right)) + 1
    kept = common_end(left[start:], right[start:])
    end = left.find(" ", len(left) - kept) if kept else -1
    kept = len(left) - end if end >= 0 else 0
    return count_words(right[start : len(right) - kept]) - count_words(
        left[start : len(left) - kept]
    )


def _words(paragraph: Paragraph) -> int:
    return 0 if paragraph.kind == Kind.SCENE_BREAK else count_words(paragraph.text)
