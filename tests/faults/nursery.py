"""Forks a process for each task that it reads, for somebody to kill.

    python -m tests.faults.nursery

A task is a line of JSON: the name of one of TASKS, then its arguments. Its process says "pid N",
then a word for each thing that is done, and waits to be killed when nothing is left to do; after
its end the nursery says "ended". A fork of a process that has imported everything is ready in a few
milliseconds, a new process only in half a second.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from tests.faults.decisions import decide, open_library


def say(word: object) -> None:
    """Tell the killer, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def decide_on(project: str, first: int) -> None:
    """Decide on and on, from decision `first`, and say the number of each that is saved."""
    library = open_library(Path(project))
    say("open")
    for number in itertools.count(first):
        decide(library, number)
        say(number)


def open_once(project: str) -> None:
    """Open a project, which makes it or brings it up to date."""
    open_library(Path(project))
    say("open")


def back_up_on(project: str, first: int) -> None:
    """Decide on and on, and say the number of each decision that is in a backup."""
    library = open_library(Path(project))
    say("open")
    for number in itertools.count(first):
        decide(library, number)
        library.keep_backup()
        say(number)


TASKS: dict[str, Callable[..., None]] = {
    "decide": decide_on,
    "open": open_once,
    "back up": back_up_on,
}


def main() -> None:
    """Serve until the input ends."""
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        process = os.fork()
        if process == 0:
            say(f"pid {os.getpid()}")
            TASKS[name](*arguments)
            signal.pause()
        os.waitpid(process, 0)
        say("ended")


if __name__ == "__main__":
    main()
