"""Reads e-books in EPUB."""

from timeline_app.documents.epub.reader import EpubReader

__all__ = ["EpubReader"]
