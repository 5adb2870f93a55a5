"""How a text's revision is written: a key frame tells all of it, a delta what one edit changed.

A frame names paragraphs by their numbers in the file and carries who they are, where they came from
and what is said of the text. Ids and numbers mostly count up by one, so their differences press to
almost nothing. Frames know no table but the paragraphs': each can be read by itself.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import TypeAlias, TypeVar, cast

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Origin, ParagraphId, Splice, paragraph_ids
from writerdesk.project.failures import Damage
from writerdesk.project.packing import packed, unpacked

Details: TypeAlias = tuple[str, str, str]
EMPTY_DELTA = b"{}"
_NO_IDS: list[list[int]] = [[], []]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(slots=True)
class Manifest:
    """A text as its frames tell it: who its paragraphs are and under which numbers they stand."""

    ids: list[ParagraphId] = field(default_factory=list[ParagraphId])
    numbers: list[int] = field(default_factory=list[int])
    details: Details = ("", "", "")
    origins: dict[ParagraphId, Origin] = field(default_factory=dict[ParagraphId, Origin])
    aliases: dict[ParagraphId, ParagraphId] = field(default_factory=dict[ParagraphId, ParagraphId])


@frozen
class NumberedSplice:
    """A splice, and the numbers its paragraphs are stored under."""

    splice: Splice
    numbers: tuple[int, ...]


def key_frame(document: Document, numbers: Sequence[int]) -> bytes:
    """Write a whole text down."""
    return _written(told_whole(document, numbers))


def told_whole(document: Document, numbers: Sequence[int]) -> dict[str, object]:
    """Return what a key frame says of a text."""
    return {
        "ids": _ids(document.ids),
        "numbers": _steps(numbers),
        **_if_any("details", _details(document) if any(_details(document)) else ()),
        **_if_any("origins", _origins(document.origins)),
        **_if_any("aliases", _aliases(document.aliases)),
    }


def delta(before: Document, after: Document, edit: Sequence[NumberedSplice]) -> bytes | None:
    """Write down what changed between two states of a text; None if nothing did."""
    origins, lost_origins = _between(before.origins, after.origins)
    aliases, lost_aliases = _between(before.aliases, after.aliases)
    changed = _details(before) != _details(after)
    frame: dict[str, object] = {
        **_if_any("splices", [_splice(numbered) for numbered in edit]),
        **_if_any("details", _details(after) if changed else ()),
        **_if_any("origins", _origins(origins)),
        **_if_any("aliases", _aliases(aliases)),
        **_if_any("lost_origins", _ids(lost_origins) if lost_origins else ()),
        **_if_any("lost_aliases", _ids(lost_aliases) if lost_aliases else ()),
    }
    return _written(frame) if frame else None


def read_frames(frames: Iterable[object], before: Manifest | None = None) -> Manifest:
    """Read frames in order, the first a key frame unless there is something ``before`` it.

    Raises Damage if they can't be read or don't fit each other.
    """
    return read_told((_read(frame) for frame in frames), before or Manifest())


def read_told(frames: Iterable[Mapping[str, object]], manifest: Manifest) -> Manifest:
    """Change ``manifest`` as frames say, one after the other; raises Damage as `read_frames`."""
    try:
        for frame in frames:
            _apply(manifest, frame)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, OverflowError) as error:
        raise Damage("a text's frame that can't be read") from error
    if len(set(manifest.ids)) != len(manifest.ids) or len(manifest.ids) != len(manifest.numbers):
        raise Damage("a text whose paragraphs can't be told apart")
    return manifest


def numbers_in(stored: object) -> set[int]:
    """Return the numbers of the paragraphs a frame mentions; raises Damage if it can't be read."""
    try:
        frame = _read(stored)
        runs = [frame.get("numbers", []), *(run[3] for run in _lists(frame.get("splices", []), 4))]
        return {number for run in runs for number in _read_steps(run)}
    except (ValueError, TypeError, RecursionError) as error:
        raise Damage("a text's frame that can't be read") from error


def _written(frame: Mapping[str, object]) -> bytes:
    return packed(json.dumps(frame, separators=(",", ":")).encode())


def _read(stored: object) -> Mapping[str, object]:
    frame = json.loads(unpacked(stored))
    if not isinstance(frame, dict):
        raise ValueError("not a frame")
    return cast("dict[str, object]", frame)


