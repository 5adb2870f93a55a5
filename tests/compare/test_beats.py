"""What several drafts tell, beat by beat."""

from itertools import combinations

import pytest

from benchmarks.tellings_data import ours
from writerdesk.compare import compare_many
from writerdesk.compare.beat_names import name_of
from writerdesk.compare.beats import beats_of
from writerdesk.compare.tellings import links
from writerdesk.compare.values import Comparison, Relation, Settings, Summary, Told, never
from writerdesk.manuscript import Document, Paragraph, ParagraphId, scene_break

SETTINGS = Settings(least_confidence=0.2)


def tied(left, right, ties):
    """Return a comparison that found just these ties, by the numbers of the paragraphs."""
    found = tuple(
        link._replace(left=left.ids[i], right=right.ids[j], confidence=sure)
        for (i, j, sure), link in zip(ties, _some_links(), strict=False)
    )
    return _comparison(left, right, found)


def _some_links():
    from writerdesk.compare.values import Link
    from writerdesk.manuscript import ParagraphId

    return [Link(ParagraphId(0, 0), ParagraphId(0, 0), 0.5)] * 50


def _comparison(left, right, found):
    return Comparison(
        left, right, SETTINGS, (), Relation.TELLINGS, (), (), (), found, (), (), Summary()
    )


def drafts(*texts):
    return [Document.from_paragraphs(some) for some in texts]


def places(documents, beats):
    return [
        tuple(tuple(documents[n].place_of(id) for id in ids) for n, ids in enumerate(b.passages))
        for b in beats
    ]


def test_a_beat_is_what_hangs_together_by_direct_ties():
    a, b, c = documents = drafts("xyz", "xyz", "xyz")
    comparisons = {
        (0, 1): tied(a, b, [(0, 0, 0.9), (2, 2, 0.8)]),
        (0, 2): tied(a, c, [(0, 0, 0.9)]),
        (1, 2): tied(b, c, [(0, 0, 0.7), (2, 2, 0.6)]),
    }
    beats = beats_of(documents, comparisons)
    assert places(documents, beats) == [
        ((0,), (0,), (0,)),
        ((), (), (1,)),
        ((), (1,), ()),
        ((1,), (), ()),
        ((2,), (2,), (2,)),
    ]
    assert beats[0].sure == 0.9
    assert beats[-1].sure == 0.6


def test_a_beat_is_cut_where_its_passages_are_no_neighbours():
    a, b = documents = drafts("wxyz", "v")
    comparisons = {(0, 1): tied(a, b, [(0, 0, 0.9), (3, 0, 0.4)])}
    beats = beats_of(documents, comparisons)
    assert places(documents, beats) == [((0,), (0,)), ((1, 2, 3), ())]


def test_what_stands_inside_another_beat_says_so():
    a, b = documents = drafts("wxyz", "v")
    comparisons = {(0, 1): tied(a, b, [(0, 0, 0.9), (3, 0, 0.4)])}
    assert [beat.inside for beat in beats_of(documents, comparisons)] == [((), ()), ((), (0,))]


def test_a_beat_told_elsewhere_says_where():
    a, b = documents = drafts("wxyz", "wxyz")
    ties = [(0, 0, 0.9), (1, 3, 0.9), (2, 1, 0.9), (3, 2, 0.9)]
    beats = beats_of(documents, {(0, 1): tied(a, b, ties)})
    assert [beat.told[1] for beat in beats] == [Told.HERE, Told.LATER, Told.HERE, Told.HERE]
    ties = [(0, 1, 0.9), (1, 2, 0.9), (2, 0, 0.9), (3, 3, 0.9)]
    beats = beats_of(documents, {(0, 1): tied(a, b, ties)})
    assert [beat.told[1] for beat in beats] == [Told.HERE, Told.HERE, Told.EARLIER, Told.HERE]


def test_a_scene_break_alone_is_no_beat():
    a = Document.from_items(
        (ParagraphId(0, n), one)
        for n, one in enumerate((Paragraph("A cat sat."), scene_break(), Paragraph("It rained.")))
    )
    (b,) = drafts(["A cat sat.", "It rained."])
    beats = beats_of((a, b), {(0, 1): tied(a, b, [(0, 0, 0.9), (2, 1, 0.9)])})
    assert places((a, b), beats) == [((0,), (0,)), ((2,), (1,))]


def test_a_beat_told_twice_is_called_by_the_first_words_of_the_base():
    a, b = drafts(["The lamp went out over the harbour."], ["Over the harbour the lamp was dark."])
    assert name_of([a, b], frozenset({(0, 0), (1, 0)}), frozenset()) == (
        "The lamp went out over the…"
    )


def test_a_run_told_by_one_alone_is_called_by_the_words_that_are_its_own():
    a, b = drafts(
        ["Pip found Eleanor’s diary.", "Eleanor kept moss. A diary!", "The moss was green."],
        ["Rusty barked at the rain.", "It was green."],
    )
    name = name_of([a, b], frozenset({(0, 0), (0, 1), (0, 2)}), frozenset({"Pip"}))
    assert name == "Eleanor · diary · moss"


@pytest.mark.parametrize("story", ["piano", "orchard"])
def test_every_paragraph_stands_in_one_beat_and_each_beat_is_a_run(story):
    tales = {tale.name: tale for tale in ours() if tale.story == story}
    documents = [
        tales[f"{story}-1-2"].left,
        tales[f"{story}-1-2"].right,
        tales[f"{story}-1-3"].right,
    ]
    comparisons = {
        (i, j): _comparison(
            documents[i],
            documents[j],
            links(documents[i], documents[j], settings=SETTINGS, pins=(), cancelled=never).links,
        )
        for i, j in combinations(range(3), 2)
    }
    beats = beats_of(documents, comparisons)
    for number, document in enumerate(documents):
        seen = [id for beat in beats for id in beat.passages[number]]
        assert sorted(seen) == sorted(document.ids)
        for beat in beats:
            run = [document.place_of(id) for id in beat.passages[number]]
            assert run == list(range(run[0], run[0] + len(run))) if run else True
    assert sum(all(beat.passages) for beat in beats) >= 3
    assert all(beat.name for beat in beats)


def test_several_drafts_are_compared_two_by_two():
    documents = drafts(["A cat sat.", "It rained."], ["A cat sat.", "It rained."], ["A dog ran."])
    found = compare_many(documents)
    assert set(found.comparisons) == {(0, 1), (0, 2), (1, 2)}
    assert sum(len(beat.passages[0]) for beat in found.beats) == 2
