"""Names are found as whole words, and who might get a sheet is seen from the text."""

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.insight.mentions import candidates, mentions, recounted
from writerdesk.manuscript import Document, Paragraph

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


_texts = st.lists(st.sampled_from(["Pip ran.", "Nobody.", "He saw Pip and Rusty.", "pip"]))


@given(_texts, st.integers(0, 5), st.sampled_from(["Pip.", "", "Rusty, Pip"]))
def test_mentions_kept_current_are_those_found_anew(texts, place, said):
    document = Document.from_paragraphs(texts)
    before = mentions(document, ["Pip", "Rusty"])
    at = min(place, len(document))
    items = [(document.ids[at], Paragraph(said))] if at < len(document) else []
    after = document.splice(at, at + 1, items)
    assert recounted(before, after).all == mentions(after, ["Pip", "Rusty"]).all
