"""The page that an exported timeline is shown on: its frame, its look, and its own small script.

Nothing of it is ever fetched: what it needs stands in the one file.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def read_part(name: str) -> str:
    """The text of "page.html", "page.css" or "page.js"."""
    return (_FOLDER / name).read_text(encoding="utf-8")
