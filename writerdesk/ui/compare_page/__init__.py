"""The page drafts are compared on: what stands in its columns, and what is asked for there."""

from typing import TYPE_CHECKING

from writerdesk.late import late

if TYPE_CHECKING:
    from writerdesk.ui.compare_page.page import ComparePage

__all__ = ["ComparePage"]

__getattr__ = late(__name__, {"ComparePage": "page"})
