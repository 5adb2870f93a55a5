"""A zipped package opened with care: bounded parts, no entities, no surprises in its list."""

import io
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from xml.etree import ElementTree
from xml.parsers import expat

from writerdesk.exchange.limits import DEEPEST, HIGHEST_RATIO, LARGEST_PART, MOST_PARTS
from writerdesk.problem import Kind, Problem

_PLAIN_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BUILT_IN = ("utf-8", "utf-16", "us-ascii", "iso-8859-1")
# Short parts may pack very well without meaning harm.
_SMALL = 1024**2
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    ElementTree.ParseError,
)


class Package:
    """The parts of a zipped file by name; whatever is wrong with it is a `Problem`."""

    def __init__(self, data: bytes) -> None:
        with _damaged_if_broken():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        entries = self._zip.infolist()
        self._entries = {entry.filename: entry for entry in entries}
        if len(entries) > MOST_PARTS:
            raise Problem(Kind.TOO_LARGE)
        if len(self._entries) < len(entries):
            raise Problem(Kind.DAMAGED)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """Return a part's bytes."""
        entry = self._entries.get(name)
        if entry is not None and entry.flag_bits & _ENCRYPTED:
            raise Problem(Kind.LOCKED)
        if entry is None or entry.compress_type not in _PLAIN_WAYS:
            raise Problem(Kind.DAMAGED)
        if entry.file_size > LARGEST_PART or _packs_too_well(entry):
            raise Problem(Kind.TOO_LARGE)
        with _damaged_if_broken(), self._zip.open(entry) as part:
            # What the list says of a part's size need not be so.
            data = part.read(LARGEST_PART + 1)
        if len(data) > LARGEST_PART:
            raise Problem(Kind.TOO_LARGE)
        return data

    def tree(self, name: str) -> ElementTree.Element:
        """Return a part as a tree."""
        data = self.read(name)
        check_xml(data)
        with _damaged_if_broken():
            return ElementTree.fromstring(data)

    def relations(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """Return what a part points to by id: the kind, the target, whether that is outside."""
        path = PurePosixPath(name)
        rels = str(path.parent / "_rels" / f"{path.name}.rels")
        if rels not in self:
            return {}
        found: dict[str, tuple[str, str, bool]] = {}
        for one in self.tree(rels):
            kind = one.get("Type", "").rsplit("/", 1)[-1]
            outside = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            found[one.get("Id", "")] = kind, target if outside else _inside(path, target), outside
        return found


def check_xml(data: bytes) -> None:
    """Refuse what is no plain XML: a document type, entities, nesting nobody writes.

    An encoding the parser has not built in would be looked up by a name the file chose.
    """
    parser = expat.ParserCreate()
    depth = 0

    def begins(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Problem(Kind.DAMAGED)

    def ends(name: str) -> None:
        nonlocal depth
        depth -= 1

    def has_a_type(*told: object) -> None:
        raise Problem(Kind.DAMAGED)

    def declares(version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.casefold() not in _BUILT_IN:
            raise Problem(Kind.DAMAGED)

    parser.XmlDeclHandler = declares
    parser.StartElementHandler = begins
    parser.EndElementHandler = ends
    parser.StartDoctypeDeclHandler = has_a_type
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise Problem(Kind.DAMAGED) from None


def top_level(data: bytes, inside: str) -> Iterator[ElementTree.Element]:
    """Give the children of the element called ``inside``, one at a time, each dropped after."""
    check_xml(data)
    depth, inner = 0, 0
    holder: ElementTree.Element | None = None
    for event, element in _events(data):
        if event == "start":
            depth += 1
            if holder is None and local(element) == inside:
                holder, inner = element, depth
            continue
        if holder is not None and depth == inner + 1:
            yield element
            holder.clear()
        depth -= 1


def _events(data: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    with _damaged_if_broken():
        yield from ElementTree.iterparse(io.BytesIO(data), ("start", "end"))


def local(element: ElementTree.Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _inside(path: PurePosixPath, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    parts: list[str] = []
    for part in (path.parent / target).parts:
        if part == "..":
            del parts[-1:]
        else:
            parts.append(part)
    return "/".join(parts)


def _packs_too_well(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > max(_SMALL, entry.compress_size * HIGHEST_RATIO)


@contextmanager
def _damaged_if_broken() -> Generator[None]:
    try:
        yield
    except _BROKEN:
        raise Problem(Kind.DAMAGED) from None
