"""Where sentences end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import ends_mid_sentence, sentence_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He went. She stayed!", ["He went.", "She stayed!"]),
        ("Mr. Hyde met J. R. Smith. Then?", ["Mr. Hyde met J. R. Smith.", "Then?"]),
        ("“No!” he said. “Yes.” “Why?”", ["“No!” he said.", "“Yes.”", "“Why?”"]),
        ("She left… and came back.", ["She left… and came back."]),
        ("She left... Nobody saw.", ["She left...", "Nobody saw."]),
        ("It was I. He knew.", ["It was I.", "He knew."]),
        ("It cost 3.50 e.g. at noon. So.", ["It cost 3.50 e.g. at noon.", "So."]),
        ("「はい。」彼は言った。次", ["「はい。」", "彼は言った。", "次"]),
        ("No end here", ["No end here"]),
        ("  ", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text, expected):
    assert [text[start:end] for start, end in sentence_spans(text)] == expected


@given(st.text(st.sampled_from("aB .!?…”“\"'—\n。Mr")))
def test_sentences_hold_everything_but_the_spaces_between_them(text):
    spans = sentence_spans(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(
        text.split()
    )
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("“You know,” he said, a rare", True),
        ("He said:", True),
        ("It was over.", False),
        ("“Never.”  ", False),
        ("And then—", False),
        ("The End", False),
        ("", False),
        ("* * *", False),
    ],
)
def test_an_ending_in_mid_sentence_is_noticed(text, cut):
    assert ends_mid_sentence(text) is cut
