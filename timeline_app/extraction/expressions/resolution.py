"""Resolves the time expressions of a text against its date, in the order they are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.domain import Certainty, Reading
from timeline_app.domain.time.calendar import CivilDate
from timeline_app.domain.time.wording import date_in_words
from timeline_app.extraction.expressions.meaning import (
    Approximate,
    Base,
    CalendarDate,
    ClockTime,
    Deictic,
    Duration,
    Era,
    Festival,
    Meaning,
    NumericDate,
    OrdinalOf,
    PartOfDay,
    PartOfYear,
    PortionOf,
    Range,
    Recurring,
    Related,
    Relation,
    Shift,
    Step,
    Stretch,
    Tendency,
    Unit,
    Vague,
    WeekdayRef,
)
from timeline_app.extraction.expressions.model import Resolution, TimeExpression
from timeline_app.extraction.expressions.placing import Placed, Setting, place
from timeline_app.extraction.expressions.readings import readings_of
from timeline_app.extraction.expressions.tense import NO_CUE, Cue, Tenses

_RELATION_DIRECTION = {Relation.BY: 1, Relation.UNTIL: 1, Relation.SINCE: -1}


def resolve(
    text: str, expressions: Sequence[TimeExpression], anchor: CivilDate | None
) -> list[Resolution]:
    """What each time expression of a text means when the article is of the day `anchor`.

    With no anchor, only dates that are written out have readings.
    """
    story = Story(text, expressions, anchor)
    return [
        _resolution(story, expression, story.setting_of(expression)) for expression in expressions
    ]


_NARRATIVE_REACH = 400  # characters over which "the next day" still finds its date
_QUARTER_REACH = 600
# After "the nine months", "a year ago" is no longer a quarter.
_OTHER_PERIODS = frozenset({"first stretch", "the length", "unit ended"})
_HISTORY_GAP = 3  # years


class Story:
    """Walks through the expressions of one text and remembers what they count from."""

    def __init__(
        self, text: str, expressions: Sequence[TimeExpression], anchor: CivilDate | None
    ) -> None:
        self.text = text
        self._tenses = Tenses(text)
        self._setting = Setting(
            anchor,
            is_day_first=_day_order(expressions),
            is_history=anchor is not None and _is_history(expressions, anchor),
        )
        self._told_at = self._quarter_at = 0

    def setting_of(self, expression: TimeExpression) -> Setting:
        """What is known at this expression; the next one then counts from it."""
        self._forget(expression.range.start)
        setting = replace(self._setting, cue=self._cue(expression))
        placed = place(_date_within(expression.meaning), setting)
        if placed is not None:
            self._remember(expression, placed)
        elif expression.rule in _OTHER_PERIODS:
            self._setting = replace(self._setting, quarter=None)
        return setting

    def _cue(self, expression: TimeExpression) -> Cue:
        if not is_open(expression.meaning):
            return NO_CUE
        cue = self._tenses.cue_around(expression.range)
        if not isinstance(expression.meaning, Related) or cue.word == "had":
            return cue
        direction = _RELATION_DIRECTION.get(expression.meaning.relation)
        if direction is None:
            return cue
        return Cue(direction, expression.range.cut(self.text).split()[0].lower(), 0)

    def _forget(self, position: int) -> None:
        """Let go of dates too far back in the text to be counted from."""
        if self._setting.is_history or self._setting.anchor is None:
            return
        if position - self._told_at > _NARRATIVE_REACH:
            self._setting = replace(self._setting, narrative=None)
        if position - self._quarter_at > _QUARTER_REACH:
            self._setting = replace(self._setting, quarter=None)

    def _remember(self, expression: TimeExpression, placed: Placed) -> None:
        self._setting = replace(self._setting, narrative=placed)
        self._told_at = expression.range.end
        if placed.unit is Unit.QUARTER and not isinstance(expression.meaning, Shift):
            self._setting = replace(self._setting, quarter=placed)
            self._quarter_at = expression.range.end


def _is_history(expressions: Sequence[TimeExpression], anchor: CivilDate) -> bool:
    """Whether the dates of a text lie long before it, and few are told from its own day."""
    meanings = [_date_within(expression.meaning) for expression in expressions]
    years = [m.year for m in meanings if isinstance(m, CalendarDate) and m.year is not None]
    old = sum(year < anchor.year - _HISTORY_GAP for year in years)
    current = sum(isinstance(m, (WeekdayRef, Vague)) or _is_deictic(m) for m in meanings)
    return len(years) >= 4 and old * 4 > len(years) * 3 and current * 5 < len(meanings)


def _is_deictic(meaning: Meaning) -> bool:
    return isinstance(meaning, Deictic) and meaning.base is Base.ARTICLE


def _date_within(meaning: Meaning) -> Meaning:
    match meaning:
        case Related(inner=inner) | Range(first=inner):
            return inner
    return meaning


def _day_order(expressions: Sequence[TimeExpression]) -> bool | None:
    """Whether the text writes the day before the month, by its dates that leave no doubt."""
    for expression in expressions:
        match _date_within(expression.meaning):
            case NumericDate(first=first, second=second) if first > 12 or second > 12:
                return first > 12
    return None


def is_open(meaning: Meaning) -> bool:
    """Whether the tense around an expression decides which date it is."""
    match meaning:
        case WeekdayRef(step=None | Step.THIS) | Festival(year=None, step=None):
            return True
        case CalendarDate(year=None, step=None) | PartOfYear(year=None):
            return True
        case Deictic(base=Base.RUNNING, unit=Unit.WEEKEND):
            return True
        case PortionOf(whole=inner) | Approximate(inner=inner) | OrdinalOf(whole=inner):
            return is_open(inner)
        case Related(inner=inner) | Range(first=inner):
            return is_open(inner)
        case PartOfDay(day=inner) | ClockTime(day=inner) if inner is not None:
            return is_open(inner)
    return False


def needs_anchor(meaning: Meaning) -> bool:
    """Whether a meaning tells a date only together with another date."""
    match meaning:
        case CalendarDate(year=None) | NumericDate(year=None) | WeekdayRef() | Deictic():
            return True
        case Festival(year=None) | PartOfYear(year=None) | Stretch():
            return True
        case Shift(origin=origin):
            return origin is None or needs_anchor(origin)
        case PartOfYear(year=inner) | PartOfDay(day=inner) | ClockTime(day=inner):
            return inner is None or needs_anchor(inner)
        case PortionOf(whole=inner) | Approximate(inner=inner) | OrdinalOf(whole=inner):
            return needs_anchor(inner)
        case Related(inner=inner) | Range(first=inner):
            return needs_anchor(inner)
        case Vague(tendency=tendency):
            return tendency is Tendency.PRESENT
    return False


def _resolution(story: Story, expression: TimeExpression, setting: Setting) -> Resolution:
    meaning = expression.meaning
    readings = readings_of(meaning, setting)
    lacks_anchor = setting.anchor is None and needs_anchor(meaning) and not readings
    reason = _reason(story.text, expression, setting, readings)
    return Resolution(expression, readings, reason, _certainty(meaning, readings), lacks_anchor)


def _certainty(meaning: Meaning, readings: tuple[Reading, ...]) -> Certainty:
    if not readings or isinstance(_date_within(meaning), Era):
        return Certainty.UNSURE
    if isinstance(meaning, (Vague, Stretch, Approximate)):
        return Certainty.PROBABLE
    return Certainty.CERTAIN if len(readings) == 1 else Certainty.PROBABLE


def _reason(
    text: str,
    expression: TimeExpression,
    setting: Setting,
    readings: tuple[Reading, ...],
) -> str:
    quoted = f"“{' '.join(expression.range.cut(text).split())}”"
    meaning = expression.meaning
    if not readings:
        return f"{quoted} {_why_not(meaning, setting)}"
    if not needs_anchor(meaning):
        return f"{quoted} as written"
    if setting.cue.direction and is_open(meaning):
        return f"{quoted}: {readings[0].label}, because of “{setting.cue.word}”"
    return f"{quoted} counted from {_base_in_words(_date_within(meaning), setting)}"


def _why_not(meaning: Meaning, setting: Setting) -> str:
    match meaning:
        case Duration() | Stretch():
            return "is a length of time, not a date"
        case Recurring():
            return "comes again and again and is no single date"
        case Vague() if setting.anchor or not needs_anchor(meaning):
            return "gives no date"
    if setting.anchor is None and needs_anchor(meaning):
        return "needs the article's date, which is not known"
    return "gives no date"


def _base_in_words(meaning: Meaning, setting: Setting) -> str:
    told = setting.narrative
    if _counts_from_story(meaning) and told is not None:
        return f"{date_in_words(told.date)}, the last date in the text"
    if setting.anchor is None:
        return "the last date in the text"
    return f"{date_in_words(setting.anchor)}, the article's date"


def _counts_from_story(meaning: Meaning) -> bool:
    match meaning:
        case Deictic(base=base) | Shift(base=base):
            return base is Base.NARRATIVE
        case PartOfDay(day=None) | ClockTime(day=None):
            return True
        case WeekdayRef(step=step):
            return step in (Step.SAME, Step.PREVIOUS, Step.FOLLOWING)
        case PortionOf(whole=inner):
            return _counts_from_story(inner)
    return False
