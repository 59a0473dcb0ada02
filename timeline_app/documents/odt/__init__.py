"""Reads texts in OpenDocument."""

from timeline_app.documents.odt.reader import OdtReader

__all__ = ["OdtReader"]
