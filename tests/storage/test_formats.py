"""Projects of older formats are brought up to date, or shown as they are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.domain import Change, Edit, Event, Preferences, WeekStart
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.storage import Contents, ProjectFile
from timeline_app.storage.database import _open_for_viewing

_AT = "2024-10-29T12:00:00+00:00"
_EVENT = Event(1, "Event", TimeSpan.on(CivilDate(2024, 10, 29)))


@pytest.fixture
def first_format(tmp_path: Path) -> Path:
    """A project as the first format kept it: without a table of preferences."""
    path = tmp_path / "project.timeline"
    file = ProjectFile.open(path)
    file.commit(Change("make", (Edit(None, _EVENT),)), _AT)
    file.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE preferences")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'preferences'")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    return path


def test_opening_it_brings_it_up_to_date(first_format: Path) -> None:
    file = ProjectFile.open(first_format)
    wishes = Preferences(week_start=WeekStart.SUNDAY)
    file.commit(Change("change the settings", (Edit(None, wishes),)), _AT)
    assert file.load() == Contents((), (_EVENT,), (), (wishes,))
    file.close()


def test_for_viewing_only_it_is_shown_as_it_is(first_format: Path) -> None:
    file = ProjectFile(first_format, _open_for_viewing(first_format))
    assert file.load() == Contents((), (_EVENT,), ())
    file.close()
