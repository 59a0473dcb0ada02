"""A file or a text on its way into a project, read whole: its articles, each with its proposals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from timeline_app.domain import UNWATCHED, Article, Preferences, Progress, Proposal
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
    are those of a file of events, None of any other.
    """

    articles: tuple[Read, ...] = ()
    attachments: tuple[FileBytes, ...] = ()
    tables: tuple[ReadTable, ...] = ()
    warnings: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    events: ReadEvents | None = None
    notes: tuple[tuple[str, ...], ...] = ()

    def notes_on(self, number: int) -> tuple[str, ...]:
        """The sentences about an article, by its place among the articles, from 0."""
        return self.notes[number] if number < len(self.notes) else self.warnings


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
    warnings = list[str]()
    document = open_incoming(text, warnings.append, today=today, progress=progress)
    found = found_in(document, warnings)
    return with_proposals(found, document.articles, preferences, proposers, progress)


def found_in(document: Document, warnings: Sequence[str]) -> Found:
    """What a document holds beside its articles, and what was said while it was read."""
    return Found(
        attachments=document.attachments,
        tables=document.tables,
        warnings=tuple(warnings),
        notes=document.notes,
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
