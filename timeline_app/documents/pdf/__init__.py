"""Reads PDF documents: reading order, paragraphs, pages, and what they say of themselves."""

from timeline_app.documents.pdf.reader import PdfReader

__all__ = ["PdfReader"]
