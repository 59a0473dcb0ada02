"""`TimeSpan`: when something was, with exactly as much knowledge as the source gives.

A span says when an event began and when it ended, each between two bounds:

    earliest_start <= start <= latest_start        earliest_end <= end <= latest_end

Bounds are instants (see `calendar`). Starts are the first second of a granule of the span's
precision, ends the second after the last one: the day 29 October 2024 starts at
2024-10-29T00:00:00 and ends at 2024-10-30T00:00:00. A bound that is None is open: nothing limits
it. The shapes that the bounds can take are those of ISO 8601-2 (EDTF):

    =====================  ==============  ==============================================
    constructor            EDTF            what is known
    =====================  ==============  ==============================================
    at(d)                  2024-10-29      that granule
    within(a, b)           [a..b]          one granule between a and b
    lasting(a, b)          a/b             from a until b
    on_or_before(b)        [..b]           one granule up to b
    on_or_after(a)         [a..]           one granule from a on
    ongoing_since(a)       a/..            from a on, and it goes on
    begun(a)               a/              from a on; its end is not known
    ongoing_until(b)       ../b            until b, and ever before it
    ended(b)               /b              until b; its beginning is not known
    between(a, b, c, d)    [a..b]/[c..d]   began between a and b, ended between c and d
    one_of(x, y)           [x,y]           one of these; the sources differ
    =====================  ==============  ==============================================

`between` in this form is this program's extension of EDTF, which has no word for a core that is
known with edges that are not.

Decades, centuries and millennia are counted from year 0 on, as EDTF writes them ("185X"). Before
it the constructors turn them into ranges of years.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline_app.domain.time.calendar import CivilDate, instant_at
from timeline_app.domain.time.precision import (
    Precision,
    common_precision,
    granule_end,
    granule_start,
)

_ZONE = re.compile(r"Z|[+-][0-9]{2}:[0-9]{2}")
_YEAR_ZERO = instant_at(0)
_FAR = 2**63  # after every instant


class SpanShape(StrEnum):
    """The kind of knowledge a span holds; each has its own drawing and its own wording."""

    POINT = "point"  # one granule, a day or finer
    WITHIN = "within"  # sometime inside a longer stretch
    PERIOD = "period"  # lasted from a to b
    CORE = "core"  # a known core with unknown edges
    BEFORE = "before"  # on or before
    AFTER = "after"  # on or after
    ONGOING = "ongoing"  # begun at a, with no known end
    UNTIL = "until"  # ended at b, with no known beginning
    DISPUTED = "disputed"  # one of several
    UNKNOWN = "unknown"  # neither outer bound is known


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """When something was: four bounds, a precision, and the EDTF qualifiers.

    `zone` is the zone that the source states for a time of day ("Z", "-05:00"), so the precision
    is then an hour or finer; the bounds stay on the source's own clock. `choices` is empty but for
    a disputed span, whose bounds then enclose all of them and whose zones are those of its
    choices. Raises ValueError when the bounds contradict each other or the zone is misplaced.
    """

    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None
    precision: Precision
    uncertain: bool = False
    approximate: bool = False
    zone: str | None = None
    choices: tuple[TimeSpan, ...] = ()

    def __post_init__(self) -> None:
        _require_order(self.earliest_start, self.latest_start, gap=0)
        _require_order(self.earliest_end, self.latest_end, gap=0)
        _require_order(self.earliest_start, self.earliest_end, gap=1)
        _require_order(self.latest_start, self.latest_end, gap=1)
        _require_order(self.earliest_start, self.latest_end, gap=1)
        if self.zone is not None:
            self._check_zone(self.zone)

    def _check_zone(self, zone: str) -> None:
        if not _ZONE.fullmatch(zone):
            raise ValueError(f"a zone is written Z or +05:30, not {zone}")
        if self.precision > Precision.HOUR or self.choices:
            raise ValueError("only a time of day has a zone")

    @classmethod
    def at(cls, instant: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """The granule that holds `instant`."""
        start, end = granule_start(instant, precision), granule_end(instant, precision)
        if _counted_unit(start, precision) is not precision:
            return cls.within(start, end - 1, Precision.YEAR)
        return cls(start, start, end, end, precision)

    @classmethod
    def on(cls, day: CivilDate) -> TimeSpan:
        """One known day."""
        return cls.at(day.instant)

    @classmethod
    def within(cls, first: int, last: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """One granule between the one that holds `first` and the one that holds `last`."""
        first, last = granule_start(first, precision), granule_end(last, precision) - 1
        unit = _counted_unit(first, precision)
        return cls(first, granule_start(last, unit), granule_end(first, unit), last + 1, unit)

    @classmethod
    def lasting(cls, first: int, last: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """All the time from the granule that holds `first` to the one that holds `last`.

        One single granule is no period: it is what `at` makes, unless a finer unit can tell the
        whole of it ("all October" is 2024-10-01/2024-10-31, "in October" is 2024-10).
        """
        start, end = granule_start(first, precision), granule_end(last, precision)
        unit = _counted_unit(start, precision)
        if unit > Precision.DAY and end == granule_end(start, unit):
            unit = Precision.DAY if unit <= Precision.HALF else Precision.MONTH
        return cls(start, start, end, end, unit)

    @classmethod
    def on_or_before(cls, last: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """One granule, the one that holds `last` or any before it."""
        end = granule_end(last, precision)
        unit = _counted_unit(end - 1, precision)
        return cls(None, granule_start(end - 1, unit), None, end, unit)

    @classmethod
    def on_or_after(cls, first: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """One granule, the one that holds `first` or any after it."""
        start = granule_start(first, precision)
        unit = _counted_unit(start, precision)
        return cls(start, None, granule_end(start, unit), None, unit)

    @classmethod
    def ongoing_since(cls, first: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """From the granule that holds `first` on, with no end."""
        start = granule_start(first, precision)
        return cls(start, start, None, None, _counted_unit(start, precision))

    @classmethod
    def begun(cls, first: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """From the granule that holds `first` on, until nobody knows when."""
        start = granule_start(first, precision)
        unit = _counted_unit(start, precision)
        return cls(start, start, granule_end(start, unit), None, unit)

    @classmethod
    def ongoing_until(cls, last: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """Until the end of the granule that holds `last`, with no beginning."""
        end = granule_end(last, precision)
        return cls(None, None, end, end, _counted_unit(end - 1, precision))

    @classmethod
    def ended(cls, last: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """Until the end of the granule that holds `last`, since nobody knows when."""
        end = granule_end(last, precision)
        unit = _counted_unit(end - 1, precision)
        return cls(None, granule_start(end - 1, unit), end, end, unit)

    @classmethod
    def between(
        cls,
        first_start: int,
        last_start: int,
        first_end: int,
        last_end: int,
        precision: Precision = Precision.DAY,
    ) -> TimeSpan:
        """Began between two granules, ended between two others; each given by an instant inside."""
        start, end = granule_start(first_start, precision), granule_start(first_end, precision)
        unit = _counted_unit(start, precision)
        return cls(
            start,
            granule_start(granule_end(last_start, precision) - 1, unit),
            granule_end(end, unit),
            granule_end(last_end, precision),
            unit,
        )

    @classmethod
    def one_of(cls, choices: Sequence[TimeSpan]) -> TimeSpan:
        """One of several spans that exclude each other, at least two.

        A choice that is itself disputed gives its own choices.
        """
        ordered = tuple(sorted(_flat(choices), key=TimeSpan.sort_key))
        if len(ordered) < 2:
            raise ValueError("a disputed span needs at least two choices")
        return cls(
            _smallest(tuple(c.earliest_start for c in ordered)),
            _largest(tuple(c.latest_start for c in ordered)),
            _smallest(tuple(c.earliest_end for c in ordered)),
            _largest(tuple(c.latest_end for c in ordered)),
            common_precision([c.precision for c in ordered]),
            choices=ordered,
        )

    def qualified(self, *, uncertain: bool = False, approximate: bool = False) -> TimeSpan:
        """The same span, marked as uncertain (EDTF "?") or approximate (EDTF "~")."""
        return replace(
            self,
            uncertain=self.uncertain or uncertain,
            approximate=self.approximate or approximate,
        )

    @property
    def begin(self) -> int | None:
        """The outer bound at the beginning; None when it is open."""
        return self.earliest_start

    @property
    def end(self) -> int | None:
        """The outer bound at the end; None when it is open."""
        return self.latest_end

    @property
    def is_single_granule(self) -> bool:
        """Whether the span is exactly one granule of its precision."""
        return (
            self.earliest_start is not None
            and self.earliest_start == self.latest_start
            and self.earliest_end == self.latest_end
            and granule_start(self.earliest_start, self.precision) == self.earliest_start
            and granule_end(self.earliest_start, self.precision) == self.latest_end
        )

    @property
    def is_one_granule_somewhere(self) -> bool:
        """Whether the span is one granule between a and b, one of which may be open: [a..b]."""
        starts = (self.earliest_start, self.latest_start)
        ends = tuple(
            None if start is None else granule_end(start, self.precision) for start in starts
        )
        return starts != (None, None) and (self.earliest_end, self.latest_end) == ends

    @property
    def shape(self) -> SpanShape:
        """The kind of knowledge this span holds.

        An open end makes it ONGOING when the beginning is known to lie between two bounds, whether
        it goes on (a/..) or the end is merely unknown (a/), and AFTER when it is not ([a..]).
        An open beginning makes it UNTIL when there is an end to tell (../b and /b), else BEFORE.
        """
        if self.choices:
            return SpanShape.DISPUTED
        if self.earliest_start is None or self.latest_end is None:
            return self._open_shape()
        if self.is_single_granule:
            return SpanShape.POINT if self.precision <= Precision.DAY else SpanShape.WITHIN
        if self.earliest_start == self.latest_start and self.earliest_end == self.latest_end:
            return SpanShape.PERIOD
        return SpanShape.CORE if self._has_core() else SpanShape.WITHIN

    def _open_shape(self) -> SpanShape:
        if self.earliest_start is None and self.latest_end is None:
            return SpanShape.UNKNOWN
        if self.earliest_start is None:
            return SpanShape.UNTIL if self.earliest_end is not None else SpanShape.BEFORE
        return SpanShape.ONGOING if self.latest_start is not None else SpanShape.AFTER

    def _has_core(self) -> bool:
        latest_start, earliest_end = self.latest_start, self.earliest_end
        if latest_start is None or earliest_end is None:
            return False
        return not self.is_one_granule_somewhere and latest_start < earliest_end

    def overlaps(self, begin: int, end: int) -> bool:
        """Whether the event may have been going on in the half-open stretch from begin to end."""
        starts_before_end = self.earliest_start is None or self.earliest_start < end
        ends_after_begin = self.latest_end is None or self.latest_end > begin
        return starts_before_end and ends_after_begin

    def sort_key(self) -> tuple[int, int, int]:
        """A key for chronological order: by beginning, then open beginnings first, then by end.

        A span with an open beginning stands where its last known granule begins: "by 29 October"
        comes just before "29 October". A span of which nothing is known comes last.
        """
        return order_of_bounds(
            self.earliest_start,
            self.latest_start,
            self.earliest_end,
            self.latest_end,
            self.precision,
        )


def order_of_bounds(
    earliest_start: int | None,
    latest_start: int | None,
    earliest_end: int | None,
    latest_end: int | None,
    precision: int,
) -> tuple[int, int, int]:
    """The `sort_key` of a span with these bounds, without making one."""
    end = _FAR if latest_end is None else latest_end
    if earliest_start is not None:
        return earliest_start, 1, end
    if latest_start is not None:
        return latest_start, 0, end
    last = latest_end if latest_end is not None else earliest_end
    if last is None:
        return _FAR, 1, end
    return granule_start(last - 1, Precision(precision)), 0, end


def _counted_unit(start: int, precision: Precision) -> Precision:
    """The unit in which to tell what begins at `start`: years where decades are not counted."""
    is_before_count = precision > Precision.YEAR and start < _YEAR_ZERO
    return Precision.YEAR if is_before_count else precision


def _require_order(low: int | None, high: int | None, *, gap: int) -> None:
    if low is not None and high is not None and low + gap > high:
        raise ValueError(f"the bounds of a span are out of order: {low} and {high}")


def _flat(choices: Sequence[TimeSpan]) -> list[TimeSpan]:
    flat: list[TimeSpan] = []
    for choice in choices:
        marks = {"uncertain": choice.uncertain, "approximate": choice.approximate}
        flat += [inner.qualified(**marks) for inner in choice.choices] or [choice]
    return flat


def _smallest(bounds: tuple[int | None, ...]) -> int | None:
    known = [bound for bound in bounds if bound is not None]
    return min(known) if len(known) == len(bounds) else None


def _largest(bounds: tuple[int | None, ...]) -> int | None:
    known = [bound for bound in bounds if bound is not None]
    return max(known) if len(known) == len(bounds) else None
