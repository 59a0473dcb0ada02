"""Reads texts in Rich Text Format."""

from timeline_app.documents.rtf.reader import RtfReader

__all__ = ["RtfReader"]
