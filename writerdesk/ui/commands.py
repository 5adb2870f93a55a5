"""Every command there is: its id, its words, its key, and where the key holds.

One table feeds the menus, the palette, the list of keys and the test that no key stands twice. Keys
are data per platform; Qt reads Ctrl as the command key on macOS. Never Ctrl+Alt (that is AltGr),
never Alt and a letter (that opens menus).
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from gettext import NullTranslations

from writerdesk.ui.command import Command, Menu, Where
from writerdesk.ui.compare_menu import compare_menu
from writerdesk.words import _, catalogue

__all__ = [
    "Command",
    "Menu",
    "Where",
    "all_commands",
    "changes_the_story",
    "menus",
    "words_in_full",
]


def menus() -> tuple[Menu, ...]:
    """Return the menu bar."""
    return _menus_in(catalogue())


def all_commands() -> tuple[Command, ...]:
    """Return every command of the menus, in their order."""
    return _commands_in(catalogue())


def words_in_full() -> Mapping[str, str]:
    """Return what each command is called where its menu is not seen: "Ties: All", not "All"."""
    return _in_full_in(catalogue())


def changes_the_story(id: str) -> bool:
    """Tell whether a command writes, so that it can't be had where only reading is possible."""
    group = id.split(".")[0]
    return group in _WRITING or id in _WRITING


def done_late(
    beginning: str, doers: Callable[[], Mapping[str, Callable[[], object]]]
) -> Mapping[str, Callable[[], object]]:
    """Return what the commands of some beginning do, asked of ``doers`` when one is chosen."""
    ids = [command.id for command in all_commands() if command.id.startswith(beginning)]
    return {id: (lambda id=id: doers()[id]()) for id in ids}


_WRITING = frozenset(
    {"format", "kind", "verdict", "align", "draft", "status", "edit.undo", "edit.redo", "edit.cut"}
    | {
        "edit.paste",
        "edit.paste_plain",
        "edit.replace",
        "edit.replace_everywhere",
        "edit.note",
        "edit.note_beat",
        "edit.remark",
        "edit.new_character",
        "story.add_files",
        "story.beside_in",
        "story.details",
        "story.place",
        "versions.name",
    }
    | {"story.save", "compare.tie", "compare.untie", "compare.take", "compare.take_beat"}
    | {"compare.take_words", "compare.take_all", "compare.new_passage", "compare.new_beat"}
    | {"compare.new_words"}
)


# The table is made once for a language: a story's window asks for it 14 times before it is seen.
@lru_cache(maxsize=1)
def _menus_in(_language: NullTranslations) -> tuple[Menu, ...]:
    return (_story(), _edit(), _format(), _draft(), compare_menu(), _view(), _help())


@lru_cache(maxsize=1)
def _commands_in(_language: NullTranslations) -> tuple[Command, ...]:
    return tuple(command for menu in menus() for command in _commands_of(menu))


@lru_cache(maxsize=1)
def _in_full_in(_language: NullTranslations) -> Mapping[str, str]:
    return {id: words for menu in menus() for id, words in _in_full(menu)}


def _in_full(menu: Menu, within: str = "") -> Iterator[tuple[str, str]]:
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from _in_full(entry, entry.words)
        elif entry is not None:
            own = entry.words.rstrip("…")
            told = _("{menu}: {command}").format(menu=within, command=own)
            yield entry.id, told if within else own


def _commands_of(menu: Menu) -> list[Command]:
    found: list[Command] = []
    for entry in menu.entries:
        if isinstance(entry, Command):
            found.append(entry)
        elif entry is not None:
            found.extend(_commands_of(entry))
    return found


def _story() -> Menu:
    return Menu(
        "story",
        _("Story"),
        (
            Command("story.new", _("New Story"), "Ctrl+N"),
            Command("story.open", _("Open Story…"), "Ctrl+O"),
            Menu("recent", _("Open Recent"), ()),
            None,
            Command("story.add_files", _("Add Drafts from Files…"), "Ctrl+Shift+O"),
            Command("story.beside_in", _("Add Notes and Sheets from Files…")),
            None,
            Command("story.place", _("Name and Place…")),
            Command("story.details", _("Story Details…")),
            Command("story.copy", _("Save a Copy…")),
            Command("story.save", _("Save Now"), "Ctrl+S"),
            None,
            Command("story.check", _("Check Before Sending…")),
            Command("story.export", _("Export Draft…"), "Ctrl+Shift+S"),
            Command("story.export_again", _("Export Again"), "Ctrl+Shift+E"),
            Command("story.beside_out", _("Export Notes and Sheets…")),
            Command("story.print", _("Print…"), "Ctrl+P"),
            None,
            Command("story.backups", _("Backups…")),
            Command("story.close", _("Close Window"), "Ctrl+W"),
            Command("story.quit", _("Quit"), "Ctrl+Q"),
        ),
    )


