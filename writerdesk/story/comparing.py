"""How a comparison is asked of the worker and what it sends back.

Down the pipe goes what is wanted as a few plain values; back comes the comparison as flat arrays,
from which the window builds it over its own paragraphs, a slice at a time.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import cast

from writerdesk.compare import Comparison, Pin, Settings, compare, recompare
from writerdesk.compare.values import Asked, Bond, By, Witness
from writerdesk.manuscript import Document, ParagraphId, Passage
from writerdesk.problem import Kind, Problem


def comparison_question(left: str, right: str, asked: Asked) -> Mapping[str, object]:
    """Return the head of the question how the texts in two slots compare."""
    return {
        "texts": [left, right],
        "settings": {
            field.name: _plain(getattr(asked.settings, field.name))
            for field in fields(asked.settings)
        },
        "pins": [[_written(pin.left), _written(pin.right), str(pin.by)] for pin in asked.pins],
        "witnesses": [
            [[_bond(bond) for bond in side] for side in (witness.left, witness.right)]
            for witness in asked.witnesses
        ],
    }


def answer_question(
    head: Mapping[str, object],
    texts: Sequence[Document],
    before: Comparison | None,
    cancelled: Callable[[], bool],
) -> tuple[Mapping[str, object], Comparison]:
    """Answer a question in the worker: what is to be told besides, and the comparison.

    ``before`` is the worker's last answer about these two: after an edit only what changed is
    looked into, and the answer is the same. A model of meaning that can't be used is told of, and
    the drafts are compared without it.
    """
    left, right = texts
    pins, witnesses = _pins(head["pins"]), _witnesses(head["witnesses"])

    def answer(settings: Settings) -> Comparison:
        if before is not None and before.settings == settings:
            return recompare(
                before, left, right, pins=pins, witnesses=witnesses, cancelled=cancelled
            )
        return compare(
            left, right, settings=settings, pins=pins, witnesses=witnesses, cancelled=cancelled
        )

    settings = _settings(head["settings"])
    try:
        return {}, answer(settings)
    except Problem as problem:
        trouble = {"trouble": [problem.kind.value, str(problem.path or "")]}
        return trouble, answer(replace(settings, meaning=None))


def trouble_in(head: Mapping[str, object]) -> Problem | None:
    """Return what the worker has to tell besides its answer."""
    if "trouble" not in head:
        return None
    kind, path = cast("list[str]", head["trouble"])
    return Problem(Kind(kind), path=Path(path) if path else None)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Path) else value


def _settings(written: object) -> Settings:
    values = dict(cast("dict[str, object]", written))
    if isinstance(folder := values.get("meaning"), str):
        values["meaning"] = Path(folder)
    return Settings(**values)  # pyright: ignore[reportArgumentType]


def _pins(written: object) -> tuple[Pin, ...]:
    return tuple(
        Pin(_passage(left), _passage(right), By(by))
        for left, right, by in cast("list[tuple[object, object, str]]", written)
    )


def _witnesses(written: object) -> tuple[Witness, ...]:
    sides = cast("list[list[list[tuple[list[tuple[int, int]], tuple[int, int], float]]]]", written)
    return tuple(
        Witness(*(tuple(_read_bond(*bond) for bond in side) for side in two)) for two in sides
    )


def _read_bond(ours: Iterable[tuple[int, int]], theirs: tuple[int, int], sure: float) -> Bond:
    start, end = theirs
    return Bond(tuple(ParagraphId(*one) for one in ours), (start, end), sure)


def _bond(bond: Bond) -> list[object]:
    return [[list(one) for one in bond.ours], list(bond.theirs), bond.sure]


def _written(passage: Passage) -> list[object]:
    ids = [list(paragraph) for paragraph in passage.paragraphs]
    return [passage.draft, ids, passage.start, passage.end]


def _passage(written: object) -> Passage:
    draft, ids, start, end = cast("tuple[str, list[tuple[int, int]], int, int | None]", written)
    return Passage(draft, tuple(ParagraphId(*paragraph) for paragraph in ids), start, end)
