"""A file whose pages are broken is served as far as it goes, the rest from its newest backup."""

import random

import pytest

from tests.project.stories import fields, new_project, open_project, same, text_change
from writerdesk.manuscript import Change, Document
from writerdesk.problem import Kind, Problem
from writerdesk.project import audit

_PAGE = 4096
TEXT = Document.from_paragraphs(
    [f"Paragraph {n} tells of salt and lamps. " * 20 for n in range(90)]
)


def make(path, *, backed_up):
    """Make a story of many pages: a long text, edited often, and a name."""
    project = new_project(path)
    text = TEXT
    project.save([text_change(text), Change("draft", "d1", "name", None, "Name")])
    for n in range(60):
        text = text.splice(n, n + 1, [(text.ids[n], TEXT.paragraphs[n + 1])])
        project.save([text_change(text)])
    if backed_up:
        project.back_up()
    project.close()
    return text


def pages_of(path):
    return range(1, path.stat().st_size // _PAGE)


def break_page(path, page, rng):
    content = bytearray(path.read_bytes())
    content[page * _PAGE : (page + 1) * _PAGE] = rng.randbytes(_PAGE)
    path.write_bytes(content)


def test_with_a_backup_every_broken_page_costs_nothing(tmp_path):
    path = tmp_path / "a.writerdesk"
    text = make(path, backed_up=True)
    whole, rng = path.read_bytes(), random.Random(1)
    served = 0
    for page in pages_of(path):
        path.write_bytes(whole)
        break_page(path, page, rng)
        project = opened_or_damaged(path, project_backups())
        if project is None:
            continue
        served += 1
        assert same(fields(project)["d1"]["text"], text)
        assert fields(project)["d1"]["name"] == "Name"
        assert project.is_broken == project.is_read_only
        project.close()
        assert path.read_bytes() == whole or project.is_broken
    assert served > len(pages_of(path)) * 0.8


def opened_or_damaged(path, backups):
    """Open a file, or None if it can only say that it is damaged and where a backup is."""
    try:
        return open_project(path)
    except Problem as problem:
        told = problem
    assert told.kind is Kind.DAMAGED
    assert told.details.get("backup") in backups
    return None


def project_backups():
    from writerdesk.folders import data_folder

    return sorted((data_folder() / "backups").rglob("*.writerdesk"))


def test_without_a_backup_the_rest_is_served_and_the_file_left_as_it_is(tmp_path):
    path = tmp_path / "a.writerdesk"
    text = make(path, backed_up=False)
    whole, rng = path.read_bytes(), random.Random(2)
    shares = []
    for page in pages_of(path)[::3]:
        path.write_bytes(whole)
        break_page(path, page, rng)
        broken = path.read_bytes()
        assert not_whole(path)
        project = opened_or_damaged(path, [None])
        if project is None:
            continue
        found = fields(project).get("d1", {}).get("text", Document())
        kept = sum(one in set(text.paragraphs) for one in found.paragraphs)
        shares.append(kept / len(text))
        project.close()
        assert path.read_bytes() == broken
    assert sorted(shares)[len(shares) // 2] > 0.8


def not_whole(path):
    try:
        return not audit(path).is_whole
    except Problem:
        return True


@pytest.mark.parametrize("size", [0, 10, 5000])
def test_a_file_that_sqlite_can_not_open_names_the_newest_backup(tmp_path, size):
    path = tmp_path / "a.writerdesk"
    make(path, backed_up=True)
    path.write_bytes(b"x" * size)
    with pytest.raises(Problem) as told:
        open_project(path)
    assert told.value.kind is Kind.DAMAGED
    (backup,) = project_backups()
    assert told.value.details["backup"] == backup
    assert audit(backup).is_whole
