"""Where the window was: kept in a small JSON file of the user's, and with each project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

_FILE = "window.json"


class WindowState:
    """A few values that belong to the computer and not to a project.

    An unreadable file counts as an empty one: losing a window's place is no reason to stop.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self._values = self._read()

    def get(self, key: str) -> Any:
        """A value; None when it was never put."""
        return self._values.get(key)

    def put(self, values: Mapping[str, Any]) -> None:
        """Keep JSON values. A folder that cannot be written to keeps none."""
        self._values.update(values)
        text = json.dumps(self._values, indent=1)
        part = self._path.with_suffix(".part")
        try:
            part.write_text(text, encoding="utf-8")
            part.replace(self._path)
        except OSError:
            part.unlink(missing_ok=True)

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}


def geometry_text(window: QWidget) -> str:
    """Place and size of a window, as text."""
    return window.saveGeometry().toBase64().toStdString()


def restore_geometry(window: QWidget, text: object) -> bool:
    """Put a window where `geometry_text` found it; False when the text says nothing."""
    if not isinstance(text, str) or not text:
        return False
    return window.restoreGeometry(QByteArray.fromBase64(text.encode()))
