"""The story of a text: walks through its time expressions, and knows what each counts from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.domain.conventions import USUAL, Conventions
from timeline_app.domain.time.calendar import CivilDate
from timeline_app.extraction.expressions.chronicle import (
    STORY_REACH,
    Aside,
    Chronicle,
    is_close,
    is_of_story,
    is_told_before,
    next_chronicle,
    opens_sentence,
)
from timeline_app.extraction.expressions.meaning import (
    Base,
    CalendarDate,
    Deictic,
    Era,
    Festival,
    Meaning,
    NumericDate,
    Related,
    Relation,
    Shift,
    Unit,
    WeekdayRef,
)
from timeline_app.extraction.expressions.model import TimeExpression
from timeline_app.extraction.expressions.nature import (
    core_of,
    counts_from_story,
    grain_of,
    innermost_of,
    is_open,
)
from timeline_app.extraction.expressions.placed import Placed, Setting
from timeline_app.extraction.expressions.placing import place
from timeline_app.extraction.expressions.placing_dates import written_order
from timeline_app.extraction.expressions.tense import EARLIER_PLAN, NO_CUE, Cue, Tenses
from timeline_app.extraction.language import word_classes

_LASTING = word_classes("tense_words.txt")["lasting"]
_RELATION_DIRECTION = {Relation.BY: 1, Relation.UNTIL: 1, Relation.SINCE: -1}
_NARRATIVE_REACH = 400  # characters over which "the next day" still finds its date
_QUARTER_REACH = 900  # characters over which "a year ago" still means a quarter's
_REPORTED_QUARTERS = 370  # days
# Dates with a year that make a text a history: all before the article’s own year, or most.
_MANY_YEARS, _MANY_MORE_YEARS = 5, 12
_OLD_SHARE = 3 / 4  # of the years, at the least, that lie before the article's
_CURRENT_SHARE = 1 / 6  # of all expressions, at the most, that count from its day
_IS_TO_BE = re.compile(r"\b(?:will|shall|is|are|must|may|might|should)\s(?:[a-z]+\s){0,3}be\s")
_PLAN_REACH = 60  # characters
_OF_THE_WRITER = frozenset(
    {
        "will",
        "won't",
        "won’t",
        "shall",
        "plan",
        "plans",
        "expects",
        "expected",
        "due",
        "may",
        "scheduled",
        "upcoming",
    }
)
_TO_THE_NEXT = 12  # characters from a year to the date that opens the next sentence
# After "the nine months", "a year ago" is no longer a quarter.
_OTHER_PERIODS = frozenset({"first stretch", "the length", "unit ended"})


class Story:
    """Walks through the expressions of one text and remembers what they count from."""

    def __init__(
        self,
        text: str,
        expressions: Sequence[TimeExpression],
        anchor: CivilDate | None,
        conventions: Conventions = USUAL,
    ) -> None:
        self.text = text
        self._tenses = Tenses(text)
        self._setting = Setting(
            anchor,
            is_day_first=_day_order(expressions),
            is_history=_is_history(expressions, anchor),
            conventions=conventions,
        )
        self._told_at = self._quarter_at = 0
        self._aside: Aside | None = None

    def setting_of(self, expression: TimeExpression) -> Setting:
        """What is known at this expression; the next one then counts from it."""
        self._forget(expression.range.start)
        self._turn_aside(expression)
        cue = self._cue(expression)
        setting = self._setting if cue is NO_CUE else replace(self._setting, cue=cue)
        if self._looks_ahead(expression, cue):
            # What a history says will be is told from the day it was written.
            return replace(setting, chronicle=None, narrative=None, is_history=False)
        if setting.chronicle is not None and not self._shares_year(expression, cue):
            setting = replace(setting, chronicle=None)
        placed = place(core_of(expression.meaning), setting)
        if placed is not None:
            self._remember(expression, placed)
        elif expression.rule in _OTHER_PERIODS:
            self._setting = replace(self._setting, quarter=None)
        return setting

    def _looks_ahead(self, expression: TimeExpression, cue: Cue) -> bool:
        """Whether a dated history turns to what lies before its writer: "will be held in May"."""
        if not self._setting.is_history or self._setting.anchor is None:
            return False
        if not is_open(expression.meaning):
            cue = self._tenses.cue_around(expression.range)
        if cue.word.startswith("be "):  # "will be held", but not "would be" nor "was to be held"
            start = expression.range.start
            before = self.text[max(0, start - _PLAN_REACH) : start]
            return cue.direction > 0 and _IS_TO_BE.search(before) is not None
        return cue.direction > 0 and cue.word in _OF_THE_WRITER

    def _cue(self, expression: TimeExpression) -> Cue:
        if not is_open(expression.meaning):
            return NO_CUE
        cue = expression.cue or self._tenses.cue_around(expression.range)
        if not isinstance(expression.meaning, Related) or cue.word == EARLIER_PLAN:
            return cue
        direction = _RELATION_DIRECTION.get(expression.meaning.relation)
        # What "was extended until Friday" sets a term; no term is set to a feast that is over.
        is_feast = isinstance(expression.meaning.inner, Festival) and cue.direction < 0
        is_told = cue.direction < 0 and (
            opens_sentence(self.text, expression.range.start) or cue.word in _LASTING
        )
        if direction is None or is_feast or is_told:
            return cue
        return Cue(direction, expression.range.cut(self.text).split()[0].lower(), 0)

    def _shares_year(self, expression: TimeExpression, cue: Cue) -> bool:
        """Whether a date without a year takes the one of the story, in news as in a history."""
        is_told = cue.direction <= 0 and is_of_story(self.text, expression.range)
        return self._setting.is_history or is_told

    def _turn_aside(self, expression: TimeExpression) -> None:
        """Let a year far from the story's lend itself to dates of its sentence and to the next."""
        aside = self._aside
        if aside is None or not is_open(expression.meaning):
            return
        start = expression.range.start
        is_next = start - aside.end <= _TO_THE_NEXT and opens_sentence(self.text, start)
        if is_next or is_close(self.text, aside.end, start):
            self._setting = replace(self._setting, chronicle=Chronicle(aside.year))
        self._aside = None

    def _forget(self, position: int) -> None:
        """Let go of dates too far back in the text to be counted from."""
        known = self._setting
        if known.is_history or known.anchor is None:
            return
        if known.chronicle is not None and position - self._told_at > STORY_REACH:
            known = self._setting = replace(known, chronicle=None)
        if known.narrative is not None and position - self._told_at > _NARRATIVE_REACH:
            self._setting = replace(known, narrative=None, narrative_day=None)
        if known.quarter is not None and position - self._quarter_at > _QUARTER_REACH:
            self._setting = replace(self._setting, quarter=None)

    def _remember(self, expression: TimeExpression, placed: Placed) -> None:
        core = core_of(expression.meaning)
        if isinstance(core, Era) or (self._setting.is_history and _is_deictic(core)):
            return
        if isinstance(core, CalendarDate) and core.year is not None and self._is_aside(expression):
            return
        self._tell(expression, placed)
        if self._is_current_quarter(placed) and not isinstance(expression.meaning, Shift):
            self._setting = replace(self._setting, quarter=placed)
            self._quarter_at = expression.range.end

    def _is_aside(self, expression: TimeExpression) -> bool:
        """Whether a date with its year only describes: "the 2018 election", "elected in 2018"."""
        if not is_of_story(self.text, expression.range):
            return True
        is_bare_year = grain_of(core_of(expression.meaning)) is Unit.YEAR
        opens = opens_sentence(self.text, expression.range.start)
        return is_bare_year and not opens and not self._setting.is_history

    def _tell(self, expression: TimeExpression, placed: Placed) -> None:
        known, day = self._setting, self._setting.narrative_day
        if placed.unit is Unit.DAY:
            if day is not None and is_told_before(self.text, expression.range.start):
                return  # the story goes on from where it was
            day = placed
        self._setting = replace(
            known,
            narrative=placed,
            narrative_day=day,
            chronicle=self._chronicle_after(expression, placed),
        )
        self._told_at = expression.range.end

    def _chronicle_after(self, expression: TimeExpression, placed: Placed) -> Chronicle | None:
        known, place = self._setting.chronicle, expression.range
        if not (self._setting.is_history or self._is_of_years_past(expression, placed)):
            return None
        if placed.unit >= Unit.HALF and isinstance(expression.meaning, Related):
            return known
        told = next_chronicle(known, placed.unit, placed.date, self.text, place)
        is_named_year = isinstance(core_of(expression.meaning), CalendarDate)
        if placed.unit is Unit.YEAR and is_named_year and told is known:
            self._aside = Aside(placed.date.year, place.end)
        return told

    def _is_of_years_past(self, expression: TimeExpression, placed: Placed) -> bool:
        """Whether an article turns to a year before its own, which the next dates then share."""
        anchor, core = self._setting.anchor, core_of(expression.meaning)
        if anchor is None or placed.date.year >= anchor.year:
            return False
        if not isinstance(core, CalendarDate):
            return self._setting.chronicle is not None and counts_from_story(core)
        if core.year is None:
            return self._setting.chronicle is not None
        return core.month is not None or opens_sentence(self.text, expression.range.start)

    def _is_current_quarter(self, placed: Placed) -> bool:
        """Whether it is a quarter that the article can still report on."""
        anchor = self._setting.anchor
        if anchor is None or placed.unit is not Unit.QUARTER:
            return False
        return abs(placed.start - anchor.ordinal) <= _REPORTED_QUARTERS


