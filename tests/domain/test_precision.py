"""Granules of the calendar."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.domain.span_strategies import instants, precisions
from timeline_app.domain.time import Precision
from timeline_app.domain.time.calendar import civil_time, instant_at
from timeline_app.domain.time.precision import (
    common_precision,
    granule_end,
    granule_start,
    step_granules,
)


@given(instants, precisions)
def test_granules_tile_the_time(instant: int, precision: Precision) -> None:
    start, end = granule_start(instant, precision), granule_end(instant, precision)
    assert start <= instant < end
    assert granule_start(start, precision) == start
    assert granule_start(end - 1, precision) == start
    assert granule_start(end, precision) == end
    assert step_granules(end, precision, -1) == start


@pytest.mark.parametrize(
    ("precision", "start", "end"),
    [
        (Precision.HOUR, (2024, 2, 29, 21), (2024, 2, 29, 22)),
        (Precision.DAY, (2024, 2, 29), (2024, 3, 1)),
        (Precision.MONTH, (2024, 2, 1), (2024, 3, 1)),
        (Precision.QUARTER, (2024, 1, 1), (2024, 4, 1)),
        (Precision.SEASON, (2023, 12, 1), (2024, 3, 1)),
        (Precision.HALF, (2024, 1, 1), (2024, 7, 1)),
        (Precision.YEAR, (2024, 1, 1), (2025, 1, 1)),
        (Precision.DECADE, (2020, 1, 1), (2030, 1, 1)),
        (Precision.CENTURY, (2000, 1, 1), (2100, 1, 1)),
        (Precision.MILLENNIUM, (2000, 1, 1), (3000, 1, 1)),
    ],
)
def test_the_granule_of_a_leap_day(
    precision: Precision, start: tuple[int, ...], end: tuple[int, ...]
) -> None:
    moment = instant_at(2024, 2, 29, 21, 30)
    assert civil_time(granule_start(moment, precision))[: len(start)] == start
    assert civil_time(granule_end(moment, precision))[: len(end)] == end


def test_mixed_precisions_are_told_in_the_finest() -> None:
    assert common_precision([Precision.YEAR, Precision.DAY]) is Precision.DAY
    assert common_precision([Precision.SEASON, Precision.SEASON]) is Precision.SEASON
    assert common_precision([Precision.SEASON, Precision.DAY]) is Precision.DAY


@pytest.mark.parametrize("other", [Precision.QUARTER, Precision.HALF, Precision.YEAR])
def test_seasons_mix_with_longer_units_in_months(other: Precision) -> None:
    assert common_precision([Precision.SEASON, other]) is Precision.MONTH
