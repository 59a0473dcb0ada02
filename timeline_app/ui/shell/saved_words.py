"""What the status bar says about saving."""

from __future__ import annotations

from datetime import tzinfo

from timeline_app.services.library import Library


def saved_words(library: Library | None, zone: tzinfo | None = None) -> tuple[str, bool]:
    """The words, and whether something is on the disk: "Saved 14:32" is true when it is read."""
    if library is None:
        return "No project is open", False
    if library.is_read_only:
        return "Open for reading only", False
    if library.saved_at is None:
        return "Saves by itself from the first article", False
    return f"Saved {library.saved_at.astimezone(zone):%H:%M}", True
