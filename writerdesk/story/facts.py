"""What can be told about a draft at a glance: words, goal, and whether it stops in mid-sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from writerdesk.manuscript import Document, Kind, Paragraph
from writerdesk.manuscript.sentences import ends_mid_sentence
from writerdesk.manuscript.tokens import count_words
from writerdesk.story.items import Draft
from writerdesk.story.story import Story

# As many of a broken ending's words as fit a line of the draft list.
_LAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """The words of a document, paragraph by paragraph, so that an edit is counted quickly."""

    document: Document
    words: Mapping[int, int]
    total: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a draft; ``cut_off`` are its last words if it stops in mid-sentence."""

    words: int
    goal: int
    cut_off: str


def counted(document: Document, before: Counted | None = None) -> Counted:
    """Count a document's words; paragraphs that ``before`` counted are not counted again."""
    known: Mapping[int, int] = before.words if before else {}
    # By identity: an unchanged paragraph is the same object, kept alive by `before`.
    words = {
        id(paragraph): known[id(paragraph)] if id(paragraph) in known else _words(paragraph)
        for paragraph in document.paragraphs
    }
    return Counted(document, words, sum(words[id(p)] for p in document.paragraphs))


def facts(story: Story, draft: Draft, words: int) -> Facts:
    """Return what can be told about a draft with so many words."""
    return Facts(words, draft.goal or story.details.goal, cut_off(draft.text))


def cut_off(document: Document) -> str:
    """Return the last words of a text that stops in mid-sentence, else nothing."""
    last = next((p for p in reversed(document.paragraphs) if p.text.strip()), None)
    if last is None or last.kind != Kind.BODY or not ends_mid_sentence(last.text):
        return ""
    return " ".join(last.text.split()[-_LAST_WORDS:])


def _words(paragraph: Paragraph) -> int:
    return 0 if paragraph.kind == Kind.SCENE_BREAK else count_words(paragraph.text)
