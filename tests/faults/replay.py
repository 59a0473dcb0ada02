"""Replays recorded SQL on a disk whose power is cut, and writes the files that are found after.

    python -m tests.faults.replay RECORDING PROJECT LOSS CUTS SEED [sync-off | syncs-lie | network]

For each cut it prints the number of the decision that had been acknowledged, then waits for a line.
In a process of its own: apsw's SQLite and Python's own must not meet in one file.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import apsw

from tests.faults.disk import Disk, Loss, Platter

_WAL, _FULL = "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"
_OTHER_PRAGMAS = {
    "sync-off": {_FULL: "PRAGMA synchronous = OFF"},
    "network": {_WAL: "PRAGMA journal_mode = DELETE", _FULL: "PRAGMA synchronous = EXTRA"},
}
_CHECKPOINT_AT = 40  # pages; the usual thousand would leave nearly all cuts without a checkpoint


def write_log(recording: Path, way: str) -> Disk:
    """Carry out what was recorded; the log of the disk has the numbers of what was saved, too."""
    disk = Disk("disk", syncs_lie=way == "syncs-lie")
    connection = None
    for line in recording.read_text(encoding="utf-8").splitlines():
        match json.loads(line):
            case "open":
                connection = apsw.Connection("project", vfs="disk")
                connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_AT}")
            case "close" if connection is not None:
                connection.close()
            case "sql", statement if connection is not None:
                connection.execute(_OTHER_PRAGMAS.get(way, {}).get(statement, statement))
            case "saved", number:
                disk.log.append(number)
    return disk


def cut(disk: Disk, project: Path, loss: Loss, cuts: int, chance: random.Random) -> None:
    """Cut the power at random entries of the log, in their order."""
    moments = sorted(chance.randrange(len(disk.log)) for _ in range(cuts))
    platter, done, saved = Platter(), 0, 0
    for moment in moments:
        for entry in disk.log[done:moment]:
            if isinstance(entry, int):
                saved = entry
            else:
                platter.take(entry)
        done = moment
        _write(platter.after_cut(loss, chance), project)
        sys.stdout.write(f"{saved}\n")
        sys.stdout.flush()
        sys.stdin.readline()


def _write(files: dict[str, bytearray], project: Path) -> None:
    for end in ("", "-wal", "-journal"):
        path = project.with_name(project.name + end)
        path.unlink(missing_ok=True)
        if f"project{end}" in files:
            path.write_bytes(files[f"project{end}"])


def main(recording: str, project: str, loss: str, cuts: str, seed: str, way: str = "") -> None:
    """See the top of the file."""
    disk = write_log(Path(recording), way)
    cut(disk, Path(project), Loss(loss), int(cuts), random.Random(int(seed)))  # noqa: S311


if __name__ == "__main__":
    main(*sys.argv[1:])
