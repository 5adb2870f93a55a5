"""What other programs put on the clipboard or drop, as paragraphs of ours.

HTML goes through our own reader, never through Qt's. A whole draft pasted on an empty page goes
through intake, as a file would.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from writerdesk.manuscript import Document, Paragraph

if TYPE_CHECKING:
    from writerdesk.exchange import Imported

# More than any page with a story has; a page of this size is read in a second.
_LONGEST_PAGE = 4_000_000


def passage_in(data: QMimeData) -> Sequence[Paragraph]:
    """Return the paragraphs another program offers as HTML; none if it offers no words that way."""
    html = _html(data)
    if not html:
        return ()
    from writerdesk.exchange.html_reader import html_in

    return html_in(html).documents[0].paragraphs


def whole_draft_in(data: QMimeData, page: Document) -> "Imported | None":
    """Return a draft that is pasted on an empty page, read as a file of it would be."""
    if any(paragraph.text for paragraph in page.paragraphs):
        return None
    from writerdesk.exchange.reading import read_pasted_page, read_pasted_text

    html = _html(data)
    imported = read_pasted_page(html) if html else read_pasted_text(data.text())
    return imported if len(imported.documents[0]) > 1 else None


def _html(data: QMimeData) -> str:
    html = data.html() if data.hasHtml() else ""
    return html if len(html) <= _LONGEST_PAGE else ""
