"""Who is who in two tellings."""

import numpy as np

from writerdesk.compare.tellings.cast import Person, matched, narrator, people, renamed
from writerdesk.compare.tellings.worded import worded
from writerdesk.compare.values import Name
from writerdesk.manuscript import Document


def said(*texts):
    return worded(Document.from_paragraphs(texts))


def test_people_are_words_with_a_capital_inside_sentences_again_and_again():
    text = "Then Pip ran. The dog, Pip, barked. Rain fell on Pip. When Rain came, rain fell, rain."
    assert [(p.name, p.mentions) for p in people(said(text, "Pip’s tail"))] \
        == [("Pip", 4)]  # fmt: skip


def test_a_word_that_only_begins_what_is_quoted_is_no_name():
    text = "He said, Arise and go. She said, Arise, and they answered, Arise. To Egypt; to Egypt."
    assert people(said(text)) == ()


def test_da_and_nana_have_no_other_name_in_another_draft():
    ties = np.eye(2, dtype=np.float32)
    ours, theirs = [Person("Marit", (2, 2))], [Person("Da", (2, 2))]
    assert matched(ours, theirs, ties) == ()
    teller = Person("I", (2, 2))
    assert matched(theirs, [], ties, (None, teller)) == ()
    assert len(matched(theirs, theirs, ties)) == 1


def test_one_name_in_both_drafts_is_one_person():
    cast = matched([Person("Pip", (3,))], [Person("Pip", (0,))], np.zeros((1, 1), np.float32))
    assert [(one.name, other.name) for one, other in cast] == [("Pip", "Pip")]
    assert renamed(cast) == ()


def test_people_of_answering_passages_are_one_person():
    ties = np.eye(3, dtype=np.float32)
    ours = [Person("Pip", (2, 2, 0)), Person("Ann", (0, 0, 3))]
    theirs = [Person("Rusty", (1, 2, 0)), Person("Eve", (0, 0, 4))]
    assert renamed(matched(ours, theirs, ties)) == (Name("Ann", "Eve", 7), Name("Pip", "Rusty", 7))


def test_where_two_could_be_meant_nobody_is():
    ties = np.eye(2, dtype=np.float32)
    ours = [Person("Pip", (2, 2)), Person("Ann", (2, 2))]
    assert matched(ours, [Person("Rusty", (2, 2))], ties) == ()


def test_whoever_says_i_outside_talk_tells_the_draft():
    told = narrator(said("I came. My dog ran.", "“I am here,” she said."))
    assert told == Person("I", (2, 0))
    assert narrator(said("“I came,” he said. “My dog ran.”")) is None


def test_a_narrator_is_the_one_whose_passages_answer_and_who_is_nobody_else():
    ties = np.eye(4, dtype=np.float32)
    ours = [Person("Jasper", (2, 2, 1, 2)), Person("Pip", (0, 2, 2, 0))]
    theirs = [Person("Rusty", (0, 1, 2, 0))]
    teller = Person("I", (2, 3, 2, 2))
    assert renamed(matched(ours, theirs, ties, (None, teller))) == (
        Name("Pip", "Rusty", 7),
        Name("Jasper", "I", 16),
    )
    assert renamed(matched(theirs, ours, ties.T, (teller, None)))[1] == Name("I", "Jasper", 16)


def test_two_narrators_are_nobody_else():
    ties = np.eye(1, dtype=np.float32)
    teller = Person("I", (9,))
    assert matched([Person("Pip", (9,))], [], ties, (teller, teller)) == ()
