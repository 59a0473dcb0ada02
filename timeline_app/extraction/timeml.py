"""TimeML: prints time expressions and events in the terms of ISO-TimeML and TimeML 1.2.1."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from timeline_app.domain import TextRange
from timeline_app.domain.time.calendar import CivilDate, civil_date, iso_week
from timeline_app.extraction.any_language import language_of, recognise_in
from timeline_app.extraction.expressions.meaning import (
    Alternative,
    Amount,
    CalendarDate,
    ClockTime,
    DayPart,
    Deictic,
    Duration,
    Era,
    Meaning,
    PartOfDay,
    PartOfYear,
    Recurring,
    Shift,
    Stretch,
    Tendency,
    Unit,
    Vague,
    WeekdayRef,
)
from timeline_app.extraction.expressions.model import TimeExpression
from timeline_app.extraction.expressions.placed import Placed
from timeline_app.extraction.expressions.placing import place
from timeline_app.extraction.expressions.story import Story

if TYPE_CHECKING:
    from timeline_app.extraction.timeml_events import EventRow

_LETTERS = {
    Unit.SECOND: "S", Unit.MINUTE: "M", Unit.HOUR: "H", Unit.DAY: "D", Unit.WEEKEND: "WE",
    Unit.WEEK: "W", Unit.FORTNIGHT: "W", Unit.MONTH: "M", Unit.QUARTER: "Q", Unit.SEASON: "Y",
    Unit.HALF: "Y", Unit.YEAR: "Y", Unit.DECADE: "Y", Unit.CENTURY: "Y", Unit.MILLENNIUM: "Y",
}  # fmt: skip
_SIZES = {Unit.FORTNIGHT: 2, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_UNCOUNTED = {Unit.DECADE: "PXDE", Unit.CENTURY: "PXCE"}
# What a fraction of a unit is told in: half a year is six months.
_FRACTIONS = {
    "Y": (12, "M"),
    "TH": (60, "M"),
    "TM": (60, "S"),
    "M": (30, "D"),
    "D": (24, "H"),
    "W": (7, "D"),
}
_DAY_PARTS = {
    DayPart.MORNING: "TMO", DayPart.MIDDAY: "TMI", DayPart.AFTERNOON: "TAF",
    DayPart.EVENING: "TEV", DayPart.NIGHT: "TNI", DayPart.DAYTIME: "TDT",
}  # fmt: skip
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
# A day or a year that the story does not tell.
_UNPLACED = {
    Unit.DAY: "XXXX-XX-XX", Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX", Unit.YEAR: "XXXX",
}  # fmt: skip
_REFERENCES = {
    Tendency.PAST: "PAST_REF",
    Tendency.PRESENT: "PRESENT_REF",
    Tendency.FUTURE: "FUTURE_REF",
}


def tag(text: str, dct: dt.date) -> list[tuple[int, int, str, str]]:
    """The TIMEX3 elements of a text written on the day `dct`: (start, end, type, value)."""
    expressions = recognise_in(text, [TextRange(0, len(text))], language_of(text))
    story = Story(text, expressions, CivilDate(dct.year, dct.month, dct.day))
    tagged = []
    for expression in expressions:
        setting = story.setting_of(expression)
        for part in expression.parts or (expression,):
            value = timex_value(part.meaning, place(part.meaning, setting))
            if value and not isinstance(part.meaning, Era):
                start, end = part.range
                tagged.append((start, end - _zone_in_words(part), part.kind.upper(), value))
    return tagged


def events(text: str, dct: dt.date) -> list[EventRow]:
    """The EVENT elements of an English text written on the day `dct`.

    Each is (start, end, class, tense, aspect, polarity, modality, span): the words of TimeML's
    attributes, and when the event was as EDTF, empty when nothing says so. Takes linear time and
    accepts any text; UserError when the language model cannot be loaded. `timeml_events` says
    where events without a time are put.
    """
    from timeline_app.extraction.timeml_events import event_rows  # brings spaCy along

    return event_rows(text, dct)


def _zone_in_words(expression: TimeExpression) -> int:
    """The characters of a zone in words at the end, which TimeML's corpora leave out."""
    match expression.meaning:
        case ClockTime(zone=str(zone), day=None) if " " in zone:
            return len(zone) + 1
    return 0


