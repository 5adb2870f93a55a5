"""Numbers in the sentences of a comparison are written as everywhere else in the window."""

from writerdesk.ui.pane.sentences import words
from writerdesk.ui.telling import grouped


def test_thousands_of_words_are_grouped_as_in_the_list_of_drafts():
    assert words(1) == "1 word"
    assert words(1525) == f"{grouped(1525)} words" != "1525 words"
