"""Keeps records on disk, safely."""

from writerdesk.project.chains import Loss
from writerdesk.project.project import Clock, Draw, Project, Saved
from writerdesk.project.recovery import Recovered
from writerdesk.project.revisions import Revision

__all__ = ["Clock", "Draw", "Loss", "Project", "Recovered", "Revision", "Saved"]
