"""Reads the dates that people type: in English by our own grammar, else through dateparser."""

from __future__ import annotations

import re
import warnings
from datetime import datetime

from timeline_app.domain import Reading
from timeline_app.domain.conventions import USUAL, Conventions
from timeline_app.domain.time.calendar import CivilDate, instant_at
from timeline_app.domain.time.precision import Precision
from timeline_app.domain.time.span import TimeSpan
from timeline_app.extraction.expressions.meaning import Amount, Shift
from timeline_app.extraction.expressions.model import TimeExpression
from timeline_app.extraction.expressions.recognition import expression_of, parse
from timeline_app.extraction.expressions.resolution import resolve
from timeline_app.extraction.expressions.surface import surface_of
from timeline_app.extraction.expressions.tables_en import IN

_MARGIN = " \t\r\n.,;:!?\"'“”‘’()"
_DATED = frozenset("DQC@*Y")  # the letters of meanings that can have a date
_SHORT_YEAR = re.compile(r"['’‘]\d\ds?(?!\w)")  # whose mark is none around it
_LONGEST = 120  # characters; nobody types a longer date
_PRECISIONS = {
    "year": Precision.YEAR,
    "month": Precision.MONTH,
    "day": Precision.DAY,
    "time": Precision.MINUTE,
}


def read_date(
    text: str, anchor: CivilDate | None, conventions: Conventions = USUAL
) -> tuple[Reading, ...]:
    """The readings of a date that was typed in English, the likeliest first.

    The whole text must be one time expression; otherwise, or when it needs an anchor and there
    is none, there are no readings.
    """
    text = surface_of(text).text
    expression = _whole_expression(text)
    return resolve(text, [expression], anchor, conventions)[0].readings if expression else ()


def _whole_expression(text: str) -> TimeExpression | None:
    typed = text.strip(_MARGIN)
    if not typed or len(typed) > _LONGEST:
        return None
    start = text.index(typed)
    end = start + len(typed)
    start -= _SHORT_YEAR.match(text, start - 1) is not None if start else 0
    tokens = [token for token in parse(text, start, end) if token.code != " "]
    if not tokens or tokens[0].start > start or tokens[-1].end < end:
        return None
    leading = tokens.pop(0) if tokens[0].code == "J" else None
    if len(tokens) != 1:
        return None
    token = tokens[0]
    if leading and leading.value is IN and isinstance(token.value, Amount):
        token = token._replace(code="D", value=Shift(token.value, 1))
    return expression_of(token) if token.code in _DATED else None


def read_foreign_date(text: str, anchor: CivilDate | None) -> tuple[Reading, ...]:
    """The reading of a date in another language, as fine as it was written and no finer.

    Uses dateparser. Relative dates need an anchor; what names no day, month or year, and what
    would silently become today's date, has no reading.
    """
    typed = text.strip(_MARGIN)
    if not typed or len(typed) > _LONGEST or not (anchor is None or 1 <= anchor.year <= 9999):
        return ()
    first = _parse(typed, anchor or CivilDate(2001, 2, 3))
    if first is None:
        return ()
    if anchor is None and _parse(typed, CivilDate(1972, 9, 17)) != first:
        return ()
    return (Reading(first, "read in another language"),)


def _parse(typed: str, anchor: CivilDate) -> TimeSpan | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from dateparser.date import DateDataParser

        parser = DateDataParser(
            settings={
                "RELATIVE_BASE": datetime(*anchor),  # noqa: DTZ001 - a civil day has no zone
                "RETURN_TIME_AS_PERIOD": True,
                "RETURN_AS_TIMEZONE_AWARE": False,
            }
        )
        data = parser.get_date_data(typed)
    moment, precision = data.date_obj, _PRECISIONS.get(str(data.period))
    if moment is None or precision is None:
        return None
    parts = moment.year, moment.month, moment.day, moment.hour, moment.minute
    return TimeSpan.at(instant_at(*parts), precision)
