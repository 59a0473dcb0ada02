"""Spans as plain stretches from here to there, for formats that know nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_app.domain.time.calendar import (
    SECONDS_PER_HOUR,
    SECONDS_PER_MINUTE,
    CivilTime,
    civil_time,
)
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.domain.time.precision import Precision, granule_end, granule_start
from timeline_app.domain.time.span import SpanShape, TimeSpan

_EXACT = (SpanShape.POINT, SpanShape.PERIOD)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The half-open time from `begin` to `end`, both instants, told in days or finer."""

    begin: int
    end: int
    precision: Precision
    zone: str | None

    @property
    def unit(self) -> Precision:
        """What its two ends are told in: days, or the finer unit that is known."""
        return min(self.precision, Precision.DAY)

    @property
    def first(self) -> CivilTime:
        """The second at which it begins."""
        return civil_time(self.begin)

    @property
    def last(self) -> CivilTime:
        """The second at which the last of its units begins."""
        return civil_time(granule_start(self.end - 1, self.unit))

    @property
    def in_utc(self) -> tuple[int, int]:
        """Its ends on the clock of UTC; on its own clock where no zone is known."""
        shift = 0 if self.zone is None else zone_offset(self.zone)
        return self.begin - shift, self.end - shift

    @property
    def has_time(self) -> bool:
        """Whether the time of day is known."""
        return self.precision < Precision.DAY

    @property
    def ends_in_edtf(self) -> tuple[str, str]:
        """Its first and its last unit as EDTF dates: "2024-10-21" and "2024-10-27"."""
        ends = (self.begin, self.end - 1)
        first, last = (write_edtf(TimeSpan.at(instant, self.unit)) for instant in ends)
        return first, last


def stretch_of(span: TimeSpan | None) -> Stretch | None:
    """The whole time in which an event may lie; None where nothing at all is known of it.

    An open side ends with the last granule that is known.
    """
    if span is None:
        return None
    begin, end = (
        _either(span.earliest_start, span.latest_start),
        _either(span.latest_end, span.earliest_end),
    )
    if begin is None and end is None:
        return None
    if begin is None:
        begin = granule_start((end or 0) - 1, span.precision)
    if end is None:
        end = granule_end(begin, span.precision)
    if end <= begin:  # both sides are open, and it may have been no longer than a granule
        begin, end = granule_start(end - 1, span.precision), granule_end(begin, span.precision)
    return Stretch(begin, end, span.precision, span.zone)


def span_between(
    begin: int, end: int, precision: Precision = Precision.DAY, zone: str | None = None
) -> TimeSpan:
    """What a format says that knows stretches alone: a granule, or all the time between two.

    `end` is the first instant after it. Raises ValueError when it does not lie after `begin`.
    """
    if end <= begin:
        raise ValueError("it ends before it begins")
    if granule_end(begin, precision) >= end:
        span = TimeSpan.at(begin, precision)
    else:
        span = TimeSpan.lasting(begin, end - 1, precision)
    return replace(span, zone=zone) if zone and span.precision <= Precision.HOUR else span


def as_told(edtf: str, plain: TimeSpan | None) -> TimeSpan | None:
    """The span of an EDTF text that we wrote beside a plain date, which says less.

    Where the plain date has been changed since, or the text is none, it is the plain date.
    """
    try:
        told = parse_edtf(edtf)
    except ValueError:
        return plain
    one, other = stretch_of(told), stretch_of(plain)
    if one is None or other is None:
        return plain
    # Some formats know no zones, others only that of UTC.
    is_same = (one.begin, one.end) == (other.begin, other.end) or one.in_utc == other.in_utc
    return told if is_same else plain


def zone_offset(zone: str) -> int:
    """The seconds that the clocks of a zone are before those of UTC; "-05:00" is -18000."""
    if zone == "Z":
        return 0
    seconds = int(zone[1:3]) * SECONDS_PER_HOUR + int(zone[4:6]) * SECONDS_PER_MINUTE
    return -seconds if zone[0] == "-" else seconds


def is_exact(span: TimeSpan | None) -> bool:
    """Whether a stretch tells all of a span: a known day or time, or all the time between two."""
    return span is not None and span.shape in _EXACT and not (span.uncertain or span.approximate)


def _either(one: int | None, other: int | None) -> int | None:
    return other if one is None else one
