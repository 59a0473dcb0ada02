"""The layer of the English grammar that reads dates as the calendar names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.extraction.expressions.cascade import Compound, Layer, Match, Rule
from timeline_app.extraction.expressions.festivals import festival
from timeline_app.extraction.expressions.figures import full_year
from timeline_app.extraction.expressions.grammar_clocks import clock, clock_in_words, noon
from timeline_app.extraction.expressions.meaning import (
    CalendarDate,
    Deictic,
    Meaning,
    NumericDate,
    OrdinalOf,
    PartOfYear,
    PortionOf,
    Range,
    Unit,
    WeekdayRef,
    YearGroup,
)
from timeline_app.extraction.expressions.tokens import Token

_SHORT_YEAR = 2  # figures


def _full_date(m: Match) -> Meaning | None:
    """A day of a month, with whatever else is said of it.

    “Tuesday, October 29, 2024”, “29 October 2024”, “October 12”, “12 October”, “2024 Oct 29”.
    """
    day = next((value for value in m.all("dO")), 0)
    if not 1 <= day <= 31:
        return None
    year = m["y"]
    if "Q" in m:
        if not isinstance(m["Q"], CalendarDate):
            return _day_of_relative_year(m, day)
        year = _year_of_deictic(m["Q"])
        if year is None:
            return None
    return CalendarDate(year, m["M"], day, m["Ww"], m["l5x"])


def _date_with_short_year(m: Match) -> Meaning | None:
    """“29-Oct-98”."""
    day, year = m.all("dn")
    figures = m.tokens[-1].end - m.tokens[-1].start
    if figures != _SHORT_YEAR or not isinstance(year, int):
        return None
    return CalendarDate(full_year(year), m["M"], day)


def _day_of_relative_year(m: Match, day: int) -> Meaning | None:
    """“July 25 of that year”."""
    month = _month_of_relative_year(m)
    return OrdinalOf(day, Unit.DAY, month) if month is not None else None


def _year_of_deictic(meaning: object) -> int | None:
    """A year that is written out; relative years belong to the resolver."""
    return meaning.year if isinstance(meaning, CalendarDate) and meaning.month is None else None


def _month(m: Match) -> Meaning | None:
    """“October 2023”, “last August”, “March of next year”, “July”."""
    step = m["l5xvf"] or m["ih"]
    if "Q" in m:
        return _month_of_relative_year(m)
    return CalendarDate(m["y"], m["M"], step=step)


def _month_as_such(m: Match) -> Meaning | None:
    """“The month of May”."""
    return CalendarDate(m["y"], m["M"]) if m["U"] is Unit.MONTH else None


def _month_of_relative_year(m: Match) -> Meaning | None:
    year = m["Q"]
    if isinstance(year, Deictic) and year.unit is Unit.YEAR:
        return PartOfYear(Unit.MONTH, m["M"], year)
    return None


def _weekday(m: Match) -> Meaning:
    """“Monday”, “next Friday”, “this coming Friday”, “Tuesday last”."""
    return WeekdayRef(m["W"], m["l5xvf"] or m["ihm"])


def _short_weekday(m: Match) -> Meaning:
    """“They met on Tues. at noon”."""
    return WeekdayRef(m["w"])


def _weekday_with_date(m: Match) -> Meaning:
    """“Mon 28/10/2024”, “2024-10-29”."""
    date = m["I"]
    return replace(date, weekday=m["Ww"]) if isinstance(date, (CalendarDate, NumericDate)) else date


def _slashed(m: Match) -> Meaning | None:
    """“Monday, 3/24”; a day and a month, and hardly a share."""
    date: NumericDate = m["G"]
    low, high = sorted((date.first, date.second))
    is_date = 1 <= low <= 12 and high <= 31 and high > 4
    return replace(date, weekday=m["Ww"]) if is_date else None


_LONGEST_FIGURES = len("13th")  # “Tuesday the first …” rather begins a row of things


def _day_of_month(m: Match) -> Meaning | None:
    """“The 29th”, “Friday the 13th”; “the first” is no day."""
    day = m["O"]
    written = m.tokens[-1]
    if written.end - written.start > _LONGEST_FIGURES:
        return None
    return CalendarDate(day=day, weekday=m["Ww"]) if 1 <= day <= 31 else None


def _year(m: Match) -> Meaning:
    """“1848”."""
    return CalendarDate(m["y"])


def _year_range(m: Match) -> Meaning | Compound | None:
    """“1914–18”, “from 1999-2003”; but “2021-05” is a month."""
    first = m["y"]
    last = m.all("ydn")[-1]
    if last < 100:
        last += first - first % 100
    if last <= first and _is_month_number(m.tokens):
        return CalendarDate(first, last % 100)
    if not first < last <= first + 150:
        return None
    years = CalendarDate(first), CalendarDate(last)
    start, end = m.codes.index("y"), len(m.codes) - 1
    return Compound(Range(*years), ((start, start, years[0]), (end, end, years[1])))


def _years_before_christ(m: Match) -> Compound | None:
    """“From 550 to 330 BC”, “between 27 and 14 BC”: the era stands only once."""
    number, last = m.all("ydn")
    if last > 0 or not isinstance(number, int) or number < 1:
        return None
    first = 1 - number
    if first >= last:
        return None
    years = CalendarDate(first), CalendarDate(last)
    start, end = len(m.codes) - 3, len(m.codes) - 1
    return Compound(Range(*years), ((start, start, years[0]), (end, end, years[1])))


def _is_month_number(tokens: Sequence[Token]) -> bool:
    """“2021-05”: two figures, written onto the year, that are no later year."""
    year, *_, month = tokens[-3:]
    is_written_on = len(tokens) == 3 and month.start - year.end == 1
    number = month.value
    return (
        is_written_on and month.end - month.start == 2 and isinstance(number, int) and number <= 12
    )


def _decade(m: Match) -> Meaning:
    """“The 1990s”, “the ’60s”, “the 1800s”."""
    value = m["K"]
    if value >= 1000:
        unit = Unit.CENTURY if value % 100 == 0 and value < 2000 else Unit.DECADE
        return YearGroup(value, unit)
    return YearGroup(1900 + value if value >= 20 else 2000 + value, Unit.DECADE)


def _century(m: Match) -> Meaning | None:
    """“The 19th century”, “the 2nd millennium BC”."""
    unit = m["U"]
    number = m["O2"]
    if unit not in (Unit.CENTURY, Unit.MILLENNIUM):
        return None
    return YearGroup.numbered(number, unit, is_before_christ=m["!"] == -1)


def _part_of_year(m: Match) -> Meaning | None:
    """“The third quarter of 1989”, “this year's third quarter”, “the first half”."""
    unit = Unit.HALF if "H" in m else m["U"]
    if unit not in (Unit.QUARTER, Unit.HALF):
        return None
    number = m["O2"]
    if not isinstance(number, int) or not 1 <= number <= (4 if unit is Unit.QUARTER else 2):
        return None
    return _in_year(unit, number, m)


