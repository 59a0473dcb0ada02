"""Lets the window crash in the middle of work, and looks at what it leaves."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.faults.crashing_window import digest
from tests.faults.decisions import decide, open_library
from tests.faults.verdicts import Tally, Verdict, is_sound

_ROOT = Path(__file__).parents[2]


def crash_the_window(folder: Path, crashes: int, seed: int) -> Tally:
    """Each window has a new project, with an article to decide on."""
    tally = Tally("crashed in the window")
    chance = random.Random(seed)  # noqa: S311 - the same in every run
    for number in range(crashes):
        project = folder / f"crashed-{number}.timeline"
        with closing(open_library(project)) as library:
            decide(library, 1)
        steps = chance.randint(1, 12)
        command = [sys.executable, "-m", "tests.faults.crashing_window", project, str(steps)]
        done = subprocess.run(
            command, cwd=_ROOT, capture_output=True, text=True, check=False, timeout=100
        )
        assert done.returncode == -signal.SIGABRT, done.stderr
        tally.add(_judge(project, done.stdout.split()), steps)
    return tally


def _judge(project: Path, digests: list[str]) -> Verdict:
    with closing(open_library(project)) as library:
        found = digest(library)
    if found != digests[-1]:
        return Verdict.LOST if found in digests else Verdict.HALF_DONE
    return Verdict.KEPT if is_sound(project) else Verdict.DAMAGED
