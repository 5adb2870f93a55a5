"""The Compare menu: what stands in the columns, going through them, ties, taking, and the look."""

from writerdesk.ui.command import Command, Menu
from writerdesk.words import _


def compare_menu() -> Menu:
    """Return the Compare menu."""
    return Menu(
        "compare",
        _("Compare"),
        (
            Command("compare.with", _("Compare with…"), "Ctrl+D"),
            Command("compare.add_column", _("Add a Column…")),
            Command("compare.swap", _("Swap Sides")),
            Command("compare.flip", _("Flip to the Third Draft")),
            None,
            Command("compare.next", _("Next Stop"), "F8"),
            Command("compare.previous", _("Previous Stop"), "Shift+F8"),
            Command("compare.level", _("Level This Passage")),
            Command("compare.beside", _("Show Beside Each Other")),
            None,
            Command("compare.tie", _("Tie These")),
            Command("compare.untie", _("Not the Same")),
            Command("compare.why", _("Why Tied?")),
            _ties(),
            None,
            *_taking(),
            None,
            _arranging(),
            _overlooking(),
            Command("compare.together", _("Scroll Together"), checkable=True),
            None,
            Command("compare.save", _("Save the Comparison…")),
            Command("compare.print", _("Print the Comparison…")),
        ),
    )


def _taking() -> "tuple[Command | Menu, ...]":
    return (
        Command("compare.take", _("Take This Passage"), "Ctrl+Return"),
        Command("compare.take_beat", _("Take the Whole Beat"), "Ctrl+Shift+Return"),
        Command("compare.take_words", _("Take This Sentence or Selection")),
        Command("compare.take_all", _("Take Everything…")),
        Menu(
            "into_new",
            _("Take into a New Draft"),
            (
                Command("compare.new_passage", _("This Passage")),
                Command("compare.new_beat", _("The Whole Beat")),
                Command("compare.new_words", _("This Sentence or Selection")),
            ),
        ),
    )


def _ties() -> Menu:
    return Menu(
        "ties",
        _("Ties"),
        (
            Command("ties.sure", _("Sure"), checkable=True),
            Command("ties.likely", _("Likely"), checkable=True),
            Command("ties.all", _("All"), checkable=True),
        ),
    )


def _arranging() -> Menu:
    return Menu(
        "look",
        _("Look"),
        (
            Command("look.side_by_side", _("Side by Side"), checkable=True),
            Command("look.lined_up", _("Lined Up"), checkable=True),
            Command("look.one_column", _("One Column"), checkable=True),
        ),
    )


def _overlooking() -> Menu:
    return Menu(
        "overlook",
        _("Overlook"),
        (
            Command("overlook.quotes", _("Quotes and Dashes"), checkable=True),
            Command("overlook.spaces", _("Spaces"), checkable=True),
            Command("overlook.capitals", _("Capitals"), checkable=True),
            Command("overlook.punctuation", _("Punctuation"), checkable=True),
            Command("overlook.format", _("Italics and Bold"), checkable=True),
        ),
    )
