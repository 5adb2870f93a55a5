"""Plain text in: from bytes to paragraphs, with what intake did on the way."""

from itertools import chain

from writerdesk.exchange.encodings import imported
from writerdesk.exchange.intake import take_in
from writerdesk.exchange.limits import check_size
from writerdesk.exchange.lines import blocks_of, broken_at, joined, lines_of
from writerdesk.exchange.values import (
    Done,
    DoneKind,
    Imported,
    Wishes,
    document_of,
)
from writerdesk.manuscript import Document, Paragraph


def read_text(data: bytes, wishes: Wishes) -> Imported:
    """Read a plain text file."""
    return imported(data, wishes.encoding, lambda text: text_in(text, wishes))


def text_in(text: str, wishes: Wishes) -> Imported:
    """Read a text whose letters are known, as from the clipboard."""
    lines = lines_of(text)
    check_size(lines.lines)
    blocks = blocks_of(lines.lines)
    if wishes.as_is:
        literal = map("\n".join, blocks) if len(blocks) > 1 else chain.from_iterable(blocks)
        return Imported((Document.from_paragraphs(literal),), left_out=lines.left_out)
    width = 0 if DoneKind.LINES_JOINED in wishes.without else broken_at(blocks)
    texts = joined(blocks, width) if width else tuple(line for block in blocks for line in block)
    taken = take_in([Paragraph(text) for text in texts], wishes.without)
    broken = sum(len(block) for block in blocks) - len(texts)
    done = (Done(DoneKind.LINES_JOINED, broken), *taken.done) if broken else taken.done
    return Imported(
        (document_of(taken.paragraphs),),
        set_aside=taken.set_aside,
        done=done,
        left_out=lines.left_out,
        raw=Document.from_paragraphs(lines.lines),
        goal=taken.goal,
    )
