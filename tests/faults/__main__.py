"""Kills the program and cuts its power thousands of times, and prints one table: `make faults`."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.faults.crashes import crash_the_window
from tests.faults.damage import DAMAGES, make_target, spoil
from tests.faults.killing import (
    Nursery,
    kill_while_backing_up,
    kill_while_deciding,
    kill_while_making,
    kill_while_migrating,
)
from tests.faults.power import CONTROLS, LOSSES, NETWORK, cut_power, record
from tests.faults.verdicts import Tally, table

_SEED = 7


def _kills(folder: Path) -> Iterator[Tally]:
    with Nursery() as nursery:
        yield kill_while_deciding(folder, nursery, 1_000, _SEED)
        yield kill_while_making(folder, nursery, 200, _SEED)
        yield kill_while_migrating(folder, nursery, 200, _SEED)
        yield kill_while_backing_up(folder, nursery, 200, _SEED)


def _power_cuts(folder: Path) -> Iterator[Tally]:
    recording = record(folder)
    for loss in LOSSES:
        yield cut_power(recording, loss, 1_000, _SEED)
        yield cut_power(recording, loss, 1_000, _SEED, NETWORK)
    for control in CONTROLS:
        for loss in LOSSES:
            yield cut_power(recording, loss, 100, _SEED, control)


def _damage(folder: Path) -> Iterator[Tally]:
    target = make_target(folder)
    for kind in DAMAGES:
        yield spoil(target, kind, 600, _SEED)


def _crashes(folder: Path) -> Iterator[Tally]:
    yield crash_the_window(folder, 50, _SEED)


def _run() -> Iterator[Tally]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TIMELINE_APP_DATA"] = folder  # and not the user's own backups
        for trials in (_power_cuts, _damage, _kills, _crashes):
            for tally in trials(Path(folder)):
                sys.stderr.write(f"{tally.name}: {tally.trials:,} trials\n")
                yield tally


def main() -> int:
    """Run everything; 1 when anything was lost, or a control went well."""
    tallies = list(_run())
    sys.stdout.write(table(tallies) + "\n")
    return int(not all(tally.is_as_wanted for tally in tallies))


if __name__ == "__main__":
    sys.exit(main())
