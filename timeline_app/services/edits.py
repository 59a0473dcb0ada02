"""Edits that make and remove whole records."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_app.domain import Edit, Record


def additions(records: Iterable[Record]) -> tuple[Edit, ...]:
    """The edits that make these records."""
    return tuple(Edit(before=None, after=record) for record in records)


def removals(records: Iterable[Record]) -> tuple[Edit, ...]:
    """The edits that remove these records."""
    return tuple(Edit(before=record, after=None) for record in records)
