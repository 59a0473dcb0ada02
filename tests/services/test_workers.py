"""Foreign files are read in processes that can do nothing else, and take nothing down with them."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from timeline_app.domain import Cancelled, Preferences, UserError
from timeline_app.extraction.proposer import RULES, EngineSettings
from timeline_app.resources import seeds_path
from timeline_app.services.incoming import Found, Incoming, read_incoming
from timeline_app.services.proposing import Proposers
from timeline_app.services.workers import ReadingPool, WorkerLimits
from timeline_app.services.workers.child import Task
from timeline_app.services.workers.wire import (
    DONE,
    READ,
    READY,
    TASK,
    Frame,
    pack,
    read_frame,
    unpack_found,
    write_frame,
)

_SEED = Incoming("file", str(seeds_path("000_621c974184a7e2e5.txt")))
_PASTED = Incoming("text", "Paris, 1 May 2024\n\nThe ministers met in Rome last week.")
_WEEK = "The ministers met in Rome last week. "
_LONG = Incoming("text", "Paris, 1 May 2024\n\n" + _WEEK * 200_000)
_HEAVY = Incoming("html", f"<p>{_WEEK * 500_000}</p>")
_RULES = Proposers(EngineSettings(RULES))


def _read(pool: ReadingPool, text: Incoming) -> Found:
    return pool.read(text, Preferences(), _RULES)


@pytest.fixture
def make() -> Iterator[Callable[..., ReadingPool]]:
    """Makes pools that are closed at the end."""
    made: list[ReadingPool] = []

    def make_(size: int = 1, **limits: float) -> ReadingPool:
        pool = ReadingPool(size, replace(WorkerLimits(), **limits))
        made.append(pool)
        return pool

    yield make_
    for pool in made:
        pool.close()


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    made = ReadingPool(1)
    yield made
    made.close()


def _children() -> list[psutil.Process]:
    return psutil.Process().children()


@pytest.mark.parametrize("text", [_SEED, _PASTED, Incoming("html", "<p>Rome, 1 May 2024. War.")])
def test_what_it_reads_is_what_this_process_reads(pool: ReadingPool, text: Incoming) -> None:
    assert _read(pool, text) == read_incoming(text, Preferences(), _RULES)


def test_a_text_that_cannot_be_read_is_told_of_and_the_next_is_read(
    pool: ReadingPool, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(UserError, match=r"“empty\.txt” is empty"):
        _read(pool, Incoming("file", str(empty)))
    before = {child.pid for child in _children()}
    assert _read(pool, _PASTED).articles
    assert {child.pid for child in _children()} == before


def test_what_takes_too_long_is_ended_and_the_next_is_read(
    make: Callable[..., ReadingPool],
) -> None:
    hasty = make(seconds=0.3)
    with pytest.raises(UserError, match=r"the pasted text.*could not be read within 0 seconds"):
        _read(hasty, _LONG)
    patient = make(seconds=20)
    assert _read(patient, _PASTED).articles


def test_each_file_that_records_name_has_a_time_of_its_own(tmp_path: Path) -> None:
    records = ""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Title {number}\n\n{_WEEK}", encoding="utf-8")
        records += f"TY  - NEWS\nTI  - Title {number}\nL1  - {number}.txt\nER  - \n"
    (tmp_path / "records.ris").write_text(records, encoding="utf-8")
    task, answers = io.BytesIO(), io.BytesIO()
    text = Incoming("file", str(tmp_path / "records.ris"))
    write_frame(task, Frame(TASK, pack(Task(text))))

    done = subprocess.run(
        [sys.executable, "-m", "timeline_app.services.workers", str(WorkerLimits().memory)],
        input=task.getvalue(),
        capture_output=True,
        check=True,
    )

    answers.write(done.stdout)
    answers.seek(0)
    frames = list(iter(lambda: read_frame(answers), None))
    ready, *beats, read, result = frames
    assert [frame.content for frame in beats] == [b"0"] * 3, "each sets the clock anew"
    assert (ready.kind, read.kind, result.kind) == (READY, READ, DONE)
    assert len(unpack_found(result.content).articles) == 3


def test_what_takes_too_much_memory_is_left_out(make: Callable[..., ReadingPool]) -> None:
    poor = make(memory=360 << 20)
    with pytest.raises(UserError, match=r"the pasted text.*(more memory|gave up)"):
        _read(poor, _HEAVY)
    assert _read(poor, _PASTED).articles


def test_a_process_that_dies_takes_only_its_document_along(
    make: Callable[..., ReadingPool],
) -> None:
    pool = make()
    before = set(_children())
    pool.get_ready()
    (started,) = set(_children()) - before

    class Killing:
        """Ends the process as soon as it reads."""

        def step(self, _done: int, _total: int, _note: str = "") -> None:
            started.kill()

    with pytest.raises(UserError, match=r"the pasted text.*gave up"):
        pool.read(_LONG, Preferences(), _RULES, Killing())
    assert _read(pool, _PASTED).articles
    assert not started.is_running()


def test_calling_off_ends_the_reading_at_once(make: Callable[..., ReadingPool]) -> None:
    pool = make()

    class Stopped:
        """A user who changes their mind while it is being read."""

        steps = 0

        def step(self, _done: int, _total: int, _note: str = "") -> None:
            self.steps += 1
            if self.steps > 3:
                raise Cancelled

    with pytest.raises(Cancelled):
        pool.read(_LONG, Preferences(), _RULES, Stopped())
    assert _read(pool, _PASTED).articles


def test_many_threads_share_the_processes(make: Callable[..., ReadingPool]) -> None:
    pool = make(2)
    before = len(_children())
    titles: list[str] = []

    def work(number: int) -> None:
        found = _read(
            pool, Incoming("text", f"Report {number}\n\nParis, 1 May 2024. War broke out.")
        )
        titles.append(found.articles[0][0].title)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(titles) == [f"Report {number}" for number in range(8)]
    assert len(_children()) - before == 2


def test_closing_ends_all_processes(make: Callable[..., ReadingPool]) -> None:
    before = set(_children())
    pool = make(2)
    pool.get_ready()
    started = set(_children()) - before
    pool.close()
    assert started
    assert not any(child.is_running() for child in started)
    with pytest.raises(RuntimeError):
        _read(pool, _PASTED)


_ATTEMPTS = {
    "write a file": "open('written', 'w')",
    "append to a file": "open('written', 'ab')",
    "make a file": "import os; os.open('written', os.O_CREAT | os.O_WRONLY)",
    "remove a file": "import os; os.remove('kept')",
    "rename a file": "import os; os.rename('kept', 'moved')",
    "make a folder": "import os; os.mkdir('made')",
    "start a program": "import subprocess; subprocess.run(['true'])",
    "run a shell": "import os; os.system('true')",
    "look up a host": "import socket; socket.getaddrinfo('localhost', 80)",
    "connect": "import socket; socket.socket().connect(('127.0.0.1', 9))",
    "listen": "import socket; socket.socket().bind(('127.0.0.1', 0))",
    "fork": "import os; os.fork()",
}


@pytest.mark.parametrize("deed", _ATTEMPTS)
def test_once_locked_down_it_can_do_no_harm(deed: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("x")
    program = f"""
