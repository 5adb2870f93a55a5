"""Drafts are compared in a real worker: kept up to date, called off, and never answered wrongly."""

import os
import signal
import sys
from dataclasses import replace

import pytest

from tests.ui.desk import workspace_of
from writerdesk.compare import AS_USUAL, compare, to_json
from writerdesk.compare.values import Asked
from writerdesk.manuscript import Document, Paragraph
from writerdesk.problem import Kind
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
    assert to_json(answer.comparisons[0, 1]) == to_json(compare(left.text, right.text))
    assert answer.comparisons[0, 1].left is left.text


def test_an_edit_is_answered_with_the_text_as_it_stands(workspace, comparing, qtbot):
    left, right, _ = workspace.story.drafts
    answer_to(comparing, qtbot, lambda: comparing.compare(left.id, right.id))

    def write():
        text = workspace.story.draft(left.id).text
        workspace.edit(left.id, text.splice(0, 1, [(text.ids[0], Paragraph("Rewritten."))]))

    answer = answer_to(comparing, qtbot, write)
    assert answer.texts[0] is workspace.story.draft(left.id).text
    assert to_json(answer.comparisons[0, 1]) == to_json(compare(answer.texts[0], right.text))


def test_a_worker_that_is_killed_is_replaced_and_the_question_answered(workspace, comparing, qtbot):
    left, right, third = workspace.story.drafts
    answer_to(comparing, qtbot, lambda: comparing.compare(left.id, right.id))
    os.kill(comparing.worker, signal.SIGKILL)
    answer = answer_to(comparing, qtbot, lambda: comparing.compare(left.id, third.id))
    assert answer.slots == (left.id, third.id)


def test_a_draft_that_is_removed_for_good_while_it_is_heard_is_heard_no_more(
    workspace, comparing, qtbot
):
    left, right, third = workspace.story.drafts

    def ask():
        comparing.compare(left.id, right.id)
        workspace.delete_draft(third.id)
        workspace.purge(third.id)

    assert answer_to(comparing, qtbot, ask).slots == (left.id, right.id)


def test_three_texts_are_compared_two_by_two_and_an_edit_asks_only_for_what_it_is_in(
    workspace, comparing, qtbot
):
    drafts = [draft.id for draft in workspace.story.drafts]
    first = answer_to(comparing, qtbot, lambda: comparing.compare(*drafts))
    assert sorted(first.comparisons) == [(0, 1), (0, 2), (1, 2)]

    def write():
        text = workspace.story.draft(drafts[2]).text
        workspace.edit(drafts[2], text.splice(0, 1, [(text.ids[0], Paragraph("Rewritten."))]))

    then = answer_to(comparing, qtbot, write)
    assert then.comparisons[0, 1] is first.comparisons[0, 1]
    assert then.comparisons[1, 2].right is workspace.story.draft(drafts[2]).text


def test_a_text_that_is_no_draft_stands_still(workspace, comparing, qtbot):
    left = workspace.story.drafts[0].id
    earlier = Document.from_paragraphs(["It was so before."])
    answer = answer_to(
        comparing, qtbot, lambda: comparing.compare(left, "version", fixed={"version": earlier})
    )
    assert answer.texts[1] is earlier


def test_what_is_overlooked_is_asked_anew(workspace, comparing, qtbot):
    drafts = [draft.id for draft in workspace.story.drafts[:2]]
    answer_to(comparing, qtbot, lambda: comparing.compare(*drafts))
    wanted = replace(comparing.settings, capitals=True)
    answer = answer_to(comparing, qtbot, lambda: comparing.overlook(wanted))
    assert answer.comparisons[0, 1].settings.capitals


def test_a_model_of_meaning_that_cannot_be_used_is_told_of_and_done_without(
    workspace, comparing, qtbot, tmp_path
):
    left, right, _ = workspace.story.drafts
    told = []
    comparing.troubled.connect(told.append)
    comparing.overlook(replace(comparing.settings, meaning=tmp_path / "nowhere"))
    answer = answer_to(comparing, qtbot, lambda: comparing.compare(left.id, right.id))
    assert [problem.kind for problem in told] == [Kind.MEANING_BROKEN]
    assert "“nowhere” holds no model of meaning" in str(told[0])
    without = compare(left.text, right.text)
    assert to_json(answer.comparisons[0, 1]) == to_json(without)


def test_a_verdict_asks_nothing_of_the_worker(workspace, comparing, qtbot):
    drafts = [draft.id for draft in workspace.story.drafts[:2]]
    answer_to(comparing, qtbot, lambda: comparing.compare(*drafts))
    workspace.rename_draft(drafts[0], "Winter")
    with qtbot.assertNotEmitted(comparing.asked, wait=200):
        pass


def test_the_newest_question_wins_and_an_older_one_is_let_go(qapp, qtbot):
    lane, told = ComputeLane(), []
    lane.answered.connect(told.append)
    long = Document.from_paragraphs(f"Passage {n} of {n * n}." for n in range(60_000))
    longer = Document.from_paragraphs(f"Passage {n} of {n * 7}." for n in range(60_000))
    short = Document.from_paragraphs(["One."])
    head = comparison_question("a", "b", Asked(short, short, AS_USUAL))
    older = lane.ask("compare", Question({"a": long, "b": longer}, head))
    newer = lane.ask("compare", Question({"a": short, "b": short}, head))
    qtbot.waitUntil(lambda: any(answer.job == newer for answer in told), timeout=PATIENT)
    assert [answer.body is None for answer in told if answer.job == older] == [True]
    assert told[-1].body is not None
    assert not lane.is_busy
    lane.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGSTOP")
def test_a_worker_that_does_not_let_go_is_ended_and_the_newer_question_asked_again(qapp, qtbot):
    lane, told = ComputeLane(), {}
    lane.answered.connect(lambda answer: told.update({answer.job: answer.body}))
    short = Document.from_paragraphs(["One."])
    head = comparison_question("a", "b", Asked(short, short, AS_USUAL))
    question = Question({"a": short, "b": short}, head)
    first = lane.ask("compare", question)
    qtbot.waitUntil(lambda: first in told, timeout=PATIENT)
    stopped = lane.worker
    os.kill(stopped, signal.SIGSTOP)
    older = lane.ask("compare", question)
    qtbot.waitUntil(lambda: older in lane._worker.sent_to, timeout=PATIENT)
    newer = lane.ask("compare", question)
    qtbot.waitUntil(lambda: newer in told, timeout=PATIENT)
    assert lane.worker != stopped
    assert told[older] is None
    assert told[newer] is not None
    assert not lane.is_busy
    lane.close()
