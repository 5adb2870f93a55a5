"""Keeps records on disk, safely."""

from writerdesk.project.auditing import Audit, audit
from writerdesk.project.backups import backups_at
from writerdesk.project.creating import set_aside
from writerdesk.project.failures import told_as_problems
from writerdesk.project.heads import Loss
from writerdesk.project.lock import Holder
from writerdesk.project.mirror import mirror
from writerdesk.project.project import Clock, Draw, Project, Saved, Unsaved
from writerdesk.project.recovery import Recovered
from writerdesk.project.revisions import Revision
from writerdesk.project.schema import ENDING

__all__ = [
    "ENDING",
    "Audit",
    "Clock",
    "Draw",
    "Holder",
    "Loss",
    "Project",
    "Recovered",
    "Revision",
    "Saved",
    "Unsaved",
    "audit",
    "backups_at",
    "mirror",
    "set_aside",
    "told_as_problems",
]
