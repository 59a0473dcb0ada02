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
import time
from collections.abc import Callable
from pathlib import Path

from tests.faults.decisions import decide, open_library
from timeline_app.domain import UserError
from timeline_app.services.library import Library


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


def open_once(project: str) -> Library:
    """Open a project, which makes it or brings it up to date."""
    library = open_library(Path(project))
    say("open")
    return library


def back_up_on(project: str, first: int) -> None:
    """Decide on and on, and say the number of each decision that is in a backup."""
    library = open_library(Path(project))
    say("open")
    for number in itertools.count(first):
        decide(library, number)
        library.keep_backup()
        say(number)


def open_at(project: str, moment: float) -> Library | None:
    """Open a project at a moment of the clock, and say "open" or why not."""
    while time.time() < moment:
        pass
    try:
        return open_once(project)
    except UserError as error:
        say(error)
        return None


TASKS: dict[str, Callable[..., Library | None]] = {
    "decide": decide_on,
    "open": open_once,
    "open at": open_at,
    "back up": back_up_on,
}


def _wait_with(_library: Library | None) -> None:
    """Hold what is open until the end comes."""
    signal.pause()


def main() -> None:
    """Serve until the input ends."""
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        process = os.fork()
        if process == 0:
            say(f"pid {os.getpid()}")
            _wait_with(TASKS[name](*arguments))
        os.waitpid(process, 0)
        say("ended")


if __name__ == "__main__":
    main()
