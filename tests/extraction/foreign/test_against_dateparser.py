"""Dates that dateparser can read too: an independent check of the tables of seven languages."""

from __future__ import annotations

import datetime as dt

from dateparser.date import DateDataParser

from tests.extraction.foreign.test_foreign_cases import CASES, Case
from timeline_app.domain import TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.extraction.expressions.foreign.recognition import recognise_foreign
from timeline_app.extraction.expressions.meaning import WeekdayRef

_LENGTHS = {10, 7, 4}  # of a day, a month and a year in EDTF
_FEWEST = 80  # cases that dateparser reads
# "2003 году" becomes the 20th of March of the year 21 there, and what comes soon is always past.
_MISREAD = frozenset({"2003 году", "25/11", "5 de novembro"})


def _is_plain(case: Case) -> bool:
    """Whether a case is one day, month or year whose direction no verb decides."""
    if case.place is None or case.anchor is None or case.place.cut(case.text) in _MISREAD:
        return False
    found = recognise_foreign(case.text, [TextRange(0, len(case.text))], case.language)
    is_weekday = any(isinstance(each.meaning, WeekdayRef) for each in found)
    is_plain = len(case.edtf) in _LENGTHS and case.edtf.replace("-", "").isdigit()
    return is_plain and not is_weekday and parse_edtf(case.edtf).begin is not None


def _read_by_dateparser(case: Case, anchor: CivilDate) -> str | None:
    parser = DateDataParser(
        languages=[case.language],
        settings={
            "RELATIVE_BASE": dt.datetime(*anchor),  # noqa: DTZ001 - a civil day has no zone
            "PREFER_DATES_FROM": "past",
        },
    )
    assert case.place is not None
    moment = parser.get_date_data(case.place.cut(case.text)).date_obj
    return None if moment is None else f"{moment:%Y-%m-%d}"[: len(case.edtf)]


def test_what_dateparser_reads_it_reads_alike() -> None:
    ours = [case for case in CASES if _is_plain(case) and case.anchor is not None]
    read = [(case, _read_by_dateparser(case, case.anchor)) for case in ours if case.anchor]
    both = [(case.text, case.edtf, theirs) for case, theirs in read if theirs is not None]
    assert len(both) >= _FEWEST
    assert [each for each in both if each[1] != each[2]] == []
