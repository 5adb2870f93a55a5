"""The log is written while a save is on its way, ahead of it or behind: nothing safe is lost."""

import shutil
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.project.stories import same
from writerdesk.manuscript import Change, Document, Paragraph, ParagraphId, Value
from writerdesk.project.recovery import RecoveryLog

State = dict[str, Value]
_KINDS = {"text": "draft", "name": "draft"}


def changes(before, after):
    return [
        Change("draft", "d1", name, before.get(name), after.get(name))
        for name in _KINDS
        if before.get(name) is not after.get(name)
    ]


@dataclass
class Desk:
    """A file that is only a state and the name of its revision, the log beside it, a writer."""

    path: Path
    names: count = field(default_factory=lambda: count(1))
    turn: int = 0
    now: State = field(default_factory=dict)
    file: State = field(default_factory=dict)
    file_turn: int = 0
    newest: str = ""
    logged: State = field(default_factory=dict)
    logged_turn: int = 0
    waiting: list = field(default_factory=list)
    coming: tuple | None = None

    def __post_init__(self):
        self.log = RecoveryLog(self.path)
        self.log.replay(self.newest, lambda *_: None, lambda _: True)

    def type(self):
        self.turn += 1
        text = self.now.get("text")
        text = text if isinstance(text, Document) else Document()
        born = (ParagraphId(7, self.turn), Paragraph(f"Typed {self.turn}."))
        place = min(len(text), 1)
        self.now = {**self.now, "text": text.splice(place, place, [born])}

    def rename(self):
        self.turn += 1
        self.now = {**self.now, "name": f"Name {self.turn % 2}"}

    def take_back(self):
        """All is again as the file has it."""
        self.turn += 1
        self.now = dict(self.file)

    def write_log(self):
        self.log.append(changes(self.file, self.now), self.turn)
        self.logged, self.logged_turn = self.now, self.turn

    def ask_for_a_save(self):
        self.waiting.append((self.now, self.turn))

    def begin(self):
        if self.coming is None and self.waiting:
            state, turn = self.waiting.pop(0)
            told = changes(self.file, state)
            if not told:
                self.log.settle(turn)
                self.file_turn = max(turn, self.file_turn)
                return
            self.coming = state, turn, f"a-{next(self.names)}"
            self.log.begin(told, self.coming[2], turn)

    def end(self):
        if self.coming is not None:
            self.file, self.file_turn, self.newest = self.coming
            self.coming = None
            self.log.end()

    def fail(self):
        if self.coming is not None:
            self.coming = None
            self.log.give_up()

    def after_a_crash(self):
        """Yield what stands and of which turn the file then is, whether the save came about."""
        outcomes = [(self.file, self.file_turn, self.newest)]
        for file, turn, newest in [*outcomes, *([self.coming] if self.coming else [])]:
            copy = self.path.with_name("copy")
            if self.path.exists():
                shutil.copyfile(self.path, copy)
            else:
                copy.unlink(missing_ok=True)
            log = RecoveryLog(copy)
            found = log.replay(newest, lambda _id, name, file=file: file.get(name), lambda _: True)
            assert not found.torn
            log._is_stale = False
            log.close()
            yield {**file, **{one.field: one.after for one in found.changes}}, file, turn


_DEEDS = [
    Desk.type,
    Desk.type,
    Desk.rename,
    Desk.take_back,
    Desk.write_log,
    Desk.write_log,
    Desk.ask_for_a_save,
    Desk.begin,
    Desk.begin,
    Desk.end,
    Desk.fail,
]


_TAKEN_BACK = [Desk.type, Desk.write_log, Desk.take_back, Desk.ask_for_a_save, Desk.begin]
_LATE = [Desk.type, Desk.ask_for_a_save, Desk.rename, Desk.write_log, Desk.begin, Desk.end]


@settings(max_examples=100, deadline=None)
@example(_TAKEN_BACK)
@example(_LATE)
@example([*_LATE[:-1], Desk.fail, Desk.ask_for_a_save, Desk.begin, Desk.end])
@given(st.lists(st.sampled_from(_DEEDS), max_size=30))
def test_what_was_logged_or_saved_last_stands_after_a_crash(tmp_path_factory, deeds):
    desk = Desk(tmp_path_factory.mktemp("law") / "a.log")
    for deed in deeds:
        deed(desk)
        for found, file, file_turn in desk.after_a_crash():
            wanted = desk.logged if desk.logged_turn > file_turn else file
            for name in _KINDS:
                assert same(found.get(name), wanted.get(name)), name
    desk.log.close()
