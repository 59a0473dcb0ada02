"""The layer of the English grammar that counts from today or from the story: "last week"."""

from __future__ import annotations

from timeline_app.extraction.expressions.cascade import Layer, Match, Rule
from timeline_app.extraction.expressions.grammar_lengths import (
    ABOUT_A_LENGTH,
    LENGTH_AS_ADJECTIVE,
)
from timeline_app.extraction.expressions.meaning import (
    Alternative,
    Amount,
    Approximate,
    Base,
    CalendarDate,
    Deictic,
    Duration,
    Meaning,
    PartOfDay,
    Shift,
    Step,
    Stretch,
    Tendency,
    Unit,
    Vague,
)

_STEP_OFFSET = {
    Step.LAST: (-1, Base.ARTICLE),
    Step.THIS: (0, Base.ARTICLE),
    Step.NEXT: (1, Base.ARTICLE),
    Step.PREVIOUS: (-1, Base.NARRATIVE),
    Step.SAME: (0, Base.NARRATIVE),
    Step.FOLLOWING: (1, Base.NARRATIVE),
}


def _relative_unit(m: Match) -> Meaning | None:
    """“Last week”, “this coming month”, “the previous year”, “that day”."""
    unit = m["U"]
    if unit is Unit.DAY and m["l5xc"] in (Step.LAST,):
        return None
    if unit < Unit.DAY:
        return None
    step = m["l5xvfmc"] or m["ih"]
    if "c" in m:
        step = Step.THIS
    offset, base = _STEP_OFFSET[step]
    if "5" in m and unit is not Unit.WEEKEND:
        return Stretch(Amount(1.0, unit), -1)
    if unit is Unit.DAY and step is Step.NEXT:
        base = Base.NARRATIVE
    return Deictic(unit, offset, base)


def _bare_unit(m: Match) -> Meaning | None:
    """“The year”, “the quarter”: the one that is going on in the story."""
    unit = m["U"]
    return Deictic(unit, 0, Base.RUNNING) if Unit.DAY < unit <= Unit.YEAR else None


def _year_by_number(m: Match) -> Meaning | None:
    """“The year 2000”."""
    return CalendarDate(m["y"]) if m["U"] is Unit.YEAR else None


def _latest_period(_: Match) -> Meaning:
    """“The latest period”: the quarter that the text is about."""
    return Deictic(Unit.QUARTER, 0, Base.RUNNING)


def _period_of_year(m: Match) -> Meaning:
    """“The 1989 period”."""
    return CalendarDate(m["y"])


def _unit_ended(m: Match) -> Meaning:
    """“The year ended Sept. 30”."""
    return Duration((Amount(1.0, m["U"]),))


def _the_length(m: Match) -> Meaning | None:
    """“The nine months”, “the years”."""
    length = m["L"] or Amount(None, m["V"])
    if any(token.rule == LENGTH_AS_ADJECTIVE for token in m.tokens):
        return None
    return Duration((length,)) if length.unit > Unit.DAY and length.count != 1 else None


def _bygone(_: Match) -> Meaning:
    """“The time”, “the past”: the text does not say when."""
    return Vague(Tendency.PAST)


def _to_come(_: Match) -> Meaning:
    """“A later date”, “the near future”, “future years”."""
    return Vague(Tendency.FUTURE)


def _current(_: Match) -> Meaning:
    """“The current crisis”."""
    return Vague(Tendency.PRESENT)


def _unit_before(m: Match) -> Meaning | None:
    """“The day before”, “a week later”."""
    sign = -1 if m["bk"] is not None else 1
    return Deictic(m["U"], sign, Base.NARRATIVE) if m["U"] >= Unit.DAY else None


def _stretch(m: Match) -> Meaning | None:
    """“The past five years”, “the next few days”."""
    if any(token.rule == ABOUT_A_LENGTH for token in m.tokens):
        return None
    amount = m["L"] or Amount(None, m["V"])
    return Stretch(amount, 1 if "x" in m else -1)


def _ordinal_stretch(m: Match) -> Meaning:
    """“The first nine months”, “the year-ago five weeks”."""
    return Duration((m["L"],))


def _ago(m: Match) -> Meaning:
    """“Two days ago”, “about ten years ago”, “years ago”."""
    shift = Shift(m["L"] or Amount(None, m["V"]), -1)
    if shift.amount.count is None or shift.amount.unit < Unit.DAY:
        return shift
    is_about = any(token.rule == ABOUT_A_LENGTH for token in m.tokens)
    return Approximate(shift) if is_about else shift


def _one_or_more_ago(m: Match) -> Meaning | None:
    """“A week or two ago”."""
    amount: Amount = m["L"]
    if amount.count != 1:
        return None
    return Alternative(Shift(amount, -1), Shift(Amount(float(m["dn"]), amount.unit), -1))


def _from_now(m: Match) -> Meaning:
    """“Five years from now”, “two weeks’ time”."""
    return Shift(m["L"] or Amount(None, m["V"]), 1)


