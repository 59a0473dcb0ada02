"""Places the dates that the calendar names: full dates, days of a month, months, weekdays."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.domain.time.calendar import (
    CivilDate,
    add_months,
    civil_date,
    day_ordinal,
    is_valid_date,
    week_start,
    weekday,
)
from timeline_app.extraction.expressions.festivals import festival_days, rule_of
from timeline_app.extraction.expressions.meaning import (
    Base,
    CalendarDate,
    Festival,
    Meaning,
    NumericDate,
    Step,
    Unit,
    WeekdayRef,
)
from timeline_app.extraction.expressions.placed import Placed, Setting, no_finer_than
from timeline_app.extraction.expressions.tables_en import NAMED_DAYS
from timeline_app.extraction.expressions.tense import EARLIER_PLAN

_NAMED_DIRECTION = {Step.LAST: -1, Step.PREVIOUS: -1, Step.NEXT: 1, Step.FOLLOWING: 1}
_CLOSE_TO_MONTH = 6  # words between a verb and the month it dates
_CLOSE_TO_DAY = 1
# Days: a date without a year that lies further ahead than this is rather one of the past.
_FAR_AHEAD = 100
_RECALLED_YEARS = 12  # in which the weekday beside a day may still be looked for
_MONTHS_AROUND = (0, -1, 1, -2, 2, -3, 3)  # where "Friday the 13th" is looked for
_NEAR = 31  # days
_LEAP_DAY = (2, 29)
_LATE_PLANS = 100  # days; "it will report a third-quarter loss" is of the quarter just over
_STORY_STEPS = (Step.PREVIOUS, Step.FOLLOWING, Step.SAME)


def place_date(date: CalendarDate, setting: Setting) -> Placed | None:
    """A date written out, in part or in full."""
    if date.year is not None:
        return _granule(date.year, date.month, date.day)
    if date.month is None:
        return _day_of_running_month(date, setting)
    year = _year_for(date, setting)
    return _granule(year, date.month, date.day) if year is not None else None


def true_weekday(meaning: Meaning, setting: Setting) -> int | None:
    """The day of the week a date falls on where the text names another one; else None."""
    if not isinstance(meaning, CalendarDate) or meaning.weekday is None:
        return None
    placed = place_date(meaning, setting)
    if placed is None or weekday(placed.start) == meaning.weekday:
        return None
    return weekday(placed.start)


def _granule(year: int, month: int | None, day: int | None) -> Placed | None:
    if month is None:
        return Placed(Unit.YEAR, day_ordinal(year))
    if day is None:
        return Placed(Unit.MONTH, day_ordinal(year, month))
    if not is_valid_date(year, month, day):
        return None
    return Placed(Unit.DAY, day_ordinal(year, month, day))


def _day_of_running_month(date: CalendarDate, setting: Setting) -> Placed | None:
    is_news = date.weekday is not None and not setting.is_history
    told = None if is_news else setting.told(Base.NARRATIVE, Unit.MONTH)
    is_told = told is not None and told.unit <= Unit.MONTH
    base = told.start if told and is_told else setting.base(Base.ARTICLE)
    if base is None or date.day is None:
        return None
    year, month, _ = civil_date(base)
    for months in _MONTHS_AROUND if date.weekday is not None else ():
        placed = _granule(*add_months(year, month, months), date.day)
        if placed is not None and weekday(placed.start) == date.weekday:
            return placed
    if not is_told and setting.anchor is not None:
        year, month = add_months(year, month, _months_aside(date.day, setting.anchor, setting))
    return _granule(year, month, date.day)


def _months_aside(day: int, anchor: CivilDate, setting: Setting) -> int:
    """“Will report on the 5th”, told on the 29th: of the next month."""
    if setting.cue.direction > 0:
        return int(day < anchor.day)
    return -int(day > anchor.day)


def _year_for(date: CalendarDate, setting: Setting) -> int | None:
    """The year of a month, or of a day of a month, that is named without one."""
    told, anchor = setting.narrative, setting.anchor
    if setting.chronicle is not None and date.month:
        return setting.chronicle.year_of(date.month)
    if anchor is None:
        return None
    if date.step in _STORY_STEPS and told is not None:
        anchor = told.date
    if date.step in (Step.THIS, Step.SAME):
        return anchor.year
    if setting.cue.direction <= 0 and _is_named_day(anchor, date):
        return NAMED_DAYS[date.month or 0, date.day or 0]
    fitting = _year_with_weekday(anchor, date) if date.step is None else None
    direction = direction_of(date, setting)
    return fitting or _leap_year(_year_towards(direction, anchor, date), direction, date)


def _is_named_day(anchor: CivilDate, date: CalendarDate) -> bool:
    """“Sept. 11”, told long after or before the month of September."""
    month, day = date.month or 0, date.day or 0
    if (month, day) not in NAMED_DAYS or date.step is not None or date.weekday is not None:
        return False
    return abs(day_ordinal(anchor.year, month, day) - anchor.ordinal) > 2 * _NEAR


def direction_of(date: CalendarDate, setting: Setting) -> int:
    """Which way a date without a year lies: as it says, or as a verb close by says.

    0 when nothing says: then it is the usual one.
    """
    if date.step in _NAMED_DIRECTION:
        return _NAMED_DIRECTION[date.step]
    is_far = date.day is None or setting.cue.direction > 0
    reach = _CLOSE_TO_MONTH if is_far else _CLOSE_TO_DAY
    if date.day is not None and setting.cue.word == EARLIER_PLAN:
        return 0
    return setting.cue.direction if setting.cue.distance <= reach else 0


def _year_towards(direction: int, anchor: CivilDate, date: CalendarDate) -> int:
    month, day = date.month or 1, date.day
    if direction == 0:
        return _usual_year(anchor, month, day or min(15, anchor.day))
    named, ours = (month, day or anchor.day), (anchor.month, anchor.day)
    if named == ours:
        return anchor.year + (direction if date.step is not None else 0)
    lies_that_way = (named > ours) == (direction > 0)
    if lies_that_way or (direction > 0 and _is_near(anchor, date)):
        return anchor.year
    return anchor.year + direction


def _leap_year(year: int, direction: int, date: CalendarDate) -> int:
    """The year itself, or for 29 February the nearest on its way that has such a day."""
    if (date.month, date.day) != _LEAP_DAY:
        return year
    step = 1 if direction > 0 else -1
    return next(y for y in range(year, year + 9 * step, step) if is_valid_date(y, *_LEAP_DAY))


def _is_near(anchor: CivilDate, date: CalendarDate) -> bool:
    """Whether a day lies so near that nobody who means another year leaves the year out."""
    if date.day is None or not is_valid_date(anchor.year, date.month or 1, date.day):
        return False
    day = day_ordinal(anchor.year, date.month or 1, date.day)
    return date.step is None and abs(day - anchor.ordinal) <= _NEAR


def _year_with_weekday(anchor: CivilDate, date: CalendarDate) -> int | None:
    """The year in which the day falls on the day of the week that is written beside it."""
    if date.weekday is None:
        return None
    month, day = date.month or 1, date.day or 1
    recalled = range(anchor.year - 2, anchor.year - _RECALLED_YEARS, -1)
    years: list[int] = [anchor.year, anchor.year - 1, anchor.year + 1, *recalled]
    for year in years:
        fits = is_valid_date(year, month, day)
        if fits and weekday(day_ordinal(year, month, day)) == date.weekday:
            return year
    return None


def _usual_year(anchor: CivilDate, month: int, day: int) -> int:
    """The year of the last such date, or of the next when it comes soon."""
    latest = anchor.ordinal + _FAR_AHEAD
    ahead = anchor.year + 1
    return next(y for y in (ahead, ahead - 1, ahead - 2) if day_ordinal(y, month, day) <= latest)


def place_numeric(date: NumericDate, setting: Setting) -> Placed | None:
    """A date in numbers, in the likelier order of day and month."""
    for order in numeric_orders(date, is_day_first=setting.likely_day_first):
        day, month = (date.first, date.second) if order else (date.second, date.first)
        placed = place_date(CalendarDate(date.year, month, day), setting)
        if placed is not None:
            return placed
    return None


def written_order(date: NumericDate) -> bool | None:
    """Whether the day stands first, as far as the date itself tells.

    It does by a number that is no month, or by the day of the week that stands beside it.
    """
    if date.first > 12 or date.second > 12:
        return date.first > 12
    fits = [
        is_day_first
        for is_day_first, (month, day) in (
            (True, (date.second, date.first)),
            (False, (date.first, date.second)),
        )
        if date.year is not None and _falls_on(date.weekday, date.year, month, day)
    ]
    return fits[0] if len(fits) == 1 else None


def _falls_on(day_of_week: int | None, year: int, month: int, day: int) -> bool:
    return is_valid_date(year, month, day) and weekday(day_ordinal(year, month, day)) == day_of_week


def numeric_orders(date: NumericDate, *, is_day_first: bool | None) -> list[bool]:
    """The orders in which two numbers can be read, the likelier first; True is day first."""
    known = written_order(date)
    known = is_day_first if known is None else known
    likelier = date.is_dotted if known is None else known
    orders = (likelier,) if date.first == date.second else (likelier, not likelier)
    return [order for order in orders if (date.second if order else date.first) <= 12]


def place_weekday(ref: WeekdayRef, setting: Setting) -> Placed | None:
    """A day of the week: the last one up to the base, unless word or tense point ahead."""
    told = setting.told(Base.NARRATIVE, Unit.DAY) if ref.step in _STORY_STEPS else None
    if told is not None and told.unit > Unit.WEEK:
        return no_finer_than(told, told.start)
    base = told.start if told else setting.base(Base.ARTICLE)
    if base is None:
        return None
    back = (weekday(base) - ref.weekday) % 7
    if ref.step in (Step.LAST, Step.PREVIOUS):
        return Placed(Unit.DAY, base - (back or 7))
    if ref.step in (Step.NEXT, Step.FOLLOWING):
        return Placed(Unit.DAY, base - back + 7)
    if ref.step is Step.THIS and setting.cue.direction >= 0:
        return Placed(Unit.DAY, week_start(base) + ref.weekday)
    is_ahead = setting.cue.direction > 0 and back > 0
    return Placed(Unit.DAY, base - back + (7 if is_ahead else 0))


def place_festival(festival: Festival, setting: Setting) -> Placed | None:
    """A named day, in its year or in the nearest that fits."""
    if festival.year is not None:
        return next(iter(celebrations(festival.key, festival.year)), None)
    if setting.chronicle is not None and festival.step is None:
        return next(iter(celebrations(festival.key, setting.chronicle.year)), None)
    base = setting.base(Base.ARTICLE)
    if base is None:
        return None
    year = civil_date(base).year
    series = [each for y in range(year - 2, year + 3) for each in celebrations(festival.key, y)]
    if festival.step is None and setting.cue.direction == 0:
        near = [placed for placed in series if placed.start <= base + _FAR_AHEAD]
        return near[-1] if near else None
    return occurrence(series, base, festival.step, setting)


def celebrations(name: str, year: int) -> list[Placed]:
    """When a festival is in a year; where sight or custom decides, only about."""
    is_about = rule_of(name).is_about
    return [
        Placed(Unit.DAY, first, days=days, is_approximate=is_about)
        for first, days in festival_days(name, year)
    ]


def occurrence(
    series: Sequence[Placed], base: int, step: Step | None, setting: Setting
) -> Placed | None:
    """The one that is meant of a series that comes every year."""
    ahead = [placed for placed in series if placed.start > base]
    if step in (Step.LAST, Step.PREVIOUS):
        return next((placed for placed in reversed(series) if placed.last < base), None)
    if step in (Step.NEXT, Step.FOLLOWING):
        return next(iter(ahead), None)
    year = civil_date(base).year
    if step is Step.THIS:
        return next((placed for placed in series if placed.date.year == year), None)
    latest = next((placed for placed in reversed(series) if placed.start <= base), None)
    is_ahead = setting.cue.direction > 0 and (latest is None or base - latest.last > _LATE_PLANS)
    return ahead[0] if is_ahead and ahead else latest
