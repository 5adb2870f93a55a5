"""Tells of a draft that was sent off and has come back: what is changed in it since.

It is no draft of its own until the writer says so. Compared is what was sent with what came back,
by the worker; a version nobody has any more gives way to the draft as it stands.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from writerdesk.compare.stops import Reading, read_together
from writerdesk.exchange import NoteKind, Ours
from writerdesk.manuscript import Document
from writerdesk.story.exporting import comments_of, said
from writerdesk.ui.compare_page.choosing import day_told, when_told
from writerdesk.ui.compare_page.columns import Still, file, version
from writerdesk.ui.message_bar import Message, Offer, Tone
from writerdesk.ui.messages import Messages
from writerdesk.words import _, ngettext
from writerdesk.workspace.comparing import Answer, Comparing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from writerdesk.exchange import Imported
    from writerdesk.project import Revision
    from writerdesk.ui.story_view import StoryView
    from writerdesk.workspace.intake import Arrival

_SENT, _BACK = "as it was sent off", "as it came back"


class ComeBack(QObject):
    """One file that has come back to its story."""

    def __init__(self, story: "StoryView", messages: Messages, arrival: "Arrival") -> None:
        super().__init__(story)
        assert arrival.imported is not None
        assert arrival.imported.ours is not None
        self._story, self._messages = story, messages
        self._path, self._imported = arrival.path, arrival.imported
        self._ours: Ours = arrival.imported.ours
        self._sent: Revision | None = None
        self._text = Document()

    def tell(self) -> None:
        """Find out what is changed, and say so."""
        self._story.live.tell_all()
        self._story.workspace.history(self._ours.draft, self._look_for)

    def _look_for(self, versions: "Sequence[Revision]") -> None:
        self._sent = next((one for one in versions if one.id == self._ours.version), None)
        if self._sent is None:
            self._compare(self._story.workspace.story.draft(self._ours.draft).text)
        else:
            self._story.workspace.version(self._ours.draft, self._sent, self._compare)

    def _compare(self, text: Document) -> None:
        self._text = text
        purpose = f"come back {self._path}"
        comparing = Comparing(self._story.workspace, self, lane=self._story.worker, purpose=purpose)
        comparing.compared.connect(self._tell)
        comparing.given_up.connect(self._tell_unknown)
        comparing.compare(_SENT, _BACK, fixed={_SENT: text, _BACK: self._imported.documents[0]})

    def _tell(self, answer: Answer) -> None:
        self.sender().deleteLater()
        story = self._story.workspace.story
        changes = _changes(read_together(answer.texts, answer.comparisons))
        comments = _new_comments(self._imported, comments_of(story, self._ours.draft))
        letter = story.draft(self._ours.draft).letter
        words = _told(letter, day_told(self._sent) if self._sent else "", (changes, comments))
        self._say(words, can_see=bool(changes))

    def _tell_unknown(self) -> None:
        letter = self._story.workspace.story.draft(self._ours.draft).letter
        told = _("This is {letter}, which you sent off. It could not be compared.")
        self._say(told.format(letter=letter), can_see=False)

    def _say(self, words: str, *, can_see: bool) -> None:
        see = Offer(_("See the Changes"), self._see, stays=True)
        add = Offer(_("Add as a Draft"), self._add)
        topic = f"come back {self._path}"
        offers = (see, add) if can_see else (add,)
        self._messages.show_message(Message(words, Tone.NOTE, topic, offers))

    def _see(self) -> None:
        """Compare with the draft itself while that is as it was sent, so that one can take over."""
        view, draft = self._story, self._ours.draft
        if (row := view.row(draft)) is None:
            return
        view.live.tell_all()
        back = file(self._path, self._imported.documents[0])
        now = view.workspace.story.draft(draft).text
        view.show_mode("compare")
        if self._sent is None or now is self._text or now.paragraphs == self._text.paragraphs:
            view.compare.put_beside(draft, back)
        else:
            sent: Still = version(row, self._sent, when_told(self._sent), self._text)
            view.compare.standing.put_stills(sent, back)

    def _add(self) -> None:
        self._story.live.tell_all()
        self._story.workspace.add_imported(self._imported, self._path.name)


def _changes(reading: Reading) -> int:
    """Return how many stops are not the same on both sides."""
    return sum(
        1 for stop in reading.stops if not stop.bounds or not all(map(reading.is_same, stop.bounds))
    )


def _new_comments(imported: "Imported", known: frozenset[str]) -> int:
    return sum(
        1 for note in imported.notes if note.kind is NoteKind.COMMENT and said(note) not in known
    )


def _told(letter: str, day: str, counted: tuple[int, int]) -> str:
    changes, comments = counted
    many = (
        (changes, ngettext("{count} change", "{count} changes", changes)),
        (comments, ngettext("{count} comment", "{count} comments", comments)),
    )
    listed = ", ".join(words.format(count=count) for count, words in many if count)
    if not day:
        told = _("This is {letter}, which you sent off. Beside the draft as it stands: {changes}.")
        same = _("This is {letter}, which you sent off. It says what the draft says.")
    else:
        told = _("This is {letter} as you sent it on {day}, changed since: {changes}.")
        same = _("This is {letter} as you sent it on {day}. Nothing in it is changed.")
    return (told if listed else same).format(letter=letter, day=day, changes=listed)
