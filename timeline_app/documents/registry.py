"""Finds the reader for a file or a pasted text, and reads it."""

from __future__ import annotations

from pathlib import Path

from timeline_app.documents.article import ReadFile
from timeline_app.documents.bundles import BundlePageReader, split_bundles
from timeline_app.documents.delimited import DelimitedReader
from timeline_app.documents.files import FileBytes, read_bytes
from timeline_app.documents.html import HtmlReader
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.plain_text import PlainTextReader
from timeline_app.documents.reader import Reader
from timeline_app.documents.signatures import seems_to_be
from timeline_app.domain.errors import UserError

READERS: tuple[Reader, ...] = (
    HtmlReader(),
    BundlePageReader(),
    DelimitedReader(),
    PlainTextReader(),
)


def read_file(path: Path) -> ReadFile:
    """Read what a file holds with the reader that is surest of it.

    Raises UserError, whose sentence names the file, when it is missing, unreadable, empty, too
    large, or of a kind that no reader knows.
    """
    most = max(LIMITS.text_bytes, LIMITS.html_bytes, LIMITS.table_bytes)
    return read_content(read_bytes(path, at_most=most))


def read_content(file: FileBytes) -> ReadFile:
    """Read a file whose bytes are at hand, such as an attachment. Raises UserError as above."""
    if not file.data.strip():
        raise UserError(f"“{file.name}” is empty.")
    if kind := seems_to_be(file.data):
        raise UserError(
            f"“{file.name}” seems to be {kind}, which cannot be read yet. "
            "Copy its text and paste it here instead."
        )
    return split_bundles(_surest_reader(file).read(file), file.name)


def _surest_reader(file: FileBytes) -> Reader:
    return max(READERS, key=lambda reader: reader.confidence(file))
