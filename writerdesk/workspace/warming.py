"""Has the worker ready before it is asked: the first comparison would wait for it to start.

When the writer has rested a few seconds, the first two drafts are compared for nobody. The worker
is there then, has read what it needs, and holds both texts.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from writerdesk.workspace.workspace import Workspace

if TYPE_CHECKING:
    from writerdesk.workspace.compute import ComputeLane

# The window is made in the first second or two; a writer who types on needs the machine more.
_AFTER_REST = 4_000


class Warming(QObject):
    """Starts one story's worker in a quiet moment; a story of one draft needs none."""

    def __init__(
        self, workspace: Workspace, worker: Callable[[], "ComputeLane"], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace, self._worker = workspace, worker
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_AFTER_REST)
        self._rest.timeout.connect(self.warm)
        self._rest.start()
        workspace.draft_edited.connect(self._rest_again)
        workspace.story_changed.connect(self._rest_again)

    def warm(self) -> None:
        """Start the worker now, unless it is at work already."""
        drafts = self._workspace.story.drafts[:2]
        if len(drafts) < 2 or self._worker().worker:
            return
        from writerdesk.compare import AS_USUAL
        from writerdesk.compare.values import Asked
        from writerdesk.story.comparing import comparison_question
        from writerdesk.workspace.compute import Question

        left, right = drafts
        asked = Asked(left.text, right.text, AS_USUAL)
        head = comparison_question(left.id, right.id, asked)
        self._worker().ask("warming", Question({one.id: one.text for one in drafts}, head))

    def _rest_again(self, *_what: object) -> None:
        if self._rest.isActive():
            self._rest.start()
