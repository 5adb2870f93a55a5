"""Notes, sheets and judgements go out of a story and into another by the command line."""

import pytest

from writerdesk.cli.running import main


@pytest.fixture
def story(tmp_path):
    (tmp_path / "a.txt").write_text("The tide came in.\n\nIt went.\n", "utf-8")
    path = tmp_path / "tide.writerdesk"
    assert main(["new", str(path), str(tmp_path / "a.txt")]) == 0
    return path


def test_notes_come_in_are_found_and_go_out(story, tmp_path, capsys):
    notes = tmp_path / "my notes.md"
    notes.write_text(
        "# Notes\n\n## open, on a passage of draft 1\n> It went.\n\nWhere?\n\nx", "utf-8"
    )
    assert main(["import", "--beside", str(story), str(notes)]) == 0
    assert main(["import", "--beside", str(story), str(notes)]) == 0
    said = capsys.readouterr().out
    assert "1 note added." in said
    assert "All of it is here already." in said
    assert main(["search", str(story), "where"]) == 0
    assert "Where?" in capsys.readouterr().out
    target = tmp_path / "out.md"
    assert main(["export", str(story), "--beside", "notes", "--to", str(target)]) == 0
    assert "> It went.\n\nWhere?" in target.read_text("utf-8")
    assert main(["export", str(story), "--beside", "notes", "--to", str(target)]) == 1


def test_sheets_go_out_with_their_pictures_beside_them(story, tmp_path):
    from writerdesk.resources import seeds

    assert main(["import", "--beside", str(story), str(seeds() / "characters.md")]) == 0
    out = tmp_path / "out"
    out.mkdir()
    target = out / "who.md"
    assert main(["export", str(story), "--beside", "characters", "--to", str(target)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["the Hallam Picture.jpg", "who.md"]


def test_a_file_of_another_kind_is_refused_and_nothing_comes_in(story, tmp_path, capsys):
    assert main(["import", "--beside", str(story), str(tmp_path / "a.txt")]) == 1
    assert "a.txt" in capsys.readouterr().err


def test_a_draft_or_what_is_beside_it_has_to_be_named(story, tmp_path):
    assert main(["export", str(story), "--to", str(tmp_path / "x.md")]) == 2
