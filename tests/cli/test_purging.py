"""What is purged is told first, and gone only when it is said twice."""

from writerdesk.cli import running
from writerdesk.folders import data_folder
from writerdesk.resources import seeds

_FILES = [str(path) for path in sorted(seeds().glob("drowned-piano-*.txt"))]


def test_a_draft_is_purged_only_when_it_is_for_good(tmp_path, capsys):
    path = str(tmp_path / "story.writerdesk")
    running.main(["new", path, *_FILES[:2]])
    assert running.main(["purge", path, "--draft", "B"]) == 0
    assert "Say --for-good" in capsys.readouterr().out
    running.main(["drafts", path])
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert running.main(["purge", path, "--draft", "B", "--for-good"]) == 0
    assert "are gone" in capsys.readouterr().out
    running.main(["drafts", path])
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert running.main(["check", path]) == 0
    assert not list((data_folder() / "recovery").glob("*.log"))
