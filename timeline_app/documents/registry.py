"""Finds the reader for a file or a pasted text, and reads it."""

from __future__ import annotations

from pathlib import Path

from timeline_app.documents.article import ReadFile
from timeline_app.documents.bundles import BundlePageReader, split_bundles
from timeline_app.documents.delimited import DelimitedReader
from timeline_app.documents.docx import DocxReader
from timeline_app.documents.epub import EpubReader
from timeline_app.documents.files import FileBytes, read_bytes
from timeline_app.documents.html import HtmlReader
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.mail import EmlReader, MhtmlReader, MsgReader
from timeline_app.documents.markdown import MarkdownReader
from timeline_app.documents.odt import OdtReader
from timeline_app.documents.pdf import PdfReader
from timeline_app.documents.plain_text import PlainTextReader
from timeline_app.documents.reader import Reader
from timeline_app.documents.records import (
    BibtexReader,
    CslJsonReader,
    RisReader,
    ZoteroRdfReader,
)
from timeline_app.documents.rtf import RtfReader
from timeline_app.documents.signatures import unreadable_kind
from timeline_app.documents.workbook import WorkbookReader
from timeline_app.domain.errors import UserError

READERS: tuple[Reader, ...] = (
    BibtexReader(),
    BundlePageReader(),
    CslJsonReader(),
    DelimitedReader(),
    DocxReader(),
    EmlReader(),
    EpubReader(),
    HtmlReader(),
    MarkdownReader(),
    MhtmlReader(),
    MsgReader(),
    OdtReader(),
    PdfReader(),
    PlainTextReader(),
    RisReader(),
    RtfReader(),
    WorkbookReader(),
    ZoteroRdfReader(),
)
_BY_CONTENT = 0.93  # how sure a reader is that knows a file by its bytes and not by its name


def read_file(path: Path) -> ReadFile:
    """Read what a file holds with the reader that is surest of it.

    Raises UserError, whose sentence names the file, when it is missing, unreadable, empty, too
    large, or of a kind that no reader knows.
    """
    return read_content(read_bytes(path, at_most=LIMITS.file_bytes))


def read_content(file: FileBytes) -> ReadFile:
    """Read a file whose bytes are at hand, such as an attachment. Raises UserError as above."""
    if not file.data.strip():
        raise UserError(f"“{file.name}” is empty.")
    reader = max(READERS, key=lambda each: each.confidence(file))
    if reader.confidence(file) < _BY_CONTENT and (advice := unreadable_kind(file.data)):
        raise UserError(f"“{file.name}” seems to be {advice}")
    return split_bundles(reader.read(file), file.name)
