"""What came with files of notes, sheets and judgements, and what had no place, in sentences."""

from writerdesk.story.beside_files import Brought
from writerdesk.story.left import Left
from writerdesk.story.note import Note
from writerdesk.story.said import BeatMark, Tie, Verdict
from writerdesk.story.sheet import Character, Relation, SheetField
from writerdesk.words import _, ngettext


def came_told(brought: Brought) -> tuple[str, ...]:
    """Return what came, a sentence for each kind of thing; that all is there already, if so."""
    came = brought.came
    said = sum(came.get(kind, 0) for kind in (Verdict, Tie, BeatMark))
    counted = (
        (came.get(Note, 0), ngettext("{n} note added.", "{n} notes added.", came.get(Note, 0))),
        (
            came.get(Character, 0),
            ngettext("{n} sheet added.", "{n} sheets added.", came.get(Character, 0)),
        ),
        (
            came.get(SheetField, 0),
            ngettext("{n} field added.", "{n} fields added.", came.get(SheetField, 0)),
        ),
        (
            came.get(Relation, 0),
            ngettext("{n} relation added.", "{n} relations added.", came.get(Relation, 0)),
        ),
        (said, ngettext("{n} judgement added.", "{n} judgements added.", said)),
        (
            brought.changed,
            ngettext(
                "{n} that was there is changed.",
                "{n} that were there are changed.",
                brought.changed,
            ),
        ),
    )
    told = tuple(words.format(n=number) for number, words in counted if number)
    return told or (_("All of it is here already."),)


def left_told(brought: Brought) -> tuple[str, ...]:
    """Return what had no place, a sentence for each reason."""
    return tuple(_left(left, brought.left[left]) for left in Left if brought.left.get(left))


def _left(left: Left, count: int) -> str:
    told = {
        Left.LINE: ngettext(
            "{n} line that says nothing of notes or sheets was left out.",
            "{n} lines that say nothing of notes or sheets were left out.",
            count,
        ),
        Left.PLACE: ngettext(
            "The words of {n} note were not found: it is on its draft or on the story now.",
            "The words of {n} notes were not found: they are on their drafts or on the story now.",
            count,
        ),
        Left.WORDS: ngettext(
            "{n} judgement was left out: its words were not found.",
            "{n} judgements were left out: their words were not found.",
            count,
        ),
        Left.DRAFT: ngettext(
            "{n} column of a draft that is not in this story was left out.",
            "{n} columns of drafts that are not in this story were left out.",
            count,
        ),
        Left.PICTURE: ngettext(
            "{n} picture was left out: it does not lie beside the file, or can't be read.",
            "{n} pictures were left out: they do not lie beside the file, or can't be read.",
            count,
        ),
        Left.PERSON: ngettext(
            "{n} relation to somebody without a sheet was left out.",
            "{n} relations to people without a sheet were left out.",
            count,
        ),
    }
    return told[left].format(n=count)
