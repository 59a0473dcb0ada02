"""Keeps one project in one SQLite file."""

from timeline_app.storage.project_file import Contents, ProjectFile

__all__ = ["Contents", "ProjectFile"]