def _numbered_part(m: Match) -> Meaning | None:
    """“Q3 2024”, “H1”."""
    number = m["86"]
    unit = Unit.QUARTER if "8" in m else Unit.HALF
    return _in_year(unit, number, m) if unit is Unit.QUARTER or number <= 2 else None


def _in_year(unit: Unit, number: int, m: Match) -> Meaning | None:
    year: Meaning | None = CalendarDate(m["y"]) if "y" in m else m["Q"]
    if isinstance(year, Deictic) and year.unit is not Unit.YEAR:
        return None
    if isinstance(year, (PartOfYear, YearGroup)):
        return None
    return PartOfYear(unit, number, year, m["l5xvf"] or m["ihm"])


def _season(m: Match) -> Meaning | None:
    """“Winter 2003–04”, “the winter months of 2003”: of two years the second is the next one."""
    years: list[int] = m.all("dny")
    if m["V"] not in (None, Unit.MONTH):
        return None
    if len(years) > 1 and (years[-1] - years[0]) % 100 != 1:
        return None
    return _in_year(Unit.SEASON, m["S"], m)


def _festival(m: Match) -> Meaning:
    """“Easter 2023”, “last Thanksgiving”."""
    return replace(festival(m["X"], m["y"]), step=m["l5xih"])


def _days(m: Match) -> Compound | None:
    """“1, 2 and 3 July”, “July 1, 2 and 3”."""
    days: list[int] = m.all("dO")
    if sorted(set(days)) != days or days[-1] > 31:
        return None
    dates = [CalendarDate(m["y"], m["M"], day) for day in days]
    places = [index for index, code in enumerate(m.codes) if code in "dO"]
    ends = [*places[:-1], len(m.codes) - 1]
    starts = [min(places[0], m.codes.index("M")), *places[1:]]
    parts = tuple(zip(starts, ends, dates, strict=True))
    return Compound(Range(dates[0], dates[-1]), parts)


