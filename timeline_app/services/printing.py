"""How a project is printed, remembered with the project."""

from __future__ import annotations

from timeline_app.exporters import PrintSettings
from timeline_app.services.library import Library

_KEY = "print"


def print_settings(library: Library) -> PrintSettings:
    """What was chosen last for paper; the usual where nothing was, or it is not understood."""
    return PrintSettings.from_json(library.read_setting(_KEY))


def keep_print_settings(library: Library, settings: PrintSettings) -> None:
    """Remember a choice. A project open for viewing only keeps none."""
    library.write_setting(_KEY, settings.to_json())
