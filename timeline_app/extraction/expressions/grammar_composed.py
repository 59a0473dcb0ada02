"""The last layers of the English grammar: parts of dates, times of days, relations and ranges."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.extraction.expressions.cascade import Compound, Layer, Match, Rule
from timeline_app.extraction.expressions.grammar_bounds import first_units_of, length_up_to
from timeline_app.extraction.expressions.meaning import (
    Alternative,
    Amount,
    Approximate,
    Base,
    CalendarDate,
    ClockTime,
    DayPart,
    Deictic,
    Era,
    Meaning,
    OrdinalOf,
    PartOfDay,
    PartOfYear,
    Portion,
    PortionOf,
    Range,
    Recurring,
    Related,
    Relation,
    Shift,
    Step,
    Unit,
    WeekdayRef,
)
from timeline_app.extraction.expressions.nature import grain_of


def _portion(m: Match) -> Meaning | None:
    """“Early October”, “the end of May”, “later this week”, “the year’s end”, “mid-2019”."""
    portion = m["A"] or m["Ekr"]
    return PortionOf(portion, m["DQ"])


def _unit_end(m: Match) -> Meaning | None:
    """“Year-end”, “the month’s end”."""
    unit = m["U"]
    if unit not in (Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.QUARTER):
        return None
    if "-" in m and m["A"] is Portion.END:
        return OrdinalOf(-1, Unit.DAY, Deictic(unit, 0))
    return PortionOf(m["A"], Deictic(unit, 0))


def _portion_of_running(m: Match) -> Meaning | None:
    """“The end of the decade”, “by mid-century”."""
    unit = m["U"]
    if unit not in (Unit.DECADE, Unit.CENTURY):
        return None
    return PortionOf(m["AE"], Deictic(unit, 0, Base.RUNNING))


def _later_part(m: Match) -> Meaning:
    """“Late last night”: no finer than the night."""
    part: Meaning = m["@"]
    return part


def _half_of(m: Match) -> Meaning | None:
    """“The second half of the 19th century”."""
    return PortionOf(Portion.FIRST_HALF if m["O2l5"] == 1 else Portion.SECOND_HALF, m["DQ"])


def _ordinal_of(m: Match) -> Meaning | None:
    """“The last week of October”, “the first Monday in May”; a century has no calendar quarters."""
    number = m["O2l5"]
    number = number if isinstance(number, int) else -1
    whole = m["Q"]
    weekday = m["D"]
    if "U" in m:
        unit, grain = m["U"], grain_of(whole)
        is_share = unit is Unit.QUARTER and grain is not None and grain > Unit.YEAR
        return OrdinalOf(number, unit, whole) if unit >= Unit.DAY and not is_share else None
    if isinstance(weekday, WeekdayRef) and weekday.step is None:
        return OrdinalOf(number, Unit.DAY, whole, weekday.weekday)
    return None


def _week_of(m: Match) -> Meaning | None:
    """“The week of October 14”, “the weekend of 9 November”."""
    unit = m["U"]
    return OrdinalOf(1, unit, m["D"]) if unit in (Unit.WEEK, Unit.WEEKEND) else None


def _shifted_from(m: Match) -> Meaning | None:
    """“Three days before Christmas”, “two weeks from Friday”, “the week before Easter”."""
    sign = -1 if "b" in m else 1
    amount = m["L"] or Amount(1.0, m["U"])
    origin = m["DQ"]
    grain = grain_of(origin)
    if m.codes[0] == "t" and grain is not None and grain < amount.unit:
        if amount.unit not in (Unit.WEEK, Unit.WEEKEND):
            return None
        origin = OrdinalOf(1, amount.unit, origin)
    return Shift(amount, sign, origin=origin)


def _day_beside(m: Match) -> Meaning | None:
    """“A year ago Tuesday”, “a week ago today”, “Monday next week”, “the 28th of that month”."""
    stretch, day = m["Q"], m["D"]
    match stretch, day:
        case Deictic(unit=Unit.MONTH), CalendarDate(year=None, month=None, day=int(number)):
            return OrdinalOf(number, Unit.DAY, stretch)
        case Shift(amount=amount, sign=sign, origin=None), Deictic(base=Base.ARTICLE):
            return Shift(amount, sign, origin=day)
    if not isinstance(day, WeekdayRef) or day.step is not None:
        return None
    match stretch:
        case Shift(amount=amount, sign=sign, origin=None):
            return Shift(amount, sign, origin=day)
        case Deictic(unit=Unit.WEEK):
            return OrdinalOf(1, Unit.DAY, stretch, day.weekday)
    return None


def _week_after(m: Match) -> Meaning | None:
    """“Monday week”, “a week tomorrow”; "jailed for a week on Monday" is of that Monday."""
    week, day = m["L"] or Amount(1.0, m["U"]), m["D"]
    if week.unit not in (Unit.WEEK, Unit.FORTNIGHT) or week.count is None:
        return None
    match day:
        case WeekdayRef(weekday=number, step=None) if "U" in m:
            return Shift(week, 1, origin=WeekdayRef(number, Step.NEXT))
        case Deictic(unit=Unit.DAY, offset=1, base=Base.ARTICLE) if "L" in m:
            return Shift(week, 1, origin=day)
    return None


def _ago_from(m: Match) -> Meaning | None:
    """“Two years ago this week”."""
    match m.all("Q"):
        case Shift(amount=amount, sign=sign, origin=None), Deictic(base=Base.ARTICLE) as origin:
            return Shift(amount, sign, origin=origin)
    return None


def _same_period(m: Match) -> Meaning | None:
    """“The same period last year”: the quarter or year that the text is about, a year before."""
    if m["Q"] != Deictic(Unit.YEAR, -1):
        return None
    return Shift(Amount(1.0, Unit.YEAR), -1)


def _part_of_day(m: Match) -> Meaning | None:
    """“Tuesday night”, “the evening of October 12”, “dawn on Friday”."""
    part, day = m["Z"], m["D"]
    if isinstance(part, int):
        return ClockTime(part % 24, 0, None, None, day) if day else None
    return PartOfDay(part, day)


def _early_hours(m: Match) -> Meaning | None:
    """“The early hours of Sunday”."""
    is_morning = m["E"] is Portion.EARLY and m["V"] is Unit.HOUR
    return PartOfDay(DayPart.MORNING, m["D"]) if is_morning else None


def _part_of_story_day(m: Match) -> Meaning | None:
    """“The morning”, “early morning”: of the day that the text tells of."""
    part = m["Z"]
    return None if isinstance(part, int) else PartOfDay(part)


def _clock_on_day(m: Match) -> Meaning | None:
    """“9 p.m. on Monday”, “2 a.m. Sunday GMT”, “Friday at 10:30”."""
    clock = m["C"]
    if not isinstance(clock, ClockTime) or clock.day is not None:
        return None
    return ClockTime(clock.hour, clock.minute, clock.second, clock.zone or m["z"], m["D"])


def _clock_twice(m: Match) -> Compound | None:
    """“12:06 p.m. EDT (16:06 UTC) on Oct. 14”: one moment by two clocks, and its day."""
    first, second = m.all("C")
    opening, closing = m.codes.index("C"), m.codes.rindex("C")
    gap = m.tokens[closing].start - m.tokens[closing - 1].end
    if first.day is not None or second.day is not None or gap > _BRACKET:
        return None
    day, last = m["D"], len(m.codes) - 1
    moment: Meaning = replace(first, day=day)
    if m["+"]:
        moment = Approximate(moment)
    again = replace(second, day=day)
    return Compound(moment, ((0, opening, moment), (closing, closing, again), (last, last, day)))


_BRACKET = 1  # characters between an opening bracket and what stands in it


def _clock_in_part_of_day(m: Match) -> Meaning | None:
    """“7:15 yesterday evening”."""
    clock, part = m["C"], m["@"]
    if not isinstance(clock, ClockTime) or clock.day is not None or not isinstance(part, PartOfDay):
        return None
    return replace(clock, hour=_hour_in(part.part, clock.hour), day=part.day)


def _hour_in(part: DayPart, hour: int) -> int:
    """The hour of the day that an hour of its first half means in the evening."""
    is_late = part in (DayPart.AFTERNOON, DayPart.EVENING)
    is_late = is_late or (part is DayPart.NIGHT and hour > 5)
    return hour + 12 if is_late and hour < 12 else hour


def _clock_in_part(m: Match) -> Meaning | None:
    """“4 in the morning”, “two in the morning on Friday”."""
    clock, part = m["C"], m["Z"]
    if not isinstance(clock, ClockTime) or clock.day is not None or isinstance(part, int):
        return None
    return replace(clock, hour=_hour_in(part, clock.hour), day=m["D"])


def _about(m: Match) -> Meaning | None:
    """“About 1850”; “some years ago” is no more open for it; “more than” names no date."""
    date: Meaning = m["DQC@"]
    if isinstance(date, Shift) and date.amount.count is None:
        return date
    return Approximate(date) if m["+"] else None


def _each(m: Match) -> Meaning | None:
    """“Every Friday”, “each month”, “every second year”, “every first Monday of the month”."""
    if "U" in m or "V" in m:
        number = m["O2d"] or m["e"]
        return Recurring(Amount(float(number or 1), m["UV"]))
    if "Z" in m:
        return Recurring(PartOfDay(m["Z"], m["D"])) if isinstance(m["Z"], DayPart) else None
    if "j" in m:
        return Recurring(Amount(1.0, grain_of(m["Q"]) or Unit.YEAR))
    return Recurring(m["L"] or m["DQCWM"] or WeekdayRef(m["P"]))


def _some_weekday(m: Match) -> Meaning | None:
    """“On a Monday”: nobody says on which."""
    day = m["D"]
    return Recurring(day) if isinstance(day, WeekdayRef) and day.step is None else None


def _weekday_of_each(m: Match) -> Meaning | None:
    """“The first Monday of each month”."""
    return Recurring(Amount(1.0, m["UV"])) if isinstance(m["D"], WeekdayRef) else None


def _weekends(m: Match) -> Meaning | None:
    """“At weekends”."""
    return Recurring(Amount(1.0, Unit.WEEKEND)) if m["V"] is Unit.WEEKEND else None


def _weekdays(m: Match) -> Meaning:
    """“Fridays”, “every Fridays”."""
    return Recurring(WeekdayRef(m["P"]))


def _range(m: Match) -> Compound | None:
    """“From 8 to 13 October”, “between 1914 and 1918”, “Monday to Friday”."""
    places = [index for index, code in enumerate(m.codes) if code in "DQC"]
    first, last = m.all("DQC")
    if grain_of(first) != grain_of(last):
        return None
    first = _with_day_of(last, _with_year_of(last, first))
    return Compound(
        Range(first, last),
        ((places[0], places[0], first), (places[1], places[1], last)),
    )


def _with_year_of(last: Meaning, first: Meaning) -> Meaning:
    """“From 3 March to 5 April 2023”: the year stands only once."""
    match first, last:
        case CalendarDate(year=None, month=int()), CalendarDate(year=int(year), month=int()):
            begin, end = (first.month or 1, first.day or 1), (last.month or 1, last.day or 31)
            return replace(first, year=year if begin <= end else year - 1)
        case (
            CalendarDate(year=None, month=int(month), day=None),
            PartOfYear(unit=Unit.MONTH, number=number, year=Deictic() as year),
        ):
            year = year if month <= number else replace(year, offset=year.offset - 1)
            return PartOfYear(Unit.MONTH, month, year)
    return first


def _with_day_of(last: Meaning, first: Meaning) -> Meaning:
    """“From 9 a.m. to 5 p.m. on Monday”: the day stands only once."""
    match first, last:
        case ClockTime(day=None), ClockTime(day=day) if day is not None:
            return replace(first, day=day)
    return first


def _alternative(m: Match) -> Compound | None:
    """“Monday or Tuesday”."""
    first, last = m.all("D")
    return Compound(Alternative(first, last), ((0, 0, first), (2, 2, last)))


def _related(m: Match) -> Compound | None:
    """“Since 2014”, “by Friday”, “until the Cold War”."""
    inner = m["DQC@Y"]
    relation = m["R"] or m["bq"]
    if relation is None:
        return None
    end = len(m.codes) - 1
    return Compound(Related(relation, inner), ((1, end, inner),))


def _prior_to(m: Match) -> Compound | None:
    """“Prior to 1990”."""
    inner = m["DQ"]
    return Compound(Related(Relation.BEFORE, inner), ((2, 2, inner),))


def _era(m: Match) -> Era:
    """“World War II”."""
    era: Era = m["Y"]
    return era


COMPOSED = Layer(
    Rule("shift from a date", r"(?:L|[ta]U)(?:b|q|o)[DQ]", _shifted_from),
    Rule("week after a day", r"LD|DU(?=[ ,]|$)", _week_after),
    Rule("day of a stretch", r"QD|Dj?Q", _day_beside),
    Rule("first units of", r"\*jQ", first_units_of),
    Rule("length up to", r"[*Q]>[DQ]", length_up_to),
    Rule("shift from a stretch", r"QQ", _ago_from),
    Rule("same period", r"t[m=]3,?j?Q", _same_period),
    Rule("ordinal unit of", r"t?[O2l5](?:U|D)(?:j|J)Q", _ordinal_of),
    Rule("early hours", r"tEVjt?D(?!-?Z)", _early_hours),
    Rule("week of", r"tUj[D]", _week_of),
    Rule("half of", r"t[O2l5]Hj?Q", _half_of),
    Rule(
        "portion of",
        r"tE?Aj?[DQ]|t?E-?A?j?[QD](?!-?Z)|EJ[DQ]|[DQ]'A|[kr](?:J)?[DQ]|Aj[DQ]|Q-A",
        _portion,
    ),
    Rule("portion of running time", r"tAjtU|(?<=R)E-U", _portion_of_running),
    Rule("end of a unit", r"t?U[-']?A", _unit_end),
    Rule("later part of the day", r"[Ekr]@", _later_part),
    Rule("clock in part of day", r"CJt?Z(?:,?[Jj]?D)?", _clock_in_part),
    Rule("clock on a day by two clocks", r"\+?C C J?D(?!-?Z)", _clock_twice),
    Rule("clock on a day", r"C,?z?J?D(?!-?Z)z?", _clock_on_day),
    Rule("clock on a day", r"D,?J?C", _clock_on_day),
    Rule("part of a day", r"E?-?D,?(?:JtZ|'?Z)|t?E?-?Z[jJ]?D|E?-?ZD", _part_of_day),
    Rule("part of the story's day", r"tE?-?Z(?!j)|E-?Z(?!j)", _part_of_story_day),
    Rule("some weekday", r"(?<=J)aD(?=[ ,]|$)", _some_weekday),
    Rule("weekday of each", r"t?[O2l5]Dje[UV]", _weekday_of_each),
    Rule("weekends", r"(?<=J)V(?=[ ,J]|$)", _weekends),
    Rule("each", r"e[O2d]?[UV]|eL|eDZ|e[O2]DjQ|e[DQZ]", _each),
    Rule("weekdays", r"e?P", _weekdays),
)
LIMITED = Layer(
    Rule("clock in part of day", r"C,?J?@", _clock_in_part_of_day),
    Rule("about", r"\+[DQC]", _about),
)
RELATED = Layer(
    Rule("range", r"o[DQC](?:>|–|R)[DQC]|B[DQC]&[DQC]|[DQ][>–-][DQ]", _range),
    Rule("either", r"D\|D", _alternative),
    Rule("before", r"v>[DQ]", _prior_to),
    Rule("limited by a date", r"[Rbq][DQC@Y]|[Rbq]tY", _related),
    Rule("era", r"Y", _era),
)
