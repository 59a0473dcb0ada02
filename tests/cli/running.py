"""Runs commands as a shell would, all of them with the same reading processes."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from timeline_app.cli import main
from timeline_app.services.workers import ReadingPool

POOL = ReadingPool(2)
"""Starts nothing until it is used; closed at the end of the session."""


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    """Run a command with its arguments."""
    return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin, obj=POOL)
