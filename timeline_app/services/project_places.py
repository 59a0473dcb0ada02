"""Where projects are kept, and which were open lately."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from timeline_app.domain import UserError

PROJECT_SUFFIX = ".timeline"
_FOLDER_VARIABLE = "TIMELINE_APP_DATA"
_LONGEST_LIST = 12
_DATABASE = b"SQLite format 3\0"


def data_folder() -> Path:
    """The folder of the user's own projects and lists, made when it is missing.

    The environment variable TIMELINE_APP_DATA names another one.
    """
    override = os.environ.get(_FOLDER_VARIABLE)
    if override:
        folder = Path(override)
    else:
        from platformdirs import user_data_path

        folder = user_data_path("timeline-app", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def default_project_path() -> Path:
    """The project that is open when nobody has chosen one."""
    return data_folder() / f"My timeline{PROJECT_SUFFIX}"


def recent_projects_file() -> Path:
    """Where the list of recent projects is kept."""
    return data_folder() / "recent.json"


def require_no_project(target: Path, opened: Path) -> None:
    """Refuse to write over the open project, or another one. Raises UserError."""
    # By its name alone: whoever reads the open project lets go of its lock.
    if target.exists() and opened.exists() and target.samefile(opened):
        raise UserError("The file to write needs another name than the project itself.")
    if target.is_file():
        with suppress(OSError), target.open("rb") as file:
            if file.read(len(_DATABASE)) == _DATABASE:
                raise UserError(
                    f"“{target.name}” is a project or another database. Choose another name."
                )


def unused_path(path: Path) -> Path:
    """The path itself, or the next free one: "New project 2.timeline"."""
    candidate, number = path, 2
    while candidate.exists():
        candidate = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return candidate


class RecentProjects:
    """The projects that were open lately, the latest first. A damaged list counts as empty."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def list(self) -> tuple[Path, ...]:
        """The projects that still exist."""
        return tuple(path for path in self._read() if path.is_file())

    def add(self, path: Path) -> None:
        """Put a project first. Where the list cannot be written, it stays as it is."""
        path = path.absolute()
        others = (other for other in self.list() if other != path)
        self._write((path, *others)[:_LONGEST_LIST])

    def _read(self) -> tuple[Path, ...]:
        try:
            names = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ()
        if not isinstance(names, list):
            return ()
        return tuple(Path(name) for name in names if isinstance(name, str))

    def _write(self, paths: Sequence[Path]) -> None:
        unfinished = self._file.with_name(self._file.name + ".part")
        try:
            unfinished.write_text(json.dumps([str(path) for path in paths]), encoding="utf-8")
            unfinished.replace(self._file)
        except OSError:
            unfinished.unlink(missing_ok=True)


def project_at_start(wanted: Path | None, recent: RecentProjects) -> Path:
    """The project asked for, else the last one, else the user's own."""
    latest = next(iter(recent.list()), None)
    return (wanted or latest or default_project_path()).absolute()
