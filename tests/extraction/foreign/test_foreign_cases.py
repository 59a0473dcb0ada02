"""What time expressions of seven languages mean, case by case: see the tables in `cases`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from timeline_app.domain import TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.extraction.expressions import resolve
from timeline_app.extraction.expressions.foreign.lexicon import LANGUAGES
from timeline_app.extraction.expressions.foreign.recognition import recognise_foreign

_NO_DATE = "none"
_FEWEST = 40  # cases of each language


class Case(NamedTuple):
    """A sentence, the place of its time expression (None: there is none), and what it means."""

    language: str
    anchor: CivilDate | None
    text: str
    place: TextRange | None
    edtf: str


def _read_cases() -> list[Case]:
    return [
        _read_case(table.stem, line)
        for table in sorted(Path(__file__).with_name("cases").glob("*.txt"))
        for line in table.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def _read_case(language: str, line: str) -> Case:
    date, marked, edtf = (part.strip() for part in line.split(" | "))
    anchor = None if date == "-" else CivilDate(*(int(part) for part in date.split("-")))
    start, end = marked.find("["), marked.find("]")
    place = TextRange(start, end - 1) if start >= 0 else None
    return Case(language, anchor, marked.replace("[", "").replace("]", ""), place, edtf)


CASES = _read_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language} {case.text}")
def test_a_time_expression_has_its_extent_and_its_meaning(case: Case) -> None:
    found = recognise_foreign(case.text, [TextRange(0, len(case.text))], case.language)
    if case.place is None:
        assert [expression.range.cut(case.text) for expression in found] == []
        return
    by_range = {each.expression.range: each for each in resolve(case.text, found, case.anchor)}
    assert list(by_range) == [case.place], [each.cut(case.text) for each in by_range]
    readings = by_range[case.place].readings
    assert (write_edtf(readings[0].span) if readings else _NO_DATE) == case.edtf


def test_every_language_has_many_cases() -> None:
    counts = Counter(case.language for case in CASES)
    assert set(counts) == set(LANGUAGES)
    assert min(counts.values()) >= _FEWEST
