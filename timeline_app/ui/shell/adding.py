"""Reads articles in the worker and adds each one as soon as it is ready."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.domain import Progress, UserError
from timeline_app.domain.time import CivilDate
from timeline_app.services.event_files import take_events
from timeline_app.services.importing import add_article
from timeline_app.services.incoming import Found, Incoming
from timeline_app.services.library import Library
from timeline_app.services.originals import (
    Original,
    keeps_originals,
    pack_original,
    why_not_kept,
)
from timeline_app.services.proposing import Proposers
from timeline_app.services.reading_notes import keep_reading_notes
from timeline_app.services.workers import ReadingPool
from timeline_app.ui.importing.entries import Entry, Offered, Outcome
from timeline_app.ui.importing.known_texts import KnownTexts
from timeline_app.ui.jobs import Job, JobRunner
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.batches import Batch, summary_of

if TYPE_CHECKING:
    from timeline_app.documents.read_events import ReadEvents

_DONE = object()


class ArticleAdder(QObject):
    """Adds articles to the open project, and never to another that is opened meanwhile.

    Of every text it tells what becomes of it: `begun` carries the entries of one call of `add`,
    `reading` the key of an entry whose turn it is, `settled` a key with its `Outcome`. A text that
    holds one article which is new is added at once, and so are the events of a file of events; what
    asks for a choice waits for `keep`.

    `added` carries the id of each new article. Once for every call of `add` or `keep`, `summed_up`
    carries what was added, in words, and `closed` the ids of the new articles and sentences about
    what is wrong beside the texts themselves.
    """

    begun = Signal(object)
    reading = Signal(int)
    settled = Signal(int, object)
    added = Signal(int)
    summed_up = Signal(str)
    closed = Signal(object, object)

    def __init__(
        self, model: ProjectModel, runner: JobRunner, readers: Readers, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._runner, self._readers = model, runner, readers
        self._keys = count(1)
        self._texts: dict[int, Incoming] = {}
        self._jobs: dict[int, Job] = {}
        self._outcomes: dict[int, Outcome] = {}
        self._unsettled: set[int] = set()
        self._called_off: set[int] = set()
        self._known: KnownTexts | None = None
        # One article for each turn of the event loop: the window answers while hundreds are added.
        self._steps: deque[Iterator[None]] = deque()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._step)
        model.opened.connect(self._forget)

    def add(self, texts: Sequence[Incoming]) -> None:
        """Read texts, in the worker."""
        batch = Batch(self._model.library, len(texts))
        entries = [_entry(next(self._keys), text) for text in texts]
        self._texts |= {entry.key: text for entry, text in zip(entries, texts, strict=True)}
        self._look_through(batch.library)
        self.begun.emit(tuple(entries))
        for number, entry in enumerate(entries, 1):
            counted = f" ({number} of {len(texts)})" if len(texts) > 1 else ""
            self._read(entry.key, batch, counted)

    def retry(self, keys: Iterable[int]) -> None:
        """Read texts once more that failed or were called off."""
        wanted = [key for key in keys if key in self._texts and key not in self._jobs]
        batch = Batch(self._model.library, len(wanted))
        for key in wanted:
            self._outcomes.pop(key, None)
            self._read(key, batch)

    def cancel(self, keys: Iterable[int]) -> None:
        """Call off texts that wait, are being read, or were read and are not added yet."""
        for key in keys:
            if key in self._unsettled:
                self._called_off.add(key)
            if key in self._jobs:
                self._jobs[key].cancel()

    def stop(self) -> None:
        """Call off everything that is not added yet."""
        self.cancel(tuple(self._unsettled))

    def keep(self, key: int, chosen: Sequence[Offered]) -> None:
        """Add articles that an entry offers, copies too."""
        batch = Batch(self._model.library, 1)
        self._begin(self._keep(key, tuple(chosen), batch))

    def _read(self, key: int, batch: Batch, counted: str = "") -> None:
        text = self._texts[key]
        reader = _reader(text, batch.library, self._readers)
        label = f"Reading {text.name}{counted}"
        job = self._jobs[key] = self._readers.runner.run(label, reader)
        job.progressed.connect(lambda *_: self.reading.emit(key))
        batch.waiting.append(key)
        self._unsettled.add(key)
        job.finished.connect(lambda read: self._take(key, partial(self._keep_found, read), batch))
        job.failed.connect(lambda error: self._take(key, partial(self._fail, error), batch))
        job.cancelled.connect(lambda: self._take(key, self._call_off, batch))
        job.ended.connect(partial(self._jobs.pop, key, None))

    def _take(self, key: int, settle: Callable[[int, Batch], None], batch: Batch) -> None:
        """Settle a text that was read, after those before it: articles are added in their order."""
        batch.read[key] = partial(settle, key, batch)
        while batch.waiting and batch.waiting[0] in batch.read:
            batch.read.pop(batch.waiting.popleft())()

    def _keep_found(self, read: _Read, key: int, batch: Batch) -> None:
        self._begin(self._settle(key, read, batch))

    def _call_off(self, key: int, batch: Batch) -> None:
        self._end(key, Outcome(is_cancelled=True), batch)

    def _settle(self, key: int, read: _Read, batch: Batch) -> Iterator[None]:
        """Add what is new, or offer it where there is a choice."""
        if key in self._called_off:
            self._call_off(key, batch)
            return
        found = read.found
        if found.events is not None:
            self._end(key, self._with_events(found.events, key, batch), batch)
            return
        known, offers = self._known, list[Offered]()
        if known is not None and self._is_open(batch):
            for number, offered in enumerate(known.offers(found.articles)):
                notes, file = found.notes_on(number), found.file_of(number)
                offers.append(replace(offered, notes=notes, file=file))
                yield
        outcome = Outcome(
            (),
            tuple(offers),
            found.attachments,
            found.tables,
            found.warnings,
            original=read.original,
        )
        if not self._is_open(batch):
            batch.sentences += [_left_out(article.title) for article, _ in found.articles]
        elif len(offers) == 1 and not offers[0].is_copy:
            outcome = self._with_added(key, outcome, offers[0], batch)
            batch.remarks += found.remarks
        batch.sentences += found.complaints
        self._end(key, outcome, batch)

    def _keep(self, key: int, chosen: Sequence[Offered], batch: Batch) -> Iterator[None]:
        outcome = self._outcomes.get(key, Outcome())
        for offered in chosen:
            if self._is_open(batch):
                outcome = self._with_added(key, outcome, offered, batch)
                yield
        self._end(key, outcome, batch)

    def _with_added(self, key: int, outcome: Outcome, offered: Offered, batch: Batch) -> Outcome:
        """The outcome after an article was added; one that cannot be added stays on offer."""
        original = outcome.original
        if offered.file:
            is_kept = keeps_originals(batch.library)
            original = pack_original(self._texts[key], offered.file) if is_kept else None
        try:
            article_id = add_article(batch.library, offered.article, offered.proposals, original)
        except UserError as error:
            return replace(outcome, failure=str(error))
        keep_reading_notes(batch.library, article_id, offered.notes)
        if self._known is not None:
            self._known.take(article_id)
        batch.added.append(article_id)
        folded = sum(proposal.is_folded for proposal in offered.proposals)
        batch.proposals += len(offered.proposals) - folded
        batch.folded += folded
        self.added.emit(article_id)
        rest = tuple(each for each in outcome.offered if each is not offered)
        return replace(outcome, added=(*outcome.added, article_id), offered=rest)

    def _with_events(self, read: ReadEvents, key: int, batch: Batch) -> Outcome:
        """What became of a file of events."""
        name = self._texts[key].name
        if not self._is_open(batch):
            batch.sentences.append(_left_out(name))
            return Outcome()
        try:
            taken = take_events(batch.library, read, name)
        except UserError as error:
            return Outcome(failure=str(error))
        batch.events += taken.events
        if batch.total == 1:  # of several the list tells
            batch.sentences += [f"{name}: {warning}" for warning in read.warnings]
        note = " ".join((f"{taken.in_words}.", *read.warnings))
        return Outcome(taken=((name, note),))

    def _fail(self, error: BaseException, key: int, batch: Batch) -> None:
        if not isinstance(error, UserError):
            raise error
        self._end(key, Outcome(failure=str(error)), batch)

    def _end(self, key: int, outcome: Outcome, batch: Batch) -> None:
        """Tell what became of an entry, and of its batch after the last one."""
        self._unsettled.discard(key)
        self._called_off.discard(key)
        is_open = self._is_open(batch)
        if not outcome.offered:
            outcome = replace(outcome, original=None)
        if is_open:
            self._outcomes[key] = outcome
            self.settled.emit(key, outcome)
        batch.closed += 1
        if batch.closed < batch.total:
            return
        added = tuple(batch.added) if is_open else ()
        if is_open and (added or batch.events):
            self.summed_up.emit(summary_of(batch))
        self.closed.emit(added, tuple(dict.fromkeys(batch.sentences)))

    def _begin(self, steps: Iterator[None]) -> None:
        self._steps.append(steps)
        self._turn.start()

    def _step(self) -> None:
        """Go one step on with what was read, once the articles that are there are known."""
        if not self._steps:
            self._turn.stop()
            return
        is_ready = self._known is None or self._known.is_ready
        if is_ready and next(self._steps[0], _DONE) is _DONE:
            self._steps.popleft()

    def _look_through(self, library: Library) -> None:
        if self._known is None:
            self._known = KnownTexts(library)
        self._known.look_through(self._runner)

    def _forget(self) -> None:
        """Let go of what belongs to the project before."""
        self._known = None
        self._outcomes.clear()
        self._texts = {key: text for key, text in self._texts.items() if key in self._jobs}

    def _is_open(self, batch: Batch) -> bool:
        return self._model.is_open and self._model.library is batch.library


def _entry(key: int, text: Incoming) -> Entry:
    return Entry(key, text.name, text.content if text.kind == "file" else "")


def _left_out(title: str) -> str:
    return f"“{title}” was not added: its project is no longer open."


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads texts: the processes, the threads that wait for them, and the engines."""

    pool: ReadingPool
    runner: JobRunner
    proposers: Proposers


@dataclass(frozen=True, slots=True)
class _Read:
    """What a text holds, and the file itself where that is to be kept."""

    found: Found
    original: Original | None


def _reader(text: Incoming, library: Library, readers: Readers) -> Callable[[Progress], _Read]:
    """The work of reading one text: needs nothing of the window."""
    now = datetime.now().astimezone()
    today = CivilDate(now.year, now.month, now.day)
    preferences, is_kept = library.project.preferences, keeps_originals(library)

    def read(progress: Progress) -> _Read:
        found = readers.pool.read(text, preferences, readers.proposers, progress, today=today)
        if not is_kept or not found.needs_file:
            return _Read(found, None)
        original = pack_original(text)
        warnings = (*found.warnings, *why_not_kept(text, original))
        return _Read(replace(found, warnings=warnings), original)

    return read
