"""What the checks of the documents find, and that ours have none of it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from house import documents

ROOT = Path(__file__).resolve().parents[2]

needs_git = pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="not a git checkout"
)


@needs_git
def test_our_documents_are_true():
    assert documents.complaints(ROOT) == ()


@pytest.fixture
def project(tmp_path):
    """Return a small project whose documents are in order."""
    (tmp_path / "writerdesk").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "writerdesk" / "words.py").write_text('"""The words."""\n', "utf-8")
    (tmp_path / "CHANGELOG.md").write_text("## Unreleased\n- Words can be read.\n", "utf-8")
    for name in ("ARCHITECTURE.md", "docs/command-line.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    documents.architecture.write(tmp_path)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "-A"], cwd=tmp_path, check=True)
    return tmp_path


@needs_git
def test_documents_in_order_are_left_in_peace(project):
    assert documents.complaints(project) == ()


@needs_git
@pytest.mark.parametrize(
    ("name", "added", "complaint"),
    [
        ("CHANGELOG.md", "See [the map](map.md).\n", "CHANGELOG.md:3: leads nowhere: map.md"),
        ("CHANGELOG.md", "- words\n", "CHANGELOG.md:3: not one whole sentence: - words"),
        ("writerdesk/words.py", "HERE = '/ho" + "me/ann/'\n", "names a path of one machine"),
        ("writerdesk/silent.py", "X = 1\n", "doesn't say in a sentence what is here"),
        ("writerdesk/more.py", '"""More."""\n', "ARCHITECTURE.md is behind the code"),
    ],
)
def test_what_is_wrong_is_told(project, name, added, complaint):
    with (project / name).open("a", encoding="utf-8") as file:
        file.write(added)
    assert any(complaint in each for each in documents.complaints(project))


@needs_git
def test_a_table_of_commands_that_is_behind_is_told(project):
    table = project / "docs" / "command-line.md"
    table.write_text(table.read_text("utf-8").replace("what it does", "what it did"), "utf-8")
    assert "command-line.md is behind the code: run python -m house commands" in (
        documents.complaints(project)
    )
