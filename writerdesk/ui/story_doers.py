"""What the commands do that are about the whole story: its modes, its panels, undo and save."""

from collections.abc import Callable, Mapping

from writerdesk.ui.story_view import StoryView


def story_doers(story: StoryView, modes: tuple[str, ...]) -> Mapping[str, Callable[[], object]]:
    """Return what each command does; ``modes`` are those to step through."""
    return {
        "story.details": lambda: _details(story),
        "edit.undo": story.undo,
        "edit.redo": story.redo,
        "versions.name": story.versions.name_now,
        "versions.history": lambda: _history(story),
        "draft.new": story.add_draft,
        "draft.rename": story.list.rename,
        "draft.set_aside": story.write.set_aside.toggle,
        "mode.overview": lambda: story.show_mode("overview"),
        "mode.write": lambda: story.show_mode("write"),
        "mode.compare": lambda: story.show_mode("compare"),
        "mode.next": lambda: _step(story, modes, 1),
        "mode.previous": lambda: _step(story, modes, -1),
        "view.drafts": lambda: _drafts(story),
    }


def _history(story: StoryView) -> None:
    story.beside.show_panel("history")
    story.panel.take_keys()


def _drafts(story: StoryView) -> None:
    # The overview shows the drafts as cards, without the list: keys sent there would be lost.
    if story.list.isHidden():
        story.show_mode("write")
    story.list.view.setFocus()


def _details(story: StoryView) -> None:
    from writerdesk.ui.story_details import ask_details

    ask_details(story.workspace, story.live, story.window())


def _step(story: StoryView, modes: tuple[str, ...], by: int) -> None:
    story.show_mode(modes[(modes.index(story.mode) + by) % len(modes)])
