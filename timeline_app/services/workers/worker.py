"""One reading process, seen from the program."""

from __future__ import annotations

import logging
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

import timeline_app
from timeline_app.domain import UserError
from timeline_app.services.incoming import Found
from timeline_app.services.workers.child import Task
from timeline_app.services.workers.limits import TOO_LARGE, WorkerLimits
from timeline_app.services.workers.wire import (
    DONE,
    FAILED,
    READ,
    READY,
    REFUSED,
    TASK,
    Frame,
    pack,
    read_frame,
    unpack_found,
    write_frame,
)

READING_PROCESS = "--reading-process"
"""With this argument a packaged program becomes a reading process."""

_LOOK_EVERY = 0.05  # seconds between looks at the clock, the memory and the user's wish to stop
_STARTING = 60.0  # seconds, on a machine that has much else to do
_ENDING = 5.0  # seconds that a process may take to be gone after it was killed
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
_log = logging.getLogger(__name__)


class Worker:
    """A reading process, started at once and alive until it is stopped or a document kills it.

    One thread may ask at a time.
    """

    def __init__(self, limits: WorkerLimits) -> None:
        self._limits = limits
        self._is_idle, self._has_started = True, False
        self._process = subprocess.Popen(  # noqa: S603 - the program itself
            [*_command(), str(limits.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )
        self._frames: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(self, task: Task, keep_on: Callable[[], None]) -> Found:
        """What a text holds.

        `keep_on` is called some twenty times a second; what it raises ends the process, and so do
        the limits. Raises UserError with a sentence about the text when there is no result.
        """
        name = "" if task.text is None else task.text.name
        try:
            self._wait_for_start(name, keep_on)
            self._send(Frame(TASK, pack(task)))
            return self._answer(name, keep_on)
        except BaseException:
            if not self._is_idle:
                self.stop()
            raise

    def stop(self) -> None:
        """End it, and everything that it may have started, at once."""
        _kill(self._process)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _wait_for_start(self, name: str, keep_on: Callable[[], None]) -> None:
        """No document pays for the start of the process that reads it."""
        deadline = time.monotonic() + _STARTING
        while not self._has_started:
            keep_on()
            frame = self._next(name, deadline)
            self._has_started = frame is not None and frame.kind == READY

    def _send(self, frame: Frame) -> None:
        self._is_idle = False
        if self._process.stdin is None:
            return
        try:
            write_frame(self._process.stdin, frame)
        except OSError:
            self._frames.put(None)  # it is gone: the answer says so

    def _answer(self, name: str, keep_on: Callable[[], None]) -> Found:
        deadline = time.monotonic() + self._limits.seconds
        while True:
            keep_on()
            frame = self._next(name, deadline)
            if frame is None:
                continue
            if frame.kind == READ:
                seconds = self._limits.seconds_for(_number(frame.content))
                deadline = time.monotonic() + seconds
                continue
            self._is_idle = True
            return _found(frame, name)

    def _next(self, name: str, deadline: float) -> Frame | None:
        """The next message, None when there is none yet. Raises UserError past a limit."""
        try:
            frame = self._frames.get(timeout=_LOOK_EVERY)
        except queue.Empty:
            if time.monotonic() > deadline:
                raise UserError(_TOO_SLOW.format(name=name, seconds=self._limits.seconds)) from None
            if self._uses_too_much():
                raise UserError(TOO_LARGE.format(name=name)) from None
            return None
        if frame is None:
            raise UserError(_DIED.format(name=name))
        return frame

    def _uses_too_much(self) -> bool:
        """The system bounds the memory itself, but not every system can."""
        try:
            used: int = psutil.Process(self._process.pid).memory_info().rss
        except psutil.Error:
            return False
        return used > self._limits.memory

    def _listen(self) -> None:
        """Take in messages, in a thread of its own: no pipe can be waited for with a time limit."""
        pipe = self._process.stdout
        frame: Frame | None = None
        try:
            while pipe is not None and (frame := read_frame(pipe)) is not None:
                self._frames.put(frame)
        except (OSError, ValueError):  # closed while it was read
            pass
        self._frames.put(None)


_TOO_SLOW = (
    "“{name}” could not be read within {seconds:.0f} seconds, so it was left out. "
    "Copy its text and paste it here instead."
)
_DIED = (
    "“{name}” could not be read: the program that reads it gave up. It is damaged, or needs more "
    "memory than a document may take."
)
_NOT_UNDERSTOOD = (
    "“{name}” could not be read: it is damaged, or made in a way that the program does not know."
)


def _found(frame: Frame, name: str) -> Found:
    """The result in a last message. Raises UserError when it is none."""
    if frame.kind == REFUSED:
        raise UserError(frame.content.decode("utf-8", "replace"))
    if frame.kind == DONE:
        try:
            return unpack_found(frame.content)
        except ValueError as error:
            raise UserError(_NOT_UNDERSTOOD.format(name=name)) from error
    if frame.kind == FAILED:
        _log.warning("%s\n%s", name, frame.content.decode("utf-8", "replace"))
    raise UserError(_NOT_UNDERSTOOD.format(name=name))


def _number(content: bytes) -> int:
    return int(content) if content.isdigit() and len(content) < 12 else 0


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READING_PROCESS]
    return [sys.executable, "-m", "timeline_app.services.workers"]


def _environment() -> dict[str, str]:
    """Ours, so that the process finds the same code, and calculates in one thread."""
    code = str(Path(timeline_app.__file__).parent.parent)
    paths = os.pathsep.join(filter(None, (code, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": paths, **_ONE_THREAD}


def _kill(process: subprocess.Popen[bytes]) -> None:
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    try:
        process.wait(_ENDING)
    except subprocess.TimeoutExpired:
        _log.warning("reading process %d does not end", process.pid)
