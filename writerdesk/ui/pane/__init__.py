"""The comparison pane: two to four drafts read as one."""

from typing import TYPE_CHECKING

from writerdesk.late import late

if TYPE_CHECKING:
    from writerdesk.ui.pane.pane import ComparisonPane
    from writerdesk.ui.pane.scene import Column

__all__ = ["Column", "ComparisonPane"]

__getattr__ = late(__name__, {"ComparisonPane": "pane", "Column": "scene"})
