"""The program in a shell: the same services, with no window."""

from timeline_app.cli.commands import main

__all__ = ["main"]
