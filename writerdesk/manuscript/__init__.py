"""What a draft is: paragraphs with ids, marks, places; the plain values rooms hand each other."""

from writerdesk.manuscript.document import Document, Item, Origin, ParagraphId
from writerdesk.manuscript.edits import Splice, apply_splices, splices
from writerdesk.manuscript.paragraph import (
    SCENE_BREAK_TEXT,
    Kind,
    Mark,
    MarkName,
    Paragraph,
    UnwritableText,
    normal_marks,
    scene_break,
    unwritable,
)
from writerdesk.manuscript.places import (
    Anchor,
    Passage,
    Place,
    anchor,
    paragraphs_of,
    whole_passage,
    words_of,
)
from writerdesk.manuscript.records import Change, Record, Value

__all__ = [
    "SCENE_BREAK_TEXT",
    "Anchor",
    "Change",
    "Document",
    "Item",
    "Kind",
    "Mark",
    "MarkName",
    "Origin",
    "Paragraph",
    "ParagraphId",
    "Passage",
    "Place",
    "Record",
    "Splice",
    "UnwritableText",
    "Value",
    "anchor",
    "apply_splices",
    "normal_marks",
    "paragraphs_of",
    "scene_break",
    "splices",
    "unwritable",
    "whole_passage",
    "words_of",
]
