"""Where the writer was when WriterDesk was stopped: told by what the recovery log gave back."""

from collections.abc import Sequence

from writerdesk.frozen import frozen
from writerdesk.manuscript import Change, Document, Place, splices
from writerdesk.manuscript.alike import common_end

# As many of the last words as make their place known.
_WORDS = 5


@frozen
class Stopped:
    """The draft last written on, the place the writing stopped at, and the words before it."""

    draft: str
    place: Place
    words: str


def where_stopped(changes: Sequence[Change]) -> Stopped | None:
    """Return where the last of the recovered changes left off; None if no text was changed."""
    for change in reversed(changes):
        after = change.after
        if isinstance(after, Document) and len(after):
            return _stopped(change.id, change.before, after)
    return None


def _stopped(draft: str, before: object, after: Document) -> Stopped:
    known = before if isinstance(before, Document) else Document()
    changed = splices(known, after) if known.ids else ()
    items = [item for splice in changed for item in splice.items if item[1].text]
    id, paragraph = items[-1] if items else (after.ids[-1], after.paragraphs[-1])
    place = known.place_of(id)
    end = _written_up_to("" if place is None else known.paragraphs[place].text, paragraph.text)
    return Stopped(draft, Place(id, end), " ".join(paragraph.text[:end].split()[-_WORDS:]))


def _written_up_to(before: str, after: str) -> int:
    """Return where in a paragraph the writing stopped: what follows was there before."""
    kept = common_end(before, after)
    return len(after) - kept if kept < len(after) else len(after)
