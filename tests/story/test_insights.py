"""What is told of several drafts at once, of the sample story and of small ones."""

import pytest

from writerdesk.compare import compare, compare_many
from writerdesk.compare.same_words import longest_alike
from writerdesk.insight.telling import Person, Tense
from writerdesk.manuscript import Document, count_words
from writerdesk.story.insights import insight
from writerdesk.story.sample import sample_drafts


@pytest.fixture(scope="module")
def sample():
    return insight(compare_many([imported.documents[0] for _, imported in sample_drafts()]))


def test_it_says_who_tells_each_draft_in_which_tense_and_how_much_is_talk(sample):
    assert [told.person is Person.FIRST for told in sample.told] == [False, False, True]
    assert [told.tense for told in sample.told] == [Tense.PAST, Tense.PRESENT, Tense.PAST]
    assert all(0 < told.talk < 0.5 for told in sample.told)


def test_phrases_several_drafts_share_come_longest_first_and_rare_before_common(sample):
    order = [(-count_words(phrase.words), phrase.places) for phrase in sample.phrases]
    assert len(order) > 5
    assert order == sorted(order)
    assert all(len(phrase.drafts) > 1 for phrase in sample.phrases)
    assert all(phrase.places >= len(phrase.drafts) for phrase in sample.phrases)


def test_what_only_one_draft_tells_is_named_and_counted(sample):
    drought = max((one for one in sample.alone if one.draft == 0), key=lambda one: one.words)
    assert drought.words > 50
    assert drought.name
    assert {one.draft for one in sample.alone} <= {0, 1, 2}


def drafts(*texts):
    return [Document.from_paragraphs(some) for some in texts]


def test_one_person_has_a_row_with_the_name_of_each_draft():
    told = insight(
        compare_many(
            drafts(
                ["Then Ann came, and Ann sang for Ann.", "Rain fell upon Ann."],
                ["Here Ann sat, where Ann and Ann were.", "To Ann it was dry."],
                ["Nobody was there at all.", "It was dry."],
            )
        )
    )
    assert told.cast == (("Ann", "Ann", ""),)


def test_a_phrase_of_three_drafts_is_one_phrase():
    beats = compare_many(
        drafts(
            ["A copper kettle hung over the smoking hearth, and nobody moved."],
            ["We saw it: a copper kettle hung there. Goats ate the thatch."],
            ["Late in autumn a copper kettle fell upon the bishop."],
        )
    )
    found = {phrase.words: phrase.drafts for phrase in insight(beats).phrases}
    assert found["copper kettle"] == (0, 1, 2)
    assert next(iter(found)) == "copper kettle hung"


def test_words_in_a_row_are_counted_where_they_are_the_same():
    left, right = drafts(
        ["The storm broke. Nobody spoke at supper, and the captain counted the ship's biscuits."],
        ["She hated him still. And the captain counted the ship's biscuits, twice over, in tears."],
    )
    assert longest_alike(compare(left, right))[:1] == (5,)


def test_the_only_dog_of_one_draft_is_the_only_dog_of_the_other():
    told = insight(
        compare_many(
            drafts(
                ["Then Pip came. Pip was a scruffy dog, and nobody but Pip barked at Pip."],
                [
                    "Some winters later the mill burned.",
                    "We saw Rex, and Rex was a brave hound. Nobody but Rex was sorry for Rex.",
                ],
            )
        )
    )
    assert told.cast == (("Pip", "Rex"),)
    assert told.roles == ("dog",)
