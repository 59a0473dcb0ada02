"""The files of a folder that somebody dropped or named."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def files_below(paths: Iterable[Path]) -> list[Path]:
    """Files as they are, and in the place of each folder the files in it and below, by name.

    Hidden files and folders are left out. Links to folders are not followed, and links to files
    only where they stay within the folder: a link can lead anywhere, and round in circles.
    """
    return [file for path in paths for file in (_walk(path) if path.is_dir() else [path])]


def _walk(folder: Path) -> list[Path]:
    inside = folder.resolve()
    found: list[Path] = []
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = (Path(place, name) for name in sorted(names) if not name.startswith("."))
        found += (file for file in files if _is_within(file, inside))
    return found


def _is_within(file: Path, folder: Path) -> bool:
    if not file.is_symlink():
        return True
    target = file.resolve()
    return target.is_relative_to(folder) and target.is_file()
