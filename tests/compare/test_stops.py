from hypothesis import given
from hypothesis import strategies as st

from tests.comparisons import comparison, document, pair
from writerdesk.compare import compare
from writerdesk.compare.bounds import Certainty
from writerdesk.compare.relaying import read_as_before
from writerdesk.compare.stops import read_together
from writerdesk.compare.values import Likeness, Relation
from writerdesk.manuscript import Document, Paragraph


def numbered(count):
    return document(*(f"Passage {n}." for n in range(count)))


def two(left, right, pairs, **said):
    return read_together([left, right], {(0, 1): comparison(left, right, pairs, **said)})


def drawn(reading):
    return [
        tuple(f"{run.start}-{run.end}" if run else "" for run in stop.runs)
        + (("moved",) if stop.moved else ())
        for stop in reading.stops
    ]


def test_every_beat_of_two_tellings_is_a_stop_told_by_both_or_by_one():
    a, c = numbered(4), numbered(3)
    reading = two(a, c, [pair(a, c, [0, 1], [0]), pair(a, c, [3], [2])])
    assert drawn(reading) == [("0-2", "0-1"), ("2-3", ""), ("", "1-2"), ("3-4", "2-3")]
    assert reading.stop_at(0, 1) is reading.stops[0]
    assert reading.stops[1].column == 0


def test_what_is_the_same_in_a_revision_is_no_stop():
    a, b = numbered(3), numbered(3)
    same = [pair(a, b, [n], [n], kind=Likeness.SAME) for n in (0, 2)]
    edited = pair(a, b, [1], [1], kind=Likeness.EDITED)
    reading = two(a, b, [same[0], edited, same[1]], relation=Relation.REVISION)
    assert drawn(reading) == [("1-2", "1-2")]
    assert reading.stop_at(0, 0) is None
    assert reading.bounds_at(1, 1)[0].kind is Likeness.EDITED


def test_a_moved_passage_is_one_stop_and_parts_the_runs_around_it():
    a, c = numbered(4), numbered(5)
    pairs = [
        pair(a, c, [0], [0]),
        pair(a, c, [1], [3], moved=True),
        pair(a, c, [2], [1]),
        pair(a, c, [3], [4]),
    ]
    reading = two(a, c, pairs)
    assert drawn(reading) == [
        ("0-1", "0-1"),
        ("1-2", "3-4", "moved"),
        ("2-3", "1-2"),
        ("", "2-3"),
        ("3-4", "4-5"),
    ]
    assert reading.stop_at(1, 3) is reading.stops[1]


def test_a_tie_that_crosses_heavier_ones_is_told_as_moved():
    a, c = numbered(3), numbered(3)
    reading = two(a, c, [pair(a, c, [0], [2]), pair(a, c, [1], [0]), pair(a, c, [2], [1])])
    assert [stop.moved for stop in reading.stops] == [True, False, False]


def test_empty_lines_that_one_draft_alone_has_are_no_stop():
    a = document("Passage 0.", "", "Passage 1.", "", "Only here.", " ")
    c = document("Passage 0.", "Passage 1.")
    reading = two(a, c, [pair(a, c, [0], [0]), pair(a, c, [2], [1])])
    assert drawn(reading) == [("0-1", "0-1"), ("2-3", "1-2"), ("3-6", "")]
    assert reading.stop_at(0, 1) is None
    assert reading.stands_alone(0, 1)
    assert not reading.stands_alone(0, 0)


def test_certainty_hides_what_is_not_sure_and_shows_weak_ties_on_request():
    a, c = numbered(4), numbered(4)
    said = comparison(
        a,
        c,
        [
            pair(a, c, [0], [0]),
            pair(a, c, [1], [1], confidence=0.87),
            pair(a, c, [2], [2], confidence=0.6),
        ],
        weak=[(3, 3, 0.3), (3, 1, 0.4)],
    )

    def ties(certainty):
        reading = read_together([a, c], {(0, 1): said}, certainty=certainty)
        return [bound.certainty for bound in reading.bounds]

    assert ties(Certainty.SURE) == ["sure"]
    assert ties(Certainty.LIKELY) == ["sure", "likely"]
    assert ties(Certainty.ALL) == ["sure", "likely", "all", "all"]


def test_a_tie_of_the_outer_columns_belongs_to_a_stop_of_both():
    a, b, c = numbered(2), numbered(1), numbered(2)
    reading = read_together(
        [a, b, c],
        {
            (0, 1): comparison(a, b, [pair(a, b, [0], [0])]),
            (1, 2): comparison(b, c, [pair(b, c, [0], [0])]),
            (0, 2): comparison(a, c, [pair(a, c, [1], [1])]),
        },
        hub=1,
    )
    assert drawn(reading) == [("0-1", "0-1", "0-1"), ("1-2", "", "1-2")]


