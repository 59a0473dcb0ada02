"""Why a time expression means what it means, in one sentence for the reader."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import Reading
from timeline_app.extraction.expressions.festivals import rule_of
from timeline_app.extraction.expressions.meaning import (
    Base,
    CalendarDate,
    ClockTime,
    Deictic,
    Duration,
    Era,
    Festival,
    Meaning,
    NumericDate,
    PartOfYear,
    Recurring,
    Shift,
    Stretch,
    Unit,
    Vague,
    WeekdayRef,
)
from timeline_app.extraction.expressions.nature import (
    core_of,
    counts_from_story,
    grain_of,
    inner_of,
    innermost_of,
    is_open,
    needs_anchor,
)
from timeline_app.extraction.expressions.placed import Placed, Setting
from timeline_app.extraction.expressions.placing_dates import (
    direction_of,
    numeric_orders,
    true_weekday,
)
from timeline_app.extraction.expressions.spans import span_of
from timeline_app.extraction.expressions.tables_en import WEEKDAY_NAMES
from timeline_app.extraction.expressions.zones import why_unknown

_WEEKDAYS = {number: name.capitalize() for name, number in WEEKDAY_NAMES.items()}
_OWN_DAY = "the article's own day"


def reason_for(
    words: str, meaning: Meaning, setting: Setting, readings: tuple[Reading, ...]
) -> str:
    """The sentence that explains the first reading, or why there is none."""
    quoted = f"“{' '.join(words.split())}”"
    if not readings:
        return f"{quoted} {_why_not(meaning, setting)}"
    true = true_weekday(core_of(meaning), setting)
    if true is not None:
        return f"{quoted} by day and month, but that day is a {_WEEKDAYS[true]}"
    remark = _remark(meaning, setting)
    if not needs_anchor(meaning):
        return f"{quoted} {remark or 'as written'}"
    return f"{_counted(quoted, meaning, setting, readings)}{remark and f'; {remark}'}"


def _counted(quoted: str, meaning: Meaning, setting: Setting, readings: tuple[Reading, ...]) -> str:
    """How a date that depends on another came about."""
    label = readings[0].label
    if label != _OWN_DAY and _is_decided_by_tense(meaning, setting):
        return f"{quoted}: {label}, because of “{setting.cue.word}”"
    return f"{quoted} counted from {_base_in_words(core_of(meaning), setting)}"


def _remark(meaning: Meaning, setting: Setting) -> str:
    """What the reader has to know of an expression beside the date that it counts from."""
    match _innermost(meaning):
        case Era():
            return "as it stands in the table of eras"
        case Festival(key=key) if rule_of(key).is_about:
            return "by the calendar; observed a day earlier or later in places"
        case ClockTime(zone=str(zone)):
            return why_unknown(zone, setting.conventions.region)
        case NumericDate() as date if len(numeric_orders(date, is_day_first=None)) > 1:
            return _order_remark(setting)
    return ""


def _order_remark(setting: Setting) -> str:
    """Why a date in numbers is read in this order, where both are possible."""
    if setting.is_day_first is not None:
        return f"{_order(is_day_first=setting.is_day_first)}, as other dates of the text show"
    if setting.likely_day_first is not None:
        return f"{_order(is_day_first=setting.likely_day_first)}, as is usual for this article"
    return "can be read either way; nothing in the text decides"


def _order(*, is_day_first: bool) -> str:
    return "read day before month" if is_day_first else "read month before day"


def _innermost(meaning: Meaning) -> Meaning:
    """The date in the middle of a composed meaning; a time of day before the day it is on."""
    meaning = core_of(meaning)
    while not isinstance(meaning, ClockTime) and (inner := inner_of(meaning)) is not None:
        meaning = inner
    return meaning


def _is_decided_by_tense(meaning: Meaning, setting: Setting) -> bool:
    if setting.cue.direction == 0 or setting.chronicle is not None or not is_open(meaning):
        return False
    date = innermost_of(core_of(meaning))
    if isinstance(date, CalendarDate):
        return date.weekday is None and direction_of(date, setting) != 0
    return True


def _why_not(meaning: Meaning, setting: Setting) -> str:
    if isinstance(meaning, Recurring):
        return "comes again and again and is no single date"
    if isinstance(meaning, Duration):
        return "is a length of time, not a date"
    if setting.anchor is None and needs_anchor(meaning):
        return "needs the article's date, which is not known"
    if counts_from_story(meaning):
        return "counts from a date that the text does not give"
    if isinstance(meaning, Stretch):
        return "is a length of time, not a date"
    return "gives no date" if isinstance(meaning, Vague) else "is no date of the calendar"


def _base_in_words(meaning: Meaning, setting: Setting) -> str:
    # The words for dates load with the first reason; tagging alone does without them.
    from timeline_app.domain.time.wording import date_in_words, span_in_words

    told = _told_before(meaning, setting)
    if told is not None and (counts_from_story(meaning) or setting.anchor is None):
        day_or_longer = span_of(replace(told, second=None))
        return f"{span_in_words(day_or_longer, short=True)}, the last date in the text"
    if setting.anchor is None:
        return "a date that is not known"
    if setting.chronicle is not None and _shares_year(meaning, setting):
        return f"{setting.chronicle.year}, the year of the story"
    return f"{date_in_words(setting.anchor)}, the article's date"


def _shares_year(meaning: Meaning, setting: Setting) -> bool:
    return setting.is_history or isinstance(_innermost(meaning), (CalendarDate, PartOfYear))


def _told_before(meaning: Meaning, setting: Setting) -> Placed | None:
    """The date of the story that a meaning counts from; None where that is too coarse for it."""
    inner = _innermost(meaning)
    unit = max(grain_of(inner) or Unit.DAY, Unit.DAY)
    if isinstance(inner, CalendarDate):
        unit = Unit.MONTH  # of which it is a day
    told = setting.told(Base.NARRATIVE, unit)
    counts_anyhow = isinstance(inner, (Deictic, Shift, WeekdayRef))
    return told if told is not None and (counts_anyhow or told.unit <= unit) else None