def _apply(manifest: Manifest, frame: Mapping[str, object]) -> None:
    """Change ``manifest`` as a frame says; a key frame is a change of nothing."""
    if "ids" in frame:
        manifest.ids = _read_ids(frame["ids"])
        manifest.numbers = _read_steps(frame["numbers"])
    for start, end, ids, numbers in reversed(_lists(frame.get("splices", []), 4)):
        if not 0 <= _whole(start) <= _whole(end) <= len(manifest.ids):
            raise ValueError("a splice outside the text")
        manifest.ids[_whole(start) : _whole(end)] = _read_ids(ids)
        manifest.numbers[_whole(start) : _whole(end)] = _read_steps(numbers)
    if "details" in frame:
        language, title, author = _texts(frame["details"])
        manifest.details = language, title, author
    if "origins" in frame:
        manifest.origins.update(_read_origins(frame["origins"]))
    if "aliases" in frame:
        joined, into = _list(frame["aliases"])
        manifest.aliases.update(zip(_read_ids(joined), _read_ids(into), strict=True))
    for id in _read_ids(frame.get("lost_origins", _NO_IDS)):
        manifest.origins.pop(id, None)
    for id in _read_ids(frame.get("lost_aliases", _NO_IDS)):
        manifest.aliases.pop(id, None)


def _if_any(name: str, content: Sequence[object]) -> dict[str, object]:
    return {name: content} if content else {}


def _details(document: Document) -> Details:
    return document.language, document.title, document.author


def _splice(numbered: NumberedSplice) -> Sequence[object]:
    splice = numbered.splice
    return (
        splice.start,
        splice.end,
        _ids([id for id, _ in splice.items]),
        _steps(numbered.numbers),
    )


def _between(before: Mapping[K, V], after: Mapping[K, V]) -> tuple[dict[K, V], list[K]]:
    """Return what was added or changed, and what is gone."""
    if before is after:
        return {}, []
    added = {key: value for key, value in after.items() if before.get(key) != value}
    return added, [key for key in before if key not in after]


def _ids(ids: Sequence[ParagraphId]) -> Sequence[object]:
    return _steps([id.replica for id in ids]), _steps([id.counter for id in ids])


def _origins(origins: Mapping[ParagraphId, Origin]) -> Sequence[object]:
    if not origins:
        return ()
    drafts = dict.fromkeys((origin.draft, origin.revision) for origin in origins.values())
    sources = {source: n for n, source in enumerate(drafts)}
    return (
        _ids(list(origins)),
        tuple(sources),
        _steps([sources[origin.draft, origin.revision] for origin in origins.values()]),
        _ids([origin.paragraph for origin in origins.values()]),
    )


def _aliases(aliases: Mapping[ParagraphId, ParagraphId]) -> Sequence[object]:
    return (_ids(list(aliases)), _ids(list(aliases.values()))) if aliases else ()


def _steps(numbers: Sequence[int]) -> list[int]:
    """Return the first number and then each one's difference from the one before."""
    return [*numbers[:1], *(b - a for a, b in pairwise(numbers))]


def _read_steps(read: object) -> list[int]:
    steps = _list(read)
    if not set(map(type, steps)) <= {int}:
        raise ValueError("not numbers")
    return list(accumulate(cast("list[int]", steps)))


def _read_ids(read: object) -> list[ParagraphId]:
    replicas, counters = _list(read)
    pairs = zip(_read_steps(replicas), _read_steps(counters), strict=True)
    return list(paragraph_ids(pairs))


def _read_origins(read: object) -> Iterable[tuple[ParagraphId, Origin]]:
    born, sources, which, paragraphs = _list(read)
    drafts: list[tuple[str, str]] = []
    for draft, revision in map(_texts, _list(sources)):
        drafts.append((draft, revision))
    pairs = zip(_read_steps(which), _read_ids(paragraphs), strict=True)
    origins = [Origin(*drafts[source], paragraph) for source, paragraph in pairs]
    return zip(_read_ids(born), origins, strict=True)


def _lists(read: object, length: int) -> list[list[object]]:
    lists = [_list(part) for part in _list(read)]
    if any(len(part) != length for part in lists):
        raise ValueError("a list of another length")
    return lists


def _list(read: object) -> list[object]:
    if not isinstance(read, list):
        raise ValueError("not a list")
    return cast("list[object]", read)


def _texts(read: object) -> list[str]:
    texts = _list(read)
    if not set(map(type, texts)) <= {str}:
        raise ValueError("not texts")
    return cast("list[str]", texts)


def _whole(read: object) -> int:
    if type(read) is not int:
        raise ValueError("not a number")
    return read