def _edit() -> Menu:
    return Menu(
        "edit",
        _("Edit"),
        (
            Command("edit.undo", _("Undo"), "Ctrl+Z"),
            Command("edit.redo", _("Redo"), "Ctrl+Y", "Ctrl+Shift+Z"),
            None,
            Command("edit.cut", _("Cut"), "Ctrl+X"),
            Command("edit.copy", _("Copy"), "Ctrl+C"),
            Command("edit.paste", _("Paste"), "Ctrl+V"),
            Command("edit.paste_plain", _("Paste as Plain Text"), "Ctrl+Shift+V"),
            Command("edit.select_passage", _("Select Passage"), "Ctrl+Shift+A"),
            Command("edit.select_all", _("Select All"), "Ctrl+A"),
            None,
            Command("edit.find", _("Find…"), "Ctrl+F"),
            Command("edit.find_next", _("Find Next"), "F3", "Ctrl+G"),
            Command("edit.find_previous", _("Find Previous"), "Shift+F3", "Ctrl+Shift+G"),
            Command("edit.replace", _("Replace…"), "Ctrl+H", "Ctrl+R"),
            Command("edit.replace_everywhere", _("Replace in All Drafts…"), "Ctrl+Shift+H"),
            Command("edit.find_everywhere", _("Find in the Whole Story…"), "Ctrl+Shift+F"),
            Command("edit.concordance", _("This Phrase in All Drafts")),
            None,
            Command("edit.spelling", _("Spelling…"), "F7", "Ctrl+;"),
            Command("edit.note", _("Note Here"), "Ctrl+Shift+M"),
            Command("edit.note_beat", _("Note on This Beat")),
            Command("edit.remark", _("Remark…"), "Ctrl+Shift+N"),
            Command("edit.new_character", _("New Character…")),
            None,
            Command("edit.preferences", _("Preferences…"), "Ctrl+,"),
        ),
    )


def _format() -> Menu:
    return Menu(
        "format",
        _("Format"),
        (
            Command("format.bold", _("Bold"), "Ctrl+B", where=Where.TEXT, checkable=True),
            Command("format.italic", _("Italic"), "Ctrl+I", where=Where.TEXT, checkable=True),
            Command("format.underline", _("Underline"), "Ctrl+U", where=Where.TEXT, checkable=True),
            Command("format.strike", _("Strike Through"), "Ctrl+Shift+X", checkable=True),
            None,
            _paragraph(),
            _align(),
            Command("format.scene_break", _("Scene Break"), "Ctrl+Shift+8", where=Where.TEXT),
            Command("format.link", _("Link…"), "Ctrl+Shift+K"),
            Command("format.open_link", _("Open Link")),
            Command("format.clear", _("Clear Formatting"), "Ctrl+\\"),
            None,
            Command("format.smart", _("Smart Quotes and Dashes"), checkable=True),
            Command("format.tidy", _("Tidy Typography…")),
        ),
    )


def _paragraph() -> Menu:
    return Menu(
        "paragraph",
        _("Paragraph"),
        (
            Command("kind.body", _("Body"), checkable=True),
            Command("kind.title", _("Title"), checkable=True),
            Command("kind.heading1", _("Heading 1"), checkable=True),
            Command("kind.heading2", _("Heading 2"), checkable=True),
            Command("kind.heading3", _("Heading 3"), checkable=True),
            Command("kind.quote", _("Block Quote"), checkable=True),
            Command("kind.bulleted", _("Bulleted"), checkable=True),
            Command("kind.numbered", _("Numbered"), checkable=True),
        ),
    )


def _align() -> Menu:
    return Menu(
        "align",
        _("Align"),
        (
            Command("align.start", _("As the Text Runs"), checkable=True),
            Command("align.centre", _("Centred"), checkable=True),
            Command("align.right", _("Right"), checkable=True),
            Command("align.justify", _("Justified"), checkable=True),
        ),
    )


