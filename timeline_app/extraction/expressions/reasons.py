"""Why a time expression means what it means, in one sentence for the reader."""

from __future__ import annotations

from timeline_app.domain import Reading
from timeline_app.extraction.expressions.meaning import (
    CalendarDate,
    Duration,
    Meaning,
    Recurring,
    Stretch,
    Vague,
)
from timeline_app.extraction.expressions.nature import (
    core_of,
    counts_from_story,
    inner_of,
    is_open,
    needs_anchor,
)
from timeline_app.extraction.expressions.placed import Setting
from timeline_app.extraction.expressions.placing_dates import direction_of, true_weekday
from timeline_app.extraction.expressions.tables_en import WEEKDAY_NAMES

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
    if not needs_anchor(meaning):
        return f"{quoted} as written"
    label = readings[0].label
    if label != _OWN_DAY and _is_decided_by_tense(meaning, setting):
        return f"{quoted}: {label}, because of “{setting.cue.word}”"
    return f"{quoted} counted from {_base_in_words(core_of(meaning), setting)}"


def _is_decided_by_tense(meaning: Meaning, setting: Setting) -> bool:
    if setting.cue.direction == 0 or setting.is_history or not is_open(meaning):
        return False
    core = core_of(meaning)
    while (inner := inner_of(core)) is not None:
        core = inner
    return not isinstance(core, CalendarDate) or direction_of(core, setting) != 0


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
    from timeline_app.domain.time.wording import date_in_words

    told = setting.narrative
    if told is not None and (counts_from_story(meaning) or setting.anchor is None):
        return f"{date_in_words(told.date)}, the last date in the text"
    if setting.anchor is None:
        return "a date that is not known"
    if told is not None and setting.is_history:
        return f"{told.date.year}, the year of the story"
    return f"{date_in_words(setting.anchor)}, the article's date"
