"""Several sources together say more than each alone, or contradict each other."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.domain.span_strategies import spans
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.agreement import agree, agreement
from timeline_app.domain.time.edtf import parse_edtf, write_edtf

_WEEK = "[2024-10-21..2024-10-27]"


def _agreed(*texts: str) -> str | None:
    found = agreement([parse_edtf(text) for text in texts])
    return None if found is None else write_edtf(found)


@pytest.mark.parametrize(
    ("told", "agreed"),
    [
        ((_WEEK, "2024-10-22"), "2024-10-22"),
        ((_WEEK, "2024-10-22", "2024-10"), "2024-10-22"),
        ((_WEEK, "2024-10-22/2024-10-24"), "2024-10-22/2024-10-24"),
        (("2024-10", "2024"), "2024-10"),
        (("[..2024-10-29]", _WEEK), _WEEK),
        (("[..2024-10-29]", "[2024-10-25..]"), "[2024-10-25..2024-10-29]"),
        (("2024-10-22/2024-10-24", "2024-10-23"), "2024-10-22/2024-10-24"),
        (("2024-10-22~", "2024-10-23"), "2024-10-23"),
        (("2024-10-22", "2024-10-22T14:30"), "2024-10-22T14:30"),
        (("[2024-10-22,2024-10-29]", "2024-10-29"), "2024-10-29"),
        (("2024-10-22?", "2024-10-22"), "2024-10-22"),
    ],
)
def test_sources_that_agree_narrow_a_date(told: tuple[str, ...], agreed: str) -> None:
    assert _agreed(*told) == agreed


@pytest.mark.parametrize(
    "told",
    [
        ("2024-10-22", "2024-10-23"),
        (_WEEK, "2024-10-28"),
        ("[..2024-10-29]", "[2024-10-30..]"),
        ("2024-10-22/2024-10-24", "2024-10-24/2024-10-26"),
    ],
)
def test_sources_can_disagree(told: tuple[str, ...]) -> None:
    assert _agreed(*told) is None


def test_nothing_is_agreed_where_nothing_is_said() -> None:
    with pytest.raises(ValueError, match="nothing"):
        agreement([])


@given(spans, spans)
def test_the_order_of_sources_decides_nothing(one: TimeSpan, other: TimeSpan) -> None:
    assert agree(one, other) is agree(other, one)


@given(spans)
def test_a_source_agrees_with_itself(span: TimeSpan) -> None:
    assert agreement([span, span]) == span
