"""What the status bar says about saving."""

from __future__ import annotations

from datetime import datetime, tzinfo

from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.wording import date_in_words
from timeline_app.services.library import Library


def saved_words(library: Library | None, zone: tzinfo | None = None) -> tuple[str, bool]:
    """The words, and whether something is on the disk: "Saved 14:32" is true when it is read."""
    if library is None:
        return "No project is open", False
    if library.is_read_only:
        return "Open for reading only", False
    if library.saved_at is None:
        return "Saves by itself from the first article", False
    at = library.saved_at.astimezone(zone)
    is_today = at.date() == datetime.now(zone).date()
    day = CivilDate(at.year, at.month, at.day)
    return f"Saved {at:%H:%M}" if is_today else f"Saved {date_in_words(day)}, {at:%H:%M}", True
