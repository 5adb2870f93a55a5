"""The way in: tells what kind of file it is from its bytes, and reads it in a child with limits.

A name is believed only where bytes can't tell: Markdown is plain text that says so.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath
from stat import S_ISREG
from typing import TypeAlias

from writerdesk.exchange.limits import LARGEST_FILE, READER
from writerdesk.exchange.plain_text import read_text, text_in
from writerdesk.exchange.values import Imported, Wishes, document_of
from writerdesk.exchange.wire import decoded_answer, encoded_request
from writerdesk.problem import Kind, Problem

_Reader: TypeAlias = Callable[[bytes, Wishes], Imported]

_MARKDOWN_NAMES = frozenset((".md", ".markdown", ".mdown", ".mkd"))
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A Word file with a password is a container of this name, in which it lies encrypted.
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_NOT_TEXT = (
    *(b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf"),
    b"SQLite format 3\0",
)
_BEGINS_HTML = (b"<!doctype html", b"<html", b"<body")
_LOOK_AT = 1024


def read_file(path: Path, wishes: Wishes | None = None) -> Imported:
    """Read somebody's file in a child that can do no harm; raises a `Problem` about it."""
    from writerdesk.child import ask

    request = encoded_request(bytes_of(path), path.name, wishes or Wishes())
    return decoded_answer(ask("read", request, READER, about=path), path)


def read(data: bytes, name: str = "", wishes: Wishes | None = None) -> Imported:
    """Read a file's bytes here and now; for bytes of unknown making use `read_file`."""
    try:
        if len(data) > LARGEST_FILE:
            raise Problem(Kind.TOO_LARGE)
        return _reader_for(data, name)(data, wishes or Wishes())
    except Problem as problem:
        problem.path = problem.path or Path(name)
        raise


def read_pasted_text(text: str, wishes: Wishes | None = None) -> Imported:
    """Read a text from the clipboard."""
    return text_in(text, wishes or Wishes())


def bytes_of(path: Path, most: int = LARGEST_FILE) -> bytes:
    """Return what a file holds; raises a `Problem` if it is no file, or larger than allowed."""
    try:
        # A pipe would make us wait for whoever writes to it; without waiting it can be told.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            told = os.fstat(file.fileno())
            if not S_ISREG(told.st_mode):
                raise Problem(Kind.NOT_READABLE, path=path)
            if told.st_size > most:
                raise Problem(Kind.TOO_LARGE, path=path)
            # One byte more than allowed tells a file that grows while it is read.
            data = file.read(most + 1)
    except FileNotFoundError:
        raise Problem(Kind.FILE_MISSING, path=path) from None
    except OSError:
        raise Problem(Kind.NOT_READABLE, path=path) from None
    if len(data) > most:
        raise Problem(Kind.TOO_LARGE, path=path)
    return data


def read_pasted_page(html: str) -> Imported:
    """Read a whole draft from the clipboard that came as HTML, as a model's page gives it."""
    from writerdesk.exchange.html_reader import html_in
    from writerdesk.exchange.markdown_reader import taken_in

    read = html_in(html)
    (page,) = read.documents
    taken = taken_in(page.paragraphs)
    return replace(
        read,
        documents=(replace(document_of(taken.paragraphs), language=page.language),),
        set_aside=taken.set_aside,
        done=taken.done,
        raw=page,
        goal=taken.goal,
    )


def _reader_for(data: bytes, name: str) -> _Reader:
    if data.startswith(_OLD_WORD):
        raise Problem(Kind.LOCKED if _PASSWORD in data else Kind.OLD_WORD)
    if data.startswith(_NOT_TEXT):
        raise Problem(Kind.UNKNOWN_FORMAT)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped
    start = data[:_LOOK_AT].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(_BEGINS_HTML):
        return _page
    if PurePath(name).suffix.casefold() in _MARKDOWN_NAMES:
        return _markdown
    return read_text


def _page(data: bytes, wishes: Wishes) -> Imported:
    from writerdesk.exchange.html_reader import read_html

    return read_html(data, wishes)


def _markdown(data: bytes, wishes: Wishes) -> Imported:
    from writerdesk.exchange.markdown_reader import read_markdown

    return read_markdown(data, wishes)


def _zipped(data: bytes, wishes: Wishes) -> Imported:
    from writerdesk.exchange.docx.reader import read_docx

    return read_docx(data, wishes)
