"""A file of an older format is brought forward whole, or left as it was."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.formats.make import FIRST, SECOND, SMALL, make
from tests.formats.older import FORMAT, TABLES, make_older, older_format_known
from tests.project.stories import fields, open_project, same, text_change
from writerdesk.problem import Kind, Problem
from writerdesk.project import audit, schema
from writerdesk.project.migrating import OLDER, Older


@pytest.fixture
def older(tmp_path):
    path = tmp_path / "a.writerdesk"
    make(path)
    make_older(path)
    with older_format_known():
        yield path


def format_of(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def says_what_it_said(project):
    found = fields(project)
    assert same(found["d1"]["text"], SECOND)
    assert all(same(found["n1"][name], value) for name, value in SMALL.items())
    first, second = project.history("d1")
    assert same(project.value_at("d1", "text", first), FIRST)
    assert second.name == "Golden"


def test_an_older_file_is_brought_forward_when_it_is_opened_with_a_backup_first(older):
    assert audit(older).is_whole
    assert format_of(older) == FORMAT
    project = open_project(older)
    assert not project.is_read_only
    says_what_it_said(project)
    (backup,) = project.backups()
    assert format_of(backup) == FORMAT
    project.save([text_change(FIRST)])
    project.close()
    assert format_of(older) == schema.FORMAT
    assert audit(older).is_whole


def test_an_older_file_that_is_only_read_stays_as_it_is(older):
    before = older.read_bytes()
    project = open_project(older, read_only=True)
    says_what_it_said(project)
    project.close()
    assert older.read_bytes() == before


def test_a_step_that_fails_leaves_the_file_as_it_was(older):
    def fails(connection):
        connection.execute("DROP TABLE paragraph")
        raise sqlite3.DataError("half-way")

    before = older.read_bytes()
    OLDER[FORMAT] = Older(TABLES, fails)
    with pytest.raises(sqlite3.DataError):
        open_project(older)
    assert older.read_bytes() == before
    with older_format_known():
        project = open_project(older)
        says_what_it_said(project)
        project.close()


def test_a_backup_of_an_older_format_opens_too(older, tmp_path):
    project = open_project(older)
    (backup,) = project.backups()
    project.close()
    copy = Path(shutil.copyfile(backup, tmp_path / "b.writerdesk"))
    again = open_project(copy)
    says_what_it_said(again)
    again.close()


def test_a_format_that_never_was_is_refused(older):
    del OLDER[FORMAT]
    with pytest.raises(Problem) as told:
        open_project(older)
    assert told.value.kind is Kind.DAMAGED
    OLDER[FORMAT] = Older(TABLES, lambda _connection: None)
    with pytest.raises(Problem):
        open_project(older)
