"""A paragraph of more than 5,000 words is offered to be split, once."""

import pytest

from tests.ui.desk import window_of


@pytest.fixture
def window(qtbot):
    long = ("The ice came down the river in March. " * 640).strip()
    window = window_of(qtbot, (["Short.", long],))
    yield window
    window.close()


def test_it_is_offered_and_splitting_is_one_undo(window):
    window.story.show_draft(window.story.rows[0].id)
    (message,) = window.messages.shown
    assert message.words.startswith("1 paragraph of A has more than 5,000 words")
    message.offers[0].act()
    assert len(window.story.write.editor.text.document) > 8
    window.story.workspace.undo_act()
    assert len(window.story.write.editor.text.document) == 2
    assert not window.messages.shown
