"""What the history does: shows the versions of the draft on the page, and what is asked of them."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from writerdesk.manuscript import Document
from writerdesk.project import Revision
from writerdesk.ui.compare_page.choosing import when_told
from writerdesk.ui.compare_page.columns import version as as_it_was
from writerdesk.words import _

if TYPE_CHECKING:
    from writerdesk.ui.panels.history_panel import HistoryPanel
    from writerdesk.ui.story_view import StoryView

PANEL = "history"


class HistoryDoers:
    """Looks at the versions of the draft on the page, brings one back, names one, compares."""

    def __init__(self, view: "StoryView") -> None:
        self._view = view

    @cached_property
    def panel(self) -> "HistoryPanel":
        """The versions of the draft that is open."""
        from writerdesk.ui.panels.history_panel import HistoryPanel

        panel = HistoryPanel(self._view.look)
        panel.version_asked.connect(self._show_version)
        panel.restore_asked.connect(self._restore)
        panel.name_asked.connect(self._name)
        panel.compare_asked.connect(self._compare)
        if self._view.workspace.is_read_only:
            panel.only_read()
        return panel

    def follow(self) -> None:
        """Show the versions there are, while somebody looks."""
        view = self._view
        if view.panel.open == PANEL and view.draft:
            view.live.tell_all()
            view.workspace.save()
            view.workspace.history(view.draft, self.panel.show_versions)

    def name_now(self) -> None:
        """Ask for a name, and keep the draft as it stands as a version under it."""
        from writerdesk.ui.forms import ask_words

        name = ask_words(
            self._view,
            _("Name This Version"),
            _("This version is kept, under the name:"),
            keep=_("Keep This Version"),
        )
        if name and name.strip():
            self.keep_as(name.strip())

    def keep_as(self, name: str) -> None:
        """Keep the draft as it stands as a version with this name."""
        view, draft = self._view, self._view.draft
        if not draft or view.workspace.is_read_only:
            return
        view.live.tell_all()
        view.workspace.save()

        def name_last(versions: Sequence[Revision]) -> None:
            if versions:
                view.workspace.name_version(draft, versions[-1], name, lambda: self._told(name))

        view.workspace.history(draft, name_last)

    def _told(self, name: str) -> None:
        self._view.told.emit(_("This version is kept as “{name}”.").format(name=name))
        self.follow()

    def _show_version(self, version: Revision) -> None:
        self._view.workspace.version(self._view.draft, version, self.panel.show_text)

    def _restore(self, text: Document) -> None:
        self._view.live.tell_all()
        self._view.workspace.restore(self._view.draft, text)
        self.follow()

    def _name(self, version: Revision, name: str) -> None:
        self._view.workspace.name_version(self._view.draft, version, name, self.follow)

    def _compare(self, version: Revision) -> None:
        view = self._view
        row = view.row(view.draft)
        if row is None:
            return

        def show(text: Document) -> None:
            view.show_mode("compare")
            still = as_it_was(row, version, when_told(version), text)
            view.compare.standing.put_after(still, row.id)

        view.live.tell_all()
        view.workspace.version(row.id, version, show)
