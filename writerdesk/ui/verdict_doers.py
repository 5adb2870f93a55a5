"""What Keep, Maybe, Leave and Star do, in the text one writes and in the columns one compares."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from writerdesk.manuscript import ParagraphId, Passage, sentence_spans
from writerdesk.story.said import Judgement
from writerdesk.story.verdicts import judge, star
from writerdesk.ui.menus import Actions
from writerdesk.ui.pane.keys import Command
from writerdesk.ui.story_view import StoryView

_COMMANDS = {
    "verdict.keep": (Judgement.KEEP, Command.KEEP),
    "verdict.maybe": (Judgement.MAYBE, Command.MAYBE),
    "verdict.leave": (Judgement.LEAVE, Command.LEAVE),
    "verdict.star": (Judgement.STAR, Command.STAR),
}


class VerdictDoers:
    """Judges the passage the caret is in, or the one the reader is at."""

    def __init__(self, story: StoryView) -> None:
        self._story = story

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {id: (lambda id=id: self._do(id)) for id in _COMMANDS}

    def offer_beside(self, actions: Actions, over: QWidget) -> None:
        """Offer the verdicts where the margin is clicked."""

        def offer(paragraph: ParagraphId, where: QPoint) -> None:
            menu = QMenu(over)
            for id in _COMMANDS:
                if actions[id].isEnabled():
                    made = menu.addAction(actions[id].text())
                    made.triggered.connect(lambda _on=False, id=id: self._judge(id, paragraph))
            menu.popup(where)

        self._story.margin.pressed.connect(offer)

    def _do(self, id: str) -> None:
        story = self._story
        if story.mode == "compare":
            story.compare.pane.commands.obey(_COMMANDS[id][1])
        elif story.mode == "write" and (place := story.write.editor.place()):
            self._judge(id, place.paragraph, place.offset)

    def _judge(self, id: str, paragraph: ParagraphId, offset: int | None = None) -> None:
        """Judge a passage; a star goes to the sentence at ``offset``."""
        view, judgement = self._story, _COMMANDS[id][0]
        view.live.tell_all()
        workspace = view.workspace
        if judgement is Judgement.STAR:
            passage = self._sentence(paragraph, offset or 0)
            workspace.become("star", star(workspace.story, passage, workspace.identities))
            return
        passage = Passage(view.draft, (paragraph,))
        after = judge(workspace.story, passage, judgement, workspace.identities)
        workspace.become("verdict", after)

    def _sentence(self, paragraph: ParagraphId, offset: int) -> Passage:
        text = self._story.workspace.story.draft(self._story.draft).text
        place = text.place_of(paragraph) or 0
        spans = sentence_spans(text.paragraphs[place].text)
        start, end = next((span for span in spans if offset <= span[1]), (0, 0))
        return Passage(self._story.draft, (paragraph,), start, end)
