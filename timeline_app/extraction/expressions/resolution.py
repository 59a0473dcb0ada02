"""Resolves the time expressions of a text against its date, in the order they are told."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.domain import Certainty, Reading
from timeline_app.domain.conventions import USUAL, Conventions
from timeline_app.domain.time.calendar import CivilDate
from timeline_app.extraction.expressions.meaning import Era, Meaning, Stretch, Vague
from timeline_app.extraction.expressions.model import READ_BY_DATEPARSER, Resolution, TimeExpression
from timeline_app.extraction.expressions.nature import core_of, needs_anchor
from timeline_app.extraction.expressions.placed import Setting
from timeline_app.extraction.expressions.placing_dates import true_weekday
from timeline_app.extraction.expressions.readings import readings_of
from timeline_app.extraction.expressions.reasons import reason_for
from timeline_app.extraction.expressions.story import Story


def resolve(
    text: str,
    expressions: Sequence[TimeExpression],
    anchor: CivilDate | None,
    conventions: Conventions = USUAL,
) -> list[Resolution]:
    """What each time expression of a text means when the article is of the day `anchor`.

    With no anchor, only dates that are written out have readings. `conventions` rank the readings
    of what is written alike everywhere and meant differently: weeks, and dates in numbers.
    """
    story = Story(text, expressions, anchor, conventions)
    return [_resolution(story, expression) for expression in expressions]


def _resolution(story: Story, expression: TimeExpression) -> Resolution:
    setting, meaning = story.setting_of(expression), expression.meaning
    readings = readings_of(meaning, setting)
    reason = reason_for(expression.range.cut(story.text), meaning, setting, readings)
    if expression.rule == READ_BY_DATEPARSER:
        reason += ", in the reading of dateparser"
    return Resolution(
        expression,
        readings,
        reason,
        _certainty(meaning, readings, setting),
        needs_anchor=setting.anchor is None and not readings and needs_anchor(meaning),
    )


def _certainty(meaning: Meaning, readings: tuple[Reading, ...], setting: Setting) -> Certainty:
    core = core_of(meaning)
    if not readings or isinstance(core, Era):
        return Certainty.UNSURE
    is_open_to_doubt = len(readings) > 1 or true_weekday(core, setting) is not None
    is_about = any(reading.span.approximate for reading in readings)
    if is_open_to_doubt or is_about or isinstance(meaning, (Vague, Stretch)):
        return Certainty.PROBABLE
    return Certainty.CERTAIN
