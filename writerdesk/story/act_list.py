"""The story's undo list: what was done, what was taken back, and what comes next of either."""

from writerdesk.frozen import frozen
from writerdesk.story.acts import Act


@frozen
class ActList:
    """Acts done and acts taken back, the newest last."""

    done: tuple[Act, ...] = ()
    taken_back: tuple[Act, ...] = ()

    def with_act(self, act: Act) -> "ActList":
        """Return the list after a new act; what was taken back before it can't be redone."""
        return ActList((*self.done, act)) if act.changes else self

    def after_undo(self) -> "ActList":
        """Return the list with the last act taken back."""
        return ActList(self.done[:-1], (*self.taken_back, self.done[-1]))

    def after_redo(self) -> "ActList":
        """Return the list with the act taken back last done again."""
        return ActList((*self.done, self.taken_back[-1]), self.taken_back[:-1])

    @property
    def next_undo(self) -> Act | None:
        """The act an undo would take back."""
        return self.done[-1] if self.done else None

    @property
    def next_redo(self) -> Act | None:
        """The act a redo would do again."""
        return self.taken_back[-1] if self.taken_back else None