def _narrative_shift(m: Match) -> Meaning | None:
    """“Three days later”, “two years earlier”: counted from the story."""
    sign = -1 if m.codes[-1] in "kb" else 1
    amount = m["L"] or Amount(None, m["V"])
    return Shift(amount, sign, Base.NARRATIVE) if amount.unit >= Unit.DAY else None


def _year_ago_unit(m: Match) -> Meaning | None:
    """“The year-ago quarter”: the same unit a year before the story's."""
    if m.all("U")[0] is not Unit.YEAR:
        return None
    return Shift(Amount(1, Unit.YEAR), -1, Base.NARRATIVE)


def _named_day(m: Match) -> Meaning:
    """“Yesterday”, “tomorrow”."""
    return Deictic(Unit.DAY, m["T"])


def _day_beyond(m: Match) -> Meaning | None:
    """“The day before yesterday”, “the day after tomorrow”."""
    offset = m["T"]
    if m["U"] is not Unit.DAY or offset == 0:
        return None
    return Deictic(Unit.DAY, 2 * offset)


def _unit_beyond(m: Match) -> Meaning | None:
    """“The week after next”, “the week before last”."""
    return Deictic(m["U"], 2 if "x" in m else -2) if m["U"] >= Unit.DAY else None


def _day_part_before(m: Match) -> Meaning | None:
    """“The night before last”, “the morning after”."""
    part = m["Z"]
    if isinstance(part, int):
        return None
    if "l" in m:
        return PartOfDay(part, Deictic(Unit.DAY, -2))
    return PartOfDay(part, Deictic(Unit.DAY, -1 if "b" in m else 1, Base.NARRATIVE))


def _relative_day_part(m: Match) -> Meaning | None:
    """“Last night”, “this morning”, “the next evening”."""
    part, step = m["Z"], m["l5xvfmih"]
    if isinstance(part, int):
        return None
    offset, base = _STEP_OFFSET[step]
    if step is Step.NEXT:
        base = Base.NARRATIVE
    return PartOfDay(part, Deictic(Unit.DAY, offset, base))


def _recent(m: Match) -> Meaning:
    """“Recent weeks”, “recent”."""
    return Vague(m["u"])


def _fiscal_year(m: Match) -> Meaning | None:
    """“Fiscal 2024”, “the 2012 fiscal year”."""
    return CalendarDate(m["y"]) if m["U"] in (None, Unit.YEAR) else None


def _joined_lengths(m: Match) -> Meaning | None:
    """“Three years and two months”."""
    first, second = m.all("L")
    are_alike = (first.unit < Unit.DAY) == (second.unit < Unit.DAY)
    is_finer = second.unit < first.unit and are_alike
    return Duration((first, second)) if is_finer else None


DEICTIC = Layer(
    Rule("joined lengths", r"L&L(?![gkrb_])", _joined_lengths),
    Rule("day beyond", r"t?U[bq]T", _day_beyond),
    Rule("unit beyond", r"tU(?:qx|bl)", _unit_beyond),
    Rule("ago", r"[LV]-?g", _ago),
    Rule("one or more ago", r"L\|[dn]g", _one_or_more_ago),
    Rule("from now", r"[LV](?:_|'9)", _from_now),
    Rule("year-ago unit", r"t?=?U-[gk]-?[U3]|U-[gk](?!L)", _year_ago_unit),
    Rule("earlier, later", r"[LV][kr]|L[bq](?=[ ,]|$)", _narrative_shift),
    Rule("the time", r"t9(?!j)|h9", _bygone),
    Rule("later time", r"ar9", _to_come),
    Rule("recent units", r"uV(?:&V)?", _recent),
    Rule("length of a year ago", r"t?U-[gk]L", _ordinal_stretch),
    Rule("past stretch", r"(?:ej)?(?:t|i|e)?[l5x][LV]", _stretch),
    Rule("first stretch", r"t[Ol5]L", _ordinal_stretch),
    Rule("year by number", r"tUy", _year_by_number),
    Rule("latest period", r"tl3", _latest_period),
    Rule("period of a year", r"ty3", _period_of_year),
    Rule("unit before, after", r"[ta]U(?:[bq]h?(?=[ ,]|$)|[kr])", _unit_before),
    Rule("unit ended", r"tF?U(?=7)", _unit_ended),
    Rule("relative unit", r"i[l5x]F?U|t?h?[l5xvfmc]F?U(?!-|j[tlxihMy])|[ih]F?U", _relative_unit),
    Rule("part of day before, after", r"tZ(?:bl|[bq](?=[ ,]|$))", _day_part_before),
    Rule("relative part of day", r"t?[l5xvfmih]Z", _relative_day_part),
    Rule("day named from today", r"T", _named_day),
    Rule("the unit", r"tF?U(?!-|j[DMWwdta]|[bq])", _bare_unit),
    Rule("the length", r"t[LV]", _the_length),
    Rule("the past", r"t5(?=[ ,.J]|$)", _bygone),
    Rule("the future", r"t=?4|4V", _to_come),
    Rule("current", r"c(?=\.)", _current),
    Rule("recent", r"u(?!V)", _recent),
    Rule("fiscal year", r"FU?y|t?yFU", _fiscal_year),
)
