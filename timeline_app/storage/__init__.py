"""Keeps one project in one SQLite file."""

from timeline_app.storage.originals import Original
from timeline_app.storage.project_file import ProjectFile
from timeline_app.storage.writing_anew import write_anew

__all__ = ["Original", "ProjectFile", "write_anew"]
