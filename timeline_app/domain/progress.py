"""How long work reports where it is, and learns that it should stop."""

from __future__ import annotations

from typing import Final, Protocol


class Progress(Protocol):
    """Passed to every job over 0.3 seconds; the window, the shell and the tests each bring one."""

    def step(self, done: int, total: int, note: str = "") -> None:
        """Say that `done` of `total` steps are finished. Raises Cancelled when told to stop."""


class NoProgress:
    """A progress that nobody watches."""

    def step(self, done: int, total: int, note: str = "") -> None:
        """Ignore the step."""


UNWATCHED: Final[Progress] = NoProgress()
"""Serves every job that nobody watches: it has no state."""
