"""Looking at a project that somebody else has open."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path

from timeline_app.services.library import Library
from timeline_app.services.project_places import data_folder
from timeline_app.storage.held_copy import copy_held


def copy_to_look_at(path: Path) -> Path:
    """Copy a project that is open elsewhere into the user's folder; one copy of each is kept.

    Runs in any thread, and takes a second for 500 MB. Raises UserError.
    """
    place = sha256(str(path.resolve()).encode(errors="surrogatepass")).hexdigest()[:16]
    target = data_folder() / "looked at" / place / path.name
    copy_held(path, target)
    return target


def look_at(copy: Path, at: datetime) -> Library:
    """Open such a copy for viewing; `at` is when it was made. Raises UserError."""
    return Library.view(
        copy,
        f"This is a copy of “{copy.name}” to look at, as it was at {at.astimezone():%H:%M}. "
        "The project itself is open elsewhere.",
    )