def _months(m: Match) -> Compound | None:
    """“April, May and June”, “May and June 2020”: months in a row, of one year."""
    months: list[int] = m.all("M")
    if months != list(range(months[0], months[0] + len(months))):
        return None
    dates = [CalendarDate(m["y"], month) for month in months]
    places = [index for index, code in enumerate(m.codes) if code == "M"]
    parts = tuple(zip(places, [*places[:-1], len(m.codes) - 1], dates, strict=True))
    return Compound(Range(dates[0], dates[-1]), parts)


def _centuries(m: Match) -> Compound:
    """“The 19th and early 20th centuries”."""
    first, last = (YearGroup.numbered(number, Unit.CENTURY) for number in m.all("O"))
    late = PortionOf(m["E"], last) if "E" in m else last
    middle = m.codes.index("&")
    parts = ((0, middle - 1, first), (middle + 1, len(m.codes) - 1, late))
    return Compound(Range(first, late), parts)


def _numbered_week(m: Match) -> Meaning | None:
    """“Week 43 of 2024”."""
    number = m["dn"]
    is_week = m["U"] is Unit.WEEK and isinstance(number, int) and 1 <= number <= _WEEKS_OF_YEAR
    return PartOfYear(Unit.WEEK, number, CalendarDate(m["y"])) if is_week else None


_WEEKS_OF_YEAR = 53


def _slashed_days(m: Match) -> Compound | None:
    """“The night of 12/13 August 1961”: two days in a row."""
    days: NumericDate = m["G"]
    if days.second != days.first + 1:
        return None
    first = CalendarDate(m["y"], m["M"], days.first)
    last = CalendarDate(m["y"], m["M"], days.second)
    return Compound(Range(first, last), ((0, len(m.codes) - 1, first),))


def _day_range(m: Match) -> Compound | None:
    """“8 to 13 October 2024”, “October 8-13”: the month belongs to both days."""
    days = m.all("dO")
    if not 1 <= days[0] < days[1] <= 31:
        return None
    first = CalendarDate(m["y"], m["M"], days[0])
    last = CalendarDate(m["y"], m["M"], days[1])
    places = [index for index, code in enumerate(m.codes) if code in "dO"]
    end = len(m.codes) - 1
    if m.codes.index("M") < places[0]:
        spans = (m.codes.index("M"), places[0]), (places[1], end)
    else:
        spans = (places[0], places[0]), (places[1], end)
    return Compound(Range(first, last), ((*spans[0], first), (*spans[1], last)))


