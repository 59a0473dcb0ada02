"""A copy of a project that somebody else has open, made without asking for its lock."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.domain import Change, Edit, Event, UserError
from timeline_app.storage import ProjectFile
from timeline_app.storage.held_copy import copy_held

_AT = "2024-10-29T12:00:00+00:00"
# In a process of its own: closing a file here would let go of the lock that this process holds.
_COPY = """
import sys
from pathlib import Path
from timeline_app.storage.held_copy import copy_held
copy_held(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def _add(file: ProjectFile, number: int) -> None:
    file.commit(Change("add", (Edit(None, Event(number, f"Event {number}", None)),)), _AT)


def test_what_its_holder_has_saved_is_in_the_copy(tmp_path: Path) -> None:
    path, copy = tmp_path / "project.timeline", tmp_path / "looked at" / "project.timeline"
    with closing(ProjectFile.open(path)) as file:
        for number in (1, 2):
            _add(file, number)
            subprocess.run([sys.executable, "-c", _COPY, path, copy], check=True)
            with closing(ProjectFile.view(copy, "A copy.")) as looked_at:
                assert len(looked_at.load().events) == number
                assert looked_at.notice == "A copy."
        _add(file, 3)
    assert [each.name for each in copy.parent.iterdir()] == [copy.name]


def test_what_cannot_be_copied_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be copied"):
        copy_held(tmp_path / "gone.timeline", tmp_path / "copy.timeline")


def test_what_its_holder_has_not_finished_is_not_in_the_copy(tmp_path: Path) -> None:
    path, copy = tmp_path / "project.timeline", tmp_path / "copy.timeline"
    with closing(ProjectFile.open(path)) as file:
        for number in range(1, 200):
            _add(file, number)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        # As on a network drive; with a cache this small, half of a step is in the file already.
        for pragma in ("journal_mode = DELETE", "locking_mode = EXCLUSIVE", "cache_size = 1"):
            holder.execute(f"PRAGMA {pragma}")
        holder.execute("BEGIN EXCLUSIVE")
        holder.execute("UPDATE events SET title = title || ' is half done', note = 'half'")
        subprocess.run([sys.executable, "-c", _COPY, path, copy], check=True)
        holder.execute("ROLLBACK")
    with closing(ProjectFile.view(copy, "A copy.")) as looked_at:
        assert {each.note for each in looked_at.load().events} == {""}
