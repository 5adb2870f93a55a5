"""What a draft is: paragraphs with ids, marks, places; the plain values rooms hand each other."""

from writerdesk.manuscript.anchors import anchored, likeliest, standing
from writerdesk.manuscript.cuts import without_spans
from writerdesk.manuscript.document import Document, Item, Origin, ParagraphId, paragraph_ids
from writerdesk.manuscript.edits import Splice, apply_splices, splices
from writerdesk.manuscript.folding import Folded, fold, folded_text
from writerdesk.manuscript.paragraph import (
    BOXES,
    DAMAGED,
    SCENE_BREAK_TEXT,
    Align,
    Direction,
    Kind,
    Mark,
    MarkName,
    Numbering,
    Paragraph,
    UnwritableText,
    cut,
    normal_marks,
    scene_break,
    unwritable,
)
from writerdesk.manuscript.places import (
    Anchor,
    Passage,
    Place,
    paragraphs_of,
    whole_passage,
    words_of,
)
from writerdesk.manuscript.reading import paragraphs_from_canonical
from writerdesk.manuscript.records import Change, Record, Value
from writerdesk.manuscript.sentences import ends_mid_sentence, sentence_spans
from writerdesk.manuscript.tokens import (
    Span,
    count_document,
    count_words,
    tokens,
    word_spans,
    words,
)

__all__ = [
    "BOXES",
    "DAMAGED",
    "SCENE_BREAK_TEXT",
    "Align",
    "Anchor",
    "Change",
    "Direction",
    "Document",
    "Folded",
    "Item",
    "Kind",
    "Mark",
    "MarkName",
    "Numbering",
    "Origin",
    "Paragraph",
    "ParagraphId",
    "Passage",
    "Place",
    "Record",
    "Span",
    "Splice",
    "UnwritableText",
    "Value",
    "anchored",
    "apply_splices",
    "count_document",
    "count_words",
    "cut",
    "ends_mid_sentence",
    "fold",
    "folded_text",
    "likeliest",
    "normal_marks",
    "paragraph_ids",
    "paragraphs_from_canonical",
    "paragraphs_of",
    "scene_break",
    "sentence_spans",
    "splices",
    "standing",
    "tokens",
    "unwritable",
    "whole_passage",
    "without_spans",
    "word_spans",
    "words",
    "words_of",
]
