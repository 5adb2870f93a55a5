"""Finds words in many texts at once, whatever their quotes, dashes, capitals and accents.

An index in memory, never on disk: it is made anew from what is there and kept current by what
changed. A text is known by a key of the caller's, its paragraphs by names of the caller's; a
paragraph that is the same object as before is not indexed again. Where in a paragraph the words
stand is found only when somebody asks: of a thousand paragraphs a dozen are seen.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from writerdesk.frozen import frozen
from writerdesk.manuscript import Span, fold, folded_text
from writerdesk.manuscript.folding import folded_texts

Key: TypeAlias = tuple[str, str]
"""Where a paragraph belongs: its text, and its own name there."""

# A first page of hits.
_FIRST_PAGE = 50
# The likeness in percent (rapidfuzz) a suggestion needs: "sentinal" is 88 from "sentinel", while
# words of one length that have nothing to do with each other reach 50.
_NEAR = 75

# The last word is a word's beginning while one types. With beginnings of one to three letters in
# the index "s" takes 1 ms in a million words, without them 10; making the index takes twice as long
# (0.8 s). Sizes of paragraphs are for ranking, and hits come in the order of the text.
_TABLE = """create virtual table texts using fts5(
    said, columnsize = 0, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2"
)"""
_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+")


@frozen
class Hit:
    """A paragraph that has all that was looked for."""

    key: Key
    text: str
    terms: tuple[re.Pattern[str], ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where in the paragraph the words stand."""
        folded = fold(self.text)
        plain = _plain(folded.text)
        places = (match.span() for term in self.terms for match in term.finditer(plain))
        return tuple(sorted({folded.span(*place) for place in places}))


@frozen
class Hits:
    """What was found, as much of it as was asked for; ``left_out`` counts the rest."""

    hits: tuple[Hit, ...]
    left_out: int = 0


class Index:
    """An index over texts; it may be used by one thread at a time."""

    def __init__(self) -> None:
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(_TABLE)
        self._database.execute("create virtual table words using fts5vocab(texts, row)")
        self._rows: dict[str, dict[str, tuple[int, str]]] = {}
        self._keys: dict[int, Key] = {}
        # By their first letters; some may have gone with an edit.
        self._words: dict[str, dict[str, None]] = {}
        self._next = 1

    def update(self, text: str, paragraphs: Iterable[tuple[str, str]]) -> None:
        """Let ``text`` have these paragraphs, each a name and what it says, and no others."""
        there = self._rows.setdefault(text, {})
        wanted = dict(paragraphs)
        changed = [
            (name, said)
            for name, said in wanted.items()
            if name not in there or there[name][1] is not said
        ]
        gone = [name for name in there if name not in wanted]
        self._remove(there, [*gone, *(name for name, _ in changed if name in there)])
        self._add(text, changed)

    def find(self, wanted: str, most: int = _FIRST_PAGE) -> Hits:
        """Return where all the words of ``wanted`` stand together in a paragraph.

        Words in quotes are a phrase; the last word may be unfinished. Paragraphs come in the order
        in which they were given or changed.
        """
        terms = _terms(wanted)
        if not terms:
            return Hits(())
        query, patterns = _query(terms), tuple(map(_pattern, terms))
        (count,) = self._database.execute(
            "select count(*) from texts where texts match ?", (query,)
        ).fetchone()
        rows = self._database.execute(
            "select rowid from texts where texts match ? order by rowid limit ?", (query, most)
        )
        found = (self._keys[row] for (row,) in rows)
        hits = tuple(Hit(key, self._rows[key[0]][key[1]][1], patterns) for key in found)
        return Hits(hits, max(0, count - most))

    def nearest(self, wanted: str) -> str:
        """Return the word that is there and most like a word that is not; empty if none is."""
        word = _plain(folded_text(wanted))
        self.know_words()
        # The first letter is rarely the wrong one.
        return self._nearest_of(word, [word[:1]]) or self._nearest_of(word, list(self._words))

    def know_words(self) -> None:
        """Have every word that is there at hand: asked of the index, they take 90 ms a million."""
        if not self._words:
            self._note_words(said for (said,) in self._database.execute("select term from words"))

    def _nearest_of(self, word: str, letters: Iterable[str]) -> str:
        """Return the likest word that begins with one of some letters."""
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extractOne

        there = [said for letter in letters for said in self._words.get(letter, ())]
        while best := extractOne(word, there, scorer=ratio, score_cutoff=_NEAR):
            if self._has(best[0]):
                return best[0]
            # It went with an edit.
            del self._words[best[0][:1]][best[0]]
            there.remove(best[0])
        return ""

    def _has(self, word: str) -> bool:
        row = self._database.execute(
            "select 1 from texts where texts match ? limit 1", (f'"{word}"',)
        )
        return row.fetchone() is not None

    def _note_words(self, words: Iterable[str]) -> None:
        for word in words:
            self._words.setdefault(word[:1], {})[word] = None

    def close(self) -> None:
        """Let go of the index."""
        self._database.close()

    def _remove(self, there: dict[str, tuple[int, str]], names: Iterable[str]) -> None:
        rows = [there.pop(name)[0] for name in names]
        self._database.executemany("delete from texts where rowid = ?", ((row,) for row in rows))
        for row in rows:
            del self._keys[row]

    def _add(self, text: str, paragraphs: Sequence[tuple[str, str]]) -> None:
        plain = folded_texts([said for _, said in paragraphs])
        first, self._next = self._next, self._next + len(paragraphs)
        for row, (name, said) in enumerate(paragraphs, start=first):
            self._rows[text][name] = row, said
            self._keys[row] = text, name
        self._database.executemany(
            "insert into texts (rowid, said) values (?, ?)", enumerate(plain, start=first)
        )
        if self._words:
            self._note_words(word for said in plain for word in _WORD.findall(_plain(said)))


@frozen
class _Term:
    """Words that stand in a row; the last may be a word's beginning."""

    words: tuple[str, ...]
    is_beginning: bool


def _terms(wanted: str) -> tuple[_Term, ...]:
    found: list[_Term] = []
    folded = folded_text(wanted)
    for match in _TERM.finditer(folded):
        phrase, word = match.groups()
        words = tuple(_plain(said) for said in _WORD.findall(phrase or word or ""))
        is_last = match.end() == len(folded) and phrase is None
        if words:
            found.append(_Term(words, is_last or (word or "").endswith("*")))
    return tuple(found)


def _query(terms: Sequence[_Term]) -> str:
    # Words have letters and digits only, so nothing in them can end the quotation.
    return " AND ".join(
        f'"{" ".join(term.words)}"{"*" if term.is_beginning else ""}' for term in terms
    )


def _pattern(term: _Term) -> re.Pattern[str]:
    words = r"[\W_]+".join(re.escape(word) for word in term.words)
    end = r"\w*" if term.is_beginning else r"(?!\w)"
    return re.compile(rf"(?<!\w){words}{end}")


def _plain(text: str) -> str:
    """Return a text without accents, letter for letter."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)
