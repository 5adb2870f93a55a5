"""Files arrive in the order they were given, and a bad one stops no other."""

import pytest

from writerdesk.problem import Kind
from writerdesk.workspace.intake import Intake


@pytest.fixture
def intake(qapp):
    intake = Intake()
    yield intake
    intake.close()


def arrivals_of(intake, qtbot, paths):
    arrived = []
    intake.arrived.connect(arrived.append)
    with qtbot.waitSignal(intake.finished, timeout=60_000):
        intake.read(paths)
    return arrived


def test_several_files_arrive_in_the_order_given_whatever_their_size(intake, qtbot, tmp_path):
    paths = []
    for n, size in enumerate((40_000, 1, 400, 1)):
        paths.append(tmp_path / f"{n}.txt")
        paths[-1].write_text(f"Draft {n} begins.\n\n" + "A line of it.\n\n" * size)
    arrived = arrivals_of(intake, qtbot, paths)
    assert [arrival.path for arrival in arrived] == paths
    openings = [arrival.imported.documents[0].paragraphs[0].text for arrival in arrived]
    assert openings == [f"Draft {n} begins." for n in range(4)]


def test_a_file_that_is_not_there_is_told_and_the_others_come_in(intake, qtbot, tmp_path):
    (tmp_path / "good.txt").write_text("Once.")
    paths = [tmp_path / "missing.txt", tmp_path / "good.txt"]
    missing, good = arrivals_of(intake, qtbot, paths)
    assert missing.problem.kind == Kind.FILE_MISSING
    assert missing.imported is None
    assert good.imported.documents[0].paragraphs[0].text == "Once."
