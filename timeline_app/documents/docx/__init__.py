"""Reads documents of Word."""

from timeline_app.documents.docx.reader import DocxReader

__all__ = ["DocxReader"]
