"""Whatever has happened to a file's bytes: it opens or is refused in a sentence, and stays as is.

`make faults` damages many more.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.damage import DAMAGES, make_target, spoil


@pytest.mark.parametrize("kind", DAMAGES)
def test_no_damage_crashes_the_program_or_goes_unnoticed(kind: str, tmp_path: Path) -> None:
    tally = spoil(make_target(tmp_path), kind, 15, seed=20241029)
    assert tally.is_as_wanted, tally
