from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.layout.timelines import YEAR, measure
from timeline_app.layout import Era, TextStyle, TimeScale
from timeline_app.layout.eras import ERA_PADDING, EraBands

_years = st.integers(-3000, 2000)
eras = st.builds(
    lambda title, begin, length: Era(title, begin * YEAR, (begin + length) * YEAR),
    st.text("abc", min_size=1, max_size=20),
    _years,
    st.integers(1, 900),
)


def era(title: str, begin: int, end: int) -> Era:
    return Era(title, begin * YEAR, end * YEAR)


SOVIET = era("Soviet era", 1922, 1992)
PARTS = (
    era("Interwar", 1918, 1939),
    era("World War II", 1939, 1946),
    era("Cold War", 1947, 1992),
)


def shown(pixels_per_year: float) -> list[str]:
    bands = EraBands((SOVIET, *PARTS), measure)
    return [each.title for each in bands.at(TimeScale(0, YEAR / pixels_per_year))]


def test_what_has_no_room_for_its_name_is_left_out() -> None:
    assert shown(0.1) == []
    assert shown(1.5) == ["Soviet era"]


def test_parts_take_the_place_of_the_whole_when_they_have_room() -> None:
    assert shown(20.0) == ["Interwar", "World War II", "Cold War"]


def test_what_weighs_more_goes_before_what_is_a_little_wider() -> None:
    local = era("Local era", 1945, 1994)
    bands = EraBands((local, replace(PARTS[2], weight=3.0)), measure)

    assert [each.title for each in bands.at(TimeScale(0, YEAR / 20))] == ["Cold War"]


@given(st.lists(eras, max_size=40), st.floats(0.001, 10_000))
def test_eras_never_overlap_and_all_have_room(found: list[Era], pixels_per_year: float) -> None:
    scale = TimeScale(0, YEAR / pixels_per_year)
    chosen = EraBands(found, measure).at(scale)

    for before, after in pairwise(chosen):
        assert before.end <= after.begin
        assert before.is_tinted != after.is_tinted
    for each in chosen:
        least = measure(each.title, TextStyle.CAPTION_BOLD) + ERA_PADDING
        assert (each.end - each.begin) / scale.seconds_per_pixel >= least * 0.999
