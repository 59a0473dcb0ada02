"""Reads tables from workbooks of Excel."""

from timeline_app.documents.workbook.reader import WorkbookReader

__all__ = ["WorkbookReader"]
