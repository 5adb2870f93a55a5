"""A history is a tuple of revisions in all but what it costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project.stories import new_project, open_project, text_change
from tests.project.test_damage import tamper
from writerdesk.manuscript import Document
from writerdesk.project.failures import Damage
from writerdesk.project.histories import History, history_of
from writerdesk.project.revisions import AUTOMATIC, LAST_TIME, Revision, facts_of

_word = st.integers(0, 2**32 - 1)
_revisions = st.lists(
    st.builds(
        Revision,
        number=_word,
        replica=_word,
        counter=_word,
        parent=st.none() | st.integers(1, 2**32 - 1),
        milliseconds=st.integers(0, LAST_TIME),
        why=st.sampled_from((AUTOMATIC, "named", "restored")),
        name=st.sampled_from(("", "Before the cut")),
    ),
    max_size=6,
    unique_by=lambda revision: revision.number,
).map(sorted)
_places = st.none() | st.integers(-9, 9)
_steps = _places.filter(lambda step: step != 0)


def packed(revisions):
    return b"".join(map(facts_of, revisions))


def total(revisions):
    return sum(one.number for one in revisions)


def read(revisions):
    """Return the history as it is read from a file that has these."""
    told = [one for one in revisions if one.why != AUTOMATIC or one.name]
    return history_of(packed(revisions), len(revisions), total(revisions), told)


@given(_revisions, st.builds(slice, _places, _places, _steps))
def test_it_equals_the_tuple_of_its_revisions(revisions, some):
    history, known = read(revisions), tuple(revisions)
    assert history == known
    assert known == history
    assert tuple(history) == known
    assert all(type(one) is Revision for one in history)
    assert hash(history) == hash(known)
    assert (len(history), bool(history)) == (len(known), bool(known))
    assert history[some] == known[some]
    assert tuple(reversed(history)) == known[::-1]
    assert [history[place] for place in range(-len(known), len(known))] == [*known, *known]
    assert [history.index(one) for one in known] == [*range(len(known))]
    for beyond in (len(known), -len(known) - 1):
        with pytest.raises(IndexError):
            history[beyond]


@given(_revisions)
def test_it_is_the_same_however_it_came_about(revisions):
    history = read(revisions)
    assert History.of(revisions) == history
    grown = History.of(())
    for one in revisions:
        grown = grown.followed_by(one)
    assert grown == history
    assert all(History.of(revisions[:place]) != history for place in range(len(revisions)))
    assert history != revisions


FIRST = Revision(1, 7, 1, None, 1000, AUTOMATIC, "")
SECOND = Revision(2, 7, 2, 1, 2000, "named", "A name")
LATE = SECOND._replace(milliseconds=LAST_TIME + 1)


@pytest.mark.parametrize(
    ("facts", "count", "told"),
    [
        (packed([FIRST]), 2, []),
        (packed([FIRST, SECOND])[:-1], 2, []),
        (packed([SECOND, FIRST]), 2, []),
        (packed([FIRST, FIRST, FIRST]), 3, []),
        (packed([FIRST, LATE]), 2, []),
        (packed([FIRST, SECOND._replace(milliseconds=-1)]), 2, []),
        (packed([FIRST, SECOND]), 2, [SECOND._replace(number=3)]),
    ],
)
def test_facts_that_are_not_of_these_revisions_are_damage(facts, count, told):
    with pytest.raises(Damage):
        history_of(facts, count, 3, told)


def test_a_history_handed_out_stays_as_it_was_when_more_is_saved(tmp_path):
    project = new_project(tmp_path / "a.writerdesk")
    project.save([text_change(Document.from_paragraphs(["one"]))])
    before = project.history("d1")
    project.save([text_change(Document.from_paragraphs(["two"]))], why="restored")
    assert len(before) == 1
    after = project.history("d1")
    assert after[:1] == tuple(before)
    assert after[1].why == "restored"
    project.close()
    again = open_project(tmp_path / "a.writerdesk")
    assert again.history("d1") == after
    again.close()


def test_facts_in_each_others_rows_are_not_listed(tmp_path):
    path = tmp_path / "a.writerdesk"
    project = new_project(path)
    for text in ("one", "two", "three"):
        project.save([text_change(Document.from_paragraphs([text]))])
    project.close()
    tamper(path, "UPDATE revision SET number = -number WHERE number < 3")
    tamper(path, "UPDATE revision SET number = 3 + number WHERE number < 0")
    again = open_project(path, read_only=True)
    assert [one.number for one in again.history("d1")] == [3]
    again.close()
