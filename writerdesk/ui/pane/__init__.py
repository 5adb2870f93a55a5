"""The comparison pane: two to four drafts read as one."""

from writerdesk.ui.pane.pane import ComparisonPane
from writerdesk.ui.pane.scene import Column

__all__ = ["Column", "ComparisonPane"]
