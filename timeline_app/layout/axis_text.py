"""The words of the axis: hours, days, months, centuries, ages."""

from __future__ import annotations

from timeline_app.domain.time.calendar import SECONDS_PER_DAY, civil_date, civil_time, weekday
from timeline_app.layout.calendar_steps import PRESENT

MONTHS = (
    "January February March April May June July August September October November December"
).split()
_WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_AGE_UNITS = ((1_000_000_000, "Ga"), (1_000_000, "Ma"), (1_000, "ka"))


def time_text(instant: int) -> str:
    """14:05."""
    moment = civil_time(instant)
    return f"{moment.hour:02}:{moment.minute:02}"


def second_text(instant: int) -> str:
    """14:05:15."""
    return f"{time_text(instant)}:{civil_time(instant).second:02}"


def minute_text(instant: int) -> str:
    """Tue 29 Oct 2024, 14:05."""
    return f"{day_text(instant)}, {time_text(instant)}"


def day_text(instant: int) -> str:
    """Tue 29 Oct 2024."""
    ordinal = instant // SECONDS_PER_DAY
    date = civil_date(ordinal)
    name = _WEEKDAYS[weekday(ordinal)]
    return f"{name} {date.day} {MONTHS[date.month - 1][:3]} {year_text(date.year)}"


def day_number(instant: int) -> str:
    """29."""
    return str(civil_time(instant).day)


def weekday_number(instant: int) -> str:
    """Tu 29."""
    ordinal = instant // SECONDS_PER_DAY
    return f"{_WEEKDAYS[weekday(ordinal)][:2]} {civil_date(ordinal).day}"


def day_and_month(instant: int) -> str:
    """29 Oct."""
    date = civil_date(instant // SECONDS_PER_DAY)
    return f"{date.day} {MONTHS[date.month - 1][:3]}"


def month_text(instant: int) -> str:
    """October 2024."""
    moment = civil_time(instant)
    return f"{MONTHS[moment.month - 1]} {year_text(moment.year)}"


def month_name(instant: int) -> str:
    """October."""
    return MONTHS[civil_time(instant).month - 1]


def short_month(instant: int) -> str:
    """Oct."""
    return month_name(instant)[:3]


def year_of(instant: int) -> str:
    """2024, 44 BCE."""
    return year_text(civil_time(instant).year)


def year_text(year: int) -> str:
    """The name of an astronomical year."""
    return str(year) if year > 0 else f"{1 - year} BCE"


def years_text(instant: int, count: int) -> str:
    """The stretch of `count` years (a power of ten) that begins at an instant."""
    year = civil_time(instant).year
    if count == 1:
        return year_text(year)
    suffix = "" if year > 0 else " BCE"
    number = year // count + 1 if year > 0 else (1 - year) // count
    if count == 10:
        return f"{year // 10 * 10}s" if year > 0 else f"{1 - year} – {1 - year - 9} BCE"
    if count in (100, 1_000):
        return f"{number}{_ordinal(number)} {'century' if count == 100 else 'millennium'}{suffix}"
    if year > 0:
        return f"{year} – {number * count}"
    return f"{1 - year} – {max(1, 1 - year - count)} BCE"


def age_text(instant: int) -> str:
    """12 ka, 4.5 Ga: the age of an instant; "+" before what is yet to come."""
    age = PRESENT - civil_time(instant).year
    if age == 0:
        return "present"
    size, unit = _age_unit(age)
    return f"{'+' if age < 0 else ''}{_number(abs(age) / size)} {unit}"


def rough_age_text(instant: int) -> str:
    """The age of an instant to three digits: 4.54 Ga."""
    age = PRESENT - civil_time(instant).year
    size, unit = _age_unit(age)
    return f"{'+' if age < 0 else ''}{abs(age) / size:.3g} {unit}"


def ages_text(instant: int, count: int) -> str:
    """The stretch of `count` years that begins at an instant, as ages: 4 – 3 Ga."""
    first = PRESENT - civil_time(instant).year
    last = first - count
    size, unit = _age_unit(first if abs(first) > abs(last) else last)
    begin, end = ("+" * (age < 0) + _number(abs(age) / size) for age in (first, last))
    return f"{begin} – {end} {unit}"


def age_length(years: int) -> str:
    """10 ka, 1 Ga: a number of years that are counted as ages."""
    size, unit = _age_unit(years)
    return f"{_number(years / size)} {unit}"


def _age_unit(age: int) -> tuple[int, str]:
    return next((unit for unit in _AGE_UNITS if abs(age) >= unit[0]), _AGE_UNITS[-1])


def _number(value: float) -> str:
    return f"{value:.10g}"


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
