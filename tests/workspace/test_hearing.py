"""Other drafts are heard of the two that are compared, and again once the writer rests."""

from itertools import pairwise

import pytest

from tests.ui.desk import workspace_of
from writerdesk.compare import compare, to_json
from writerdesk.manuscript import Paragraph
from writerdesk.resources import seeds
from writerdesk.workspace.comparing import Comparing

PATIENT = 60_000


def told(number):
    text = (seeds() / f"drowned-piano-{number}.txt").read_text("utf-8")
    return [" ".join(block.split()) for block in text.split("\n\n")][:10]


@pytest.fixture
def workspace(qapp):
    workspace = workspace_of([told(number) for number in (1, 2, 3)])
    yield workspace
    workspace.close()


@pytest.fixture
def comparing(workspace):
    comparing = Comparing(workspace, heard_after=0)
    yield comparing
    comparing.close()


def test_what_a_third_draft_says_is_heard_again_once_it_was_written_anew(
    workspace, comparing, qtbot
):
    left, right, third = workspace.story.drafts
    alone = to_json(compare(left.text, right.text))
    answers = []
    comparing.compared.connect(lambda answer: answers.append(to_json(answer.comparisons[0, 1])))
    comparing.compare(left.id, right.id)
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=PATIENT)
    assert answers[0] == alone != answers[1]

    nothing = [(third.text.ids[0], Paragraph("Nothing of that."))]
    workspace.edit(third.id, third.text.splice(0, len(third.text), nothing))
    qtbot.waitUntil(lambda: len(answers) == 3, timeout=PATIENT)
    assert answers[2] == alone
    assert all(one != other for one, other in pairwise(answers))
