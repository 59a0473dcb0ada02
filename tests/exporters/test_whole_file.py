"""A file is there whole, or not at all."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from timeline_app.domain import UserError
from timeline_app.exporters import write_whole


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file may grow beyond `size` bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_replaces_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_full_disk_is_said_and_the_old_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")
    with largest_file(1_000), pytest.raises(UserError, match="has no room for “out"):
        write_whole(target, b"x" * 100_000)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist"):
        write_whole(tmp_path / "nowhere" / "out.pdf", b"x")


def test_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="does not exist"):
        write_whole(tmp_path / "file" / "out.pdf", b"x")


def test_folder_nobody_can_write_to_is_said() -> None:
    with pytest.raises(UserError, match="cannot be written to"):
        write_whole(Path("/proc/out.pdf"), b"x")


def test_folder_as_target_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        write_whole(tmp_path, b"x")


def test_name_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="too long"):
        write_whole(tmp_path / ("n" * 300), b"x")
