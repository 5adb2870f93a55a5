"""The page drafts are compared on: what stands in its columns, and what is asked for there."""

from writerdesk.ui.compare_page.page import ComparePage

__all__ = ["ComparePage"]
