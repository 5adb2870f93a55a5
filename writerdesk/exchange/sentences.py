"""What came of reading and writing a file, in words."""

from collections.abc import Mapping

from writerdesk.exchange.values import Done, DoneKind, LeftOut, LeftOutKind, SetAside, SetAsideKind
from writerdesk.words import _, ngettext


def done_sentence(done: Done) -> str:
    """Tell one thing intake did."""
    return _done(done.count)[done.kind].format(count=done.count)


def set_aside_sentence(aside: SetAside) -> str:
    """Tell what was set aside."""
    if aside.kind == SetAsideKind.CLOSING:
        return _("A closing remark is set aside.")
    return _("An introduction is set aside.")


def left_out_sentence(left: LeftOut) -> str:
    """Tell one thing that did not come through."""
    name = _marks().get(left.name, left.name)
    return _left_out(left.count)[left.kind].format(count=left.count, name=name)


def _done(count: int) -> Mapping[DoneKind, str]:
    return {
        DoneKind.LINES_JOINED: ngettext(
            "{count} broken line is joined to its paragraph.",
            "{count} broken lines are joined to their paragraphs.",
            count,
        ),
        DoneKind.PREAMBLE: ngettext(
            "{count} paragraph of introduction is set aside.",
            "{count} paragraphs of introduction are set aside.",
            count,
        ),
        DoneKind.CLOSING: ngettext(
            "{count} paragraph of closing remarks is set aside.",
            "{count} paragraphs of closing remarks are set aside.",
            count,
        ),
        DoneKind.RULES: ngettext(
            "{count} rule above or below the text is gone.",
            "{count} rules above or below the text are gone.",
            count,
        ),
        DoneKind.SCENE_BREAKS: ngettext(
            "{count} line of signs is a scene break now.",
            "{count} lines of signs are scene breaks now.",
            count,
        ),
        DoneKind.HEADINGS: ngettext(
            "{count} line is a heading now.", "{count} lines are headings now.", count
        ),
        DoneKind.SPACES: ngettext(
            "{count} run of extra spaces is gone.", "{count} runs of extra spaces are gone.", count
        ),
        DoneKind.EMPHASIS: ngettext(
            "{count} phrase in *stars* is emphasised now.",
            "{count} phrases in *stars* are emphasised now.",
            count,
        ),
    }


def _left_out(count: int) -> Mapping[LeftOutKind, str]:
    return {
        LeftOutKind.IMAGES: ngettext("{count} image left out.", "{count} images left out.", count),
        LeftOutKind.DELETIONS: ngettext(
            "{count} tracked deletion left out.", "{count} tracked deletions left out.", count
        ),
        LeftOutKind.MOVED_AWAY: ngettext(
            "{count} passage is taken only from where it was moved to.",
            "{count} passages are taken only from where they were moved to.",
            count,
        ),
        LeftOutKind.HEADERS: ngettext(
            "{count} header or footer left out.", "{count} headers or footers left out.", count
        ),
        LeftOutKind.EMBEDDED: ngettext(
            "{count} embedded file left out.", "{count} embedded files left out.", count
        ),
        LeftOutKind.EQUATIONS: ngettext(
            "{count} equation came in as plain words.",
            "{count} equations came in as plain words.",
            count,
        ),
        LeftOutKind.HIDDEN: ngettext(
            "{count} hidden text left out.", "{count} hidden texts left out.", count
        ),
        LeftOutKind.CONTROLS: ngettext(
            "{count} control character left out.", "{count} control characters left out.", count
        ),
        LeftOutKind.BAD_BYTES: ngettext(
            "{count} unreadable byte is shown as �.",
            "{count} unreadable bytes are shown as �.",
            count,
        ),
        LeftOutKind.BIDI_OVERRIDES: ngettext(
            "{count} sign that turns the writing direction is kept.",
            "{count} signs that turn the writing direction are kept.",
            count,
        ),
        LeftOutKind.TABLES: ngettext(
            "{count} table came in as paragraphs, cell by cell.",
            "{count} tables came in as paragraphs, cell by cell.",
            count,
        ),
        LeftOutKind.TEXT_BOXES: ngettext(
            "{count} text box came in as paragraphs.",
            "{count} text boxes came in as paragraphs.",
            count,
        ),
        LeftOutKind.MARKS: ngettext(
            "{count} × {name} left out.", "{count} × {name} left out.", count
        ),
        LeftOutKind.ALIGNMENT: ngettext(
            "The alignment of {count} paragraph left out.",
            "The alignment of {count} paragraphs left out.",
            count,
        ),
        LeftOutKind.LANGUAGES: ngettext(
            "The language of {count} phrase left out.",
            "The language of {count} phrases left out.",
            count,
        ),
        LeftOutKind.DIRECTIONS: ngettext(
            "The writing direction of {count} paragraph left out.",
            "The writing direction of {count} paragraphs left out.",
            count,
        ),
        LeftOutKind.NOTES: ngettext("{count} note left out.", "{count} notes left out.", count),
        LeftOutKind.LINKS: ngettext("{count} link left out.", "{count} links left out.", count),
        LeftOutKind.LISTS: ngettext(
            "{count} list item is numbered or indented more simply.",
            "{count} list items are numbered or indented more simply.",
            count,
        ),
        LeftOutKind.LAYOUT: ngettext(
            "The form of {count} paragraph left out.",
            "The form of {count} paragraphs left out.",
            count,
        ),
    }


def _marks() -> Mapping[str, str]:
    return {
        "bold": _("bold"),
        "italic": _("italic"),
        "underline": _("underline"),
        "strike": _("strike through"),
        "small_caps": _("small capitals"),
        "caps": _("capitals"),
    }
