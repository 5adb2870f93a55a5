"""The open story in a running app: all change goes through here, all news comes from here.

Its methods are thin over ``story``: an operation gives the next frozen story, an act remembers what
changed, signals tell whoever shows it, and saving makes it last. Views never talk to each other.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from writerdesk.manuscript import Document, Paragraph
from writerdesk.story import drafting
from writerdesk.story.act_list import ActList
from writerdesk.story.acts import Act, Undone, act, redone, undone
from writerdesk.story.bringing_in import bring_in
from writerdesk.story.identities import Identities
from writerdesk.story.items import Details, Draft
from writerdesk.story.keeping import Damage, Keeping, read_again, write_anew
from writerdesk.story.purging import gone_with, without
from writerdesk.story.story import Story
from writerdesk.story.taking import Take, called, draft_source, take
from writerdesk.workspace.auditing import Auditing
from writerdesk.workspace.intake import Arrival, Intake
from writerdesk.workspace.lanes import StoreLane
from writerdesk.workspace.saving import Saving

if TYPE_CHECKING:
    from writerdesk.exchange import Imported, Wishes
    from writerdesk.project import Holder, Recovered, Revision

_TAKES = "before takes"
# Why the version that stood before an act stays in the history.
_STOOD_BEFORE = {
    "restore": "before a restore",
    "replace_everywhere": "before a replacement",
    "take": _TAKES,
    "take_out": _TAKES,
    "take_everything": _TAKES,
    "take_into_new": _TAKES,
}


class Workspace(QObject):
    """One open story."""

    draft_edited = Signal(str, object, object)  # draft id, Document before, Document after
    story_changed = Signal(object)  # frozenset of the ids of items that changed
    acts_changed = Signal()
    moved_on = Signal(object)  # ids of what an undo left alone
    state_changed = Signal(object)  # SaveState
    file_arrived = Signal(
        object, object
    )  # Arrival, ids of the drafts it became: none if it came back
    files_read = Signal()
    place_changed = Signal(object, object)  # where the file was, and where it is

    def __init__(self, keeping: Keeping, lane: StoreLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._story = keeping.story
        self.holder: Holder | str = ""
        """Who else has the story open for writing, if it is only read here because of that."""
        self._acts = ActList()
        self._typing: dict[tuple[str, str], Callable[[Story], Story]] = {}
        lane.setParent(self)
        self._saving = Saving(keeping, lane, self)
        self._saving.state_changed.connect(self.state_changed)
        self.auditing = Auditing(keeping.path, self)
        self._intake = Intake(self)
        self._intake.arrived.connect(self._bring_in)
        self._intake.finished.connect(self.files_read)

    @property
    def path(self) -> Path:
        """Where the story's file is."""
        return self._keeping.path

    @property
    def story(self) -> Story:
        """The story as it stands."""
        return self._story

    @property
    def identities(self) -> Identities:
        """Gives ids to what is born in this session."""
        return self._keeping.identities

    @property
    def is_read_only(self) -> bool:
        """Whether the story can only be looked at here."""
        return self._keeping.is_read_only

    @property
    def is_newer(self) -> bool:
        """Whether a newer WriterDesk made the file: it is only read then."""
        return self._keeping.is_newer

    @property
    def id(self) -> str:
        """What the story is called in all its files, for life."""
        return self._keeping.id

    @property
    def program(self) -> str:
        """The version of the WriterDesk that had saved the file last; empty if it says none."""
        return self._keeping.program

    @property
    def recovered(self) -> "Recovered":
        """What the recovery log gave back when the story was opened."""
        return self._keeping.recovered

    @property
    def damage(self) -> Damage:
        """What of the file was damaged when the story was opened."""
        return self._keeping.damage

    @property
    def saving(self) -> Saving:
        """How safe the words are."""
        return self._saving

    @property
    def next_undo(self) -> Act | None:
        """The act that undoing would take back."""
        return self._acts.next_undo

    @property
    def next_redo(self) -> Act | None:
        """The act that redoing would do again."""
        return self._acts.next_redo

    def typing(self, item: str, written: Callable[[Story], Story], field: str = "") -> None:
        """Make safe at once what is being typed into an item, which the story is told of later.

        Whoever tells it then says `typed`. A window that is busy, a writer who never rests: what is
        on the screen is in the log.
        """
        self._typing[item, field] = written
        self._keep_safe()

    def typed(self, item: str, field: str = "") -> None:
        """What was being typed is about to be told, or was given up."""
        self._typing.pop((item, field), None)

    def edit(self, draft: str, text: Document) -> None:
        """A draft's text was written on; no act of the story, the text has an undo of its own."""
        self.typed(draft)
        before = self._story.draft(draft).text
        if text is not before:
            self._story = drafting.edit_text(self._story, draft, text)
            self._keep_safe()
            self.draft_edited.emit(draft, before, text)

    def new_draft(self) -> str:
        """Add an empty draft and return its id."""
        id = self.identities.record()
        page = Document.from_items(self.identities.newborn([Paragraph()]))
        self._do("new_draft", drafting.add_draft(self._story, Draft(id, text=page)))
        return id

    def add_files(self, paths: Sequence[Path], wishes: "Wishes | None" = None) -> None:
        """Make drafts of files; each is told by `file_arrived`, in the order given."""
        self._intake.read(paths, wishes)

    def add_imported(self, imported: "Imported", name: str) -> tuple[str, ...]:
        """Make drafts of what was read, the raw texts first in their history; return their ids."""
        brought = bring_in(self._story, imported, name, self.identities)
        self._saving.changed(brought.raw)
        self._saving.save()
        self._do("add_drafts", brought.story, name=name)
        return brought.drafts

    def sent_off(self, imported: "Imported") -> bool:
        """Tell whether a file is a draft of this story that was sent off, and has come back."""
        ours = imported.ours
        there = {draft.id for draft in self._story.drafts}
        return ours is not None and ours.story == self.id and ours.draft in there

    def copy_draft(self, draft: str) -> None:
        """Add a copy of a draft."""
        letter = self._story.draft(draft).letter
        after = drafting.copy_draft(self._story, draft, self.identities)
        self._do("copy_draft", after, letter=letter)

    def delete_draft(self, draft: str) -> None:
        """Take a draft out of the list."""
        letter = self._story.draft(draft).letter
        self._do("delete_draft", drafting.delete_draft(self._story, draft), letter=letter)

    def move_draft(self, draft: str, before: str | None) -> None:
        """Put a draft before another one in the list, or last."""
        letter = self._story.draft(draft).letter
        self._do("move_draft", drafting.move_draft(self._story, draft, before), letter=letter)

    def rename_draft(self, draft: str, name: str) -> None:
        """Give a draft a name; an empty one lets the first words be its name again."""
        self.change_draft(replace(self._story.draft(draft), name=name.strip()), "rename_draft")

    def change_draft(self, changed: Draft, kind: str = "change_draft") -> None:
        """Change what is said of a draft: colour, status, goal, language, who wrote it."""
        self._do(kind, self._story.put(changed), letter=changed.letter)

    def change_details(self, changed: Details) -> None:
        """Change what is said of the story: title, author, language, goal."""
        self._do("change_details", self._story.put(changed))

    def take(self, what: Take) -> None:
        """Put a passage into another draft after one of its paragraphs, or first."""
        source = draft_source(self._story, what.passage.draft)
        letter = self._story.draft(what.passage.draft).letter
        after = take(self._story, what, self.identities)
        self._do("take", after, letter=letter, what=called(what.passage, source.text))

    def restore(self, draft: str, text: Document) -> None:
        """Let a draft say again what it said in one of its versions."""
        letter = self._story.draft(draft).letter
        self._do("restore", drafting.edit_text(self._story, draft, text), letter=letter)

    def purge(self, draft: str) -> None:
        """Take a draft and all that quotes it out of everything that is kept; nothing undoes it.

        The acts done so far could bring it back: they are forgotten.
        """
        ids = gone_with(self._story, draft)
        self._saving.purge(self._story, ids)
        self._acts = ActList()
        self._show(without(self._story, ids))
        self.acts_changed.emit()

    def begin_as(self, raw: Story, story: Story) -> None:
        """Make an empty story this one, with the raw texts first in its history."""
        self._saving.changed(raw)
        self._saving.save()
        self._show(story)

    def become(self, kind: str, after: Story, **about: str) -> None:
        """Do what an operation of ``story`` made of the story, as one act that can be undone."""
        self._do(kind, after, **about)

    def undo_act(self) -> None:
        """Take back the last act of the story."""
        if done := self._acts.next_undo:
            self._acts = self._acts.after_undo()
            self._turn(lambda: undone(self._story, done))

    def redo_act(self) -> None:
        """Do again the act taken back last."""
        if again := self._acts.next_redo:
            self._acts = self._acts.after_redo()
            self._turn(lambda: redone(self._story, again))

    def save(self, *, name: str = "") -> None:
        """Save now, as a version with a name if one is given."""
        self._saving.save(why="named" if name else "automatic", name=name)

    def history(self, draft: str, then: "Callable[[Sequence[Revision]], None]") -> None:
        """Fetch the versions of a draft's text, the oldest first, and hand them to ``then``."""
        self._saving.ask(lambda: self._keeping.history(draft), then)

    def version(self, draft: str, revision: "Revision", then: Callable[[Document], None]) -> None:
        """Fetch what a draft said in one of its versions, and hand it to ``then``."""
        self._saving.ask(lambda: self._keeping.version(draft, revision), then)

    def name_version(
        self, draft: str, revision: "Revision", name: str, then: Callable[[], None]
    ) -> None:
        """Give a version of a draft a name, and call ``then`` when it has it."""
        work = partial(self._keeping.name_version, draft, revision, name)
        self._saving.ask(work, lambda _none: then())

    def save_as_another(self, path: Path, then: Callable[[Path], None]) -> None:
        """Begin another file with the story as it stands, without its earlier versions."""
        story, doors = self._story, self._keeping.doors
        self._saving.ask(lambda: write_anew(path, story, doors), lambda _: then(path))

    def copy_to(self, path: Path, then: Callable[[], None]) -> None:
        """Write a copy of the story with every version where nothing is, and call ``then``."""
        story = self._story
        self._saving.ask(lambda: self._keeping.copy_to(story, path), lambda _none: then())

    def move_to(self, path: Path) -> None:
        """Let the story's file be at another place; `place_changed` says when it is."""
        before = self.path
        self._saving.move_to(path, lambda: self.place_changed.emit(before, path))

    def theirs(self, then: Callable[[Story], None]) -> None:
        """Read the story another program put in place of the file, and hand it to ``then``."""
        path, doors = self.path, self._keeping.doors
        self._saving.ask(lambda: read_again(path, doors), then)

    def close(self) -> None:
        """Save everything, wait for it, and let go of the file."""
        self._intake.close()
        self.auditing.close()
        self._saving.close()

    def _bring_in(self, arrival: Arrival) -> None:
        drafts: tuple[str, ...] = ()
        if arrival.imported is not None and not self.sent_off(arrival.imported):
            drafts = self.add_imported(arrival.imported, arrival.path.name)
        self.file_arrived.emit(arrival, drafts)

    def _do(self, kind: str, after: Story, **about: str) -> None:
        done = act(kind, self._story, after, **about)
        if done.changes:
            self._mark_what_stood(done)
            self._acts = self._acts.with_act(done)
            self._show(after)
            self.acts_changed.emit()

    def _mark_what_stood(self, done: Act) -> None:
        """Let the versions stay that stood before a restore or before the first take of a run."""
        why = _STOOD_BEFORE.get(done.kind, "")
        last = self._acts.next_undo
        is_in_a_run = why == _TAKES and last is not None and _STOOD_BEFORE.get(last.kind) == why
        if not why or is_in_a_run:
            return
        self._saving.save()
        for change in done.changes:
            if change.field == "text" and isinstance(change.before, Document):
                self._saving.mark(change.id, why)

    def _turn(self, turned: Callable[[], Undone]) -> None:
        result = turned()
        self._show(result.story)
        self.acts_changed.emit()
        if result.moved_on:
            self.moved_on.emit(result.moved_on)

    def _keep_safe(self) -> None:
        """Have the story logged and saved as it stands, with what is being typed."""
        story = self._story
        for (item, _field), written in self._typing.items():
            if item in story.items:
                story = written(story)
        self._saving.changed(story)

    def _show(self, after: Story) -> None:
        """Make ``after`` the story, save it at once and tell what changed."""
        before, self._story = self._story, after
        self._keep_safe()
        self._saving.save()
        changed = frozenset(after.items.differing(before.items))
        for id in changed:
            old, new = before.items.get(id), after.items.get(id)
            if isinstance(old, Draft) and isinstance(new, Draft) and old.text is not new.text:
                self.draft_edited.emit(id, old.text, new.text)
        self.story_changed.emit(changed)
