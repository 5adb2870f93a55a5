"""Notes, sheets and judgements go out as files and come in again, as one act."""

from io import BytesIO

import pytest
from PIL import Image

from tests.story.test_acts import identities, says, story_of
from writerdesk.problem import Kind, Problem
from writerdesk.story.acts import act, undone
from writerdesk.story.beside_files import (
    CHARACTERS,
    NOTES,
    SAID,
    Brought,
    beside_files,
    bring_in_beside,
    read_beside,
)
from writerdesk.story.beside_sentences import came_told, left_told
from writerdesk.story.characters import characters, sheet_fields
from writerdesk.story.mirroring import mirror_files
from writerdesk.story.notes import notes
from writerdesk.story.sample import sample_story
from writerdesk.story.sheets_markdown import sheet_pictures
from writerdesk.story.story import Story


def written(folder, story):
    for name, data in beside_files(story).items():
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return [folder / name for name in (NOTES, CHARACTERS, SAID)]


def brought_from(story, names, *paths) -> Brought:
    return bring_in_beside(story, [read_beside(path, story) for path in paths], names)


def test_what_went_out_and_comes_back_changes_nothing(tmp_path):
    names = identities()
    story = sample_story(names).story
    brought = brought_from(story, names, *written(tmp_path, story))
    assert list(brought.story.items.differing(story.items)) == []
    assert came_told(brought) == ("All of it is here already.",)
    assert left_told(brought) == ()


def test_all_of_it_comes_into_a_story_that_has_the_drafts_alone_and_goes_with_one_undo(tmp_path):
    names = identities()
    story = sample_story(names).story
    paths = written(tmp_path, story)
    bare = Story().put(story.details, *story.drafts)
    brought = brought_from(bare, names, *reversed(paths))
    told = {key: value for key, value in mirror_files(brought.story).items() if key.endswith(".md")}
    assert told == {key: value for key, value in mirror_files(story).items() if key.endswith(".md")}
    assert came_told(brought) == (
        "15 notes added.",
        "8 sheets added.",
        "18 fields added.",
        "5 relations added.",
        "23 judgements added.",
    )
    [picture] = sheet_pictures(brought.story).values()
    assert picture.startswith(b"\xff\xd8")
    back = undone(brought.story, act("bring_in_beside", bare, brought.story, name="notes.md"))
    assert says(back.story) == says(bare)
    assert back.moved_on == ()


def test_a_sheet_of_the_same_name_gets_what_the_file_says_and_keeps_the_rest(tmp_path):
    names = identities()
    story = sample_story(names).story
    (tmp_path / "a.md").write_text(
        "# Characters\n\n## Nessa\n\n| field | story |\n|---|---|\n| Age | 11 |\n| Part | – |\n"
    )
    brought = brought_from(story, names, tmp_path / "a.md")
    assert came_told(brought) == ("1 that was there is changed.",)
    nessa = next(one for one in characters(brought.story) if one.name == "Nessa")
    said = {f.name: nessa.own_value_in(f.id, "") for f in sheet_fields(brought.story)}
    assert (said["Age"], said["Part"]) == ("11", "the guide")


def test_a_note_that_was_done_elsewhere_is_done_here(tmp_path):
    names = identities()
    story = sample_story(names).story
    [path, *_] = written(tmp_path, story)
    path.write_text(path.read_text().replace("## open, on the story", "## done, on the story"))
    brought = brought_from(story, names, path)
    assert came_told(brought)[0].endswith("changed.")
    assert len(notes(brought.story)) == len(notes(story))


def test_what_has_no_place_is_told(tmp_path):
    story, names = story_of("The dust.")
    (tmp_path / "n.md").write_text(
        "# Notes\nHello.\n\n## open, on a passage of draft 1\n> the moon\n\nWhich?\n"
    )
    (tmp_path / "c.md").write_text(
        "# Characters\n\nWho is who.\n\n## Ida\n\n| field | story | draft 4 |\n|---|---|---|\n"
        "| Face | ![](../secret.jpg) | x |\n\n- loves → Nobody / is loved by\n"
    )
    (tmp_path / "s.md").write_text("# Said of passages\n\n- keep, draft 1: The moon.\n- what?\n")
    brought = brought_from(story, names, *(tmp_path / f"{one}.md" for one in "ncs"))
    assert left_told(brought) == (
        "3 lines that say nothing of notes or sheets were left out.",
        "The words of 1 note were not found: it is on its draft or on the story now.",
        "1 judgement was left out: its words were not found.",
        "1 column of a draft that is not in this story was left out.",
        "1 picture was left out: it does not lie beside the file, or can't be read.",
        "1 relation to somebody without a sheet was left out.",
    )


@pytest.mark.parametrize("content", [b"# Chapter One\n\nIt rained.", b"\xff\xfe\x00", b""])
def test_a_file_of_another_kind_is_refused(tmp_path, content):
    (tmp_path / "a.md").write_bytes(content)
    with pytest.raises(Problem) as told:
        read_beside(tmp_path / "a.md", Story())
    assert told.value.kind is Kind.NOT_BESIDE


def test_a_strange_picture_is_read_in_the_child_and_kept_small(tmp_path):
    story, names = story_of("The dust.")
    out = BytesIO()
    Image.new("RGB", (3000, 20), "red").save(out, "PNG")
    (tmp_path / "big.png").write_bytes(out.getvalue())
    (tmp_path / "no.png").write_bytes(b"nothing")
    (tmp_path / "c.md").write_text(
        "# Characters\n\n- Face (picture)\n\n## Ida\n\n| field | story | draft 1 |\n|---|---|---|\n"
        "| Face | ![](big.png) | ![](no.png) |\n"
    )
    brought = brought_from(story, names, tmp_path / "c.md")
    [kept] = sheet_pictures(brought.story).values()
    with Image.open(BytesIO(kept)) as picture:
        assert (picture.format, picture.width) == ("JPEG", 1024)
    assert left_told(brought)[0].startswith("1 picture was left out")
