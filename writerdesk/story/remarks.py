"""A pasted remark, and the passages it quotes: somebody's opinion finds what it is about."""

import re
from collections.abc import Iterator, Mapping

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Passage, fold, folded_text, words
from writerdesk.manuscript.folding import folded_texts
from writerdesk.story.story import Story

_QUOTED = re.compile(r'"([^"\n]+)"|(?:^|(?<=[\s(\[—]))\'([^\n]+?)\'(?=$|[\s.,;:!?)\]—])', re.M)

# Words so common that two of them in a row say nothing of where they stand.
_LIGHT = frozenset(
    re.findall(
        r"\w+",
        """
        a about after all an and any are as at be been before but by came can could did do down for
        from get go got had has have he her here him his how i if in into is it its just like me
        more my no not now of off on one or our out over said she so some than that the their them
        then there they this to too up upon us very was we went were what when where which who will
        with would you your
        """,
    )
)


@frozen
class Quotation:
    """Words a remark quotes, and every passage of the story that has them."""

    words: str
    passages: tuple[Passage, ...]


def quotations(story: Story, remark: str) -> tuple[Quotation, ...]:
    """Return what a remark quotes that stands in a draft, typography overlooked.

    A quotation has two words or more, and not light ones alone.
    """
    folded = folded_text(remark)
    said = map(_bare, dict.fromkeys(one or other for one, other in _QUOTED.findall(folded)))
    heavy = [quoted for quoted in said if _says_something(quoted)]
    told = sayings(story).values() if heavy else ()
    found = (
        Quotation(quoted, tuple(place for one in told for place in one.of(quoted)))
        for quoted in heavy
    )
    return tuple(one for one in found if one.passages)


class Sayings:
    """What a draft says, ready to be asked again and again where it says some words."""

    def __init__(self, draft: str, text: Document) -> None:
        self._draft, self._text = draft, text
        self._plain = folded_texts([paragraph.text for paragraph in text.paragraphs])

    def of(self, said: str) -> Iterator[Passage]:
        """Give every passage that has these words, typography overlooked."""
        wanted = folded_text(said)
        pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
        for (id, paragraph), told in zip(self._text, self._plain, strict=True):
            if wanted in told:
                folded = fold(paragraph.text)
                for match in pattern.finditer(folded.text):
                    yield Passage(self._draft, (id,), *folded.span(match.start(), match.end()))


def sayings(story: Story) -> Mapping[str, Sayings]:
    """Return what every draft says."""
    return {draft.id: Sayings(draft.id, draft.text) for draft in story.drafts}


def _bare(quoted: str) -> str:
    """Return a quotation without what a remark adds: dots of omission, its own last comma."""
    return quoted.strip(" .,;:…—")


def _says_something(quoted: str) -> bool:
    told = words(quoted)
    return len(told) >= 2 and not all(word.lower() in _LIGHT for word in told)
