"""The command line; no Qt, no display."""

from writerdesk.cli.running import is_ours, main

__all__ = ["is_ours", "main"]
