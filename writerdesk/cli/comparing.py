"""``compare`` tells what two texts share and where they part."""

import json
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from writerdesk.cli.beside import progress
from writerdesk.cli.command import Command, Parser, reads_files, writes_a_file
from writerdesk.memory import keep_what_is_freed
from writerdesk.words import _

if TYPE_CHECKING:
    from writerdesk.manuscript import Document

_STORY = ".writerdesk"


def _arguments(parser: Parser) -> None:
    text = _("a file, or a draft of a story: STORY.writerdesk#DRAFT")
    parser.what.add_argument("left", metavar="LEFT", help=text)
    parser.what.add_argument("right", metavar="RIGHT", help=text)
    parser.options.add_argument("--json", action="store_true", help=_("tell it for programs"))
    writes_a_file(parser)
    reads_files(parser)


def _run(words: Namespace) -> None:
    from writerdesk.compare import AS_USUAL, NOTHING_OVERLOOKED, compare, to_json
    from writerdesk.compare.report import headline, report
    from writerdesk.exchange import write_whole

    keep_what_is_freed()
    # Typography and format are told in JSON only; not to look for them takes less time.
    settings = NOTHING_OVERLOOKED if words.json else AS_USUAL
    with progress() as now:
        now(_("Reading {name}…").format(name=Path(words.left).name))
        left = _text(words.left, words)
        now(_("Reading {name}…").format(name=Path(words.right).name))
        right = _text(words.right, words)
        now(_("Comparing…"))
        comparison = compare(left, right, settings=settings)
    # Two of one name are told apart as they were asked for.
    same = left.title == right.title
    names = (words.left, words.right) if same else (left.title, right.title)
    if words.to:
        page = report(comparison, names)
        write_whole(Path(words.to), page.encode(), force=words.force)
    if words.json:
        print(json.dumps(to_json(comparison), ensure_ascii=False))
    elif not words.to:
        print(headline(comparison, names))


def _text(word: str, given: Namespace) -> "Document":
    """Return the text of a file or of a draft of a story, with what it is called as its title."""
    from writerdesk.exchange import Wishes, read_file

    head, mark, draft = word.partition(f"{_STORY}#")
    if mark or word.endswith(_STORY):
        return _draft(Path(head + _STORY if mark else word), draft)
    wishes = Wishes(encoding=given.encoding or "", as_is=given.as_is)
    return replace(read_file(Path(word), wishes).documents[0], title=Path(word).name)


def _draft(path: Path, word: str) -> "Document":
    from writerdesk.cli.stories import chosen_draft, no_draft, opened
    from writerdesk.story.naming import shown_names

    with opened(path) as keeping:
        if not word:
            raise no_draft(keeping.story, word, path)
        draft = chosen_draft(keeping.story, word, path)
        return replace(draft.text, title=shown_names(keeping.story)[draft.id])


COMPARE = Command(
    "compare",
    lambda: _("Tell what two texts share and where they part."),
    _arguments,
    _run,
)
