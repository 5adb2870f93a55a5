"""What is damaged is noticed, told, and put back from a backup; a hostile file is refused."""

import random
import sqlite3
from contextlib import closing

import pytest

from tests.project.stories import Clock, fields, new_project, open_project, same, text_change
from writerdesk import __version__
from writerdesk.manuscript import Change, Document
from writerdesk.problem import Kind, Problem
from writerdesk.project import Project, audit, schema

TEXT = Document.from_paragraphs([f"Paragraph {n}, told once and for all. " * 3 for n in range(20)])


def make(path):
    project = new_project(path)
    project.save([text_change(TEXT), Change("draft", "d1", "name", None, "Name")])
    project.save([text_change(TEXT.splice(3, 4, ()), TEXT)])
    return project


def tamper(path, statement, *values):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement, values)


def test_a_damaged_paragraph_is_put_back_from_a_backup(tmp_path):
    path = tmp_path / "a.writerdesk"
    project = make(path)
    project.back_up()
    project.close()
    tamper(path, "UPDATE paragraph SET content = 'x' WHERE number = 5")
    assert audit(path).damaged_paragraphs == (5,)
    again = open_project(path)
    assert [len(mended.paragraphs) for mended in again.mended] == [1]
    assert again.mended_from is not None
    assert again.losses == ()
    assert same(fields(again)["d1"]["text"], TEXT.splice(3, 4, ()))
    again.close()
    assert audit(path).is_whole


def test_a_paragraph_nobody_has_is_a_gap_and_the_rest_is_served(tmp_path):
    path = tmp_path / "a.writerdesk"
    make(path).close()
    tamper(path, "UPDATE paragraph SET content = x'00' WHERE number = 5")
    project = open_project(path)
    assert [(loss.record, len(loss.paragraphs)) for loss in project.losses] == [("d1", 1)]
    text = fields(project)["d1"]["text"]
    assert isinstance(text, Document)
    assert len(text) == 19
    assert text.paragraphs[3].kind == "damaged"
    project.close()


def test_a_text_whose_newest_revision_is_damaged_stands_as_it_was_before(tmp_path):
    path = tmp_path / "a.writerdesk"
    make(path).close()
    tamper(path, "UPDATE revision SET value = 'x' WHERE base IS NOT NULL")
    project = open_project(path)
    assert [loss.record for loss in project.losses] == ["d1"]
    assert same(fields(project)["d1"]["text"], TEXT)
    after = TEXT.splice(0, 1, ())
    project.save([text_change(after)])
    project.close()
    again = open_project(path)
    assert same(fields(again)["d1"]["text"], after)
    again.close()


@pytest.mark.parametrize(
    "facts", [b"", b"x" * 24, "text", None, b"\0" * 16 + b"\x7f" + b"\xff" * 7]
)
def test_a_version_whose_facts_can_not_be_read_is_not_listed_and_the_rest_is(tmp_path, facts):
    path = tmp_path / "a.writerdesk"
    project = make(path)
    project.save([text_change(TEXT)])
    project.name_revision("d1", "text", project.history("d1")[2], "Named")
    project.close()
    tamper(path, "UPDATE revision SET facts = coalesce(?, facts || facts) WHERE number = 2", facts)
    again = open_project(path, read_only=True)
    listed = [(version.number, version.name) for version in again.history("d1")]
    assert listed == [(1, ""), (3, "Named")]
    assert same(again.value_at("d1", "text", again.history("d1")[0]), TEXT)
    again.close()
    assert "d1" in audit(path).damaged_revisions


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM revision; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE more (x)",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
        "ALTER TABLE paragraph ADD COLUMN more",
        "DELETE FROM meta",
        "DROP TABLE session",
    ],
)
def test_a_file_with_foreign_parts_is_refused(tmp_path, statement):
    path = tmp_path / "a.writerdesk"
    make(path).close()
    tamper(path, statement)
    with pytest.raises(Problem) as told:
        open_project(path)
    assert told.value.kind is Kind.DAMAGED


def test_what_is_no_story_is_told_apart_from_a_damaged_one(tmp_path):
    words, other = tmp_path / "a.txt", tmp_path / "b.db"
    words.write_text("Once upon a time. " * 100)
    tamper(other, "CREATE TABLE t (x)")
    for path in (words, other, tmp_path):
        with pytest.raises(Problem) as told:
            open_project(path)
        assert told.value.kind is Kind.NOT_A_STORY
    with pytest.raises(Problem) as told:
        open_project(tmp_path / "nothing.writerdesk")
    assert told.value.kind is Kind.FILE_MISSING


def test_a_newer_format_opens_only_for_reading(tmp_path):
    path = tmp_path / "a.writerdesk"
    make(path).close()
    tamper(path, "CREATE TABLE newer (x)")
    tamper(path, f"PRAGMA user_version={schema.FORMAT + 1}")
    project = open_project(path)
    assert project.is_read_only
    assert project.program == __version__
    assert fields(project)["d1"]["name"] == "Name"
    with pytest.raises(Problem):
        project.save([Change("draft", "d1", "name", None, "Other")])
    project.close()
    tamper(path, "UPDATE meta SET value = 'anything at all' WHERE name = 'program'")
    project = open_project(path)
    assert project.program == ""
    project.close()
    tamper(path, f"UPDATE meta SET value = {schema.FORMAT + 1} WHERE name = 'readable_from'")
    with pytest.raises(Problem) as told:
        open_project(path)
    assert told.value.kind is Kind.TOO_NEW


def test_a_file_can_not_make_us_open_another(tmp_path):
    project = make(tmp_path / "a.writerdesk")
    with pytest.raises(sqlite3.DatabaseError):
        project._connection.execute("ATTACH ? AS other", (str(tmp_path / "b.db"),))
    project.close()


def flip(path, whole, bit):
    changed = bytearray(whole)
    changed[bit // 8] ^= 1 << bit % 8
    path.write_bytes(changed)


def outcome(path, before):
    """Tell whether a flipped bit is noticed or harmless; anything else is an error."""
    try:
        seen = audit(path)
        project = Project.open(path, clock=Clock(), replica=lambda: 5, read_only=True)
    except Problem:
        return "noticed"
    is_whole = seen.is_whole and not project.losses
    try:
        for revision in project.history("d1"):
            project.value_at("d1", "text", revision)
    except Problem:
        assert not is_whole
    finally:
        found = fields(project)
        project.close()
    if is_whole:
        assert same(found["d1"]["text"], before["text"])
        assert found["d1"]["name"] == before["name"]
    return "harmless" if is_whole else "noticed"


def bits_of(path, count, seed):
    size = path.stat().st_size * 8
    return [*range(800), *random.Random(seed).sample(range(800, size), count)]


@pytest.mark.parametrize(
    ("every", "sampled"), [(8, 60), pytest.param(1, 20_000, marks=pytest.mark.torture)]
)
def test_a_flipped_bit_is_noticed_or_harmless(tmp_path, every, sampled):
    path = tmp_path / "a.writerdesk"
    project = make(path)
    before = fields(project)["d1"]
    project.close()
    whole = path.read_bytes()
    outcomes = []
    for bit in bits_of(path, sampled, 1)[:: 1 if every == 1 else every]:
        flip(path, whole, bit)
        outcomes.append(outcome(path, before))
    print({name: outcomes.count(name) for name in set(outcomes)})
    assert "noticed" in outcomes
