"""Every command there is, in the order ``--help`` lists them."""

from writerdesk.cli.command import Command
from writerdesk.cli.comparing import COMPARE
from writerdesk.cli.converting import CONVERT
from writerdesk.cli.drafts import DRAFTS
from writerdesk.cli.exporting import EXPORT
from writerdesk.cli.purging import PURGE
from writerdesk.cli.searching import SEARCH
from writerdesk.cli.versions import VERSIONS

COMMANDS: tuple[Command, ...] = (*DRAFTS, EXPORT, CONVERT, COMPARE, SEARCH, *VERSIONS, PURGE)
