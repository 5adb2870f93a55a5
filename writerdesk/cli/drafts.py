"""Stories from the command line: make one, add drafts to it, tell what is in it."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from writerdesk.cli.beside import progress, tell
from writerdesk.cli.command import Command, Parser, reads_files
from writerdesk.cli.stories import created, opened
from writerdesk.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from writerdesk.exchange import Imported
    from writerdesk.story.items import Draft
    from writerdesk.story.keeping import Keeping
    from writerdesk.story.story import Story


def _new_arguments(parser: Parser) -> None:
    _takes_a_story(parser)
    parser.what.add_argument("file", metavar="FILE", nargs="*", help=_("a draft to begin with"))
    reads_files(parser)


def _import_arguments(parser: Parser) -> None:
    _takes_a_story(parser)
    parser.what.add_argument("file", metavar="FILE", nargs="+", help=_("a file to make a draft of"))
    reads_files(parser)
    parser.options.add_argument(
        "--beside",
        action="store_true",
        help=_("the files are notes, sheets or judgements, as export and mirror write them"),
    )


def _drafts_arguments(parser: Parser) -> None:
    _takes_a_story(parser)
    parser.options.add_argument("--json", action="store_true", help=_("tell it for programs"))


def _takes_a_story(parser: Parser) -> None:
    parser.what.add_argument("project", metavar="PROJECT", help=_("the story's file"))


def _new(given: argparse.Namespace) -> None:
    # Everything is read before anything is made: a file that can't be read leaves no half story.
    with progress() as now:
        files = _read(given, now)
        now(_("Writing {name}…").format(name=Path(given.project).name))
        with created(Path(given.project)) as keeping:
            drafts = _add(keeping, files)
            story = keeping.story
    _tell_of(story, drafts, files)


def _import(given: argparse.Namespace) -> None:
    if given.beside:
        _import_beside(given)
        return
    with progress() as now:
        files = _read(given, now)
        now(_("Writing {name}…").format(name=Path(given.project).name))
        with opened(Path(given.project), to_change=True) as keeping:
            drafts = _add(keeping, files)
            story = keeping.story
    _tell_of(story, drafts, files)


def _import_beside(given: argparse.Namespace) -> None:
    from writerdesk.story.beside_files import bring_in_beside, read_beside
    from writerdesk.story.beside_sentences import came_told, left_told

    with opened(Path(given.project), to_change=True) as keeping:
        files = [read_beside(Path(name), keeping.story) for name in given.file]
        brought = bring_in_beside(keeping.story, files, keeping.identities)
        keeping.save(brought.story, why="intake")
    print("\n".join(came_told(brought)))
    tell(left_told(brought))


def _drafts(given: argparse.Namespace) -> None:
    with progress() as now:
        now(_("Reading {name}…").format(name=Path(given.project).name))
        with opened(Path(given.project)) as keeping:
            story = keeping.story
    if given.json:
        print(json.dumps(_told_to_programs(story), ensure_ascii=False, indent=1))
    else:
        _print(story, story.drafts)


def _read(
    given: argparse.Namespace, now: "Callable[[str], None]"
) -> "Sequence[tuple[str, Imported]]":
    from writerdesk.exchange import Wishes, read_file

    wishes = Wishes(encoding=given.encoding or "", as_is=given.as_is)
    read: list[tuple[str, Imported]] = []
    for number, name in enumerate(given.file, start=1):
        told = _("Reading {number} of {count}: {name}…")
        now(told.format(number=number, count=len(given.file), name=Path(name).name))
        read.append((Path(name).name, read_file(Path(name), wishes)))
    return read


def _add(
    keeping: "Keeping", files: "Sequence[tuple[str, Imported]]"
) -> "Sequence[tuple[Draft, ...]]":
    """Make drafts of files and return them, file by file."""
    from writerdesk.story.bringing_in import bring_in, with_goals

    new: list[frozenset[str]] = []
    for name, imported in files:
        brought = bring_in(keeping.story, imported, name, keeping.identities)
        # The text as it came is the first entry of a draft's history.
        keeping.save(brought.raw, why="file")
        # There is nobody to ask here: what an introduction names is the goal.
        goals = dict.fromkeys(brought.drafts, imported.goal)
        keeping.story = with_goals(brought.story, goals)
        keeping.save(keeping.story, why="intake")
        new.append(frozenset(brought.drafts))
    drafts = keeping.story.drafts
    return [tuple(draft for draft in drafts if draft.id in ids) for ids in new]


def _tell_of(
    story: "Story",
    drafts: "Sequence[tuple[Draft, ...]]",
    files: "Sequence[tuple[str, Imported]]",
) -> None:
    """Print the new drafts, and beside them what was done to each on the way in."""
    from writerdesk.exchange.sentences import done_sentence, left_out_sentence

    _print(story, [draft for some in drafts for draft in some])
    for some, (_name, imported) in zip(drafts, files, strict=True):
        letters = ", ".join(draft.letter for draft in some)
        done = map(done_sentence, imported.done)
        left_out = map(left_out_sentence, imported.left_out)
        tell(
            _("{letter}: {sentence}").format(letter=letters, sentence=sentence)
            for sentence in (*done, *left_out)
        )


def _print(story: "Story", drafts: "Sequence[Draft]") -> None:
    from writerdesk.story.facts import counted, facts
    from writerdesk.story.naming import shown_names

    names = shown_names(story)
    for draft in drafts:
        known = facts(story, draft, counted(draft.text).total)
        line = _("{letter}  {name}: {words}")
        if known.cut_off:
            line = _("{letter}  {name}: {words}, ends “…{last}”")
        name = names[draft.id] or _("Empty page")
        words = _words(known.words, known.goal)
        print(line.format(letter=draft.letter, name=name, words=words, last=known.cut_off))


def _words(words: int, goal: int) -> str:
    if goal:
        return _("{words:,} of {goal:,} words").format(words=words, goal=goal)
    return ngettext("{words:,} word", "{words:,} words", words).format(words=words)


def _told_to_programs(story: "Story") -> list[dict[str, object]]:
    from writerdesk.story.facts import counted, facts
    from writerdesk.story.naming import shown_names

    names = shown_names(story)
    told: list[dict[str, object]] = []
    for number, draft in enumerate(story.drafts, start=1):
        known = facts(story, draft, counted(draft.text).total)
        last = max((n for n, p in enumerate(draft.text.paragraphs, 1) if p.text.strip()), default=0)
        defect = {"kind": "ends_mid_sentence", "paragraph": last, "text": f"…{known.cut_off}"}
        told.append(
            {
                "number": number,
                "name": names[draft.id],
                "letter": draft.letter,
                "words": known.words,
                "goal": known.goal,
                "defects": [defect] if known.cut_off else [],
            }
        )
    return told


DRAFTS = (
    Command("new", lambda: _("Make a story, with a draft for each file."), _new_arguments, _new),
    Command("import", lambda: _("Add a draft for each file."), _import_arguments, _import),
    Command("drafts", lambda: _("Tell which drafts there are."), _drafts_arguments, _drafts),
)