def timex_value(meaning: Meaning, placed: Placed | None) -> str:
    """The TIMEX3 value of a meaning that lies at `placed`; empty when it has none."""
    match meaning:
        case Duration(amounts=amounts):
            periods = [_period(amount) for amount in amounts]
            return periods[0] + "".join(period.lstrip("PT") for period in periods[1:])
        case Stretch(amount=amount) if amount.count != 1 or amount.unit > Unit.YEAR:
            return _period(amount)
        case Recurring(each=each):
            return _recurring(each)
    tendency = _tendency(meaning, placed)
    if tendency is not None:
        return _REFERENCES[tendency]
    if placed is None and isinstance(meaning, Deictic):
        return _UNPLACED.get(meaning.unit, "")
    return placed_value(placed) if placed else ""


def _tendency(meaning: Meaning, placed: Placed | None) -> Tendency | None:
    """The direction of what has no place of its own: "soon", "weeks ago", "a week or two ago"."""
    match meaning:
        case Vague(tendency=tendency):
            return tendency
        case Alternative(first=Shift(sign=sign)):
            return Tendency.PAST if sign < 0 else Tendency.FUTURE
        case Shift(amount=amount, sign=sign) if amount.count is None or placed is None:
            return Tendency.PAST if sign < 0 else Tendency.FUTURE
    return None


def _period(total: Amount) -> str:
    letter = _LETTERS[total.unit]
    size = _SIZES.get(total.unit, 1)
    time = "T" if total.unit <= Unit.HOUR else ""
    if total.count is None:
        return _UNCOUNTED.get(total.unit) or f"P{time}X{letter}"
    whole, rest = divmod(total.count * size, 1)
    period = f"P{time}{int(whole)}{letter}" if whole else f"P{time}"
    if not rest:
        return period
    share, finer = _FRACTIONS.get(time + letter, (0, ""))
    return period + f"{round(rest * share)}{finer}" if finer else period


def _recurring(each: Meaning | Amount) -> str:
    match each:
        case Amount():
            return _period(each)
        case WeekdayRef(weekday=weekday):
            return f"XXXX-WXX-{weekday + 1}"
        case PartOfDay(part=part, day=day):
            date = _recurring(day) if isinstance(day, WeekdayRef) else "XXXX-XX-XX"
            return date + _DAY_PARTS[part]
        case CalendarDate(month=month, day=day) if month:
            return f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
        case PartOfYear(unit=Unit.QUARTER, number=number):
            return f"XXXX-Q{number}"
    return ""


def placed_value(placed: Placed) -> str:
    """The TIMEX3 value of a place on the calendar: "2013-W11", "2012-Q4", "199", "2013-03-22"."""
    if placed.unit in (Unit.WEEK, Unit.FORTNIGHT, Unit.WEEKEND):
        week_year, week = iso_week(placed.start)
        ending = "-WE" if placed.unit is Unit.WEEKEND else ""
        return f"{week_year:04}-W{week:02}{ending}"
    year, month, day = placed.date
    if placed.unit <= Unit.DAY:
        return f"{_year(year)}-{month:02}-{day:02}{_time_of_day(placed)}"
    if placed.unit >= Unit.YEAR:
        return _years(placed)
    parts = {
        Unit.MONTH: f"{month:02}",
        Unit.QUARTER: f"Q{(month + 2) // 3}",
        Unit.SEASON: _SEASONS.get(month, ""),
        Unit.HALF: f"H{(month + 5) // 6}",
    }
    return f"{_year(year)}-{parts[placed.unit]}"


_FIRST_COUNTED_YEAR = -9_999  # before it, TIMEX3 counts thousands and millions of years ago
# How many digits of a year name its decade, its century, its millennium.
_YEAR_DIGITS = {Unit.YEAR: 4, Unit.DECADE: 3, Unit.CENTURY: 2, Unit.MILLENNIUM: 1}


def _years(placed: Placed) -> str:
    year, unit = placed.date.year, placed.unit
    digits = _YEAR_DIGITS[unit]
    last_year = civil_date(placed.last).year
    if last_year > 0:
        return f"{year:04}"[:digits]
    if year < _FIRST_COUNTED_YEAR:
        return f"MA{-year / 1e6:g}" if year <= -1e6 else f"KA{-year / 1e3:g}"
    return _year(last_year)[: digits + len("BC")]


def _year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _time_of_day(placed: Placed) -> str:
    if placed.part_of_day is not None:
        return _DAY_PARTS[placed.part_of_day]
    if placed.second is None:
        return ""
    hour, rest = divmod(placed.second, 3600)
    minute, second = divmod(rest, 60)
    if placed.fineness is Unit.SECOND:
        return f"T{hour:02}:{minute:02}:{second:02}"
    return f"T{hour:02}:{minute:02}"
