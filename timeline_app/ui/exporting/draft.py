"""The publication of the open project, made by the worker that needs it."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from timeline_app import __version__
from timeline_app.domain.time import CivilDate
from timeline_app.services.library import Library

if TYPE_CHECKING:
    from timeline_app.exporters import Publication


class Draft:
    """What a project would publish as it is now, whatever is decided while it is written.

    To take a draft costs nearly nothing; to ask for its publication takes seconds of a project of
    100,000 events, once.
    """

    def __init__(self, library: Library, *, is_whole: bool = False) -> None:
        today = datetime.now().astimezone()
        self._records = library.project.records
        self._name, self._is_whole = library.path.name, is_whole
        self._today = CivilDate(today.year, today.month, today.day)

    @cached_property
    def publication(self) -> Publication:
        """The accepted events, or all records too where it is of the whole project."""
        # What publishes is needed seldom: the window does not wait for it.
        from timeline_app.services.project import Project
        from timeline_app.services.publishing import build_publication

        return build_publication(
            Project(self._records),
            project_name=self._name,
            today=self._today,
            version=__version__,
            is_whole=self._is_whole,
        )

    @property
    def title(self) -> str:
        """The title of the publication."""
        from timeline_app.services.publishing import title_of

        return title_of(self._name)
