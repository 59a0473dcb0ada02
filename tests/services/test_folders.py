"""Which files of a folder are taken in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from timeline_app.services.folders import files_below


def _make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def test_files_come_in_the_order_of_their_names_and_folders(tmp_path: Path) -> None:
    _make(tmp_path, "b.txt", "a.txt", "sub/c.txt", "alone.txt", ".hidden", ".git/config")
    found = [file.relative_to(tmp_path).as_posix() for file in files_below([tmp_path])]
    assert found == ["a.txt", "alone.txt", "b.txt", "sub/c.txt"]


def test_a_file_is_itself_even_where_it_is_missing(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    assert files_below([missing]) == [missing]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_links_lead_nowhere_else_and_never_round(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "secret.txt"
    _make(tmp_path, "secret.txt")
    _make(folder, "kept.txt")
    (folder / "round").symlink_to(folder)
    (folder / "out.txt").symlink_to(outside)
    (folder / "same.txt").symlink_to(folder / "kept.txt")
    (folder / "nothing.txt").symlink_to(folder / "gone.txt")
    os.mkfifo(tmp_path / "pipe")
    (folder / "pipe.txt").symlink_to(tmp_path / "pipe")
    assert [file.name for file in files_below([folder])] == ["kept.txt", "same.txt"]
