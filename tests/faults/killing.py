"""Kills processes at random moments of their work, and judges what they leave behind."""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.faults.decisions import IMPORT_AT, open_library, state
from tests.faults.older import FIRST_CONTENTS, make_project_of_first_format
from tests.faults.verdicts import Tally, Undisturbed, Verdict, is_sound, judge
from timeline_app.domain import UserError
from timeline_app.services.backups import BackupFolder

_ROOT = Path(__file__).parents[2]
_KILLS_PER_PROJECT = 25  # later ones would wait long for a large project to be opened and compared


class Nursery:
    """Starts processes and kills them; see tests/faults/nursery.py for their tasks."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery"],
            cwd=_ROOT,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def __enter__(self) -> Nursery:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def kill(self, task: Sequence[object], words: int, seconds: float) -> list[str]:
        """Kill a process so long after it has said so many words, and return all it has said."""
        return self._run(task, words, seconds)[0]

    def seconds_until(self, task: Sequence[object], words: int) -> float:
        """How long a process takes to say so many words, from its start."""
        return self._run(task, words, 0)[1]

    def start(self, task: Sequence[object]) -> None:
        """Start a process, of which `hear` then tells each word until it is to `end`."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(task) + "\n")
        self._child = int(self.hear().removeprefix("pid "))

    def end(self) -> list[str]:
        """Kill the process, and return what else it has said."""
        os.kill(self._child, signal.SIGKILL)
        return list(iter(self.hear, "ended"))

    def _run(self, task: Sequence[object], words: int, seconds: float) -> tuple[list[str], float]:
        self.start(task)
        began = time.perf_counter()
        said = [self.hear() for _ in range(words)]
        taken = time.perf_counter() - began
        select.select((), (), (), seconds)
        return said + self.end(), taken

    def hear(self) -> str:
        """The next word."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the nursery has ended")
        return line.rstrip("\n")


def _number(said: Sequence[str], before: int) -> int:
    """The last number among the words."""
    return next((int(word) for word in reversed(said) if word.isdigit()), before)


def kill_while_deciding(folder: Path, nursery: Nursery, kills: int, seed: int) -> Tally:
    """Kill processes that save, import, undo and redo."""
    tally = Tally("killed while deciding")
    chance = random.Random(seed)  # noqa: S311 - the same in every run
    while tally.trials < kills:
        part = folder / f"decided-{tally.trials}"
        part.mkdir()
        for_this = min(_KILLS_PER_PROJECT, kills - tally.trials)
        _kill_on_one_project(part, nursery, tally, chance, for_this)
        shutil.rmtree(part)
    return tally


def _kill_on_one_project(
    folder: Path, nursery: Nursery, tally: Tally, chance: random.Random, kills: int
) -> None:
    project, done = folder / "killed.timeline", 0
    with closing(Undisturbed(folder / "undisturbed.timeline")) as undisturbed:
        for _ in range(kills):
            # Imports are the longest steps: no kill waits beyond one.
            decisions = min(chance.randrange(20), -(done + 1) % IMPORT_AT)
            words = chance.choice((0, 1 + decisions, 1 + decisions, 1 + decisions))
            said = nursery.kill(("decide", str(project), done + 1), words, _moment(chance))
            reported = _number(said, done)
            undisturbed.follow(reported + 1)
            verdict = judge(project, undisturbed.states, reported)
            tally.add(verdict, reported - done)
            if verdict is not Verdict.KEPT:
                return
            done = _decisions_in(project, undisturbed.states, reported)


def _moment(chance: random.Random) -> float:
    """Seconds, mostly less than a step takes."""
    return chance.choice((0.002, 0.01, 0.03)) * chance.random()


def _decisions_in(project: Path, states: Sequence[object], reported: int) -> int:
    """How many decisions the project holds: the one that was under way may be among them."""
    with closing(open_library(project)) as library:
        return reported + (state(library) != states[reported])


def kill_while_making(folder: Path, nursery: Nursery, kills: int, seed: int) -> Tally:
    """Kill processes that make a new project."""
    tally = Tally("killed while making a project")
    chance = random.Random(seed)  # noqa: S311 - the same in every run
    with closing(Undisturbed(folder / "undisturbed new.timeline")) as undisturbed:
        undisturbed.follow(1)
    usual = nursery.seconds_until(("open", str(folder / "new.timeline")), 1)
    for number in range(kills):
        project = folder / f"new-{number}.timeline"
        said = nursery.kill(("open", str(project)), 0, chance.uniform(0, 1.2 * usual))
        tally.add(judge(project, undisturbed.states, 0, newest=0), len(said))
    return tally


def kill_while_migrating(folder: Path, nursery: Nursery, kills: int, seed: int) -> Tally:
    """Kill processes that bring a project of the first format up to date."""
    tally = Tally("killed while migrating")
    chance = random.Random(seed)  # noqa: S311 - the same in every run
    older, project = folder / "older.timeline", folder / "migrated.timeline"
    make_project_of_first_format(older)
    shutil.copy(older, project)
    usual = nursery.seconds_until(("open", str(project)), 1)
    for _ in range(kills):
        for left in folder.glob(f"{project.name}*"):
            left.unlink()
        shutil.copy(older, project)
        said = nursery.kill(("open", str(project)), 0, chance.uniform(0, 1.2 * usual))
        tally.add(_judge_migrated(project), len(said))
    return tally


def _judge_migrated(project: Path) -> Verdict:
    if not _is_of_one_format(project):
        return Verdict.HALF_DONE
    try:
        with closing(open_library(project)) as library:
            is_kept = set(library.project.records) == set(FIRST_CONTENTS)
            goes_back = library.undo() is not None and library.redo() is not None
    except UserError:
        return Verdict.DAMAGED
    if not is_kept:
        return Verdict.LOST
    return Verdict.KEPT if goes_back and is_sound(project) else Verdict.DAMAGED


def _is_of_one_format(project: Path) -> bool:
    with closing(sqlite3.connect(project)) as connection:
        [version] = connection.execute("PRAGMA user_version").fetchone()
        query = "SELECT count(*) FROM _sqlite_migrations WHERE migration_set = 'timeline_app'"
        return connection.execute(query).fetchone() == (version,)


def kill_while_backing_up(folder: Path, nursery: Nursery, kills: int, seed: int) -> Tally:
    """Kill processes that keep a backup after each decision."""
    tally = Tally("killed while backing up")
    chance = random.Random(seed)  # noqa: S311 - the same in every run
    project = folder / "backed up.timeline"
    done, backups = 0, _Backups(project)
    with closing(Undisturbed(folder / "undisturbed backed up.timeline")) as undisturbed:
        while tally.trials < kills:
            task, before = ("back up", str(project), done + 1), backups.newest
            said = nursery.kill(task, 1 + chance.randrange(3), _moment(chance))
            backups.newest = _number(said, before)
            done = max(done, backups.newest)
            undisturbed.follow(done + 1)
            verdict = judge(project, undisturbed.states, done)
            if verdict is Verdict.KEPT:
                done = _decisions_in(project, undisturbed.states, done)
                verdict = backups.judge(undisturbed.states, done)
            tally.add(verdict, backups.newest - before)
            if verdict is not Verdict.KEPT:
                break
    return tally


class _Backups:
    """The backups of a project. All are judged, the `newest` by the decision it must hold."""

    def __init__(self, project: Path) -> None:
        self._folder = BackupFolder(project)
        self._copy = project.with_name("restored.timeline")
        self._sound: set[Path] = set()
        self.newest = 0

    def judge(self, states: Sequence[object], done: int) -> Verdict:
        """The worst verdict on those that were not there before."""
        *older, newest = (None, *(backup.path for backup in self._folder.list()))
        verdicts = {self._judge(path, states, 0, done) for path in older}
        if newest is not None or self.newest:
            verdicts.add(self._judge(newest, states, self.newest, done))
        return next(each for each in reversed(Verdict) if each in verdicts | {Verdict.KEPT})

    def _judge(self, path: Path | None, states: Sequence[object], least: int, done: int) -> Verdict:
        if path is None:
            return Verdict.LOST if least else Verdict.KEPT
        if path in self._sound:
            return Verdict.KEPT
        shutil.copy(path, self._copy)
        verdict = judge(self._copy, states, least, newest=done)
        if verdict is Verdict.KEPT:
            self._sound.add(path)
        return verdict
