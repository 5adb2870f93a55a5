"""Finds words in many texts at once, whatever their quotes, dashes, capitals and accents.

An index in memory, never on disk: it is made anew from what is there (31 ms for 100,000 words) and
kept current by what changed. A text is known by a key of the caller's, its paragraphs by number of
order; a paragraph that is the same object as before is not indexed again.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from writerdesk.manuscript import Span, fold, folded_text
from writerdesk.manuscript.folding import folded_texts

Key: TypeAlias = tuple[str, str]
"""Where a paragraph belongs: its text, and its own name there."""

# A first page of hits; each costs 0.1 ms to mark, and the answer should come while one types.
_FIRST_PAGE = 50
# The likeness in percent (rapidfuzz) a suggestion needs: "sentinal" is 88 from "sentinel", while
# words of one length that have nothing to do with each other reach 50.
_NEAR = 75

_TABLE = """create virtual table texts using fts5(
    said, tokenize = "unicode61 remove_diacritics 2"
)"""
_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that has all that was looked for, and where in it."""

    key: Key
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
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
        self._rows: dict[Key, tuple[int, str]] = {}
        self._keys: dict[int, Key] = {}
        self._next = 1

    def update(self, text: str, paragraphs: Iterable[tuple[str, str]]) -> None:
        """Let ``text`` have these paragraphs, each a name and what it says, and no others."""
        wanted = {(text, name): said for name, said in paragraphs}
        gone = [key for key in self._rows if key[0] == text and key not in wanted]
        changed = [
            (key, said)
            for key, said in wanted.items()
            if key not in self._rows or self._rows[key][1] is not said
        ]
        self._remove([*gone, *(key for key, _ in changed)])
        self._add(changed)

    def find(self, wanted: str, most: int = _FIRST_PAGE) -> Hits:
        """Return where all the words of ``wanted`` stand together in a paragraph.

        Words in quotes are a phrase; the last word may be unfinished. Paragraphs come in the order
        in which they were given or changed.
        """
        terms = _terms(wanted)
        if not terms:
            return Hits(())
        query = _query(terms)
        (count,) = self._database.execute(
            "select count(*) from texts where texts match ?", (query,)
        ).fetchone()
        rows = self._database.execute(
            "select rowid from texts where texts match ? order by rowid limit ?", (query, most)
        )
        found = (self._keys[row] for (row,) in rows)
        hits = tuple(Hit(key, text := self._rows[key][1], _spans(text, terms)) for key in found)
        return Hits(hits, max(0, count - most))

    def nearest(self, wanted: str) -> str:
        """Return the word that is there and most like a word that is not; empty if none is."""
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extractOne

        word = _plain(folded_text(wanted))
        there = [said for (said,) in self._database.execute("select term from words")]
        best = extractOne(word, there, scorer=ratio, score_cutoff=_NEAR)
        return best[0] if best else ""

    def close(self) -> None:
        """Let go of the index."""
        self._database.close()

    def _remove(self, keys: Sequence[Key]) -> None:
        rows = [self._rows.pop(key)[0] for key in keys if key in self._rows]
        self._database.executemany("delete from texts where rowid = ?", ((row,) for row in rows))
        for row in rows:
            del self._keys[row]

    def _add(self, paragraphs: Sequence[tuple[Key, str]]) -> None:
        plain = folded_texts([said for _, said in paragraphs])
        first, self._next = self._next, self._next + len(paragraphs)
        for row, (key, said) in enumerate(paragraphs, start=first):
            self._rows[key] = row, said
            self._keys[row] = key
        self._database.executemany(
            "insert into texts (rowid, said) values (?, ?)", enumerate(plain, start=first)
        )


@dataclass(frozen=True, slots=True)
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


def _spans(text: str, terms: Sequence[_Term]) -> tuple[Span, ...]:
    folded = fold(text)
    plain = _plain(folded.text)
    found: set[Span] = set()
    for term in terms:
        words = r"[\W_]+".join(re.escape(word) for word in term.words)
        end = r"\w*" if term.is_beginning else r"(?!\w)"
        for match in re.finditer(rf"(?<!\w){words}{end}", plain):
            found.add(folded.span(match.start(), match.end()))
    return tuple(sorted(found))


def _plain(text: str) -> str:
    """Return a text without accents, letter for letter."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)
