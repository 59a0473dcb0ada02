"""From a place on the calendar to a time span with exactly as much knowledge as was said."""

from __future__ import annotations

from timeline_app.domain.time.calendar import (
    SECONDS_PER_DAY,
    add_months,
    civil_date,
    day_ordinal,
)
from timeline_app.domain.time.precision import Precision
from timeline_app.domain.time.span import TimeSpan
from timeline_app.extraction.expressions.meaning import Portion, Unit
from timeline_app.extraction.expressions.placed import Placed

PRECISIONS = {
    Unit.SECOND: Precision.SECOND,
    Unit.MINUTE: Precision.MINUTE,
    Unit.HOUR: Precision.HOUR,
    Unit.DAY: Precision.DAY,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.SEASON: Precision.SEASON,
    Unit.HALF: Precision.HALF,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.DECADE,
    Unit.CENTURY: Precision.CENTURY,
    Unit.MILLENNIUM: Precision.MILLENNIUM,
}
# The share of a stretch that each portion covers, in twelfths: from, to.
_SHARES = {
    Portion.START: (0, 2),
    Portion.FIRST_HALF: (0, 6),
    Portion.EARLY: (0, 4),
    Portion.MIDDLE: (4, 8),
    Portion.LATE: (8, 12),
    Portion.SECOND_HALF: (6, 12),
    Portion.END: (10, 12),
}


def days_as_span(first: int, last: int) -> TimeSpan:
    """Some day from one day ordinal to another."""
    return TimeSpan.within(first * SECONDS_PER_DAY, last * SECONDS_PER_DAY)


def span_of(placed: Placed, anchor_day: int | None = None) -> TimeSpan:
    """The span of a place on the calendar. `anchor_day` limits "later this week"."""
    span = _span_of(placed, anchor_day)
    return span.qualified(approximate=True) if placed.is_approximate else span


def _span_of(placed: Placed, anchor_day: int | None) -> TimeSpan:
    start = placed.start * SECONDS_PER_DAY
    if placed.second is not None:
        return _clock_span(start + placed.second, placed)
    if placed.portion is not None and placed.last > placed.start:
        return _portion_span(placed, anchor_day)
    if placed.unit >= Unit.DECADE and placed.date.year < 0:
        # EDTF counts centuries from the year 0; before Christ they begin a year later.
        return _years_within(placed.start, placed.last, 0, 12)
    if placed.unit in PRECISIONS and placed.days == 1:
        return TimeSpan.at(start, PRECISIONS[placed.unit])
    return days_as_span(placed.start, placed.last)


def _clock_span(instant: int, placed: Placed) -> TimeSpan:
    span = TimeSpan.at(instant, PRECISIONS[placed.fineness])
    if placed.zone is None:
        return span
    return TimeSpan(
        span.earliest_start,
        span.latest_start,
        span.earliest_end,
        span.latest_end,
        span.precision,
        zone=placed.zone,
    )


def _portion_span(placed: Placed, anchor_day: int | None) -> TimeSpan:
    first, last = placed.start, placed.last
    if placed.portion in (Portion.EARLIER, Portion.LATER):
        return _beside_anchor(placed.portion, first, last, anchor_day)
    begin, end = _SHARES[placed.portion or Portion.EARLY]
    if placed.unit >= Unit.DECADE:
        return _years_within(first, last, begin, end)
    if placed.unit >= Unit.QUARTER:
        return _months_within(first, last, begin, end)
    if placed.unit is Unit.MONTH:
        return _days_of_month(placed, last)
    days = last - first + 1
    return days_as_span(first + days * begin // 12, max(first, first + days * end // 12 - 1))


def _beside_anchor(portion: Portion, first: int, last: int, anchor_day: int | None) -> TimeSpan:
    if anchor_day is None or not first <= anchor_day <= last:
        return days_as_span(first, last)
    if portion is Portion.LATER:
        return days_as_span(anchor_day, last)
    return days_as_span(first, anchor_day)


def _years_within(first: int, last: int, begin: int, end: int) -> TimeSpan:
    year, last_year = civil_date(first).year, civil_date(last).year
    count = last_year - year + 1
    from_year = year + -(-count * begin // 12)
    to_year = max(from_year, year + -(-count * end // 12) - 1)
    return TimeSpan.within(
        day_ordinal(from_year) * SECONDS_PER_DAY,
        day_ordinal(to_year) * SECONDS_PER_DAY,
        Precision.YEAR,
    )


def _months_within(first: int, last: int, begin: int, end: int) -> TimeSpan:
    year, month, _ = civil_date(first)
    last_date = civil_date(last)
    count = (last_date.year - year) * 12 + last_date.month - month + 1
    from_month = add_months(year, month, min(count - 1, -(-count * begin // 12)))
    to_month = add_months(year, month, max(0, -(-count * end // 12) - 1))
    return TimeSpan.within(
        day_ordinal(*from_month) * SECONDS_PER_DAY,
        day_ordinal(*to_month) * SECONDS_PER_DAY,
        Precision.MONTH,
    )


# The days of a month that its portions cover; None is its last day.
_DAYS_OF_MONTH: dict[Portion, tuple[int, int | None]] = {
    Portion.START: (1, 5),
    Portion.FIRST_HALF: (1, 15),
    Portion.EARLY: (1, 10),
    Portion.MIDDLE: (11, 20),
    Portion.LATE: (21, None),
    Portion.SECOND_HALF: (16, None),
    Portion.END: (26, None),
}


def _days_of_month(placed: Placed, last: int) -> TimeSpan:
    begin, end = _DAYS_OF_MONTH[placed.portion or Portion.EARLY]
    final = last if end is None else placed.start + end - 1
    return days_as_span(placed.start + begin - 1, final)
