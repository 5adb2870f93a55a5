"""What a Word file's styles and lists mean: which kind of paragraph, which marks, which numbers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import TypeAlias
from xml.etree.ElementTree import Element

from writerdesk.exchange.docx.names import KIND_OF_NAME, NUMBERED
from writerdesk.exchange.packages import local
from writerdesk.frozen import frozen
from writerdesk.manuscript import Kind, MarkName, Numbering

Looks: TypeAlias = Mapping[str, bool]
"""The marks a style or a run switches on or off."""

_TOGGLES: Mapping[str, str] = {
    "b": MarkName.BOLD,
    "i": MarkName.ITALIC,
    "smallCaps": MarkName.SMALL_CAPS,
    "strike": MarkName.STRIKE,
    "dstrike": MarkName.STRIKE,
    "u": MarkName.UNDERLINE,
    "vanish": "vanish",
    "webHidden": "webHidden",
    "caps": "caps",
}
_OFF = frozenset(("0", "false", "off", "none"))
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|rubrik) ?(\d)", re.IGNORECASE
)
_HEADINGS = (Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3)
_NUMBERING_OF = {word: ours for ours, word in NUMBERED.items()} | {"none": ""}


@frozen
class StyleIn:
    """One style as a file has it."""

    id: str
    name: str
    parent: str
    properties: Element | None
    looks: Looks


@frozen
class StyleSheet:
    """A file's styles and lists."""

    styles: Mapping[str, StyleIn] = field(default_factory=dict[str, StyleIn])
    lists: Mapping[str, Mapping[int, str]] = field(default_factory=dict[str, Mapping[int, str]])
    language: str = ""
    default: str = ""

    def chain(self, id: str) -> Iterator[StyleIn]:
        """Give a style and those it is based on, nearest first."""
        seen: set[str] = set()
        while id in self.styles and id not in seen:
            seen.add(id)
            yield self.styles[id]
            id = self.styles[id].parent

    def kind(self, id: str, properties: Element | None) -> str:
        """Return what kind of paragraph a style makes."""
        for outline in (properties, *(style.properties for style in self.chain(id))):
            level = number_of(child(outline, "outlineLvl"), 9)
            if level < 9:
                return self._named(id) or _HEADINGS[min(level, 2)]
        return self._named(id) or Kind.BODY

    def _named(self, id: str) -> str:
        for style in self.chain(id):
            name = style.name.casefold()
            if found := _HEADING.match(name):
                return _HEADINGS[min(max(int(found[1]), 1), 3) - 1]
            if name in KIND_OF_NAME:
                return KIND_OF_NAME[name]
        return ""

    def looks(self, id: str) -> Looks:
        """Return the marks a style sets, with those of the styles it is based on."""
        merged: dict[str, bool] = {}
        for style in self.chain(id):
            merged = {**style.looks, **merged}
        return merged

    def property(self, id: str, name: str) -> Element | None:
        """Return a paragraph property as a style or the ones it is based on say it."""
        for style in self.chain(id):
            if (found := child(style.properties, name)) is not None:
                return found
        return None

    def numbering(self, list_id: str, level: int) -> str:
        """Return how a level of a list is numbered."""
        return self.lists.get(list_id, {}).get(level, "")


def style_sheet(styles: Element | None, numbering: Element | None) -> StyleSheet:
    """Read ``styles.xml`` and ``numbering.xml``, either of which may be missing."""
    all_styles = {style.id: style for style in _styles(styles)}
    defaults = (
        one.get(_attribute(one, "styleId"), "")
        for one in (styles if styles is not None else ())
        if value_of(one, "default") in ("1", "true") and value_of(one, "type") == "paragraph"
    )
    language = _deep(styles, "docDefaults", "rPrDefault", "rPr", "lang")
    return StyleSheet(
        all_styles,
        dict(_lists(numbering)),
        value_of(language, "val") if language is not None else "",
        next(defaults, ""),
    )


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def value_of(element: Element | None, name: str = "val") -> str:
    """Return an attribute, whichever namespace the file has it in; empty if there is none."""
    if element is None:
        return ""
    return element.get(_attribute(element, name), "")


def number_of(element: Element | None, otherwise: int) -> int:
    """Return an element's value as a number."""
    value = value_of(element)
    return int(value) if re.fullmatch(r"\d{1,6}", value, re.ASCII) else otherwise


def looks_of(properties: Element | None) -> Looks:
    """Return the marks a run's properties switch on or off."""
    if properties is None:
        return {}
    return {
        _TOGGLES[name]: value_of(one) not in _OFF
        for one in properties
        if (name := local(one)) in _TOGGLES
    }


def _attribute(element: Element, name: str) -> str:
    return next((key for key, _ in element.items() if key.rpartition("}")[2] == name), name)


def _styles(styles: Element | None) -> Iterator[StyleIn]:
    for one in styles if styles is not None else ():
        if local(one) == "style":
            yield StyleIn(
                value_of(one, "styleId"),
                value_of(child(one, "name")),
                value_of(child(one, "basedOn")),
                child(one, "pPr"),
                looks_of(child(one, "rPr")),
            )


def _lists(numbering: Element | None) -> Iterator[tuple[str, Mapping[int, str]]]:
    kinds: dict[str, dict[int, str]] = {}
    for one in numbering if numbering is not None else ():
        if local(one) == "abstractNum":
            kinds[value_of(one, "abstractNumId")] = dict(_levels(one))
        elif local(one) == "num":
            levels = dict(kinds.get(value_of(child(one, "abstractNumId")), {}))
            for override in one:
                levels.update(_levels(override))
            yield value_of(one, "numId"), levels


def _levels(element: Element) -> Iterator[tuple[int, str]]:
    for one in element:
        if local(one) == "lvl":
            word = value_of(child(one, "numFmt")) or "decimal"
            level = value_of(one, "ilvl")
            if level.isdecimal():
                yield int(level), _NUMBERING_OF.get(word, Numbering.DECIMAL)


def _deep(element: Element | None, *names: str) -> Element | None:
    for name in names:
        element = child(element, name)
    return element
