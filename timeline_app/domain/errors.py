"""Errors of the user's world, not bugs of ours: an unreadable file, a date nobody can parse."""

from __future__ import annotations


class UserError(Exception):
    """Something about a file or an input that the user can understand and act on.

    Its message is one plain sentence, or two: what happened, and what to do. Anything else that
    is raised is a bug of the program.
    """


class Cancelled(Exception):
    """The user asked for the running job to stop. Nothing of it is kept."""


class DamagedProject(UserError):
    """A project file is not whole: what can be read of it can be brought into a new one."""


class ProjectInUse(UserError):
    """A project file is held by another window, program or computer."""
