"""Old revisions get fewer with age, what is purged is gone, what is named stays."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.project.stories import Clock, fields, new_project, open_project, same, text_change
from writerdesk.manuscript import Change, Document, Paragraph, ParagraphId
from writerdesk.project import audit
from writerdesk.project.rotation import surplus_backups, surplus_revisions

_HOUR = 3_600_000
_DAY = 24 * _HOUR


def written(project, times, clock=None, step=timedelta()):
    """Save a text so many times, and return its states."""
    text = Document.from_items((ParagraphId(3, n), Paragraph(f"p{n}")) for n in range(5))
    states = [text]
    project.save([text_change(text)])
    for n in range(times):
        if clock:
            clock.now += step
        text = text.splice(n % 5, n % 5 + 1, [(text.ids[n % 5], Paragraph(f"again {n}"))])
        project.save([text_change(text)])
        states.append(text)
    return states


@given(st.lists(st.integers(0, 400 * _DAY), min_size=1, max_size=60).map(sorted))
def test_thinning_keeps_the_first_the_last_and_the_last_hour(moments):
    now = moments[-1] + 1
    gone = surplus_revisions(moments, now)
    assert 0 not in gone
    assert len(moments) - 1 not in gone
    kept = [moment for place, moment in enumerate(moments) if place not in gone]
    assert {moment for moment in moments if now - moment <= _HOUR} <= set(kept)
    for place in gone:
        # Something kept stands for it, later in the same week at most.
        assert any(0 <= moment - moments[place] <= 7 * _DAY for moment in kept)


@given(st.lists(st.integers(0, 400 * _DAY), min_size=2, max_size=20))
def test_nothing_is_thinned_when_the_clock_is_odd(moments):
    assert surplus_revisions(sorted(moments), min(moments) - 1) == []
    assert surplus_revisions(sorted(moments), max(moments) + 400 * _DAY) == []


@given(st.sets(st.integers(0, 400 * _DAY), max_size=90))
def test_rotation_keeps_the_last_ten_backups_and_gives_up_none_twice(moments):
    gone = surplus_backups(moments)
    kept = sorted(set(moments) - set(gone), reverse=True)
    assert kept[:10] == sorted(moments, reverse=True)[:10]
    assert len(kept) <= 10 + 24 + 30 + 12
    assert surplus_backups(kept) == [] or len(kept) > 10


def test_a_thinned_history_still_tells_every_revision_it_lists(tmp_path):
    clock = Clock()
    new_project(tmp_path / "a.writerdesk").close()
    project = open_project(tmp_path / "a.writerdesk", clock=clock)
    states = written(project, 200, clock, timedelta(minutes=3))
    named = project.history("d1")[7]
    project.name_revision("d1", "text", named, "Before the cut")
    clock.now += timedelta(hours=1)
    went = 0
    while gone := project.thin("d1", most=30):
        went += gone
    history = project.history("d1")
    assert len(history) == 201 - went
    assert went > 100
    for revision in history:
        state = project.value_at("d1", "text", revision)
        assert same(state, states[revision.number - 1])
    assert [revision.name for revision in history if revision.name] == ["Before the cut"]
    project.close()
    assert audit(tmp_path / "a.writerdesk").is_whole
    again = open_project(tmp_path / "a.writerdesk")
    assert same(fields(again)["d1"]["text"], states[-1])
    again.close()


def test_what_is_purged_is_nowhere_any_more(tmp_path):
    path = tmp_path / "a.writerdesk"
    project = new_project(path)
    secret = Document.from_paragraphs(["The secret is buried here, deep down.", "shared"])
    project.save([text_change(secret), Change("draft", "d1", "name", None, "Unspeakable")])
    project.save([text_change(Document.from_paragraphs(["shared"]), record="d2")])
    backup = project.back_up()
    more = secret.splice(0, 0, [(ParagraphId(9, 9), Paragraph("more"))])
    project.log([text_change(more, secret)])
    project.purge(["d1"])
    assert set(fields(project)) == {"d2"}
    for file in (path, backup):
        assert b"buried here" not in file.read_bytes()
        assert b"Unspeakable" not in file.read_bytes()
        assert audit(file).is_whole
    project.close()
    again = open_project(path)
    assert set(fields(again)) == {"d2"}
    # The id is free to be used anew, and its chain goes on behind the tombstones.
    again.save([Change("draft", "d1", "name", None, "New")])
    assert [revision.number for revision in again.history("d1", "name")] == [2]
    again.close()
