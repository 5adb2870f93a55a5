"""Drafts are compared in a real worker: kept up to date, called off, and never answered wrongly."""

import os
import signal

import pytest

from tests.ui.desk import workspace_of
from writerdesk.compare import AS_USUAL, compare, to_json
from writerdesk.manuscript import Document, Paragraph
from writerdesk.story.comparing import comparison_question
from writerdesk.workspace.comparing import Comparing
from writerdesk.workspace.compute import ComputeLane, Question

PATIENT = 60_000


@pytest.fixture
def workspace(qapp):
    workspace = workspace_of()
    yield workspace
    workspace.close()


@pytest.fixture
def comparing(workspace):
    comparing = Comparing(workspace)
    yield comparing
    comparing.close()


def answer_to(comparing, qtbot, ask):
    with qtbot.waitSignal(comparing.compared, timeout=PATIENT) as told:
        ask()
    return told.args[0]


def test_the_worker_says_what_the_engine_says(workspace, comparing, qtbot):
    left, right, _ = workspace.story.drafts
    answer = answer_to(comparing, qtbot, lambda: comparing.compare(left.id, right.id))
    assert to_json(answer.comparison) == to_json(compare(left.text, right.text))
    assert answer.comparison.left is left.text


def test_an_edit_is_answered_with_the_text_as_it_stands(workspace, comparing, qtbot):
    left, right, _ = workspace.story.drafts
    answer_to(comparing, qtbot, lambda: comparing.compare(left.id, right.id))

    def write():
        text = workspace.story.draft(left.id).text
        workspace.edit(left.id, text.splice(0, 1, [(text.ids[0], Paragraph("Rewritten."))]))

    answer = answer_to(comparing, qtbot, write)
    assert answer.left_text is workspace.story.draft(left.id).text
    assert to_json(answer.comparison) == to_json(compare(answer.left_text, right.text))


def test_a_worker_that_is_killed_is_replaced_and_the_question_answered(workspace, comparing, qtbot):
    left, right, third = workspace.story.drafts
    answer_to(comparing, qtbot, lambda: comparing.compare(left.id, right.id))
    os.kill(comparing.worker, signal.SIGKILL)
    answer = answer_to(comparing, qtbot, lambda: comparing.compare(left.id, third.id))
    assert (answer.left, answer.right) == (left.id, third.id)


def test_the_newest_question_wins_and_an_older_one_is_let_go(qapp, qtbot):
    lane, told = ComputeLane(), []
    lane.answered.connect(told.append)
    long = Document.from_paragraphs(f"Passage {n} of {n * n}." for n in range(60_000))
    longer = Document.from_paragraphs(f"Passage {n} of {n * 7}." for n in range(60_000))
    short = Document.from_paragraphs(["One."])
    head = comparison_question("a", "b", AS_USUAL, ())
    older = lane.ask("compare", Question({"a": long, "b": longer}, head))
    newer = lane.ask("compare", Question({"a": short, "b": short}, head))
    qtbot.waitUntil(lambda: any(answer.job == newer for answer in told), timeout=PATIENT)
    assert [answer.body is None for answer in told if answer.job == older] == [True]
    assert told[-1].body is not None
    assert not lane.is_busy
    lane.close()
