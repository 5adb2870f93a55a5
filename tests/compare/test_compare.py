"""Laws of every comparison, whatever the drafts."""

import json

from hypothesis import given

from tests.compare.drafts import two_drafts
from writerdesk.compare import Likeness, compare, to_json
from writerdesk.manuscript import Document


def said(comparison):
    return json.loads(json.dumps(to_json(comparison)))


@given(two_drafts())
def test_every_paragraph_stands_in_one_place_on_its_side(drafts):
    found = said(compare(*drafts))
    for side in ("left", "right"):
        places = [n for pair in found["pairs"] for n in pair[side]] + found[f"{side}_only"]
        assert sorted(places) == list(range(len(found[side]["paragraphs"])))


@given(two_drafts())
def test_pairs_are_of_neighbours(drafts):
    for pair in said(compare(*drafts))["pairs"]:
        for side in ("left", "right"):
            numbers = pair[side]
            assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


@given(two_drafts())
def test_marks_stand_in_their_paragraphs_and_in_order(drafts):
    for pair in said(compare(*drafts))["pairs"]:
        for side, document in zip(("left", "right"), drafts, strict=True):
            for layer in ("marks", "shown"):
                for number, spans in pair[f"{side}_{layer}"].items():
                    assert int(number) in pair[side]
                    edges = [edge for span in spans for edge in span[:2]]
                    assert edges == sorted(edges)
                    assert edges[-1] <= len(document.paragraphs[int(number)].text)
                    assert all(span[0] < span[1] for span in spans)


@given(two_drafts())
def test_swapping_the_sides_mirrors_the_result(drafts):
    left, right = drafts
    one, other = said(compare(left, right)), said(compare(right, left))
    assert by_left(one) == by_left(mirrored(other))
    assert one["left_only"] == other["right_only"]
    assert one["right_only"] == other["left_only"]


def test_of_two_passages_that_say_the_same_the_same_one_has_moved_from_either_side():
    said_twice = "The storm went over Rusty, and it was Pip who said so."
    left = ["dust... the the the", "the", "", said_twice, said_twice, ""]
    right = ["the", "", said_twice, said_twice, "", ""]
    one, other = (Document.from_paragraphs(texts) for texts in (left, right))
    moved = [pair for pair in said(compare(one, other))["pairs"] if pair["moved"]]
    back = [pair for pair in said(compare(other, one))["pairs"] if pair["moved"]]
    assert [(pair["left"], pair["right"]) for pair in moved] == [([4], [2])]
    assert [(pair["right"], pair["left"]) for pair in back] == [([4], [2])]


def by_left(found):
    return sorted(json.dumps(pair, sort_keys=True) for pair in found["pairs"])


def mirrored(found):
    pairs = []
    for pair in found["pairs"]:
        turned = dict(pair)
        for name in ("", "_marks", "_shown", "_quiet"):
            turned[f"left{name}"] = pair[f"right{name}"]
            turned[f"right{name}"] = pair[f"left{name}"]
        turned["strands"] = [[*s[3:6], *s[:3], *s[6:]] for s in pair["strands"]]
        turned["shared"] = [[*s[3:6], *s[:3]] for s in pair["shared"]]
        pairs.append(turned)
    return {"pairs": pairs}


@given(two_drafts())
def test_two_runs_say_the_same(drafts):
    assert json.dumps(said(compare(*drafts))) == json.dumps(said(compare(*drafts)))


@given(two_drafts())
def test_the_words_of_the_left_add_up(drafts):
    words = compare(*drafts).summary.words
    assert words.kept + words.changed + words.removed + words.moved == words.left
    assert min(words.kept, words.changed, words.removed, words.moved, words.added) >= 0


def test_equal_drafts_are_the_same_word_for_word():
    draft = Document.from_paragraphs(["The lake smelled of iron.", "* * *", "He ran."])
    found = compare(draft, draft)
    assert [pair.kind for pair in found.pairs] == [Likeness.SAME] * 3
    assert found.relation == "revision"


def test_a_sentence_that_stands_in_both_is_kept_from_its_first_word_on():
    kept = "But Mary was not like the other people."
    before = f"He stood there surveying his whole territory. {kept} He went on with his work."
    after = f"But the lamp held him captive. {kept}"
    (pair,) = compare(*(Document.from_paragraphs([text]) for text in (before, after))).pairs
    assert [before[start:end] for _, start, end in pair.detail.left.exact] == [
        "He stood there surveying his whole territory.",
        "He went on with his work.",
    ]
    assert [after[start:end] for _, start, end in pair.detail.right.exact] == [
        "But the lamp held him captive."
    ]


def test_a_paragraph_that_was_joined_and_mostly_rewritten_is_joined_by_the_sentence_it_kept():
    first = "The vicomte was grateful for the silence and went on with his tale of the two dukes."
    kept = "The balance of power in Europe is what we want, said the abbé"
    before = [
        first,
        f"{kept}, and he took a spoon to show them all "
        "what a balance is, and how it tips as soon as somebody leans on it from behind.",
    ]
    after = [f"{first} {kept}: wagons frost harbour lantern seven without rain towards mill."]
    (pair,) = compare(*map(Document.from_paragraphs, (before, after))).pairs
    assert (len(pair.left), len(pair.right)) == (2, 1)


def test_two_paragraphs_are_joined_over_a_short_one_that_is_gone_but_not_over_one_that_moved():
    first = "She grew confused, glanced round, and picked up the doll that she had thrown down."
    last = "He looked attentively and kindly at her eager face, but did not reply."
    short = "“Kiss the doll,” said she."
    long = "The letter had come at noon and lay unopened between the salt and the bread."
    rest = "Then the bells of the lower town began, one after the other, as they always did."
    (joined, _) = joins([first, short, last, rest], [f"{first} {last}", rest])
    assert joined == ([0, 1, 2], [0])
    found = joins([first, long, last, rest], [f"{first} {last}", rest, long])
    assert ([1], [2]) in found
    assert not any({0, 1} <= set(left) for left, _ in found)


def joins(before, after):
    pairs = said(compare(*map(Document.from_paragraphs, (before, after))))["pairs"]
    return [(pair["left"], pair["right"]) for pair in pairs]


def test_a_new_name_is_one_finding():
    before = [f"Pip {verb} the lantern over the water and went home." for verb in VERBS]
    after = [text.replace("Pip", "Rusty") for text in before]
    found = compare(Document.from_paragraphs(before), Document.from_paragraphs(after))
    assert found.names == (("Pip", "Rusty", len(VERBS)),)


VERBS = ("carried", "held", "lost", "found", "lit")
