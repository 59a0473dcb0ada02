"""A process that reads documents, one after the other, and can do nothing else.

Run by the program itself (see `worker`), as `python -m timeline_app.services.workers`. Tasks come
in by standard input as frames, results go out by standard output.
"""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from dataclasses import dataclass, replace
from typing import IO

from timeline_app.domain import Preferences, UserError
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.proposer import EngineSettings
from timeline_app.services.incoming import (
    Found,
    Incoming,
    events_in,
    found_in,
    open_incoming,
    with_proposals,
)
from timeline_app.services.proposing import Proposers
from timeline_app.services.reading import get_ready
from timeline_app.services.workers.limits import TOO_LARGE, lock_down
from timeline_app.services.workers.wire import (
    DONE,
    FAILED,
    READ,
    READY,
    REFUSED,
    Frame,
    pack,
    read_frame,
    write_frame,
)


@dataclass(frozen=True, slots=True)
class Task:
    """A text to read. With an `engine` the events in it are found too; no text: get ready.

    A day of publication after `today` is doubted.
    """

    text: Incoming | None
    preferences: Preferences = Preferences()  # noqa: RUF009 - a frozen value
    engine: EngineSettings | None = None
    today: CivilDate | None = None


def main(arguments: list[str]) -> int:
    """Serve until standard input ends; the one argument is the memory that may be used, in bytes.

    Whatever a library prints must not get between the frames: it is thrown away.
    """
    tasks, results = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    lock_down(int(arguments[0]))
    write_frame(results, Frame(READY))
    reader = _Reader(results)
    while (frame := read_frame(tasks)) is not None:
        write_frame(results, reader.answer(frame))
    return 0


class _Beat:
    """Tells of each file that the records of a text name: each has as long as a text of its own."""

    def __init__(self, results: IO[bytes]) -> None:
        self._results = results

    def step(self, done: int, total: int, note: str = "") -> None:  # noqa: ARG002 - a Progress
        """Say that another file is read now."""
        write_frame(self._results, Frame(READ, b"0"))


class _Reader:
    """Keeps the engines that were loaded for one task for the next."""

    def __init__(self, results: IO[bytes]) -> None:
        self._results = results
        self._proposers = Proposers()

    def answer(self, frame: Frame) -> Frame:
        """The answer to a task. A document can make a library fail in any way there is."""
        task: Task = pickle.loads(frame.content)  # noqa: S301 - from the program itself
        try:
            return Frame(DONE, pack(self._read(task)))
        except UserError as error:
            return Frame(REFUSED, str(error).encode("utf-8", "replace"))
        except MemoryError:
            name = "" if task.text is None else task.text.name
            return Frame(REFUSED, TOO_LARGE.format(name=name).encode("utf-8", "replace"))
        except Exception:  # noqa: BLE001 - see above
            return Frame(FAILED, traceback.format_exc().encode("utf-8", "replace"))

    def _read(self, task: Task) -> Found:
        if task.text is None:
            get_ready(self._proposers)
            return Found()
        if (events := events_in(task.text)) is not None:
            return Found(events=events)
        warnings = list[str]()
        beat = _Beat(self._results)
        document = open_incoming(task.text, warnings.append, today=task.today, progress=beat)
        letters = sum(len(article.text) for article in document.articles)
        write_frame(self._results, Frame(READ, str(letters).encode()))
        found = found_in(document, warnings)
        if task.engine is None:
            bare = tuple((article, ()) for article in document.articles)
            return replace(found, articles=bare)
        if task.engine != self._proposers.settings:
            self._proposers.choose(task.engine)
        return with_proposals(found, document.articles, task.preferences, self._proposers)
