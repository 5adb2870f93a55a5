"""``purge`` takes a draft out of everything that is kept, for good."""

import argparse
from pathlib import Path

from writerdesk.cli.command import Command, Parser
from writerdesk.cli.stories import chosen_draft, opened
from writerdesk.words import _, ngettext


def _arguments(parser: Parser) -> None:
    parser.what.add_argument("project", metavar="PROJECT", help=_("the story's file"))
    parser.what.add_argument(
        "--draft", metavar="D", required=True, help=_("its number, letter or name")
    )
    parser.options.add_argument(
        "--for-good", action="store_true", help=_("do it; without this it is only told")
    )


def _purge(given: argparse.Namespace) -> None:
    from writerdesk.story.purging import gone_with

    path = Path(given.project)
    with opened(path) as keeping:
        draft = chosen_draft(keeping.story, given.draft, path, with_deleted=True)
        ids = gone_with(keeping.story, draft.id)
        versions = len(keeping.history(draft.id))
        if given.for_good:
            keeping.purge(keeping.story, ids)
    also = ngettext(
        "Draft {letter}, its {versions} version",
        "Draft {letter}, its {versions} versions",
        versions,
    ).format(letter=draft.letter, versions=versions)
    if given.for_good:
        print(_("{what} and what quotes it are gone, also from backups.").format(what=also))
    else:
        told = _(
            "{what} and the notes, ties and verdicts that quote it would be gone for good, also "
            "from backups. Say --for-good to do it."
        )
        print(told.format(what=also))


PURGE = Command("purge", lambda: _("Take a draft out of all that is kept."), _arguments, _purge)
