"""Dates as a researcher types them: EDTF, plain English, or another language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from timeline_app.domain import USUAL, Conventions, Reading, UserError
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.domain.time.wording import span_in_words
from timeline_app.services.typed_forms import ALL_FORMS, FORMS_OF_SINGLE_DATES, TypedForms
from timeline_app.services.typed_granules import read_granule

How = Literal["EDTF", "read as English", "read in another language"]

_LONGEST = 160  # characters; longer texts are pasted by mistake
_TOO_LITTLE = re.compile(r"[A-Za-z]{0,2}|[\W\d_]*")  # no word of any language


@dataclass(frozen=True, slots=True)
class TypedDate:
    """What a typed date means: the span, told in words and in EDTF, and how it was understood.

    `readings` are ranked and hold `span`; with more than one the text is ambiguous.
    """

    span: TimeSpan
    words: str
    edtf: str
    how: How
    readings: tuple[Reading, ...]


def understand_date(
    text: str, anchor: CivilDate | None, conventions: Conventions = USUAL
) -> TypedDate:
    """What a typed date means; "last week" counts from `anchor`, the article's date.

    `conventions` rank the readings of weeks and of dates in numbers. EDTF is tried first, then
    English, then other languages. Raises UserError when none of them understands the whole text.
    """
    plain = " ".join(text.split())
    if plain and len(plain) <= _LONGEST and not _is_impossible(plain):
        if span := _edtf_span(plain):
            return _typed(span, "EDTF", (Reading(span, "as typed"),))
        if readings := _english_readings(plain, anchor, conventions):
            return _typed(readings[0].span, "read as English", readings)
        if readings := _foreign_readings(plain, anchor):
            return _typed(readings[0].span, "read in another language", readings)
    raise UserError(
        'This is not understood as a date. Type one such as "last week of October 2024" '
        'or "c. 1850".'
    )


def with_reading(typed: TypedDate, index: int) -> TypedDate:
    """The same typed date in another of its readings."""
    return _typed(typed.readings[index].span, typed.how, typed.readings)


def _typed(span: TimeSpan, how: How, readings: tuple[Reading, ...]) -> TypedDate:
    return TypedDate(span, span_in_words(span), write_edtf(span), how, readings)


def _is_impossible(text: str) -> bool:
    """Whether the text names a day that no calendar has; other readers would bend it."""
    try:
        read_granule(text)
    except ValueError:
        return True
    return False


def _edtf_span(text: str) -> TimeSpan | None:
    try:
        return parse_edtf(text.upper())
    except ValueError:
        return None


def _complete_span(text: str) -> TimeSpan | None:
    """The span of a single date that needs no article."""
    try:
        return read_granule(text) or _edtf_span(text)
    except ValueError:
        return None


def _english_readings(
    text: str, anchor: CivilDate | None, conventions: Conventions
) -> tuple[Reading, ...]:
    from timeline_app.extraction.expressions import read_date

    @cache
    def read_single_date(part: str) -> tuple[Reading, ...]:
        span = _complete_span(part)
        return (Reading(span, "as typed"),) if span else read_date(part, anchor, conventions)

    if span := _complete_span(text):
        return (Reading(span, "as typed"),)
    return TypedForms(read_single_date, ALL_FORMS).read(text)


def _foreign_readings(text: str, anchor: CivilDate | None) -> tuple[Reading, ...]:
    from timeline_app.extraction.expressions import read_foreign_date

    @cache
    def read_single_date(part: str) -> tuple[Reading, ...]:
        return () if _TOO_LITTLE.fullmatch(part) else read_foreign_date(part, anchor)

    # The other language's reader skips words it does not know, "by" and "about" among them.
    return TypedForms(read_single_date, FORMS_OF_SINGLE_DATES).read(text)