def _draft() -> Menu:
    return Menu(
        "draft",
        _("Draft"),
        (
            Command("draft.new", _("New Draft"), "Ctrl+Shift+D"),
            Command("draft.duplicate", _("Duplicate Draft")),
            Command("draft.rename", _("Rename…"), "F2", "Return", Where.DRAFTS),
            Command("draft.details", _("Draft Details…"), "Ctrl+Shift+I"),
            Menu("colour", _("Colour"), ()),
            Command("draft.goal", _("Word Goal…")),
            Command("draft.names", _("Names…")),
            Menu(
                "status",
                _("Status"),
                (
                    Command("status.idea", _("Idea"), checkable=True),
                    Command("status.in_work", _("In work"), checkable=True),
                    Command("status.done", _("Done"), checkable=True),
                    Command("status.parked", _("Parked"), checkable=True),
                ),
            ),
            Menu("language", _("Language"), ()),
            Command("draft.manuscript", _("Make This the Manuscript"), checkable=True),
            None,
            Command("draft.up", _("Move Up"), "Ctrl+Shift+Up", where=Where.DRAFTS),
            Command("draft.down", _("Move Down"), "Ctrl+Shift+Down", where=Where.DRAFTS),
            None,
            Command("verdict.keep", _("Keep")),
            Command("verdict.maybe", _("Maybe")),
            Command("verdict.leave", _("Leave")),
            Command("verdict.star", _("Star This Sentence")),
            None,
            Command("draft.set_aside", _("Show What Was Set Aside")),
            Command("draft.put_back", _("Put Back What Was Set Aside")),
            None,
            Command("versions.name", _("Name This Version…")),
            Command("versions.history", _("History")),
            None,
            Command("draft.delete", _("Delete Draft"), "Del", where=Where.DRAFTS),
            Command("draft.remove", _("Remove for Good…")),
        ),
    )


def _view() -> Menu:
    return Menu(
        "view",
        _("View"),
        (
            Command("mode.overview", _("Overview"), checkable=True),
            Command("mode.write", _("Write"), checkable=True),
            Command("mode.compare", _("Compare"), checkable=True),
            Command("mode.next", _("Next Mode"), "Ctrl+Tab", "Meta+Tab"),
            Command("mode.previous", _("Previous Mode"), "Ctrl+Shift+Tab", "Meta+Shift+Tab"),
            Command("view.next_area", _("Next Area"), "F6"),
            Command("view.previous_area", _("Previous Area"), "Shift+F6"),
            None,
            Command("view.reading", _("Reading"), "F9", checkable=True),
            Command("view.focus", _("Focus"), "F11", "Ctrl+Meta+F", checkable=True),
            Command("view.typewriter", _("Typewriter Scrolling"), checkable=True),
            Command("view.spelling", _("Mark Misspelled Words"), checkable=True),
            None,
            Command("view.drafts", _("Drafts"), "F4"),
            _beats(),
            Command("view.spoken", _("Spoken View"), "Shift+F9"),
            Menu(
                "panel",
                _("Panel"),
                (
                    Command("panel.tellings", _("Other Tellings"), checkable=True),
                    Command("panel.notes", _("Notes"), checkable=True),
                    Command("panel.characters", _("Characters"), checkable=True),
                    Command("panel.outline", _("Outline"), checkable=True),
                    Command("panel.history", _("History"), checkable=True),
                    Command("panel.changes", _("Beats or Changes"), checkable=True),
                    Command("panel.find", _("Find"), checkable=True),
                ),
            ),
            None,
            _marks(),
            # Plus is on the keypad, and beside a letter where the keyboard is not an American one.
            Command("view.zoom_in", _("Zoom In"), "Ctrl+=", also=("Ctrl++", "Zoom In")),
            Command("view.zoom_out", _("Zoom Out"), "Ctrl+-", also=("Zoom Out",)),
            Command("view.zoom_reset", _("Actual Size"), "Ctrl+0"),
            Menu(
                "theme",
                _("Theme"),
                (
                    Command("theme.system", _("As the System"), checkable=True),
                    Command("theme.light", _("Light"), checkable=True),
                    Command("theme.sepia", _("Sepia"), checkable=True),
                    Command("theme.dark", _("Dark"), checkable=True),
                ),
            ),
        ),
    )


def _beats() -> Menu:
    # Keys by number, because a letter is for life but the list is what one sees.
    commands = [
        Command(f"beat.draft_{number}", _("Draft {number}").format(number=number), f"Ctrl+{number}")
        for number in range(1, 10)
    ]
    return Menu("beat", _("This Beat in Another Draft"), tuple(commands))


def _marks() -> Menu:
    return Menu(
        "marks",
        _("Marks"),
        (
            Command("marks.quiet", _("Quiet"), checkable=True),
            Command("marks.normal", _("Normal"), checkable=True),
            Command("marks.strong", _("Strong"), checkable=True),
            None,
            Command("marks.legend", _("Legend")),
        ),
    )


def _help() -> Menu:
    return Menu(
        "help",
        _("Help"),
        (
            Command("help.start", _("Getting Started"), "F1"),
            Command("help.keys", _("Keys")),
            Command("help.where", _("Where Is My Text?")),
            Command("help.sample", _("Open the Sample Story")),
            Command("help.palette", _("Find or Do Anything"), "Ctrl+K"),
            None,
            Command("help.about", _("About WriterDesk")),
        ),
    )
