"""Texts on disk: a document, the numbers of its paragraphs, and the frames that tell them.

Unchanged paragraphs of two states of a text are the same objects, so saving an edit looks at no
paragraph but those that changed.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Paragraph, Splice, splices
from writerdesk.project.frames import Manifest, NumberedSplice, delta, key_frame, read_frames
from writerdesk.project.paragraphs import GAP, keep_paragraphs, read_paragraphs

# Reading a text applies so many deltas at most: 64 cost 0.3 ms at 100,000 words, and a key frame
# each 64 saves is a tenth of what 1,000 saves take.
_LONGEST_CHAIN = 64


@frozen
class StoredText:
    """A text as it stands in the file; ``depth`` counts the deltas since its key frame."""

    document: Document
    numbers: tuple[int, ...]
    depth: int
    gaps: int = 0


@frozen
class Written:
    """A frame to be stored, whether it says only what changed, and the text it makes."""

    frame: bytes
    is_delta: bool
    text: StoredText


def write_text(
    connection: sqlite3.Connection, before: StoredText | None, after: Document
) -> Written | None:
    """Store the paragraphs of ``after`` that are new and return its frame; None if all is equal."""
    if before is None:
        return _key(after, keep_paragraphs(connection, after.paragraphs))
    edit = [
        NumberedSplice(splice, keep_paragraphs(connection, [item[1] for item in splice.items]))
        for splice in splices(before.document, after)
    ]
    frame = delta(before.document, after, edit)
    if frame is None:
        return None
    numbers = _spliced(before.numbers, edit)
    if before.depth >= _LONGEST_CHAIN:
        return _key(after, numbers)
    return Written(frame, True, StoredText(after, numbers, before.depth + 1))


def read_texts(
    connection: sqlite3.Connection,
    chains: Sequence[Sequence[object]],
    like: StoredText | None = None,
) -> list[StoredText]:
    """Return the texts told by chains of frames, equal paragraphs as one object.

    What ``like`` has already is not read again: versions of one draft share nearly everything.
    """
    manifests = [read_frames(frames) for frames in chains]
    known = dict(zip(like.numbers, like.document.paragraphs, strict=True)) if like else {}
    wanted = {number for manifest in manifests for number in manifest.numbers}
    paragraphs = {**known, **read_paragraphs(connection, wanted - known.keys())}
    return [
        _text(manifest, [paragraphs.get(number, GAP) for number in manifest.numbers], len(frames))
        for manifest, frames in zip(manifests, chains, strict=True)
    ]


def _text(manifest: Manifest, paragraphs: Iterable[Paragraph], frames: int) -> StoredText:
    found = tuple(paragraphs)
    language, title, author = manifest.details
    document = Document(
        tuple(manifest.ids),
        found,
        language,
        title,
        author,
        origins=manifest.origins,
        aliases=manifest.aliases,
    )
    gaps = sum(paragraph is GAP for paragraph in found)
    return StoredText(document, tuple(manifest.numbers), frames - 1, gaps)


def _key(document: Document, numbers: tuple[int, ...]) -> Written:
    return Written(key_frame(document, numbers), False, StoredText(document, numbers, 0))


def _spliced(numbers: Sequence[int], edit: Iterable[NumberedSplice]) -> tuple[int, ...]:
    after = list(numbers)
    for numbered in reversed(list(edit)):
        splice: Splice = numbered.splice
        after[splice.start : splice.end] = numbered.numbers
    return tuple(after)
