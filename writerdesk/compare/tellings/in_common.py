"""Which words say most for two passages: those both have, and their drafts have hardly elsewhere.

The score goes by words long before two passages share a phrase. Whoever asks why they are tied is
told those words.
"""

from collections.abc import Iterable, Mapping, Sequence

from writerdesk.compare.tellings.vocabulary import Vocabulary, vocabulary
from writerdesk.manuscript import Document, ParagraphId
from writerdesk.manuscript.folding import folded_text, folded_texts
from writerdesk.manuscript.tokens import words

# More words nobody reads. What stands in more of both drafts than one passage in six says little
# for any two: the hero's name, the village.
_MOST, _SELDOM = 4, 6


def words_in_common(
    left: tuple[Document, Iterable[ParagraphId]], right: tuple[Document, Iterable[ParagraphId]]
) -> tuple[str, ...]:
    """Return up to four words of the left that the right has too, rare ones, as they stand."""
    known = vocabulary()
    ours, theirs = (_told(*side, known) for side in (left, right))
    both = [stem for stem in ours if stem in theirs]
    texts = folded_texts(
        [paragraph.text for document in (left[0], right[0]) for paragraph in document.paragraphs]
    )
    times = {stem: _times({*ours[stem], *theirs[stem]}, texts) for stem in both}
    seldom = [stem for stem in both if times[stem] * _SELDOM <= max(2 * _SELDOM, len(texts))]
    kept = set(sorted(seldom, key=lambda stem: times[stem])[:_MOST])
    return tuple(ours[stem][0] for stem in both if stem in kept)


def says_something(text: str) -> bool:
    """Tell whether a few words are more than light and stock words: "Then, he" says nothing."""
    known = vocabulary()
    return not known.stock.issuperset(known.content(words(folded_text(text))))


def _told(
    document: Document, ids: Iterable[ParagraphId], known: Vocabulary
) -> Mapping[str, Sequence[str]]:
    """Return the words of some passages that say something, by what their forms have in common."""
    found: dict[str, list[str]] = {}
    for id in ids:
        for word in words(document.paragraphs[document.place_of(id) or 0].text):
            folded = folded_text(word).removesuffix("'s")
            stem = known.stem(folded)
            if folded not in known.light and stem not in known.stock:
                found.setdefault(stem, []).append(word.removesuffix("'s").removesuffix("’s"))
    return found


def _times(forms: Iterable[str], texts: Sequence[str]) -> int:
    """Count the paragraphs that have a word, roughly: by its letters."""
    folded = {folded_text(form) for form in forms}
    return sum(any(form in text for form in folded) for text in texts)
