"""What a reader child is asked and answers, as JSON: nothing a reader made is ever unpickled."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeAlias, cast

from writerdesk.exchange.values import (
    Done,
    DoneKind,
    Imported,
    LeftOut,
    LeftOutKind,
    Note,
    NoteKind,
    Ours,
    SetAside,
    SetAsideKind,
    Wishes,
    document_of,
)
from writerdesk.manuscript import Document, Paragraph, ParagraphId, Place
from writerdesk.problem import Kind, Problem

# What JSON gives back is anything until it has been looked at; a wrong shape raises.
_Told: TypeAlias = Mapping[str, Any]

# A request for a text begins with JSON, and so does the answer to one.
_PICTURE, _JPEG = b"picture\n", b"\xff\xd8\xff"


def encoded_request(data: bytes, name: str, wishes: Wishes) -> bytes:
    """Write down what to read and how."""
    head = {
        "name": name,
        "encoding": wishes.encoding,
        "as_is": wishes.as_is,
        "without": sorted(wishes.without),
    }
    return json.dumps(head).encode() + b"\n" + data


def decoded_request(request: bytes) -> tuple[bytes, str, Wishes]:
    """Read back what `encoded_request` wrote: the file's bytes, its name, and how to read it."""
    head, _, data = request.partition(b"\n")
    told = cast("_Told", json.loads(head))
    without = frozenset(DoneKind(kind) for kind in told["without"])
    return data, told["name"], Wishes(told["encoding"], told["as_is"], without)


def encoded_picture_request(data: bytes) -> bytes:
    """Write down that a picture is to be read."""
    return _PICTURE + data


def picture_in(request: bytes) -> bytes | None:
    """Return the picture that is to be read; None if the request is for a text."""
    return request.removeprefix(_PICTURE) if request.startswith(_PICTURE) else None


def decoded_picture(answer: bytes, path: Path) -> bytes:
    """Read back a picture as it is kept; raises the `Problem` the child met, about ``path``."""
    if answer.startswith(_JPEG):
        return answer
    decoded_answer(answer, path)
    raise Problem(Kind.NOT_A_PICTURE, path=path)


def encoded_answer(imported: Imported) -> bytes:
    """Write down what was read."""
    return json.dumps(
        {
            "documents": [_document(document) for document in imported.documents],
            "notes": [_note(note) for note in imported.notes],
            "set_aside": [[aside.kind, aside.text] for aside in imported.set_aside],
            "done": [[done.kind, done.count, done.paragraphs] for done in imported.done],
            "left_out": [[left.kind, left.count, left.name] for left in imported.left_out],
            "raw": imported.raw and _document(imported.raw),
            "encoding": imported.encoding,
            "goal": imported.goal,
            "ours": imported.ours and [getattr(imported.ours, each.name) for each in fields(Ours)],
        }
    ).encode()


def encoded_problem(problem: Problem) -> bytes:
    """Write down why nothing was read."""
    return json.dumps({"problem": problem.kind, "details": dict(problem.details)}).encode()


def decoded_answer(answer: bytes, path: Path) -> Imported:
    """Read back an answer; raises the `Problem` the child met, about ``path``."""
    told = cast("_Told", json.loads(answer))
    if "problem" in told:
        details = {name: _frozen(value) for name, value in told["details"].items()}
        raise Problem(Kind(told["problem"]), path=path, **details)
    raw = told["raw"]
    return Imported(
        documents=tuple(_to_document(one) for one in told["documents"]),
        notes=tuple(_to_note(one) for one in told["notes"]),
        set_aside=tuple(SetAside(SetAsideKind(kind), text) for kind, text in told["set_aside"]),
        done=tuple(Done(DoneKind(kind), count, tuple(at)) for kind, count, at in told["done"]),
        left_out=tuple(LeftOut(LeftOutKind(kind), *rest) for kind, *rest in told["left_out"]),
        raw=_to_document(raw) if raw else None,
        encoding=told["encoding"],
        goal=told["goal"],
        ours=Ours(*told["ours"]) if told["ours"] else None,
    )


def _document(document: Document) -> object:
    return {
        "paragraphs": _canonical(document.paragraphs),
        "language": document.language,
        "title": document.title,
        "author": document.author,
    }


def _to_document(told: _Told) -> Document:
    document = document_of(_paragraphs(told["paragraphs"]))
    return Document(
        document.ids, document.paragraphs, told["language"], told["title"], told["author"]
    )


def _note(note: Note) -> object:
    return {
        "kind": note.kind,
        "start": [note.start.paragraph.counter, note.start.offset],
        "end": [note.end.paragraph.counter, note.end.offset],
        "paragraphs": _canonical(note.paragraphs),
        "author": note.author,
        "date": note.date,
    }


def _to_note(told: _Told) -> Note:
    return Note(
        NoteKind(told["kind"]),
        _place(told["start"]),
        _place(told["end"]),
        tuple(_paragraphs(told["paragraphs"])),
        told["author"],
        told["date"],
    )


def _place(told: Sequence[int]) -> Place:
    number, offset = told
    return Place(ParagraphId(0, number), offset)


def _canonical(paragraphs: Iterable[Paragraph]) -> list[str]:
    return [paragraph.canonical().decode() for paragraph in paragraphs]


def _paragraphs(told: Iterable[str]) -> Iterable[Paragraph]:
    return (Paragraph.from_canonical(written.encode()) for written in told)


def _frozen(value: object) -> object:
    if isinstance(value, list):
        return tuple(_frozen(part) for part in cast("list[object]", value))
    return value
