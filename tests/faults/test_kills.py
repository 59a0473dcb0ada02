"""A process that is killed at any moment loses no decision it had reported as saved.

`make faults` kills many more.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.decisions import decide, open_library, state
from tests.faults.killing import (
    Nursery,
    kill_while_backing_up,
    kill_while_deciding,
    kill_while_making,
    kill_while_migrating,
)
from tests.faults.verdicts import is_sound

_SEED = 20241029
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no SIGKILL")


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    """Starts the processes that are killed."""
    with Nursery() as made:
        yield made


@pytest.mark.slow
@needs_fork
def test_nothing_reported_is_lost_and_nothing_is_half_done(
    tmp_path: Path, nursery: Nursery
) -> None:
    tally = kill_while_deciding(tmp_path, nursery, 60, _SEED)
    assert tally.is_as_wanted, tally
    assert tally.trials == 60
    assert tally.acknowledged > tally.trials


@pytest.mark.slow
@needs_fork
def test_a_project_whose_making_was_cut_short_opens_all_the_same(
    tmp_path: Path, nursery: Nursery
) -> None:
    tally = kill_while_making(tmp_path, nursery, 8, _SEED)
    assert tally.is_as_wanted, tally


@pytest.mark.slow
@needs_fork
def test_a_project_is_of_the_old_format_or_of_the_new_one(tmp_path: Path, nursery: Nursery) -> None:
    tally = kill_while_migrating(tmp_path, nursery, 8, _SEED)
    assert tally.is_as_wanted, tally
    assert tally.acknowledged < tally.trials, "every process was killed too late"


@pytest.mark.slow
@needs_fork
def test_every_backup_is_whole_and_the_last_one_is_there(tmp_path: Path, nursery: Nursery) -> None:
    tally = kill_while_backing_up(tmp_path, nursery, 8, _SEED)
    assert tally.is_as_wanted, tally
    assert tally.acknowledged > 0


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
    assert is_sound(project)