def _is_history(expressions: Sequence[TimeExpression], anchor: CivilDate | None) -> bool:
    """Whether a text tells of the years before it, and little from its own day.

    A text without a date is one when it names years enough.
    """
    meanings = [core_of(expression.meaning) for expression in expressions]
    years = [m.year for m in meanings if isinstance(m, CalendarDate) and m.year is not None]
    current = sum(isinstance(m, WeekdayRef) or _is_deictic(m) for m in meanings)
    old = sum(anchor is None or year < anchor.year for year in years)
    needed = _MANY_YEARS if old == len(years) else _MANY_MORE_YEARS
    is_old = old > _OLD_SHARE * len(years)
    return len(years) >= needed and is_old and current < _CURRENT_SHARE * len(meanings)


def _is_deictic(meaning: Meaning) -> bool:
    """Whether a meaning counts from the article's own day: "last week", "this morning"."""
    innermost = innermost_of(meaning)
    return isinstance(innermost, Deictic) and innermost.base is Base.ARTICLE


def _day_order(expressions: Sequence[TimeExpression]) -> bool | None:
    """Whether the text writes the day before the month, by its dates that leave no doubt."""
    for expression in expressions:
        match core_of(expression.meaning):
            case NumericDate() as date if (order := written_order(date)) is not None:
                return order
    return None
