"""A file or a text on its way into a project, read whole: its articles, each with its proposals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from timeline_app.domain import UNWATCHED, Article, Preferences, Progress, Proposal
from timeline_app.services.event_files import holds_events, read_event_file
from timeline_app.services.proposing import Proposers
from timeline_app.services.reading import (
    Document,
    Tell,
    find_proposals,
    read_attachment,
    read_document,
    read_pasted_html,
    read_pasted_text,
)

if TYPE_CHECKING:
    from timeline_app.documents import FileBytes, ReadTable
    from timeline_app.documents.read_events import ReadEvents
    from timeline_app.domain.time import CivilDate

Read = tuple[Article, tuple[Proposal, ...]]


@dataclass(frozen=True, slots=True)
class Incoming:
    """One text to read: a file (`content` is its path), plain text, or HTML.

    Of an attachment, a file within another, `content` is the name and `data` holds the bytes.
    """

    kind: Literal["file", "text", "html", "attachment"]
    content: str
    data: bytes = b""

    @property
    def name(self) -> str:
        """What to call it while it is read."""
        if self.kind == "file":
            return Path(self.content).name
        return self.content if self.kind == "attachment" else "the pasted text"


@dataclass(frozen=True, slots=True)
class Found:
    """What one file or text holds, each article with its proposals.

    `warnings` are about the reading, `notes` those of them that are about each article; `remarks`
    tell of nothing wrong, and `complaints` are about the engines that look for events. `events`
    are those of a file of events, None of any other. `files` are the places below the folder of the
    file of those that the articles were read from in its stead, or "".
    """

    articles: tuple[Read, ...] = ()
    attachments: tuple[FileBytes, ...] = ()
    tables: tuple[ReadTable, ...] = ()
    warnings: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    events: ReadEvents | None = None
    notes: tuple[tuple[str, ...], ...] = ()
    files: tuple[str, ...] = ()

    def notes_on(self, number: int) -> tuple[str, ...]:
        """The sentences about an article, by its place among the articles, from 0."""
        return self.notes[number] if number < len(self.notes) else self.warnings

    @property
    def needs_file(self) -> bool:
        """Whether an article was read from the text itself, and not from a file that it names."""
        return bool(self.articles) and not (self.files and all(self.files))

    def file_of(self, number: int) -> str:
        """Where the file lies that a record of the text names for an article; "" without one."""
        return self.files[number] if number < len(self.files) else ""


def read_incoming(
    text: Incoming,
    preferences: Preferences,
    proposers: Proposers,
    progress: Progress = UNWATCHED,
    *,
    today: CivilDate | None = None,
) -> Found:
    """Read a text and find the events in it, in this process. Raises UserError and Cancelled.

    A day of publication after `today` is doubted.
    """
    if (events := events_in(text)) is not None:
        return Found(events=events)
    warnings = list[str]()
    document = open_incoming(text, warnings.append, today=today, progress=progress)
    found = found_in(document, warnings)
    return with_proposals(found, document.articles, preferences, proposers, progress)


def events_in(text: Incoming) -> ReadEvents | None:
    """What a file of events holds; None of any other text.

    Never ask this of the open project in the program itself: to read its file would drop the lock
    on it. Raises UserError where the file is damaged.
    """
    if text.kind == "file":
        path = Path(text.content)
        return read_event_file(path) if holds_events(path) else None
    if text.kind != "attachment":
        return None
    from timeline_app.documents import FileBytes
    from timeline_app.documents.event_files import event_reader_for

    file = FileBytes(text.content, text.data)
    reader = event_reader_for(file)
    return None if reader is None else reader.read(file)


def found_in(document: Document, warnings: Sequence[str]) -> Found:
    """What a document holds beside its articles, and what was said while it was read."""
    return Found(
        attachments=document.attachments,
        tables=document.tables,
        warnings=tuple(warnings),
        notes=document.notes,
        files=document.files,
    )


def open_incoming(
    text: Incoming,
    tell: Tell,
    *,
    today: CivilDate | None = None,
    progress: Progress = UNWATCHED,
) -> Document:
    """What a text holds, without looking for events. Raises UserError and Cancelled.

    `tell` is called with each sentence about what was read, but not quite as it stands, and
    `progress` before each record whose file is read.
    """
    if text.kind == "file":
        return read_document(Path(text.content), tell, today=today, progress=progress)
    if text.kind == "attachment":
        from timeline_app.documents import FileBytes

        return read_attachment(FileBytes(text.content, text.data), tell, today=today)
    if text.kind == "html":
        return Document((read_pasted_html(text.content, tell=tell, today=today),))
    return Document((read_pasted_text(text.content, tell=tell, today=today),))


def with_proposals(
    found: Found,
    articles: tuple[Article, ...],
    preferences: Preferences,
    proposers: Proposers,
    progress: Progress = UNWATCHED,
) -> Found:
    """The same with these articles and the events that are found in them. Raises Cancelled."""
    remarks, complaints = list[str](), list[str]()
    read = tuple(
        (
            article,
            tuple(
                find_proposals(
                    article,
                    progress,
                    preferences,
                    remarks.append,
                    proposers=proposers,
                    warn=complaints.append,
                )
            ),
        )
        for article in articles
    )
    return replace(found, articles=read, remarks=tuple(remarks), complaints=tuple(complaints))
