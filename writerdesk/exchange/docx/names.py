"""The names both ways share: styles as we call them in a file, and how Word calls them."""

from collections.abc import Mapping

from writerdesk.manuscript import Align, Kind, Numbering

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# The style of each kind: its id in our files, and the name Word knows it by.
STYLE_OF: Mapping[str, tuple[str, str]] = {
    Kind.TITLE: ("Title", "Title"),
    Kind.HEADING_1: ("Heading1", "heading 1"),
    Kind.HEADING_2: ("Heading2", "heading 2"),
    Kind.HEADING_3: ("Heading3", "heading 3"),
    Kind.BODY: ("Body", "Body"),
    Kind.QUOTE: ("BlockText", "Block Text"),
    Kind.LIST_ITEM: ("ListParagraph", "List Paragraph"),
    Kind.SCENE_BREAK: ("SceneBreak", "Scene Break"),
}
BODY_FIRST = "BodyFirst"
# What a look puts around the story: no part of it, and left out when the file comes back.
FURNITURE = ("WriterDeskContact", "WriterDeskByline", "WriterDeskEnding", "WriterDeskTitle")
KIND_OF_NAME: Mapping[str, str] = {
    **{name.casefold(): kind for kind, (_, name) in STYLE_OF.items()},
    "body first": Kind.BODY,
    "body text": Kind.BODY,
    "normal": Kind.BODY,
    "subtitle": Kind.HEADING_2,
    "quote": Kind.QUOTE,
    "intense quote": Kind.QUOTE,
    "scene separator": Kind.SCENE_BREAK,
    "section break": Kind.SCENE_BREAK,
}
JUSTIFIED: Mapping[str, str] = {
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
    Align.JUSTIFY: "both",
}
NUMBERED: Mapping[str, str] = {
    "": "bullet",
    Numbering.DECIMAL: "decimal",
    Numbering.LOWER_LETTER: "lowerLetter",
    Numbering.UPPER_LETTER: "upperLetter",
    Numbering.LOWER_ROMAN: "lowerRoman",
    Numbering.UPPER_ROMAN: "upperRoman",
}
DEEPEST_LEVEL = 8
