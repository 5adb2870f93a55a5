"""Newer texts in a scene: what has to be painted anew, and what stays where the reader is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import compress, count
from operator import is_not
from typing import TypeAlias

from PySide6.QtCore import QRect, QRectF

from writerdesk.compare.drawn import DrawnMarks
from writerdesk.compare.plans import Block
from writerdesk.compare.relaying import Relaid
from writerdesk.compare.renumbered import Stretch
from writerdesk.compare.stage import Stage
from writerdesk.compare.stops import Reading
from writerdesk.compare.values import Comparison
from writerdesk.manuscript import Document, Paragraph
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane.frame import Frame
from writerdesk.ui.pane.passages import drawn_on
from writerdesk.ui.pane.scene import Column, Scene, Selection, TextPlace
from writerdesk.ui.pane.typesetting import Typesetter

_Texts: TypeAlias = tuple[Reading, tuple[Column, ...], Mapping[tuple[int, int], Comparison]]


def changed(
    before: Sequence[Document],
    after: Sequence[Document],
    anew: Sequence[Stretch] = (),
) -> Iterator[tuple[int, int]]:
    """Yield which paragraphs say something else, by column and number now.

    Where some came or went, it was only where they were laid ``anew``.
    """
    for column, (old, new) in enumerate(zip(before, after, strict=True)):
        was, now = old.paragraphs, new.paragraphs
        if not anew:
            yield from ((column, number) for number in _unlike(was, now))
            continue
        start, end, until = anew[column]
        yield from ((column, number) for number in _unlike(was[:start], now[:start]))
        for number in range(start, until):
            place = old.place_of(new.ids[number])
            if place is not None and was[place] is not now[number]:
                yield column, number
        yield from ((column, until + number) for number in _unlike(was[end:], now[until:]))


def _unlike(was: Sequence[Paragraph], now: Sequence[Paragraph]) -> Iterator[int]:
    return compress(count(), map(is_not, was, now))


def room_of(scene: Scene, block: Block) -> QRect:
    """Return all of its column that a block may be painted in."""
    place = scene.geometry.columns[block.column]
    return QRectF(place.left, block.top, place.right - place.left, block.height).toAlignedRect()


def gutters(scene: Scene) -> Iterator[QRect]:
    """Yield where the gutters are."""
    for gutter in range(len(scene.columns) - 1):
        left, right = scene.geometry.gutter_after(gutter)
        yield QRectF(left, 0, right - left, scene.height).toAlignedRect()


def made_scene(look: Look, frame: Frame, texts: _Texts, before: Scene | None) -> Scene:
    """Return the scene of a reading; of as many columns as before, as wide as they are."""
    reading, columns, comparisons = texts
    documents = [column.document for column in columns]
    if before is not None and len(before.columns) == len(columns):
        typesetter, geometry = before.typesetter, before.geometry
        typesetter.take_texts(documents)
    else:
        typesetter = Typesetter(documents, look.lettering, frame.size(len(columns)))
        geometry = frame.geometry(len(columns), typesetter.letter)
        typesetter.set_widths([column.width for column in geometry.columns])
    arrangement = frame.fitting(len(columns), typesetter.letter)
    return Scene(
        palette=look.palette,
        lettering=look.lettering,
        strength=look.appearance.marks,
        geometry=geometry,
        height=frame.view.height,
        stage=Stage(reading, arrangement, typesetter, frame.view),
        typesetter=typesetter,
        marks=DrawnMarks(reading, comparisons),
        columns=columns,
    )


def told_scene(
    before: Scene,
    reading: Reading,
    columns: tuple[Column, ...],
    comparisons: Mapping[tuple[int, int], Comparison],
) -> tuple[Scene, Sequence[QRect] | None]:
    """Return the scene with newer texts that lie as those before, and what to paint anew.

    None if what stands below a passage has moved: then it is all of it.
    """
    old, stage = before.stage.reading, before.stage
    drawn = {block[:2]: drawn_on(before, block) for block in stage.blocks()}
    anew = set(changed(old.documents, reading.documents))
    before.typesetter.take_texts(reading.documents)
    moved = stage.tell(reading, anew)
    scene = replace(before, columns=columns, marks=DrawnMarks(reading, comparisons))
    if moved:
        return scene, None
    return scene, [
        room_of(scene, block)
        for block in stage.blocks()
        if block[:2] in anew or drawn.get(block[:2]) != drawn_on(scene, block)
    ]


def relaid_scene(
    before: Scene,
    relaid: Relaid,
    columns: Sequence[Column],
    comparisons: Mapping[tuple[int, int], Comparison],
) -> Scene | None:
    """Return the scene with newer texts, of which only a part lies anew: nothing else moves.

    None where what the reader looks at is no more.
    """
    old, new = before.stage.reading, relaid.reading
    before.typesetter.take_texts(new.documents)
    anew = list(changed(old.documents, new.documents, relaid.passages))
    if not before.stage.relay(relaid, anew):
        return None
    marks = DrawnMarks(new, comparisons)
    scene = replace(before, columns=tuple(columns), marks=marks, hovered=-1)
    return carried_over(scene, before, old)


def carried_over(scene: Scene, before: Scene, old: Reading) -> Scene:
    """Return a scene in which the same is current, selected and edited as ``before``."""
    new = scene.stage.reading
    return replace(
        scene,
        current=_current(old, before.current, new),
        focus=_followed(old, before.focus, new),
        selection=_selected(old, before.selection, new),
        editing=before.editing,
    )


def _current(old: Reading, current: int, new: Reading) -> int:
    """Return the stop that holds now what the current one held before."""
    if current < 0:
        return -1
    for column, run in enumerate(old.stops[current].runs):
        if run and (place := _followed(old, (column, run.start), new)):
            found = new.stop_at(*place)
            return found.number if found else -1
    return -1


def _followed(old: Reading, place: tuple[int, int] | None, new: Reading) -> tuple[int, int] | None:
    """Return where a passage stands now, by column and number; None where it is gone."""
    if place is None:
        return None
    column, number = place
    now = new.documents[column].place_of(old.documents[column].ids[number])
    return None if now is None else (column, now)


def _selected(old: Reading, selection: Selection | None, new: Reading) -> Selection | None:
    """Return what is selected where it stands now; None where an end of it is gone."""
    if selection is None:
        return None
    ends = [
        TextPlace(*now, end.offset)
        for end in (selection.anchor, selection.caret)
        if (now := _followed(old, end[:2], new))
    ]
    return Selection(*ends) if len(ends) == 2 else None
