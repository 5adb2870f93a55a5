"""What a beat is called: its first words, or the words that are its alone.

A beat told in two drafts or more has no invented name, only the first words of the first draft that
tells it. A run of three passages or more that one draft tells alone is named by up to four words
that it has twice at least and no other draft has; names first, the cast both tell of left out.
"""

from collections import Counter
from collections.abc import Sequence

from writerdesk.compare.tellings.vocabulary import vocabulary
from writerdesk.manuscript import Document, Kind
from writerdesk.manuscript.folding import folded_text
from writerdesk.manuscript.tokens import word_spans, words

# Enough to know a passage again, and one line of the overview.
_FIRST_WORDS = 6
_LEAST_ALONE, _MOST_WORDS, _LEAST_TIMES = 3, 4, 2


def name_of(
    documents: Sequence[Document], spots: frozenset[tuple[int, int]], cast: frozenset[str]
) -> str:
    """Return the name of a beat that stands at these paragraphs of these drafts."""
    draft, first = min(spots)
    texts = [_text(documents[draft], place) for other, place in sorted(spots) if other == draft]
    if len({other for other, _ in spots}) == 1 and len(texts) >= _LEAST_ALONE:
        own = _own_words(texts, documents, draft, cast)
        if own:
            return " · ".join(own)
    return _first_words(_text(documents[draft], first))


def _own_words(
    texts: Sequence[str], documents: Sequence[Document], draft: int, cast: frozenset[str]
) -> list[str]:
    known = vocabulary()
    elsewhere = {
        known.stem(word)
        for number, document in enumerate(documents)
        if number != draft
        for paragraph in document.paragraphs
        for word in words(folded_text(paragraph.text))
    }
    left_out = {known.stem(folded_text(name)) for name in cast}
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for word in words(text):
            stem = known.stem(folded_text(word).removesuffix("'s"))
            forms.setdefault(stem, Counter())[word.removesuffix("'s").removesuffix("’s")] += 1
    ranked = sorted(
        (not _is_name(seen), -seen.total(), stem)
        for stem, seen in forms.items()
        if seen.total() >= _LEAST_TIMES
        and stem not in elsewhere
        and stem not in left_out
        and not any(folded_text(form) in known.light for form in seen)
        and len(stem) > 1
    )
    return [forms[stem].most_common(1)[0][0] for *_, stem in ranked[:_MOST_WORDS]]


def _is_name(seen: Counter[str]) -> bool:
    return all(form[:1].isupper() for form in seen)


def _first_words(text: str) -> str:
    spans = word_spans(text)
    if len(spans) <= _FIRST_WORDS:
        return text.strip()
    return text[: spans[_FIRST_WORDS - 1][1]].strip() + "…"


def _text(document: Document, place: int) -> str:
    paragraph = document.paragraphs[place]
    return "" if paragraph.kind == Kind.SCENE_BREAK else paragraph.text
