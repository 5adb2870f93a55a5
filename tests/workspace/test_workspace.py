"""The open story: what is written is saved, what is done can be undone, and all of it is told."""

import itertools
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from writerdesk.folders import data_folder
from writerdesk.manuscript import Document, Paragraph, Passage
from writerdesk.problem import Kind, Problem
from writerdesk.project import Project
from writerdesk.story.drafting import edit_text
from writerdesk.story.keeping import Doors, Mirroring
from writerdesk.story.taking import Take
from writerdesk.workspace.opening import create_workspace, create_workspace_in, open_workspace
from writerdesk.workspace.saving import How


@pytest.fixture
def doors():
    numbers = itertools.count(1)
    return Doors(
        clock=lambda: datetime(2026, 11, 21, 10, 42, tzinfo=UTC),
        draw=lambda: 1000 + next(numbers),
        new_id=lambda: f"id-{next(numbers)}",
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "The story.writerdesk"


@pytest.fixture
def workspace(qapp, path, doors):
    workspace = create_workspace(path, doors)
    yield workspace
    workspace.close()


def written(workspace, draft, *texts):
    """Write paragraphs at the end of a draft, as the editor does."""
    text = workspace.story.draft(draft).text
    items = workspace.identities.newborn(Paragraph(words) for words in texts)
    workspace.edit(draft, text.splice(len(text), len(text), items))


def texts(workspace):
    return [[p.text for p in draft.text.paragraphs] for draft in workspace.story.drafts]


def test_what_was_written_is_there_after_closing_and_opening(workspace, path, doors):
    draft = workspace.new_draft()
    written(workspace, draft, "Dust.", "Rain.")
    workspace.close()
    again = open_workspace(path, doors)
    assert texts(again) == [["", "Dust.", "Rain."]]
    assert again.story.draft(draft).letter == "A"
    again.close()


def test_saved_is_said_only_after_the_words_were_said_to_be_safe_or_written(workspace, qtbot):
    told = []
    workspace.state_changed.connect(lambda state: told.append(state.how))
    draft = workspace.new_draft()
    qtbot.waitUntil(lambda: told[-1:] == [How.SAVED])
    told.clear()
    written(workspace, draft, "Dust.")
    assert told == [How.WRITING]
    qtbot.waitUntil(lambda: How.SAFE in told)
    qtbot.waitUntil(lambda: told[-1] is How.SAVED, timeout=60_000)
    assert told == [How.WRITING, How.SAFE, How.SAVED]


def test_typing_on_while_a_save_is_under_way_is_not_said_to_be_saved(workspace, qtbot):
    draft = workspace.new_draft()
    qtbot.waitUntil(lambda: workspace.saving.state.how is How.SAVED)
    written(workspace, draft, "Dust.")
    workspace.save()
    written(workspace, draft, "Rain.")
    qtbot.wait(300)
    assert workspace.saving.state.how is not How.SAVED
    qtbot.waitUntil(lambda: workspace.saving.state.how is How.SAVED, timeout=60_000)


def test_a_second_opening_is_refused_with_who_has_it(workspace, path, doors):
    with pytest.raises(Problem) as caught:
        open_workspace(path, doors)
    assert caught.value.kind == Kind.OPEN_ELSEWHERE


def test_a_second_opening_can_read(workspace, path, doors, qtbot):
    workspace.new_draft()
    qtbot.waitUntil(lambda: workspace.saving.state.how is How.SAVED)
    reader = open_workspace(path, doors, read_only=True)
    assert reader.is_read_only
    assert len(reader.story.drafts) == 1
    reader.close()


def test_every_act_can_be_undone_and_redone_and_is_told(workspace):
    told = []
    workspace.story_changed.connect(told.append)
    first = workspace.new_draft()
    workspace.rename_draft(first, "  Mine ")
    workspace.copy_draft(first)
    workspace.change_draft(replace(workspace.story.draft(first), goal=4000))
    assert [draft.name for draft in workspace.story.drafts] == ["Mine", "Mine"]
    for _ in range(3):
        workspace.undo_act()
    assert [(draft.name, draft.goal) for draft in workspace.story.drafts] == [("", 0)]
    for _ in range(3):
        workspace.redo_act()
    assert [(draft.name, draft.goal) for draft in workspace.story.drafts] == [
        ("Mine", 4000),
        ("Mine", 0),
    ]
    assert workspace.next_redo is None
    assert all(told)


def test_taking_a_passage_tells_the_open_draft_and_undo_leaves_later_words_alone(workspace):
    left, right = workspace.new_draft(), workspace.new_draft()
    written(workspace, left, "Dust.")
    written(workspace, right, "The gift.")
    told = []
    workspace.draft_edited.connect(lambda draft, before, after: told.append(draft))
    source = workspace.story.draft(right).text
    target = workspace.story.draft(left).text
    workspace.take(Take(Passage(right, source.ids[1:]), left, after=target.ids[:1]))
    assert told == [left]
    written(workspace, left, "Written since.")
    workspace.undo_act()
    assert texts(workspace)[0] == ["", "Dust.", "Written since."]


def test_an_undo_that_finds_its_passage_rewritten_says_so(workspace):
    left, right = workspace.new_draft(), workspace.new_draft()
    written(workspace, right, "The gift.")
    source = workspace.story.draft(right).text
    workspace.take(Take(Passage(right, source.ids[1:]), left))
    text = workspace.story.draft(left).text
    workspace.edit(left, text.splice(0, 1, [(text.ids[0], Paragraph("My own gift."))]))
    told = []
    workspace.moved_on.connect(told.append)
    workspace.undo_act()
    assert told == [(left,)]
    assert texts(workspace)[0] == ["My own gift.", ""]


def test_a_file_becomes_a_draft_and_its_raw_text_is_first_in_the_history(
    workspace, path, doors, qtbot, tmp_path
):
    file = tmp_path / "one.txt"
    file.write_text("Okay, here is a story of over 900 words.\n\n---\n\nIt *was* dust.\n")
    with qtbot.waitSignal(workspace.files_read, timeout=60_000):
        workspace.add_files([file])
    (draft,) = workspace.story.drafts
    assert [p.text for p in draft.text.paragraphs] == ["It was dust."]
    assert draft.goal == 0  # It is offered, not taken.
    workspace.close()
    again = open_workspace(path, doors)
    found = []
    for revision in history_of(again, draft.id, qtbot):
        again.version(draft.id, revision, found.append)
    qtbot.waitUntil(lambda: len(found) == 2)
    assert "here is a story" in found[0].paragraphs[0].text
    assert [p.text for p in found[1].paragraphs] == ["It was dust."]
    again.close()


def test_a_new_story_gets_the_next_free_name(tmp_path, doors, qapp):
    folder = tmp_path / "Documents" / "WriterDesk"
    made = [create_workspace_in(folder, "Dust: a tale/", doors) for _ in range(2)]
    assert [workspace.path.name for workspace in made] == [
        "Dust a tale.writerdesk",
        "Dust a tale 2.writerdesk",
    ]
    for workspace in made:
        workspace.close()


def test_an_edit_that_changes_nothing_is_no_edit(workspace, qtbot):
    draft = workspace.new_draft()
    qtbot.waitUntil(lambda: workspace.saving.state.how is How.SAVED)
    workspace.edit(draft, workspace.story.draft(draft).text)
    assert workspace.saving.state.how is How.SAVED
    assert isinstance(workspace.story.draft(draft).text, Document)


def test_closing_leaves_a_backup_of_what_was_saved(workspace, doors):
    draft = workspace.new_draft()
    written(workspace, draft, "Dust.")
    workspace.close()
    (backup, *_) = Project.open(
        workspace.path, clock=doors.clock, replica=doors.draw, read_only=True
    ).backups()
    kept = open_workspace(backup, doors, read_only=True)
    assert texts(kept) == [["", "Dust."]]
    kept.close()


def test_what_was_typed_logged_and_taken_back_does_not_come_back_after_a_crash(
    workspace, doors, qtbot
):
    draft = workspace.new_draft()
    qtbot.waitUntil(lambda: workspace.saving.state.how is How.SAVED)
    before = workspace.story.draft(draft).text
    written(workspace, draft, "Never mind.")
    qtbot.waitUntil(lambda: workspace.saving.state.how is How.SAFE)
    workspace.edit(draft, before)
    workspace.close()
    again = open_workspace(workspace.path, doors)
    assert texts(again) == [[""]]
    again.close()


def test_what_is_being_typed_is_safe_before_the_story_is_told_of_it(workspace, doors, qtbot):
    draft = workspace.new_draft()
    qtbot.waitUntil(lambda: workspace.saving.state.how is How.SAVED)
    before = workspace.story.draft(draft).text
    typed = before.splice(0, 1, [(before.ids[0], Paragraph("Typed, and the window is busy"))])
    workspace.typing(draft, lambda story: edit_text(story, draft, typed))
    # Something else changes meanwhile, and does not take it back.
    workspace.change_details(replace(workspace.story.details, title="T"))
    assert texts(workspace) == [[""]]
    workspace.close()
    again = open_workspace(workspace.path, doors)
    assert texts(again) == [["Typed, and the window is busy"]]
    assert again.story.details.title == "T"
    again.close()


def test_what_was_typed_and_told_is_not_put_over_what_is_undone_later(workspace, doors, qtbot):
    draft = workspace.new_draft()
    before = workspace.story.draft(draft).text
    typed = before.splice(0, 1, [(before.ids[0], Paragraph("Typed"))])
    workspace.typing(draft, lambda story: edit_text(story, draft, typed))
    workspace.edit(draft, typed)
    workspace.edit(draft, before)
    workspace.close()
    again = open_workspace(workspace.path, doors)
    assert texts(again) == [[""]]
    again.close()


def history_of(workspace, draft, qtbot):
    told = []
    workspace.history(draft, told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def whys(workspace, draft, qtbot):
    return [revision.why for revision in history_of(workspace, draft, qtbot)]


def test_what_stood_before_a_restore_stays_also_when_all_was_saved(workspace, qtbot):
    draft = workspace.new_draft()
    written(workspace, draft, "Dust.")
    workspace.save()
    text = workspace.story.draft(draft).text
    workspace.restore(draft, text.splice(1, 2, ()))
    assert whys(workspace, draft, qtbot) == ["automatic", "before a restore", "automatic"]


def test_a_run_of_takes_marks_what_stood_before_the_first(workspace, qtbot):
    source, target = workspace.new_draft(), workspace.new_draft()
    written(workspace, source, "One.", "Two.")
    workspace.save()
    for id in workspace.story.draft(source).text.ids[1:]:
        workspace.take(Take(Passage(source, (id,)), target))
    assert whys(workspace, target, qtbot) == ["before takes", "automatic", "automatic"]


def test_a_purged_draft_is_nowhere_any_more(workspace, path, doors, qtbot):
    kept, gone = workspace.new_draft(), workspace.new_draft()
    written(workspace, kept, "What everybody may read.")
    written(workspace, gone, "A secret nobody will read again.")
    workspace.save()
    workspace.saving.look_after()
    workspace.purge(gone)
    workspace.close()
    everything = [path, *data_folder().rglob("*")]
    found = [one for one in everything if one.is_file() and b"nobody will read" in one.read_bytes()]
    assert found == []
    assert any(b"may read" in one.read_bytes() for one in everything if one.suffix == ".md")
    again = open_workspace(path, doors)
    assert texts(again) == [["", "What everybody may read."]]
    assert again.next_undo is None
    again.close()


def test_plain_files_are_kept_where_the_writer_wants_them_or_nowhere(
    workspace, tmp_path, doors, qtbot
):
    elsewhere = tmp_path / "plain"
    draft = workspace.new_draft()
    written(workspace, draft, "Dust.")
    workspace.saving.mirroring = Mirroring(on=False)
    workspace.close()
    assert not list(data_folder().rglob("*.md"))
    again = open_workspace(workspace.path, doors)
    written(again, draft, "A secret.")
    again.saving.mirroring = Mirroring(folder=elsewhere)
    again.save()
    again.saving.look_after()
    again.purge(draft)
    again.close()
    assert not list(data_folder().rglob("*.md"))
    (folder,) = elsewhere.iterdir()
    assert folder.name.startswith("The story (")
    assert {one.name for one in folder.glob("*.md")} == {"notes.md", "characters.md", "said.md"}


def test_the_whole_file_is_looked_over_in_the_background(workspace, qtbot):
    with qtbot.waitSignal(workspace.auditing.finished) as told:
        workspace.auditing.look()
    assert told.args[0].is_whole


def test_damage_that_only_an_old_version_has_is_found_too(workspace, path, doors, qtbot):
    draft = workspace.new_draft()
    written(workspace, draft, "An old version.")
    workspace.save()
    workspace.edit(draft, Document())
    workspace.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE paragraph SET content = x'00'")
    again = open_workspace(path, doors)
    with qtbot.waitSignal(again.auditing.damage_found) as told:
        again.auditing.look()
    assert told.args[0].damaged_paragraphs
    again.close()
