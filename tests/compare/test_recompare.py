"""To compare again after an edit says the same as to compare from nothing."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.drafts import document, edited, paragraphs
from writerdesk.compare import compare, recompare, to_json
from writerdesk.manuscript import Document, Mark, Paragraph, ParagraphId


def said(comparison):
    return json.dumps(to_json(comparison))


@settings(max_examples=60)
@given(st.data())
def test_a_chain_of_edits_compared_again_says_what_comparing_from_nothing_says(data):
    before = data.draw(st.lists(paragraphs, max_size=6))
    after = data.draw(edited(before))
    left, right = document(before), document(after, 1)
    found = compare(left, right)
    for _ in range(3):
        before, after = data.draw(edited(before)), data.draw(edited(after))
        left, right = document(before), document(after, 1)
        found = recompare(found, left, right)
        assert said(found) == said(compare(left, right))


def test_nothing_is_compared_where_nothing_changed():
    draft = Document.from_paragraphs(["The lake smelled of iron.", "He ran."])
    found = compare(draft, draft)
    assert recompare(found, draft, draft) is found


def test_a_paragraph_set_in_italics_is_looked_into_again():
    texts = ["The dust tasted of regret and iron.", "Pip carried the lantern over the water."]
    left = Document.from_paragraphs(texts)
    edit = [(ParagraphId(0, 1), Paragraph("Pip carried a lantern over the water."))]
    found = compare(left, left.splice(1, 2, edit))
    marked = Paragraph("Pip carried a lantern over the water.", marks=(Mark(0, 3, "italic"),))
    right = left.splice(1, 2, [(ParagraphId(0, 1), marked)])
    assert said(recompare(found, left, right)) == said(compare(left, right))