@st.composite
def pairings(draw):
    a, c = numbered(draw(st.integers(0, 10))), numbered(draw(st.integers(0, 10)))
    free = list(range(len(c)))
    pairs = []
    for n in range(len(a)):
        if free and draw(st.booleans()):
            other = draw(st.sampled_from(free))
            free.remove(other)
            pairs.append(pair(a, c, [n], [other], moved=draw(st.booleans())))
    return a, c, pairs


@given(pairings())
def test_every_passage_of_tellings_stands_in_one_stop_and_one_segment(case):
    a, c, pairs = case
    reading = two(a, c, pairs)
    for column, text in enumerate((a, c)):
        in_stops = [n for stop in reading.stops if (run := stop.runs[column]) for n in range(*run)]
        assert sorted(in_stops) == list(range(len(text)))
        in_segments = [n for segment in reading.segments for n in range(*segment.runs[column])]
        assert in_segments == list(range(len(text)))
        for n in range(len(text)):
            stop = reading.stop_at(column, n)
            assert stop
            assert n in range(*(stop.runs[column] or ()))
    assert [stop.number for stop in reading.stops] == list(range(len(reading.stops)))
    assert [stop.segment for stop in reading.stops] == sorted(s.segment for s in reading.stops)


@st.composite
def edits_of_a_revision(draw):
    """Two comparisons of a draft with its revision, the second after an edit or none."""
    texts = draw(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=6))
    left = Document.from_paragraphs(texts)
    right = Document.from_paragraphs(
        [
            each if draw(st.booleans()) else f"{each} {draw(st.sampled_from(_SENTENCES))}"
            for each in texts
        ]
    )
    place = draw(st.integers(0, len(texts) - 1))
    said = draw(st.sampled_from([*_SENTENCES, f"{texts[place]} Then it rained.", ""]))
    after = left.splice(place, place + 1, [(left.ids[place], Paragraph(said))] if said else [])
    return left, right, after


_SENTENCES = (
    "The harbour froze in March and nobody came.",
    "Ida counted the boats twice before she went home.",
    "It was cold. A dog barked somewhere behind the sheds.",
)


@given(edits_of_a_revision())
def test_what_was_laid_out_before_changes_nothing_but_the_time_it_takes(case):
    left, right, after = case
    first, second = compare(left, right), compare(after, right)
    before = read_together([left, right], {(0, 1): first})
    fresh = read_together([after, right], {(0, 1): second})
    again = read_as_before(before, [after, right], {(0, 1): second}) or fresh
    assert (again.relation, again.bounds, again.segments, again.stops) == (
        fresh.relation,
        fresh.bounds,
        fresh.segments,
        fresh.stops,
    )
    for column, text in enumerate(fresh.documents):
        for number in range(len(text)):
            assert again.stop_at(column, number) == fresh.stop_at(column, number)
    assert [again.pair_of(bound) for bound in again.bounds] == [
        fresh.pair_of(bound) for bound in fresh.bounds
    ]


def test_a_word_typed_in_an_edited_passage_lays_out_nothing_anew():
    said = [f"{sentence} That was day {n}." for n in range(4) for sentence in _SENTENCES]
    left, right = Document.from_paragraphs(said), Document.from_paragraphs(said)
    reading = read_together([left, right], {(0, 1): compare(left, right)})
    lies_alike = []
    for word in ("boats", "ships", "shops"):
        text = left.splice(1, 2, [(left.ids[1], Paragraph(f"Ida counted the {word} today."))])
        found = {(0, 1): compare(text, right)}
        again = read_as_before(reading, [text, right], found)
        lies_alike.append(again is not None and again.lies_as(reading))
        reading = again or read_together([text, right], found)
    assert lies_alike == [False, True, True]


def test_what_is_the_same_in_three_drafts_stands_level_passage_by_passage():
    texts = [f"{sentence} That was day {n}." for n in range(4) for sentence in _SENTENCES]
    changed = [[*texts[:at], "Nothing of this.", *texts[at + 1 :]] for at in (3, 8)]
    documents = [Document.from_paragraphs(each) for each in (changed[0], texts, changed[1])]
    found = {(i, j): compare(documents[i], documents[j]) for i in range(3) for j in range(i + 1, 3)}
    reading = read_together(documents, found, hub=1)
    assert max(end - start for segment in reading.segments for start, end in segment.runs) == 1
