"""Granules and stretches of time in words: "29 Oct 2024", "21 – 27 Oct 2024", "spring 2003"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_app.domain.time.calendar import (
    SECONDS_PER_DAY,
    CivilTime,
    add_months,
    civil_time,
    weekday,
)
from timeline_app.domain.time.precision import Precision, granule_start
from timeline_app.domain.time.wording_years import counted_year, joined, numbered_years
from timeline_app.domain.time.words import Words

_TAKES_ARTICLE = frozenset(
    {Precision.HALF, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM}
)
_UTC = "UTC"


@dataclass(frozen=True, slots=True)
class DateWriter:
    """Tells dates of one precision, in short or in full.

    `known_year` is the year that the reader sees elsewhere, so that it can be left out.
    """

    words: Words
    precision: Precision
    zone: str | None
    is_short: bool
    known_year: int | None

    def granule(self, instant: int, *, with_weekday: bool = False) -> str:
        """The granule that holds `instant`."""
        if self.precision >= Precision.YEAR:
            return joined(*self._years(instant))
        text = self._part_of_year(instant, is_alone=True)
        if with_weekday:
            text = self._with_weekday(text, instant)
        text = self._with_year(text, instant)
        if self.precision < Precision.DAY:
            text = self._with_clock(text, self._clock(instant))
        return text

    def after_word(self, instant: int) -> str:
        """The granule as it follows a preposition: "by *the 1850s*"."""
        text = self.granule(instant)
        if self.precision in _TAKES_ARTICLE:
            return self.words.with_article.format(date=text)
        return text

    def stretch(self, first: int, last: int) -> str:
        """From the granule that holds `first` to the one that holds `last`."""
        if granule_start(first, self.precision) == granule_start(last, self.precision):
            return self.granule(first)
        if self.precision >= Precision.YEAR:
            return self._stretch_of_years(first, last)
        if self.precision < Precision.DAY:
            return self._stretch_of_times(first, last)
        return self._stretch_of_parts(first, last)

    def choice_of_days(self, instants: list[int]) -> list[str]:
        """Days of which one is meant, the year only where the next one has another."""
        following = [*instants[1:], None]
        return [
            self._choosable_day(day, after) for day, after in zip(instants, following, strict=True)
        ]

    def _choosable_day(self, instant: int, following: int | None) -> str:
        ahead = None if following is None else civil_time(following)
        when = civil_time(instant)
        has_same_year = ahead is not None and ahead.year == when.year
        if self.is_short and has_same_year and ahead is not None and ahead.month == when.month:
            return str(when.day)
        text = self._part_of_year(instant, is_alone=True)
        if not self.is_short:
            text = self._with_weekday(text, instant)
        return text if has_same_year else self._with_year(text, instant)

    def _stretch_of_years(self, first: int, last: int) -> str:
        (first_number, first_unit), (last_number, last_unit) = self._years(first), self._years(last)
        if first_unit == last_unit:
            return joined(self._from_to(first_number, last_number), last_unit)
        return self._from_to(joined(first_number, first_unit), joined(last_number, last_unit))

    def _stretch_of_times(self, first: int, last: int) -> str:
        if first // SECONDS_PER_DAY != last // SECONDS_PER_DAY:
            return self._from_to(replace(self, zone=None).granule(first), self.granule(last))
        day = replace(self, precision=Precision.DAY).granule(first, with_weekday=True)
        return self._with_clock(day, self._from_to(self._clock(first), self._clock(last)))

    def _stretch_of_parts(self, first: int, last: int) -> str:
        first_text = self._part_of_year(first, is_alone=False)
        last_text = self._part_of_year(last, is_alone=False)
        start, end = self._own_year(first), self._own_year(last)
        is_one_winter = self.precision is Precision.SEASON and end.month > 9
        if start.year != end.year or is_one_winter:
            return self._from_to(
                self._in_year(first_text, start.year, start.month),
                self._in_year(last_text, end.year, end.month),
            )
        if self.precision is Precision.DAY and start.month == end.month:
            first_text = str(start.day)
        return self._with_year(self._from_to(first_text, last_text), last)

    def _own_year(self, instant: int) -> CivilTime:
        """The civil time, with a winter's January and February counted to the year before."""
        when = civil_time(instant)
        if self.precision is not Precision.SEASON:
            return when
        year, month = add_months(when.year, when.month, -2)
        return when._replace(year=year, month=month)

    def _part_of_year(self, instant: int, *, is_alone: bool) -> str:
        words, month = self.words, self._own_year(instant).month
        if self.precision is Precision.HALF:
            return words.halves[(month - 1) // 6]
        if self.precision is Precision.SEASON:
            return words.seasons[(month - 1) // 3]
        if self.precision is Precision.QUARTER:
            return words.quarter.format(number=(month - 1) // 3 + 1)
        if self.precision is Precision.MONTH:
            is_long = is_alone and not self.is_short
            return (words.long_months if is_long else words.months)[month - 1]
        return f"{civil_time(instant).day} {words.months[month - 1]}"

    def _with_weekday(self, text: str, instant: int) -> str:
        name = self.words.weekdays[weekday(instant // SECONDS_PER_DAY)]
        return self.words.with_weekday.format(weekday=name, date=text)

    def _with_year(self, text: str, instant: int) -> str:
        year, month = self._own_year(instant)[:2]
        if year == self.known_year and self.precision is not Precision.HALF:
            return text
        return self._in_year(text, year, month)

    def _in_year(self, text: str, year: int, month: int) -> str:
        is_half = self.precision is Precision.HALF
        template = self.words.half_with_year if is_half else self.words.with_year
        return template.format(date=text, year=self._year_name(year, month))

    def _year_name(self, year: int, month: int) -> str:
        name = joined(*counted_year(year, self.words))
        if self.precision is Precision.SEASON and month > 9 and year >= 1_000:
            return f"{name}–{(year + 1) % 100:02}"
        return name

    def _with_clock(self, date: str, clock: str) -> str:
        text = self.words.with_time.format(date=date, time=clock)
        if self.zone is None:
            return text
        zone = _UTC if self.zone == "Z" else _UTC + self.zone.replace("-", "−")
        return self.words.with_zone.format(date=text, zone=zone)

    def _clock(self, instant: int) -> str:
        hour, minute, second = civil_time(instant)[3:]
        if self.precision is Precision.HOUR:
            return self.words.hour(hour)
        clock = f"{hour:02}:{minute:02}"
        return f"{clock}:{second:02}" if self.precision is Precision.SECOND else clock

    def _years(self, instant: int) -> tuple[str, str]:
        start = granule_start(instant, self.precision)
        year = civil_time(start).year
        return numbered_years(year, self.precision, self.words, short=self.is_short)

    def _from_to(self, first: str, last: str) -> str:
        return self.words.stretch.format(first=first, last=last)
