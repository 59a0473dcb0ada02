"""What every reader of a file format offers."""

from __future__ import annotations

from typing import Protocol

from timeline_app.documents.article import ReadFile
from timeline_app.documents.files import FileBytes


class Reader(Protocol):
    """Reads one kind of file. A new kind is a new class and its line in `READERS`."""

    def confidence(self, file: FileBytes) -> float:
        """How sure the reader is, by suffix and first bytes, that a file is its own: 0 to 1."""

    def read(self, file: FileBytes) -> ReadFile:
        """What a file holds. Raises UserError when that is nothing, or it passes a limit."""
