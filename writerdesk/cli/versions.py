"""Versions, checks and mirrors from the command line: history, restore, check, mirror."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from writerdesk.cli.command import Command, Parser
from writerdesk.cli.stories import chosen_draft, opened
from writerdesk.problem import Kind, Problem
from writerdesk.words import _, ngettext

if TYPE_CHECKING:
    from writerdesk.project import Audit, Revision


def _of_a_draft(parser: Parser) -> None:
    parser.what.add_argument("project", metavar="PROJECT", help=_("the story's file"))
    parser.what.add_argument(
        "--draft", metavar="D", required=True, help=_("its number, letter or name")
    )


def _history(given: argparse.Namespace) -> None:
    with opened(Path(given.project)) as keeping:
        draft = chosen_draft(keeping.story, given.draft, Path(given.project))
        for revision in keeping.history(draft.id):
            print(_line(revision))


def _line(revision: "Revision") -> str:
    from writerdesk.story.sentences import why_told

    when = revision.time.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    return f"{revision.number:>5}  {when}  {revision.name or why_told(revision.why)}".rstrip()


def _restore_arguments(parser: Parser) -> None:
    _of_a_draft(parser)
    parser.what.add_argument(
        "version", metavar="VERSION", type=int, help=_("its number in the history")
    )


def _restore(given: argparse.Namespace) -> None:
    from writerdesk.story.drafting import edit_text

    path = Path(given.project)
    with opened(path, to_change=True) as keeping:
        draft = chosen_draft(keeping.story, given.draft, path)
        known = {revision.number: revision for revision in keeping.history(draft.id)}
        if given.version not in known:
            raise Problem(Kind.NO_SUCH_VERSION, path=path, version=given.version)
        text = keeping.version(draft.id, known[given.version])
        keeping.mark(draft.id, "before a restore")
        keeping.save(edit_text(keeping.story, draft.id, text), why="restored")
        now = keeping.history(draft.id)[-1].number
    told = _("Draft {letter} is as in version {version} again, which is now version {now}.")
    print(told.format(letter=draft.letter, version=given.version, now=now))


def _check_arguments(parser: Parser) -> None:
    parser.what.add_argument("project", metavar="PROJECT", help=_("the story's file"))


def _check(given: argparse.Namespace) -> None:
    from writerdesk.project import audit

    path = Path(given.project)
    seen = audit(path)
    if not seen.is_whole:
        print("\n".join(_damage(seen)))
        raise Problem(Kind.PARTLY_DAMAGED, path=path)
    told = ngettext(
        "All is as it was written: {paragraphs} paragraph in {versions} versions.",
        "All is as it was written: {paragraphs} paragraphs in {versions} versions.",
        seen.paragraphs,
    )
    print(told.format(paragraphs=seen.paragraphs, versions=seen.revisions))


def _damage(seen: "Audit") -> list[str]:
    damaged = len(seen.damaged_paragraphs)
    told: list[str] = []
    if damaged:
        line = ngettext(
            "{damaged} of {paragraphs} paragraphs is damaged.",
            "{damaged} of {paragraphs} paragraphs are damaged.",
            damaged,
        )
        told.append(line.format(damaged=damaged, paragraphs=seen.paragraphs))
    if seen.damaged_revisions:
        line = ngettext(
            "Versions of {count} part of the story are damaged.",
            "Versions of {count} parts of the story are damaged.",
            len(seen.damaged_revisions),
        )
        told.append(line.format(count=len(seen.damaged_revisions)))
    if seen.structure:
        told.append(_("The file's own structure is damaged."))
    return told


def _mirror_arguments(parser: Parser) -> None:
    parser.what.add_argument("project", metavar="PROJECT", help=_("the story's file"))
    parser.what.add_argument(
        "folder", metavar="FOLDER", help=_("where the files go; only those made here are replaced")
    )


def _mirror(given: argparse.Namespace) -> None:
    from writerdesk.project import mirror
    from writerdesk.story.mirroring import mirror_files

    with opened(Path(given.project)) as keeping:
        files = mirror_files(keeping.story)
    mirror(Path(given.folder), files)
    for name in files:
        print(name)


VERSIONS = (
    Command("history", lambda: _("Tell the versions of a draft."), _of_a_draft, _history),
    Command("restore", lambda: _("Make a draft as it was."), _restore_arguments, _restore),
    Command("check", lambda: _("Look whether a story's file is whole."), _check_arguments, _check),
    Command(
        "mirror", lambda: _("Write the whole story as plain files."), _mirror_arguments, _mirror
    ),
)
