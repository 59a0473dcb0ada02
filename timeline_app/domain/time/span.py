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
    ongoing_until(b)       ../b            until b, since nobody knows when
    between(a, b, c, d)    [a..b]/[c..d]   began between a and b, ended between c and d
    one_of(x, y)           [x,y]           one of these; the sources differ
    =====================  ==============  ==============================================

The last but one is this program's extension of EDTF, which has no word for a core that is known
with edges that are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline_app.domain.time.calendar import CivilDate
from timeline_app.domain.time.precision import Precision, granule_end, granule_start


class SpanShape(StrEnum):
    """The kind of knowledge a span holds; each has its own drawing and its own wording."""

    POINT = "point"  # one granule, a day or finer
    WITHIN = "within"  # sometime inside a longer stretch
    PERIOD = "period"  # lasted from a to b
    CORE = "core"  # a known core with unknown edges
    BEFORE = "before"  # on or before
    AFTER = "after"  # on or after
    ONGOING = "ongoing"  # goes on since a
    UNTIL = "until"  # until b, with no known beginning
    DISPUTED = "disputed"  # one of several
    UNKNOWN = "unknown"  # nothing is known


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """When something was: four bounds, a precision, and the EDTF qualifiers.

    `zone` is the zone that the source states for a time of day ("Z", "-05:00"); the bounds stay
    on the source's own clock. `choices` is empty but for a disputed span, whose bounds then
    enclose all of them. Raises ValueError when the bounds contradict each other.
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
        for low, high in (
            (self.earliest_start, self.latest_start),
            (self.earliest_end, self.latest_end),
            (self.earliest_start, self.earliest_end),
            (self.latest_start, self.latest_end),
        ):
            if low is not None and high is not None and low > high:
                raise ValueError(f"the bounds of a span are out of order: {low} > {high}")

    @classmethod
    def at(cls, instant: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """The granule that holds `instant`."""
        start, end = granule_start(instant, precision), granule_end(instant, precision)
        return cls(start, start, end, end, precision)

    @classmethod
    def on(cls, day: CivilDate) -> TimeSpan:
        """One known day."""
        return cls.at(day.instant)

    @classmethod
    def within(cls, first: int, last: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """One granule between the one that holds `first` and the one that holds `last`."""
        return cls(
            granule_start(first, precision),
            granule_start(last, precision),
            granule_end(first, precision),
            granule_end(last, precision),
            precision,
        )

    @classmethod
    def lasting(cls, first: int, last: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """All the time from the granule that holds `first` to the one that holds `last`.

        One single granule is no period: it is what `at` makes, unless a finer unit can tell the
        whole of it ("all October" is 2024-10-01/2024-10-31, "in October" is 2024-10).
        """
        start, end = granule_start(first, precision), granule_end(last, precision)
        if precision > Precision.DAY and end == granule_end(first, precision):
            finer = Precision.DAY if precision <= Precision.HALF else Precision.MONTH
            return cls(start, start, end, end, finer)
        return cls(start, start, end, end, precision)

    @classmethod
    def on_or_before(cls, last: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """One granule, the one that holds `last` or any before it."""
        return cls(
            None, granule_start(last, precision), None, granule_end(last, precision), precision
        )

    @classmethod
    def on_or_after(cls, first: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """One granule, the one that holds `first` or any after it."""
        start, end = granule_start(first, precision), granule_end(first, precision)
        return cls(start, None, end, None, precision)

    @classmethod
    def ongoing_since(cls, first: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """From the granule that holds `first` on, with no end."""
        start = granule_start(first, precision)
        return cls(start, start, None, None, precision)

    @classmethod
    def ongoing_until(cls, last: int, precision: Precision = Precision.DAY) -> TimeSpan:
        """Until the end of the granule that holds `last`, with no beginning."""
        end = granule_end(last, precision)
        return cls(None, None, end, end, precision)

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
        return cls(
            granule_start(first_start, precision),
            granule_start(last_start, precision),
            granule_end(first_end, precision),
            granule_end(last_end, precision),
            precision,
        )

    @classmethod
    def one_of(cls, choices: Sequence[TimeSpan]) -> TimeSpan:
        """One of several spans that exclude each other, at least two."""
        if len(choices) < 2:
            raise ValueError("a disputed span needs at least two choices")
        ordered = tuple(sorted(choices, key=TimeSpan.sort_key))
        return cls(
            _smallest(tuple(c.earliest_start for c in ordered)),
            _largest(tuple(c.latest_start for c in ordered)),
            _smallest(tuple(c.earliest_end for c in ordered)),
            _largest(tuple(c.latest_end for c in ordered)),
            min(c.precision for c in ordered),
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
    def shape(self) -> SpanShape:
        """The kind of knowledge this span holds."""
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
        return not self._is_one_granule_somewhere() and latest_start <= earliest_end

    def _is_one_granule_somewhere(self) -> bool:
        """Whether the bounds say "one granule between a and b", the EDTF set [a..b]."""
        if self.earliest_start is None or self.latest_start is None:
            return False
        return self.earliest_end == granule_end(
            self.earliest_start, self.precision
        ) and self.latest_end == granule_end(self.latest_start, self.precision)

    def overlaps(self, begin: int, end: int) -> bool:
        """Whether the event may have been going on in the half-open stretch from begin to end."""
        starts_before_end = self.earliest_start is None or self.earliest_start < end
        ends_after_begin = self.latest_end is None or self.latest_end > begin
        return starts_before_end and ends_after_begin

    def sort_key(self) -> tuple[int, int]:
        """A key for chronological order: by the first bound that is known, then by the last."""
        known = [
            bound
            for bound in (
                self.earliest_start,
                self.latest_start,
                self.earliest_end,
                self.latest_end,
            )
            if bound is not None
        ]
        return (known[0], known[-1]) if known else (0, 0)


def _smallest(bounds: tuple[int | None, ...]) -> int | None:
    known = [bound for bound in bounds if bound is not None]
    return min(known) if len(known) == len(bounds) else None


def _largest(bounds: tuple[int | None, ...]) -> int | None:
    known = [bound for bound in bounds if bound is not None]
    return max(known) if len(known) == len(bounds) else None
