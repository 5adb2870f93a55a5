"""Files of every format ever released open for ever, and say what they said."""

import shutil
from pathlib import Path

import pytest

from tests.formats.make import FIRST, SECOND, SMALL
from tests.project.stories import fields, open_project, same, text_change
from writerdesk.project import audit

_FILES = sorted(Path(__file__).parent.glob("*.writerdesk"))


@pytest.mark.parametrize("golden", _FILES, ids=lambda path: path.stem)
def test_a_file_of_this_format_says_what_it_said(golden, tmp_path):
    path = tmp_path / golden.name
    shutil.copyfile(golden, path)
    assert audit(path).is_whole
    project = open_project(path)
    found = fields(project)
    assert same(found["d1"]["text"], SECOND)
    assert all(same(found["n1"][name], value) for name, value in SMALL.items())
    first, second = project.history("d1")
    assert same(project.value_at("d1", "text", first), FIRST)
    assert (first.why, second.name) == ("file", "Golden")
    project.save([text_change(FIRST)])
    project.close()
    assert audit(path).is_whole