DATES = Layer(
    Rule("weekday and full date", r"[Ww],?I|I", _weekday_with_date),
    Rule("two days", r"Gj?M(?:,?y)?", _slashed_days),
    Rule("list of days", r"[dO](?:,[dO]){1,5},?&[dO]j?M(?:,?y)?", _days),
    Rule("list of days", r"M[dO](?:,[dO]){1,5},?&[dO](?:,?y|(?=[ ,J]|$))", _days),
    Rule("days of a month", r"[oB]?[dO](?:[->–]|&)[dO]j?M(?:,?y)?", _day_range),
    Rule(
        "days of a month",
        r"[Ww]?,?o?M[dO](?:[->–][dO](?![U%V])|&[dO](?=[ ,J]|$))(?:,?y)?",
        _day_range,
    ),
    Rule(
        "month, day, year",
        r"(?:t?i?[l5xvfi]?[Ww],?)?[l5xi]?M[dO](?!-[U%V]|[%V]|K)(?:,?y|,?j?Q(?!'))",
        _full_date,
    ),
    Rule("month, day", r"(?:t?i?[l5xvfi]?[Ww],?)?[l5xi]?M[dO](?!-[U%V]|[%V]|K)", _full_date),
    Rule("day, month, short year", r"d-M-[dn]", _date_with_short_year),
    Rule("day, month, year", r"(?:[l5xi]?[Ww],?J?)?t?[dO]-?j?M(?:-?,?y|j?Q)", _full_date),
    Rule("day, month", r"(?:[l5xi]?[Ww],?J?)?t?[dO]-?j?M", _full_date),
    Rule("year, month, day", r"y-?M-?d(?!-?[U%V>–-]|,?y)", _full_date),
    Rule("list of months", r"(?<![Blx5])M(?:,M)*,?&M(?![dO])(?:,?j?y)?", _months),
    Rule("month of year", r"M(?:,?j?y|j?Q)", _month),
    Rule("month as such", r"tUjM(?:,?j?y)?", _month_as_such),
    Rule("month with step", r"t?i?[l5xvfih]M", _month),
    Rule("month", r"M", _month),
    Rule("weekday and day of the month", r"[Ww]t?O(?![UVHMWS-])", _day_of_month),
    Rule("weekday with step", r"t?i?[l5xvfihm]W(?!(?:j|J)[MQy])|Wl(?=[ ,]|$)", _weekday),
    Rule("weekday", r"W(?:'(?!.))?", _weekday),
    Rule("short weekday", r"(?<=J)w", _short_weekday),
    Rule("slashed date", r"[Ww]?,?G(?![UV])", _slashed),
    Rule("centuries", r"tO&E?OV", _centuries),
    Rule("century", r"t[O2]-?U!?|O-?U!?", _century),
    Rule(
        "part of a year",
        r"[Qy]'F?[O2]F?-?[UH]|tQ[O2]F?-?U|(?:t(?!F?y?F?[O2]-))?F?y?F?-?[O2]F?-?(?:U(?!jt?[OK])|H(?!jt?[OKM]))(?:,?jF?y|,?jQ|,?y)?",
        _part_of_year,
    ),
    Rule("numbered week", r"U[dn],?j?y", _numbered_week),
    Rule("numbered part of a year", r"y[86]|[86](?:,?jF?y|F?y|,?j?Q)?", _numbered_part),
    Rule(
        "season",
        r"t?i?[l5xvfihm]S(?:jy|,?y)?|t?SVj[yQ]|t?S(?:jy|,?y|jQ)(?:[-–][dny])?|tSQ?|S",
        _season,
    ),
    Rule("festival", r"t?i?[l5xih]?X(?:,?[jJ]?y)?", _festival),
    Rule("years before Christ", r"o?[ydn][->–]y|B[ydn]&y", _years_before_christ),
    Rule("years", r"o?y[->–](?:[ydn])(?!V)", _year_range),
    Rule("decade", r"t?(?:n-)?K", _decade),
    Rule("year", r"y(?!%|z|-?[UV])", _year),
    Rule("clock", r"C(?:p)?(?:z)?|dpz?|[dny]z|[dn](?=Jt?Z)|(?<=[JoR])n(?=J[WM])", clock),
    Rule("clock in words", r"(?:H-?5|[LU][5>])[dn]", clock_in_words),
    Rule("noon", r"t?Zz?(?=.|$)", noon),
    Rule("day of the month", r"tO(?![UVHMWS.-])", _day_of_month),
)
