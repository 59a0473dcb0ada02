"""Time spans as columns: canonical EDTF text beside the four bounds it means."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from timeline_app.domain import UserError
from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.edtf import parse_edtf, write_edtf

Row = dict[str, Any]

SPAN_COLUMNS = (
    "when_edtf",
    "earliest_start",
    "latest_start",
    "earliest_end",
    "latest_end",
    "precision",
)
_NO_SPAN: Row = dict.fromkeys(SPAN_COLUMNS)
_LARGEST = 2**63 - 1  # what an INTEGER of SQLite holds: 292 billion years in seconds
# Only the text tells qualifiers, zones and choices; without one of these the bounds are the span.
_TOLD_BY_TEXT_ONLY = frozenset("?~%,T")


def encode_span(span: TimeSpan | None) -> Row:
    """The columns of a span. Raises UserError for a date too far away to be kept."""
    return dict(_NO_SPAN if span is None else zip(SPAN_COLUMNS, _values(span), strict=True))


@lru_cache(maxsize=1_000)  # an event and the readings of its evidence often share a span
def _values(span: TimeSpan) -> tuple[str | int | None, ...]:
    bounds = (span.earliest_start, span.latest_start, span.earliest_end, span.latest_end)
    if any(bound is not None and abs(bound) > _LARGEST for bound in bounds):
        raise UserError("This date lies too far away to be kept.")
    return (write_edtf(span), *bounds, int(span.precision))


def decode_span(row: Row) -> TimeSpan | None:
    """The span of a row; the inverse of `encode_span`."""
    return decode_span_values(tuple(row[column] for column in SPAN_COLUMNS))


def decode_span_values(values: tuple[Any, ...]) -> TimeSpan | None:
    """The span that the values of `SPAN_COLUMNS` mean."""
    text, *bounds = values
    if text is None:
        return None
    if not _TOLD_BY_TEXT_ONLY.isdisjoint(text):
        return parse_edtf(text)
    return _span_of(*bounds)


@lru_cache(maxsize=20_000)  # an event and the readings of its evidence often share a span
def _span_of(
    earliest_start: int | None,
    latest_start: int | None,
    earliest_end: int | None,
    latest_end: int | None,
    precision: int,
) -> TimeSpan:
    return TimeSpan(earliest_start, latest_start, earliest_end, latest_end, Precision(precision))
