"""The open project and its file: every edit goes through here, and is saved when it returns."""

from __future__ import annotations

import gc
import getpass
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from timeline_app.domain import (
    UNWATCHED,
    Change,
    ChangeSet,
    DamagedProject,
    Event,
    Evidence,
    Progress,
)
from timeline_app.services.backups import Backup, BackupFolder
from timeline_app.services.edits import additions
from timeline_app.services.garbage import no_garbage
from timeline_app.services.project import AnyRecord, Project
from timeline_app.storage import Original, ProjectFile, write_anew
from timeline_app.storage.change_log import StepNote
from timeline_app.storage.event_history import DeletedEvent, EventState
from timeline_app.storage.lazy import LazyEvent, LazyEvidence
from timeline_app.storage.search import SearchIndex

Listener = Callable[[ChangeSet], None]


def user_name() -> str:
    """What the system calls the user, "" where it does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user: KeyError before Python 3.13
        return ""


def utc_now() -> datetime:
    """The time of day on this computer, in UTC."""
    return datetime.now(UTC)


def _records_of(file: ProjectFile) -> Iterator[AnyRecord]:
    """All records; events and evidence are made later where the file is checked later, too."""
    events: Iterable[Event | LazyEvent]
    evidence: Iterable[Evidence | LazyEvidence]
    if file.is_checked:
        contents = file.load()
        events, evidence = contents.events, contents.evidence
    else:
        contents, events, evidence = file.load_lazily()
    yield from contents.preferences
    yield from contents.articles
    yield from events
    yield from evidence
    yield from contents.rulings
    yield from contents.aliases


class Library:
    """One open project. What `apply`, `undo` and `redo` return is on the disk already.

    When one of them raises, neither file nor memory has changed, and it may be repeated.
    """

    def __init__(self, file: ProjectFile, *, now: Callable[[], datetime] = utc_now) -> None:
        self._file, self._who = file, user_name()
        self._now = now
        self._listeners: list[Listener] = []
        with no_garbage():
            self.project = Project(_records_of(file))
            if not file.is_checked:
                gc.freeze()  # all of it stays: looking through it for garbage takes 0.3 s
        self._saved_at = file.last_saved_at

    @classmethod
    def open(
        cls, path: Path, *, now: Callable[[], datetime] = utc_now, checks_later: bool = False
    ) -> Library:
        """Open a project, or make an empty one when there is none. Raises UserError.

        Before a project of an older format is changed to this one, a backup of it is made. With
        `checks_later` a file that was closed in order is not looked through for damage; the caller
        sees to it, with `require_sound`.
        """
        file = ProjectFile.open(path, BackupFolder(path).keep, checks_later=checks_later)
        return cls._of(file, now)

    @classmethod
    def view(cls, path: Path, notice: str) -> Library:
        """Open a project to look at it; `notice` says why. Raises UserError."""
        return cls._of(ProjectFile.view(path, notice), utc_now)

    @classmethod
    def _of(cls, file: ProjectFile, now: Callable[[], datetime]) -> Library:
        try:
            return cls(file, now=now)
        except BaseException:
            file.close()
            raise

    @property
    def search(self) -> SearchIndex:
        """What finds words in the texts, events and quotes of the project."""
        return self._file.search

    @property
    def path(self) -> Path:
        """Where the project is kept."""
        return self._file.path

    @property
    def is_read_only(self) -> bool:
        """Whether the project can only be looked at."""
        return self._file.is_read_only

    @property
    def notice(self) -> str:
        """One sentence that the user must know about the open file; empty when there is none."""
        return self._file.notice

    @property
    def is_checked(self) -> bool:
        """Whether the file was looked through for damage when it was opened."""
        return self._file.is_checked

    def require_sound(self) -> None:
        """Look through the file for damage, in any thread; takes a second for 150 MB.

        Raises DamagedProject.
        """
        self._file.require_sound()
        with no_garbage():
            for records in (self.project.events, self.project.evidence):
                for record_id in tuple(records):
                    records.get(record_id)  # made now, and so found to make sense
            gc.freeze()  # all of it stays: looking through it for garbage takes 0.2 s

    @property
    def saved_at(self) -> datetime | None:
        """When the latest step was saved, in UTC; None in a new project."""
        return self._saved_at

    @property
    def undo_label(self) -> str | None:
        """Completes "Undo …"; None when there is nothing to undo."""
        return self._file.undo_label

    @property
    def redo_label(self) -> str | None:
        """Completes "Redo …"; None when there is nothing to redo."""
        return self._file.redo_label

    def timestamp(self) -> str:
        """Now, as records keep it: UTC in ISO 8601, to the second."""
        return self._now().astimezone(UTC).isoformat(timespec="seconds")

    def new_id(self) -> int:
        """An id for a new record, never given out before."""
        return self._file.next_id()

    def apply(self, change: Change, original: Original | None = None) -> ChangeSet:
        """Save a step of work. A change that changes nothing is no step and leaves no trace.

        `original` is the file that an article of the step was read from; it is kept beside it.
        """
        edits = tuple(edit for edit in change.edits if edit.before != edit.after)
        if not edits:
            return ChangeSet()
        effective = Change(change.label, edits)
        self._file.commit(effective, self.timestamp(), original, who=self._who)
        return self._follow(effective)

    def steps(self, most: int) -> list[StepNote]:
        """The latest steps of work, undone ones too, the last one first. Raises UserError."""
        return self._file.steps(most)

    def states_of_event(self, event_id: int) -> list[EventState]:
        """What each step made of an event, the last one first. Raises UserError."""
        return self._file.states_of_event(event_id)

    def deleted_events(self, most: int) -> list[DeletedEvent]:
        """The latest events that were deleted, or merged into others. Raises UserError."""
        return self._file.deleted_events(most)

    def undo(self) -> ChangeSet | None:
        """Take the last step back; None when there is none."""
        return self._follow_if_any(self._file.undo())

    def redo(self) -> ChangeSet | None:
        """Take the step again that was undone last; None when there is none."""
        return self._follow_if_any(self._file.redo())

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; the function returned ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def copy_to(self, path: Path, progress: Progress = UNWATCHED) -> None:
        """Write a copy of the project to another file, in any thread. Raises UserError."""
        self._file.copy_to(path, progress)

    def save_copy(self, path: Path) -> None:
        """Write a copy for the user, also when the file was damaged while it was open.

        It then holds what is in memory, without earlier steps and kept files. Raises UserError.
        """
        try:
            self.copy_to(path)
        except DamagedProject:
            contents = Change(f"save a copy of “{self.path.name}”", additions(self.project.records))
            write_anew(path.absolute(), contents, self.timestamp())

    def compact(self) -> int:
        """Give unused room back to the disk, in any thread; returns bytes. Raises UserError."""
        return self._file.compact()

    def rebuild_indexes(self) -> None:
        """Make the indexes of the file anew from its tables. Raises UserError."""
        self._file.rebuild_indexes()

    def keep_backup(self, progress: Progress = UNWATCHED) -> Backup:
        """Write a copy to the backups of the project, in any thread. Raises UserError."""
        return BackupFolder(self.path).keep(lambda path: self.copy_to(path, progress))

    def read_setting(self, key: str, default: Any = None) -> Any:
        """A setting that belongs to the project; `default` when it was never written."""
        return self._file.read_setting(key, default)

    def write_setting(self, key: str, value: Any) -> None:
        """Keep a JSON value with the project. A project open for viewing only keeps none."""
        if not self.is_read_only:
            self._file.write_setting(key, value)

    def read_original(self, sha256: str) -> Original | None:
        """The kept file with this hash; None when there is none."""
        return self._file.read_original(sha256)

    def measure_originals(self) -> tuple[int, int]:
        """How many files are kept with the project, and the bytes that they take."""
        return self._file.measure_originals()

    def forget_originals(self) -> None:
        """Let go of all kept files. Raises UserError."""
        self._file.forget_originals()

    def close(self) -> None:
        """Let go of the file. It may be closed twice."""
        self._file.close()

    def _follow_if_any(self, change: Change | None) -> ChangeSet | None:
        return None if change is None else self._follow(change)

    def _follow(self, change: Change) -> ChangeSet:
        self._saved_at = self._now()
        touched = self.project.follow(change)
        for listener in tuple(self._listeners):
            listener(touched)
        return touched
