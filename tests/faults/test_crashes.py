"""What a crash of the window leaves behind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows ends a crashed process in ways of its own", allow_module_level=True)

from tests.faults.crashes import crash_the_window


@pytest.mark.slow
def test_everything_up_to_the_last_saved_step_is_there(tmp_path: Path) -> None:
    tally = crash_the_window(tmp_path, 2, seed=20241029)
    assert tally.is_as_wanted, tally
    assert tally.trials == 2
