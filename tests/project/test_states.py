"""What a record says now is packed beside its chains, and never says other than they do."""

import sqlite3
from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project.stories import fields, new_project, open_project, same, text_change
from tests.project.test_saving import plain
from writerdesk.manuscript import Change, Document
from writerdesk.project import audit

SHORT = Document.from_paragraphs(["A line.", "Another."])
LONG = Document.from_paragraphs(["It goes on and on. " * 100])
_RECORDS = st.sampled_from(["n1", "n2", "n3"])
_FIELDS = st.sampled_from(["says", "done", "text", "value/a/"])
_VALUES = st.one_of(plain, st.sampled_from([None, SHORT, LONG, LONG.splice(0, 1, ())]))
_CHANGES = st.builds(
    lambda record, field, value: Change("note", record, field, None, value),
    _RECORDS,
    _FIELDS,
    _VALUES,
)


def tamper(path, statement, *values):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return connection.execute(statement, values).fetchall()


def read(path):
    project = open_project(path, read_only=True)
    try:
        return fields(project), project.losses
    finally:
        project.close()


def alike(left, right):
    return left.keys() == right.keys() and all(
        left[id].keys() == right[id].keys()
        and all(same(left[id][name], right[id][name]) for name in left[id])
        for id in left
    )


@settings(max_examples=25)
@given(saves=st.lists(st.lists(_CHANGES, max_size=5), min_size=1, max_size=4))
def test_with_the_states_and_without_them_a_file_says_the_same(tmp_path_factory, saves):
    path = tmp_path_factory.mktemp("law") / "a.writerdesk"
    project, wanted = new_project(path), {}
    for changes in saves:
        project.save(changes)
        for one in changes:
            wanted.setdefault(one.id, {})[one.field] = one.after
    kept = fields(project)
    project.close()
    said = {id: {k: v for k, v in all.items() if v is not None} for id, all in wanted.items()}
    assert alike(kept, {id: all for id, all in said.items() if all})
    assert audit(path).is_whole
    with_states, _ = read(path)
    tamper(path, "DELETE FROM state")
    without, losses = read(path)
    assert alike(with_states, kept)
    assert alike(without, kept)
    assert losses == ()


def two_notes(path):
    project = new_project(path)
    for id in ("n1", "n2"):
        project.save([text_change(SHORT, record=id), Change("draft", id, "on", None, "story")])
    project.close()


def test_a_state_that_does_not_fit_its_seal_is_read_from_the_chains_and_packed_anew(tmp_path):
    path = tmp_path / "a.writerdesk"
    two_notes(path)
    tamper(path, "UPDATE state SET content = x'7b7d' WHERE record = 1")
    assert audit(path).is_whole
    project = open_project(path)
    assert project.losses == ()
    assert fields(project)["n1"]["on"] == "story"
    project.save([Change("draft", "n2", "on", "story", "draft")])
    project.close()
    assert tamper(path, "SELECT count(*) FROM state WHERE content = x'7b7d'") == [(0,)]
    assert read(path)[0]["n1"]["on"] == "story"


def test_one_damaged_record_does_not_take_the_others(tmp_path):
    path = tmp_path / "a.writerdesk"
    two_notes(path)
    tamper(path, "DELETE FROM state WHERE record = 1")
    tamper(path, "UPDATE revision SET value = 'x', form = 4 WHERE field IN (1, 2)")
    found, losses = read(path)
    assert {loss.record for loss in losses} == {"n1"}
    assert found["n2"]["on"] == "story"
    assert same(found["n2"]["text"], SHORT)


def test_what_is_lost_stays_told_after_the_rest_of_its_record_is_saved(tmp_path):
    path = tmp_path / "a.writerdesk"
    two_notes(path)
    tamper(path, "DELETE FROM state WHERE record = 1")
    tamper(path, "UPDATE paragraph SET content = x'00' WHERE number = 1")
    for value in ("draft", "beat"):
        project = open_project(path)
        assert {loss.record for loss in project.losses} >= {"n1"}
        project.save([Change("draft", "n1", "on", None, value)])
        project.close()


def test_a_whole_state_keeps_a_note_whose_paragraph_is_damaged(tmp_path):
    path = tmp_path / "a.writerdesk"
    two_notes(path)
    tamper(path, "UPDATE paragraph SET content = x'00' WHERE number = 1")
    project = open_project(path)
    assert same(fields(project)["n1"]["text"], SHORT)
    after = SHORT.splice(1, 2, ())
    project.save([text_change(after, SHORT, record="n1")])
    project.close()
    tamper(path, "DELETE FROM state")
    assert same(read(path)[0]["n1"]["text"], after)


def test_a_state_that_says_other_than_its_chains_is_told(tmp_path):
    path = tmp_path / "a.writerdesk"
    two_notes(path)
    tamper(path, "UPDATE revision SET number = 2 WHERE field = 2")
    assert "n1" in audit(path).damaged_revisions


def test_a_text_that_does_not_stay_short_leaves_the_state_and_comes_back(tmp_path):
    path = tmp_path / "a.writerdesk"
    project = new_project(path)
    for text in (SHORT, LONG, SHORT):
        project.save([text_change(text)])
        assert same(read(path)[0]["d1"]["text"], text)
    assert len(project.history("d1")) == 3
    project.close()


def test_an_autosave_of_a_long_text_writes_no_state(tmp_path):
    path = tmp_path / "a.writerdesk"
    project = new_project(path)
    project.save([text_change(LONG), Change("draft", "d1", "name", None, "N")])
    before = tamper(path, "SELECT * FROM state")
    project.save([text_change(LONG.splice(0, 1, [(LONG.ids[0], LONG.paragraphs[0])]), LONG)])
    project.save([text_change(LONG.splice(0, 0, SHORT_ITEMS), LONG)])
    project.close()
    assert tamper(path, "SELECT * FROM state") == before


SHORT_ITEMS = [(id._replace(replica=4), paragraph) for id, paragraph in SHORT]


def test_a_history_of_a_small_value_tells_only_where_it_changed(tmp_path):
    project = new_project(tmp_path / "a.writerdesk")
    project.save([Change("note", "n1", "on", None, "story"), Change("note", "n1", "x", None, 1)])
    project.save([Change("note", "n1", "x", 1, 2)])
    project.save([Change("note", "n1", "on", "story", "draft")])
    history = project.history("n1", "on")
    assert [project.value_at("n1", "on", one) for one in history] == ["story", "draft"]
    assert [project.value_at("n1", "x", one) for one in project.history("n1", "x")] == [1, 2]
    project.close()
