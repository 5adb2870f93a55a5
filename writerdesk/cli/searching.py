"""Search from the command line: in all drafts, notes and sheets of a story."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from writerdesk.cli.command import Command, Parser
from writerdesk.cli.stories import opened
from writerdesk.words import _, ngettext

if TYPE_CHECKING:
    from writerdesk.manuscript import Passage
    from writerdesk.story.searching import Concordance, Find, Finds, Line
    from writerdesk.story.story import Story

# What a terminal's line shows around the first word found.
_AROUND = 36


def _arguments(parser: Parser) -> None:
    parser.what.add_argument("project", metavar="PROJECT", help=_("the story's file"))
    parser.what.add_argument(
        "words", metavar="WORDS", nargs="+", help=_("what to look for; in quotes, a phrase")
    )
    parser.options.add_argument(
        "--concordance",
        action="store_true",
        help=_("every place of these words in a row, in all drafts, one under the other"),
    )
    parser.options.add_argument("--json", action="store_true", help=_("tell it for programs"))


def _search(given: argparse.Namespace) -> None:
    from writerdesk.story.searching import StorySearch

    with opened(Path(given.project)) as keeping:
        story = keeping.story
    search = StorySearch()
    search.update(story)
    wanted = " ".join(given.words)
    if given.concordance:
        _tell(given, search.concordance(wanted), story)
    else:
        _answer(given, search.find(wanted), story)
    search.close()


def _answer(given: argparse.Namespace, found: "Finds", story: "Story") -> None:
    if given.json:
        print(json.dumps([_to_json(story, one) for one in found.finds], ensure_ascii=False))
    else:
        _print(story, found, " ".join(given.words))


def _tell(given: argparse.Namespace, told: "Concordance", story: "Story") -> None:
    if given.json:
        lines = [
            {"draft": story.draft(one.passage.draft).letter, **_around(one)} for one in told.lines
        ]
        print(json.dumps(lines, ensure_ascii=False))
        return
    for one in told.lines:
        before = " ".join(one.before.split())[-_AROUND:]
        after = " ".join(one.after.split())[:_AROUND]
        letter, words = story.draft(one.passage.draft).letter, " ".join(one.words.split())
        print(f"{letter}{_number(story, one.passage):<5} {before:>{_AROUND}} {words} {after}")
    if not told.exact:
        print(_("There are more places; these are the first."))


def _around(one: "Line") -> Mapping[str, str]:
    return {"before": one.before, "words": one.words, "after": one.after}


def _print(story: "Story", found: "Finds", wanted: str) -> None:
    for one in found.finds:
        print(f"{_where(story, one)}  {_shown(one)}")
    if found.left_out:
        more = ngettext("{count} place more", "{count} places more", found.left_out)
        print(more.format(count=found.left_out))
    if not found.finds:
        told = _("Nothing found for “{wanted}”.")
        if found.nearest:
            told = _("Nothing found for “{wanted}”. Nearest: {word}.")
        print(told.format(wanted=wanted, word=found.nearest))


def _where(story: "Story", one: "Find") -> str:
    from writerdesk.story.searching import FoundIn

    told: Mapping[FoundIn, str] = {FoundIn.NOTE: _("note"), FoundIn.SHEET: _("sheet")}
    if one.where in told:
        return told[one.where]
    return f"{story.draft(one.item).letter}{_paragraph(story, one)}"


def _paragraph(story: "Story", one: "Find") -> int:
    """Return the number of a paragraph of a draft, counted from 1; 0 where there is none."""
    return _number(story, one.passages[0]) if one.passages else 0


def _number(story: "Story", passage: "Passage") -> int:
    place = story.draft(passage.draft).text.place_of(passage.paragraphs[0])
    return 0 if place is None else place + 1


def _shown(one: "Find") -> str:
    """Return the words found with a little of what is around them, on one line."""
    at = one.spans[0][0] if one.spans else 0
    start, end = max(0, at - _AROUND), at + _AROUND
    before, after = "…" if start else "", "…" if end < len(one.text) else ""
    return f"{before}{' '.join(one.text[start:end].split())}{after}"


def _to_json(story: "Story", one: "Find") -> Mapping[str, object]:
    told = {"where": one.where.value, "text": one.text, "spans": one.spans}
    if not one.passages:
        return told
    letter = story.draft(one.item).letter
    return {**told, "draft": letter, "paragraph": _paragraph(story, one)}


SEARCH = Command("search", lambda: _("Find words in the whole story."), _arguments, _search)
