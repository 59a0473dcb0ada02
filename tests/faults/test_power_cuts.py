"""A power cut takes nothing that was reported as saved; without the disk's help it would.

`make faults` cuts the power far more often.
"""

from __future__ import annotations

import pytest

from tests.faults.power import CONTROLS, LOSSES, NETWORK, Recording, cut_power, record


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    """The program's own SQL."""
    return record(tmp_path_factory.mktemp("power"))


@pytest.mark.slow
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("way", ["", NETWORK])
def test_nothing_saved_is_lost_and_nothing_is_half_done(
    recording: Recording, loss: str, way: str
) -> None:
    tally = cut_power(recording, loss, 40, seed=20241029, way=way)
    assert tally.is_as_wanted, tally
    assert tally.trials == 40


@pytest.mark.slow
@pytest.mark.parametrize("control", CONTROLS)
def test_the_same_cuts_do_harm_where_nothing_is_synced(recording: Recording, control: str) -> None:
    tally = cut_power(recording, "all", 12, seed=20241029, way=control)
    assert tally.is_as_wanted, tally
