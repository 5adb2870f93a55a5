"""Names are found as whole words, and who might get a sheet is seen from the text."""

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.insight.mentions import candidates, mentions, recounted
from writerdesk.manuscript import Document, Paragraph, ParagraphId

_TEXT = Document.from_paragraphs(
    [
        "At the bridge was Rusty. “Rusty’s wet,” said Mrs. Pardoe; a rusty shard lay there.",
        "Then Emil Harrow came. Then, then: Harrow looked at Rusty and at the Water Board.",
        "Nobody spoke. Mrs. Pardoe went in. The Water Board laughed, and Emil Harrow did not.",
    ]
)


def said(document, *names):
    return [
        document.paragraphs[document.place_of(one.paragraph)].text[one.start : one.end]
        for one in mentions(document, names).all
    ]


def test_a_name_is_a_whole_word_written_with_its_capital():
    assert said(_TEXT, "Rusty") == ["Rusty", "Rusty", "Rusty"]


def test_the_longest_name_is_the_one_that_is_meant():
    assert said(_TEXT, "Harrow", "Emil Harrow") == ["Emil Harrow", "Harrow", "Emil Harrow"]


def test_the_first_appearance_and_the_counts_are_told():
    found = mentions(_TEXT, ["Emil Harrow", "Rusty", "Nessa"])
    assert found.first.name == "Rusty"
    assert found.counts() == {"Rusty": 3, "Emil Harrow": 2}
    assert mentions(_TEXT, []).first is None


def test_names_that_recur_are_offered_and_openers_are_not():
    assert candidates([_TEXT], known=["Rusty"]) == (
        ("Mrs. Pardoe", 2),
        ("Emil Harrow", 2),
        ("Water Board", 2),
    )


def test_names_may_begin_with_a_sign_and_parts_of_names_may_be_names():
    text = Document.from_paragraphs(["’Arry and Van met van Dam, Van Dam’s son. 'Van’ he said."])
    assert said(text, "'Arry", "Van", "Van Dam") == ["’Arry", "Van", "Van Dam", "Van"]


_texts = st.lists(st.sampled_from(["Pip ran.", "Nobody.", "He saw Pip and Rusty.", "pip"]))


@given(_texts, st.data())
def test_mentions_kept_current_are_those_found_anew(texts, data):
    document = Document.from_paragraphs(texts)
    before = mentions(document, ["Pip", "Rusty"])
    order = data.draw(st.permutations(range(len(document))))
    kept = order[: data.draw(st.integers(0, len(order)))]
    items = [(document.ids[n], document.paragraphs[n]) for n in kept]
    at = data.draw(st.integers(0, len(items)))
    new = [(ParagraphId(9, 9), Paragraph(data.draw(st.sampled_from(["Pip.", "", "Rusty, Pip"]))))]
    after = document.splice(0, len(document), [*items[:at], *new, *items[at:]])
    assert recounted(before, after).all == mentions(after, ["Pip", "Rusty"]).all


def test_a_changed_paragraph_is_read_again():
    document = Document.from_paragraphs(["Pip.", "Nobody."])
    before = mentions(document, ["Pip"])
    after = document.splice(0, 1, [(document.ids[0], Paragraph("Pip and Pip."))])
    assert len(recounted(before, after).all) == 2
