from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.timelines import BIG_BANG, MIDDLE, YEAR, day, measure
from timeline_app.layout.axis import Axis, AxisLabel, make_axis, tick_step
from timeline_app.layout.scale import TimeScale

WIDTH = 900.0
exponents = st.floats(-1.3, 15.0)


def axis_at(step: float, at: int = MIDDLE, *, one_strip: bool = False) -> Axis:
    scale = TimeScale(at, step).panned(WIDTH / 2)
    return make_axis(scale, 0.0, WIDTH, measure, one_strip=one_strip)


def overlaps(labels: Sequence[AxisLabel]) -> bool:
    ordered = sorted(labels, key=lambda label: label.x)
    return any(one.x + one.width > other.x for one, other in pairwise(ordered))


@given(exponents, st.integers(-400 * YEAR, 60 * YEAR))
def test_names_never_overlap_and_the_axis_is_never_blank(exponent: float, shift: int) -> None:
    axis = axis_at(10.0**exponent, MIDDLE + shift)

    assert not overlaps(axis.majors)
    assert not overlaps(axis.minors)
    assert axis.majors or axis.minors
    assert len(axis.ticks) or len(axis.minor_lines)


@given(exponents, st.integers(-400 * YEAR, 60 * YEAR))
def test_one_strip_holds_both_kinds_of_names(exponent: float, shift: int) -> None:
    axis = axis_at(10.0**exponent, MIDDLE + shift, one_strip=True)

    assert not overlaps(axis.majors + axis.minors)
    assert axis.majors or axis.minors


@given(exponents)
def test_ticks_stand_apart(exponent: float) -> None:
    ticks = axis_at(10.0**exponent).ticks

    assert all(b - a >= 5.5 for a, b in pairwise(ticks))


@given(st.floats(8, 15))
def test_deep_time_has_names_too(exponent: float) -> None:
    axis = axis_at(10.0**exponent, BIG_BANG // 3)

    assert axis.majors or axis.minors


@pytest.mark.parametrize(
    ("pixels_per_day", "level", "major", "minor"),
    [
        (20_000, "Minutes", "Tue 29 Oct 2024", "00:05"),
        (500, "Hours", "Tue 29 Oct 2024", "06:00"),
        (100, "Days", "October 2024", "We 30"),
        (45, "Days", "October 2024", "30"),
        (14, "Weeks", "October 2024", "28"),
        (3, "Months", "2024", "November"),
        (1, "Months", "2024", "Oct"),
        (0.5, "Years", "2024", "Jul"),
        (0.2, "Years", "2020s", "2025"),
        (0.01, "Decades", "21st century", "2040"),
        (0.001, "Centuries", "3rd millennium", "2400"),
    ],
)
def test_each_zoom_level_has_its_words(
    pixels_per_day: float, level: str, major: str, minor: str
) -> None:
    axis = axis_at(86_400 / pixels_per_day)

    assert axis.level == level
    assert major in [label.text for label in axis.majors]
    assert minor in [label.text for label in axis.minors]


def test_years_before_our_era_are_round() -> None:
    axis = axis_at(YEAR / 1.5, day(-400, 1, 1))

    names = [label.text for label in axis.minors]
    assert "500 BCE" in names
    assert all(name.endswith("BCE") for name in names)


def test_ages_count_back_from_now() -> None:
    axis = axis_at(YEAR * 5e6, BIG_BANG // 3)

    assert "4.5 Ga" in [label.text for label in axis.minors]
    assert "5 – 4 Ga" in [label.text for label in axis.majors]


def test_a_name_sticks_to_the_left_edge() -> None:
    scale = TimeScale(day(2024, 10, 10), 86_400 / 14)

    assert make_axis(scale, 0.0, WIDTH, measure).majors[0].text == "October 2024"
    assert make_axis(scale, 0.0, WIDTH, measure).majors[0].x == 7.0


def test_a_name_that_has_no_room_left_is_not_squeezed_in() -> None:
    scale = TimeScale(day(2024, 10, 29), 86_400 / 14)

    assert make_axis(scale, 0.0, WIDTH, measure).majors[0].text == "November 2024"


@given(exponents, st.integers(-400 * YEAR, 60 * YEAR))
def test_what_snaps_goes_to_a_tick_that_is_shown(exponent: float, shift: int) -> None:
    scale = TimeScale(MIDDLE + shift, 10.0**exponent)
    step = tick_step(scale, measure)
    at = scale.time_at(WIDTH / 2)
    snapped = step.nearest(at)

    assert step.nearest(snapped) == snapped
    assert abs(snapped - at) <= step.seconds * 0.55 + 1


@pytest.mark.parametrize("exponent", [8.7, 9.7, 10.7, 12.7, 14.7])
def test_long_times_have_ticks_between_their_names(exponent: float) -> None:
    axis = axis_at(10.0**exponent)

    assert len(axis.ticks) >= 2 * len(axis.minor_lines)
