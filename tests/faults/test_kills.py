"""A process that is killed at any moment loses no decision it had reported as saved."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import timeline_app
from tests.faults.decisions import decide, open_library, state

_SCRIPT = Path(__file__).with_name("decisions.py")
_KILLS_WHILE_DECIDING = 24
_KILLS_WHILE_OPENING = 6
_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(timeline_app.__file__).parents[1])}


def _started(project: Path, first: int, stdout: int) -> subprocess.Popen[str]:
    command = [sys.executable, _SCRIPT, project, str(first)]
    return subprocess.Popen(command, stdout=stdout, text=True, env=_ENVIRONMENT)


def _kill_while_deciding(project: Path, first: int, seconds: float) -> int:
    """Let a process decide for a while, kill it, and return the last number it reported."""
    with _started(project, first, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        _kill_after(process, seconds)
        reported = process.stdout.read().split()
    return int(reported[-1]) if reported else first - 1


def _kill_after(process: subprocess.Popen[str], seconds: float) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
    process.kill()


def _kill_while_opening(project: Path, seconds: float) -> None:
    """Kill a process somewhere between its start and its first decision."""
    with _started(project, 1, stdout=subprocess.DEVNULL) as process:
        _kill_after(process, seconds)


def _assert_sound(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_at_random_moments_nothing_reported_is_lost_and_nothing_is_half_done(
    tmp_path: Path,
) -> None:
    chance = random.Random(20241029)  # noqa: S311 - the same in every run
    project = tmp_path / "killed.timeline"
    undisturbed = open_library(tmp_path / "undisturbed.timeline")
    done = 0
    for _ in range(_KILLS_WHILE_DECIDING):
        reported = _kill_while_deciding(project, done + 1, chance.uniform(0.0005, 0.12))
        while done < reported:
            done += 1
            decide(undisturbed, done)
        survivor = open_library(project)
        if state(survivor) != state(undisturbed):
            # The decision under way when the kill came may be saved though nobody heard of it.
            done += 1
            decide(undisturbed, done)
        assert state(survivor) == state(undisturbed)
        survivor.close()
        _assert_sound(project)
    assert done > _KILLS_WHILE_DECIDING
    survivor = open_library(project)
    while undisturbed.undo() is not None:
        survivor.undo()
        assert state(survivor) == state(undisturbed)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_project_whose_making_was_cut_short_opens_all_the_same(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - the same in every run
    for attempt in range(_KILLS_WHILE_OPENING):
        project = tmp_path / f"{attempt}.timeline"
        _kill_while_opening(project, chance.uniform(0.15, 0.6))
        library = open_library(project)
        decide(library, 1)
        library.close()
        _assert_sound(project)


def test_a_project_cut_short_in_the_middle_of_a_checkpoint_opens_with_all_its_steps(
    tmp_path: Path,
) -> None:
    project = tmp_path / "project.timeline"
    library = open_library(project)
    decide(library, 1)
    library.close()
    before = project.read_bytes()
    library = open_library(project)
    for number in range(2, 40):
        decide(library, number)
    expected = state(library)
    log = project.with_name(f"{project.name}-wal").read_bytes()
    library.close()
    after = project.read_bytes()
    assert len(after) > len(before)

    # The first page tells the new size, the other pages are still the old ones.
    project.write_bytes(after[:4096] + before[4096:])
    project.with_name(f"{project.name}-wal").write_bytes(log)
    survivor = open_library(project)
    assert state(survivor) == expected
    survivor.close()
    _assert_sound(project)
