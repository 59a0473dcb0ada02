from hypothesis import given
from hypothesis import strategies as st

from tests.layout.timelines import BIG_BANG, DAY, MIDDLE
from timeline_app.layout.scale import COARSEST, FINEST, TimeScale

instants = st.integers(BIG_BANG, MIDDLE * 3)
steps = st.floats(FINEST, COARSEST)
places = st.floats(0, 4_000)


@given(instants, steps, places)
def test_an_x_is_where_its_instant_is(origin: int, step: float, x: float) -> None:
    scale = TimeScale(origin, step)

    assert abs(scale.x_of(scale.time_at(x)) - x) <= max(1.0, 0.5 / step)


@given(instants, st.floats(FINEST, 1e8), places)
def test_an_instant_in_view_keeps_its_second(origin: int, step: float, x: float) -> None:
    scale = TimeScale(origin, step)
    instant = scale.time_at(x)

    assert abs(scale.time_at(scale.x_of(instant)) - instant) <= 1


@given(instants, steps, places, st.floats(0.01, 100))
def test_zooming_leaves_the_pointer_where_it_was(
    origin: int, step: float, x: float, factor: float
) -> None:
    scale = TimeScale(origin, step)
    zoomed = scale.zoomed(factor, x)

    if zoomed is not scale:
        assert abs(zoomed.x_of(scale.time_at(x)) - x) <= 1 + 1 / zoomed.seconds_per_pixel


@given(instants, st.floats(FINEST, 1e12), st.floats(-3_000, 3_000))
def test_panning_there_and_back_changes_nothing(origin: int, step: float, pixels: float) -> None:
    scale = TimeScale(origin, step)
    back = scale.panned(pixels).panned(-pixels)

    assert abs(back.x_of(origin)) <= 0.01


@given(st.lists(st.floats(1.01, 3), max_size=40), st.floats(0, 1_400))
def test_zooming_in_and_out_again_returns(factors: list[float], x: float) -> None:
    start = TimeScale(MIDDLE, 3_600.0)
    scale = start
    for factor in factors:
        scale = scale.zoomed(factor, x)
    for factor in reversed(factors):
        scale = scale.zoomed(1 / factor, x)

    if scale.seconds_per_pixel == start.seconds_per_pixel or not factors:
        assert abs(scale.x_of(MIDDLE)) <= 1


def test_a_pixel_stays_between_the_finest_and_the_coarsest() -> None:
    scale = TimeScale(MIDDLE, 1.0)

    assert scale.zoomed(1e30, 0).seconds_per_pixel == FINEST
    assert scale.zoomed(1e-30, 0).seconds_per_pixel == COARSEST


def test_fitting_shows_both_ends() -> None:
    scale = TimeScale.fitting(MIDDLE, MIDDLE + 30 * DAY, 800, margin=50)

    assert abs(scale.x_of(MIDDLE) - 50) < 0.01
    assert abs(scale.x_of(MIDDLE + 30 * DAY) - 750) < 0.01
