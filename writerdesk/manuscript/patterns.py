"""Finding by regular expression; quotes and dashes are overlooked here too.

A pattern sees signs folded one for one, straight for curly, so that what it counts stands there.
"""

import re
from collections.abc import Callable

from writerdesk.manuscript.document import Document
from writerdesk.manuscript.finding import Found
from writerdesk.manuscript.paragraph import Kind as ParagraphKind
from writerdesk.problem import Kind, Problem

_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ‹›", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("–—―‑‐", "-"),
        **dict.fromkeys("\u00a0\u202f\u2009", " "),
    }
)


def find_pattern(
    document: Document, pattern: str, *, keep_case: bool = False, whole_words: bool = False
) -> tuple[Found, ...]:
    """Return every place a regular expression fits; raises a `Problem` if it is none."""
    compiled = _compiled(pattern, keep_case=keep_case, whole_words=whole_words)
    return tuple(
        Found(number, *match.span())
        for number, paragraph in enumerate(document.paragraphs)
        if paragraph.kind != ParagraphKind.SCENE_BREAK
        for match in compiled.finditer(paragraph.text.translate(_ONE_FOR_ONE))
        if match.group()
    )


def filled_in(pattern: str, instead: str) -> Callable[[str], str]:
    r"""Return what puts ``instead`` where words were; ``\1`` is the pattern's first group."""
    compiled = _compiled(pattern, keep_case=False, whole_words=False)

    def words_for(found: str) -> str:
        match = compiled.match(found.translate(_ONE_FOR_ONE))

        def group(reference: re.Match[str]) -> str:
            number = int(reference[1])
            if match is None or number > compiled.groups or match.start(number) < 0:
                return ""
            # The signs in it are those that stand in the real text.
            return found[match.start(number) : match.end(number)]

        return re.sub(r"\\(\d)", group, instead)

    return words_for


def _compiled(pattern: str, *, keep_case: bool, whole_words: bool) -> re.Pattern[str]:
    wanted = rf"(?<!\w)(?:{pattern})(?!\w)" if whole_words else pattern
    try:
        return re.compile(wanted, 0 if keep_case else re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise Problem(Kind.NOT_A_PATTERN, pattern=pattern, reason=str(error)) from None
