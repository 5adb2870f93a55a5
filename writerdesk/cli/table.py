"""Every command there is, in the order ``--help`` lists them."""

from writerdesk.cli.command import Command

COMMANDS: tuple[Command, ...] = ()
