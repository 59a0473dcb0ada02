"""Evidence as it comes from the disk: made into a value when it is first asked for.

A project of 100,000 events has as much evidence, most of which nobody looks at in a sitting. To
make it all would take half the time of opening.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from timeline_app.domain import Evidence
from timeline_app.storage.codec import decode_evidence
from timeline_app.storage.failures import damage_noticed


class FoldedRows:
    """What the rows of one reading share: where they come from and what their columns are."""

    __slots__ = ("columns", "path", "places")

    def __init__(self, path: Path, columns: tuple[str, ...]) -> None:
        self.path, self.columns = path, columns
        names = ("id", "event_id", "article_id", "quote_start", "trigger_start")
        self.places = tuple(columns.index(name) for name in names)


class FoldedEvidence:
    """One row of evidence; `place` orders it in the text of its article."""

    __slots__ = ("_rows", "_values", "article_id", "event_id", "id", "place")

    def __init__(self, rows: FoldedRows, values: tuple[Any, ...]) -> None:
        self._rows, self._values = rows, values
        own, event, article, quote, trigger = rows.places
        self.id: int = values[own]
        self.event_id: int = values[event]
        self.article_id: int = values[article]
        named = values[trigger]
        self.place: tuple[int, int, int] = (
            values[quote],
            values[quote] if named is None else named,
            self.id,
        )

    def unfold(self) -> Evidence:
        """The evidence. Raises DamagedProject when the row makes no sense."""
        with damage_noticed(self._rows.path):
            return decode_evidence(dict(zip(self._rows.columns, self._values, strict=True)))
