"""What a reader makes of a file that holds dated events instead of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from timeline_app.documents.files import FileBytes
from timeline_app.domain import Certainty, Contents, Factuality
from timeline_app.domain.time import TimeSpan


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event as it was read, before it belongs to a project."""

    title: str
    span: TimeSpan | None
    note: str = ""
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    factuality: Factuality = Factuality.HAPPENED


@dataclass(frozen=True, slots=True)
class ReadEvents:
    """The events of a file, or the whole project that it holds.

    `warnings` are sentences on what of the file could not be taken over.
    """

    events: tuple[ReadEvent, ...] = ()
    contents: Contents | None = None
    warnings: tuple[str, ...] = ()


class EventReader(Protocol):
    """Reads one format. A new format is a new class and its line in `EVENT_READERS`."""

    def recognises(self, file: FileBytes) -> bool:
        """Whether a file is of this format, by its name and its first bytes."""

    def read(self, file: FileBytes) -> ReadEvents:
        """What a file holds. Raises UserError, whose sentence names the file, for a damaged one."""


def unread(count: int, what: str) -> tuple[str, ...]:
    """A sentence on parts that were passed over: "3 entries have no date that can be read."."""
    if not count:
        return ()
    return (
        f"1 {what} has no date that can be read."
        if count == 1
        else f"{count:,} {_plural(what)} have no date that can be read.",
    )


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
