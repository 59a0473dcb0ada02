"""Whatever has happened to a file's bytes: it opens or is refused in a sentence, and stays as is.

`make faults` damages many more.
"""

from __future__ import annotations

import random
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.faults.damage import DAMAGES, make_target, spoil
from tests.faults.decisions import decide, open_library
from timeline_app.domain import UserError


@pytest.mark.parametrize("kind", DAMAGES)
def test_no_damage_crashes_the_program_or_goes_unnoticed(kind: str, tmp_path: Path) -> None:
    tally = spoil(make_target(tmp_path), kind, 10, seed=20241029)
    assert tally.is_as_wanted, tally


@pytest.mark.parametrize("kind", DAMAGES)
def test_what_is_spoilt_while_it_is_open_can_be_copied_whole(kind: str, tmp_path: Path) -> None:
    target = make_target(tmp_path)
    for seed in range(3):
        target.path.write_bytes(target.content)
        library = open_library(target.path)
        content = bytearray(target.content)
        DAMAGES[kind](content, random.Random(seed))  # noqa: S311 - the same in every run
        with target.path.open("r+b") as file:
            file.write(content)
            file.truncate(len(content))
        for number in range(200, 206):
            with suppress(UserError):
                decide(library, number)
        copy = tmp_path / f"copy {seed}.timeline"
        library.save_copy(copy)
        library.close()
        with closing(open_library(copy)) as copied:
            assert copied.project.records == library.project.records
