"""Offers to split a paragraph that has grown too long to write in; asked once for each draft."""

from PySide6.QtCore import QObject

from writerdesk.story.splitting import LONGEST, long_paragraphs, split_long
from writerdesk.ui.message_bar import Message, Offer, Tone
from writerdesk.ui.messages import Messages
from writerdesk.ui.story_view import StoryView
from writerdesk.ui.telling import grouped
from writerdesk.words import _, ngettext

_TOPIC = "long paragraphs"


class LongParagraphs(QObject):
    """Watches the draft on the page."""

    def __init__(self, story: StoryView, messages: Messages) -> None:
        super().__init__(story)
        self._story, self._messages = story, messages
        self._asked: set[str] = set()
        story.draft_shown.connect(lambda _draft: self._look())
        story.rows_shown.connect(self._look_here)

    def _look_here(self) -> None:
        # While one writes, the paragraph under the caret alone can have grown too long.
        if self._story.write.editor.textCursor().block().length() > LONGEST:
            self._look()

    def _look(self) -> None:
        draft, workspace = self._story.draft, self._story.workspace
        if not draft or draft in self._asked or workspace.is_read_only:
            return
        count = len(long_paragraphs(workspace.story.draft(draft).text))
        if not count:
            return
        self._asked.add(draft)
        said = ngettext(
            "{count} paragraph of {letter} has more than {most} words; typing in it is slow.",
            "{count} paragraphs of {letter} have more than {most} words; typing in them is slow.",
            count,
        )
        words = said.format(
            count=grouped(count),
            letter=workspace.story.draft(draft).letter,
            most=grouped(LONGEST),
        )
        offers = (
            Offer(_("Split Where Sentences End"), lambda: self._split(draft)),
            Offer(_("Leave It"), lambda: None),
        )
        self._messages.show_message(Message(words, Tone.NOTE, _TOPIC, offers))

    def _split(self, draft: str) -> None:
        self._story.live.tell_all()
        workspace = self._story.workspace
        after = split_long(workspace.story, draft, workspace.identities)
        letter = workspace.story.draft(draft).letter
        self._messages.close_topic(_TOPIC)
        workspace.become("split_paragraph", after, letter=letter)
