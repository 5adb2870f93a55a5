"""A draft as the kind of file its name asks for."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from writerdesk.exchange.looks import Look
from writerdesk.exchange.text_writer import to_txt
from writerdesk.exchange.values import Exported, Note
from writerdesk.manuscript import Document
from writerdesk.problem import Kind, Problem

_Writer: TypeAlias = Callable[[Document, Sequence[Note], Look | None], Exported]


def exported(
    document: Document, path: Path, notes: Sequence[Note] = (), look: Look | None = None
) -> Exported:
    """Write a draft as the kind of file ``path`` names; raises a `Problem` if there is none."""
    ending = path.suffix.casefold()
    if ending == ".pdf":
        raise Problem(Kind.NEEDS_THE_WINDOW, path=path)
    if ending not in _WRITERS:
        raise Problem(Kind.NO_SUCH_ENDING, path=path, known=", ".join(WRITABLE))
    return _WRITERS[ending](document, notes, look)


def _text(document: Document, notes: Sequence[Note], look: Look | None) -> Exported:
    return to_txt(document, notes)


def _markdown(document: Document, notes: Sequence[Note], look: Look | None) -> Exported:
    from writerdesk.exchange.markdown_writer import to_md

    return to_md(document, notes)


def _word(document: Document, notes: Sequence[Note], look: Look | None) -> Exported:
    from writerdesk.exchange.docx.writer import to_docx

    return to_docx(document, notes, look)


_WRITERS: Mapping[str, _Writer] = {".docx": _word, ".txt": _text, ".md": _markdown}
WRITABLE = tuple(_WRITERS)
"""The endings of the files that can be written."""
