"""Keeps one project in one SQLite file."""

from timeline_app.storage.originals import Original
from timeline_app.storage.project_file import ProjectFile

__all__ = ["Original", "ProjectFile"]
