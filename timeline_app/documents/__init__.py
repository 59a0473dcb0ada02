"""Reads files and pasted text into articles."""

from timeline_app.documents.article import LinkedFile, ReadArticle, ReadFile, ReadTable
from timeline_app.documents.files import FileBytes
from timeline_app.documents.html import read_html
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.plain_text import read_text
from timeline_app.documents.records import with_record
from timeline_app.documents.registry import READERS, read_content, read_file

__all__ = [
    "LIMITS",
    "READERS",
    "FileBytes",
    "LinkedFile",
    "ReadArticle",
    "ReadFile",
    "ReadTable",
    "read_content",
    "read_file",
    "read_html",
    "read_text",
    "with_record",
]
