"""Takes over events, and whole projects, from files of other programs and of our own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.domain import (
    Article,
    Change,
    Contents,
    Event,
    Origin,
    Record,
    ReviewStatus,
    UserError,
    hash_text,
)
from timeline_app.services.edits import additions
from timeline_app.services.library import Library
from timeline_app.services.project_places import PROJECT_SUFFIX
from timeline_app.services.review.words import clean_line, clean_names, clean_text

if TYPE_CHECKING:
    from timeline_app.documents.read_events import ReadEvent, ReadEvents

_DATABASE = b"SQLite format 3\x00"
_HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file has brought into a project."""

    events: int = 0
    articles: int = 0

    @property
    def in_words(self) -> str:
        """Like "Added 12 events" and "Added 12 events and 3 articles"."""
        events = f"{self.events:,} event{'' if self.events == 1 else 's'}"
        if not self.articles:
            return f"Added {events}"
        return f"Added {events} and {self.articles:,} article{'' if self.articles == 1 else 's'}"


def is_foreign_timeline(path: Path) -> bool:
    """Whether a file that ends in .timeline is none of ours, by its first bytes.

    Never ask this of the project that is open: to read its file would drop the lock on it.
    """
    if path.suffix != PROJECT_SUFFIX or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(1_024)
    except OSError:
        return False
    return not head.startswith(_DATABASE) and b"<timeline" in head


def holds_events(path: Path) -> bool:
    """Whether a file is one that `read_event_file` reads, by its name and its beginning.

    Never ask this of the project that is open: to read its file would drop the lock on it.
    """
    from timeline_app.documents.event_files import event_reader_for
    from timeline_app.documents.files import FileBytes

    if not path.is_file() or (path.suffix == PROJECT_SUFFIX and not is_foreign_timeline(path)):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False  # who reads it says what is wrong
    return event_reader_for(FileBytes(path.name, head)) is not None


def read_event_file(path: Path) -> ReadEvents | None:
    """What a file of events holds; None for a file of another kind, such as an article.

    Raises UserError when it is of a known format but damaged, or cannot be read.
    """
    from timeline_app.documents.event_files import read_event_file as read

    if path.suffix == PROJECT_SUFFIX and not is_foreign_timeline(path):
        return None
    return read(path)


def take_events(library: Library, read: ReadEvents, name: str) -> Taken:
    """Add what a file called `name` holds, in one step. Raises UserError when that is nothing.

    Events without a status of their own are accepted, as what the researcher adds is. Records of a
    whole project keep everything; articles that are here already are not added again.
    """
    if read.contents is not None:
        records = list(_records_of(library, read.contents))
    else:
        records = [_event_of(library, each) for each in read.events]
    if not records:
        raise UserError(f"“{name}” holds no events.")
    library.apply(Change(f"add the events of “{name}”", additions(records)))
    return Taken(
        sum(isinstance(record, Event) for record in records),
        sum(isinstance(record, Article) for record in records),
    )


def _event_of(library: Library, read: ReadEvent) -> Event:
    return Event(
        library.new_id(),
        clean_line(read.title) or "Untitled",
        read.span,
        status=ReviewStatus.ACCEPTED,
        factuality=read.factuality,
        certainty=read.certainty,
        people=clean_names(read.people),
        organisations=clean_names(read.organisations),
        places=clean_names(read.places),
        tags=clean_names(read.tags),
        note=clean_text(read.note),
        origin=Origin.RESEARCHER,
        is_date_edited=True,
        is_title_edited=True,
    )


def _records_of(library: Library, contents: Contents) -> Iterator[Record]:
    """The records as they are in an empty project, else under ids of their own."""
    project = library.project
    if not (project.articles or project.events or project.has_preferences):
        yield from contents.preferences
        yield from contents.articles
        yield from contents.events
        yield from contents.evidence
        yield from contents.rulings
        yield from contents.aliases
        return
    if not project.has_preferences:
        yield from contents.preferences
    ids: dict[int, int] = {}
    for article in contents.articles:
        text_hash = article.content_hash or hash_text(article.text)
        present = project.article_with_hash(text_hash)
        ids[article.id] = library.new_id() if present is None else present.id
        if present is None:
            yield replace(article, id=ids[article.id])
    for event in contents.events:
        ids[event.id] = library.new_id()
        yield replace(event, id=ids[event.id])
    for each in contents.evidence:
        ids[each.id] = library.new_id()
        yield replace(
            each, id=ids[each.id], event_id=ids[each.event_id], article_id=ids[each.article_id]
        )
    yield from _rulings_of(library, contents, ids)


def _rulings_of(library: Library, contents: Contents, ids: Mapping[int, int]) -> Iterator[Record]:
    """What was ruled, where its subjects came along and nothing else was ruled on the names."""
    for ruling in contents.rulings:
        subjects = tuple(ids[each] for each in ruling.subjects if each in ids)
        if len(subjects) == len(ruling.subjects):
            yield replace(ruling, id=library.new_id(), subjects=subjects)
    known = {(alias.kind, alias.name) for alias in library.project.names.aliases.values()}
    for alias in contents.aliases:
        if (alias.kind, alias.name) not in known:
            yield replace(alias, id=library.new_id())
