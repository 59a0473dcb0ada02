"""What time expressions mean, case by case: see cases.txt beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from timeline_app.domain import TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.extraction.expressions import recognise, resolve

_NO_DATE = "none"


class Case(NamedTuple):
    """A sentence, the place of its time expression (None: there is none), and what it means."""

    anchor: CivilDate | None
    text: str
    place: TextRange | None
    edtf: str


def _read_cases() -> list[Case]:
    lines = Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines()
    return [_read_case(line) for line in lines if line and not line.startswith("#")]


def _read_case(line: str) -> Case:
    date, marked, edtf = (part.strip() for part in line.split(" | "))
    anchor = None if date == "-" else CivilDate(*(int(part) for part in date.split("-")))
    start, end = marked.find("["), marked.find("]")
    place = TextRange(start, end - 1) if start >= 0 else None
    return Case(anchor, marked.replace("[", "").replace("]", ""), place, edtf)


_CASES = _read_cases()


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.text} {case.edtf}")
def test_a_time_expression_has_its_extent_and_its_meaning(case: Case) -> None:
    found = recognise(case.text, [TextRange(0, len(case.text))])
    if case.place is None:
        assert [expression.range.cut(case.text) for expression in found] == []
        return
    by_range = {each.expression.range: each for each in resolve(case.text, found, case.anchor)}
    assert case.place in by_range, [each.cut(case.text) for each in by_range]
    readings = by_range[case.place].readings
    assert (write_edtf(readings[0].span) if readings else _NO_DATE) == case.edtf


def test_there_are_many_cases() -> None:
    assert len(_CASES) >= 1000
