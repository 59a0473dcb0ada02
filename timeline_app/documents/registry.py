"""Finds the reader for a file or a pasted text, and reads it."""

from __future__ import annotations

from dataclasses import replace
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
    reader = _surest_reader(file)
    if advice := _why_unread(file, reader):
        raise UserError(f"“{file.name}” seems to be {advice}")
    return _with_readable_attachments(split_bundles(reader.read(file), file.name))


def _surest_reader(file: FileBytes) -> Reader:
    return max(READERS, key=lambda each: each.confidence(file))


def _why_unread(file: FileBytes, reader: Reader) -> str:
    """What a file seems to be that no reader knows by its content; empty where one may."""
    return "" if reader.confidence(file) >= _BY_CONTENT else unreadable_kind(file.data)


def _with_readable_attachments(read: ReadFile) -> ReadFile:
    """What was read, with a sentence in place of each attachment that nobody could read."""
    refused = {
        file.name: advice
        for file in read.attachments
        if (advice := _why_unread(file, _surest_reader(file)))
    }
    told = (f"“{name}”, attached, seems to be {advice}" for name, advice in refused.items())
    kept = tuple(file for file in read.attachments if file.name not in refused)
    return replace(read, attachments=kept, warnings=(*read.warnings, *told)) if refused else read