from timeline_app.services.workers.limits import lock_down
lock_down(1 << 31)
try:
    {_ATTEMPTS[deed]}
except PermissionError as error:
    print("stopped:", error)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "is forbidden while a document is read" in ran.stdout
    assert list(tmp_path.iterdir()) == [kept]


class Harmful:
    """What somebody who has taken over a reading process could send."""

    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return os.system, ("touch harmed",)


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps(Harmful()),
        pickle.dumps(Found(articles=(Harmful(),))),  # type: ignore[arg-type]
        pickle.dumps(["no result"]),
        pickle.dumps(print),
        b"",
        b"\x80\x05nonsense",
        pack(Found())[:-4],
    ],
)
def test_only_results_are_taken_back(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="no result of reading"):
        unpack_found(content)
    assert list(tmp_path.iterdir()) == []


def test_frames_come_back_whole_or_not_at_all() -> None:
    pipe = io.BytesIO()
    write_frame(pipe, Frame(DONE, b"content"))
    written = pipe.getvalue()
    assert read_frame(io.BytesIO(written)) == Frame(DONE, b"content")
    for length in range(len(written)):
        assert read_frame(io.BytesIO(written[:length])) is None
    assert read_frame(io.BytesIO(b"d" + b"\xff" * 8)) is None
