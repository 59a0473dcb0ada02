"""Writes a project that is known from elsewhere than its file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from timeline_app.domain import Change
from timeline_app.storage.copying import whole_database
from timeline_app.storage.project_file import ProjectFile


def write_anew(target: Path, contents: Change, at: str) -> None:
    """Write a project file that `contents` is the only step of; `at` is UTC in ISO 8601.

    Raises UserError; what was at `target` is then untouched.
    """
    with whole_database(target) as unfinished, closing(ProjectFile.open(unfinished)) as file:
        file.commit(contents, at)
