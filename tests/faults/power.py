"""Cuts the power under the program, as far as its files can tell, and judges what is found."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.verdicts import Tally, Undisturbed, judge

_ROOT = Path(__file__).parents[2]
_DECISIONS = 150
LOSSES = ("all", "a last part", "random sectors")
CONTROLS = ("sync-off", "syncs-lie")
NETWORK = "network"  # with the journal that the program uses on a network drive


@dataclass(frozen=True, slots=True)
class Recording:
    """What the program wrote, and what its project held after each decision."""

    folder: Path
    states: list[object]

    @property
    def path(self) -> Path:
        """The recorded SQL."""
        return self.folder / "recording.jsonl"


def record(folder: Path) -> Recording:
    """Let the program work, in a process of its own, and write down its SQL."""
    with closing(Undisturbed(folder / "undisturbed.timeline")) as undisturbed:
        undisturbed.follow(_DECISIONS)
    recording = Recording(folder, undisturbed.states)
    project = str(folder / "recorded.timeline")
    command = [sys.executable, "-m", "tests.faults.recording", project, str(_DECISIONS)]
    with recording.path.open("w", encoding="utf-8") as file:
        subprocess.run(command, cwd=_ROOT, stdout=file, check=True)
    return recording


def cut_power(recording: Recording, loss: str, cuts: int, seed: int, way: str = "") -> Tally:
    """Judge the project after each of so many cuts.

    `way` is `NETWORK`, or a control that leaves out what protects the project.
    """
    is_control = way in CONTROLS
    kind = f"control, {way}" if is_control else f"power cut, {way}" if way else "power cut"
    tally = Tally(f"{kind}: {loss} of the unsynced lost", must_fail=is_control)
    project = recording.folder / "cut.timeline"
    command = (str(recording.path), str(project), loss, str(cuts), str(seed), way)
    with _replay(command) as numbers:
        for saved in numbers:
            tally.add(judge(project, recording.states, saved), saved)
    return tally


@contextmanager
def _replay(arguments: tuple[str, ...]) -> Iterator[Iterator[int]]:
    command = [sys.executable, "-m", "tests.faults.replay", *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=_ROOT, stdin=pipe, stdout=pipe, text=True, bufsize=1
    ) as process:
        yield _each_cut(process)
    assert process.returncode == 0


def _each_cut(process: subprocess.Popen[str]) -> Iterator[int]:
    assert process.stdin is not None
    assert process.stdout is not None
    for line in process.stdout:
        yield int(line)
        process.stdin.write("\n")
