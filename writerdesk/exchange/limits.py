"""How large what we read may be; beyond it a file is refused instead of half read."""

from collections.abc import Collection

from writerdesk.child_limits import Limits
from writerdesk.problem import Kind, Problem

# The longest novels have 3 MB of text; a file of this size with pictures is still a story.
LARGEST_FILE = 100 * 1024**2
LARGEST_PART = 64 * 1024**2
MOST_PARTS = 4096
# Text packs 3 to 10 times smaller; only a file made to harm packs more than this.
HIGHEST_RATIO = 200
DEEPEST = 256
MOST_CHARACTERS = 20_000_000
MOST_PARAGRAPHS = 400_000
# A reader child: twice the time the largest file takes here, and the memory our bar allows.
READER = Limits(seconds=30, memory=1024**3)


def check_size(texts: Collection[str]) -> None:
    """Refuse more text than a draft can hold."""
    if len(texts) > MOST_PARAGRAPHS or sum(map(len, texts)) > MOST_CHARACTERS:
        raise Problem(Kind.TOO_LARGE)
