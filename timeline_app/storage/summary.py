"""What a project file holds, told without opening the project: for lists of backups."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from timeline_app.storage.failures import plain_errors

_COUNTS = (
    "SELECT count(*) FROM articles",
    "SELECT count(*) FROM events",
    "SELECT count(*) FROM events WHERE status = 'accepted'",
)
_LATEST = "SELECT label FROM changes WHERE NOT is_undone ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """How much is in a project, and what was done last; `last_step` is "" when nothing was."""

    articles: int
    events: int
    accepted: int
    last_step: str


def summarise(path: Path) -> ProjectSummary:
    """Count what is in a file that nobody has open, of whichever format. Raises UserError."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with plain_errors(path), closing(sqlite3.connect(uri, uri=True, timeout=0)) as connection:
        articles, events, accepted = (
            connection.execute(question).fetchone()[0] for question in _COUNTS
        )
        latest = connection.execute(_LATEST).fetchone()
    return ProjectSummary(articles, events, accepted, latest[0] if latest else "")
