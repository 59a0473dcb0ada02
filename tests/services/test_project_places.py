"""Projects have a place from the first second, and are remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.services.library import Library
from timeline_app.services.project_places import (
    RecentProjects,
    data_folder,
    default_project_path,
    recent_projects_file,
)


def test_the_default_project_can_be_opened_at_once(tmp_path: Path) -> None:
    path = default_project_path()
    assert path.parent == data_folder() == tmp_path / "data"
    library = Library.open(path)
    assert library.path == path
    library.close()
    assert path.is_file()


def test_without_an_override_the_folder_is_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIMELINE_APP_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    assert data_folder().name == "timeline-app"
    assert data_folder().is_dir()


def test_recent_projects_come_latest_first_and_only_while_they_exist(tmp_path: Path) -> None:
    recent = RecentProjects(recent_projects_file())
    assert recent.list() == ()
    paths = [tmp_path / f"{number}.timeline" for number in range(15)]
    for path in paths:
        path.touch()
        recent.add(path)
    recent.add(paths[12])
    again = RecentProjects(recent_projects_file())
    assert again.list()[:3] == (paths[12], paths[14], paths[13])
    assert len(again.list()) == 12
    paths[14].unlink()
    assert paths[14] not in again.list()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"7", b"[1, null]"])
def test_a_damaged_list_counts_as_empty(content: bytes, tmp_path: Path) -> None:
    recent_projects_file().write_bytes(content)
    recent = RecentProjects(recent_projects_file())
    assert recent.list() == ()
    project = tmp_path / "a.timeline"
    project.touch()
    recent.add(project)
    assert recent.list() == (project,)


def test_a_list_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    recent = RecentProjects(tmp_path / "no such folder" / "recent.json")
    recent.add(tmp_path)
    assert recent.list() == ()
