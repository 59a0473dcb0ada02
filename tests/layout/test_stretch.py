"""A view that is cut from a wider stretch is the one that would be drawn by itself."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.drawn import WIDTH, in_blocks
from tests.layout.timelines import DAY, MIDDLE, YEAR, entry, entry_lists, layout_of
from timeline_app.domain.time import TimeSpan
from timeline_app.layout import (
    Box,
    DisplayList,
    Label,
    Mark,
    Marking,
    Part,
    Pill,
    Primitive,
    Stroke,
    TimelineEntry,
    TimelineLayout,
    TimeScale,
    Viewport,
)

HEIGHT = 4_000.0
MARGIN = 448.0
OFF_HALVES = 0.10371  # pixels: places are often tenths, and an error of rounding would tip a half
law = settings(deadline=None, max_examples=60)
zooms = st.floats(3.0, 5.7).map(lambda exponent: 10.0**exponent)
pixels = st.integers(-int(MARGIN), int(MARGIN))


def view_of(step: float) -> Viewport:
    return Viewport(TimeScale(MIDDLE, step).panned(WIDTH / 2), WIDTH, HEIGHT)


def panned(made: TimelineLayout, view: Viewport, dx: int, marking: Marking) -> DisplayList:
    assert made.widen(view, marking, MARGIN)
    return made.display_list(moved(view, dx), marking)


def moved(view: Viewport, dx: int) -> Viewport:
    return Viewport(view.scale.panned(dx), view.width, view.height, view.scroll)


def answering(shown: DisplayList) -> Counter[tuple[object, ...]]:
    """Where events and groups answer to the pointer, to the pixel."""
    return Counter(
        (hit.part, hit.id, *(round(each + OFF_HALVES) for each in hit.area[:3]))
        for hit in shown.hits
        if hit.part in (Part.MARK, Part.LABEL, Part.CLUSTER)
    )


def counted(shown: DisplayList) -> Counter[int]:
    return Counter(i for hit in shown.hits if hit.part is Part.CLUSTER for i in hit.ids)


def ends(part: Primitive) -> tuple[float, float]:
    match part:
        case Mark():
            return part.shape.x1, part.shape.x2
        case Stroke():
            return part.x1, part.x2
        case Label():
            return part.x, part.x + part.width
        case Box() | Pill():
            return part.area.x, part.area.x + part.area.width


@law
@given(entry_lists(most=120), zooms, pixels, st.integers(0, 20))
def test_a_panned_view_is_the_one_that_would_be_drawn_anew(
    entries: list[TimelineEntry], step: float, dx: int, current: int
) -> None:
    view, marking = view_of(step), Marking(current=current, plate="now", hovered=1)
    cut = panned(layout_of(entries), view, dx, marking)
    anew = layout_of(entries).display_list(moved(view, dx), marking)

    assert cut.told == anew.told
    assert counted(cut) == counted(anew)
    assert answering(cut) == answering(anew)


@law
@given(entry_lists(most=120), zooms, pixels)
def test_so_it_is_where_lanes_are_packed_in_blocks(
    entries: list[TimelineEntry], step: float, dx: int
) -> None:
    cut = panned(in_blocks(entries), view_of(step), dx, Marking())
    anew = in_blocks(entries).display_list(moved(view_of(step), dx), Marking())

    assert cut.told == anew.told
    assert counted(cut) == counted(anew)
    assert answering(cut) == answering(anew)


def test_what_has_changed_since_is_shown() -> None:
    made, view = layout_of([entry(1, TimeSpan.at(MIDDLE), "Before")]), view_of(3_600.0)
    made.widen(view, Marking(), MARGIN)
    made.put(entry(1, TimeSpan.at(MIDDLE), "After"))

    texts = [part.text for part in made.display_list(view).primitives() if isinstance(part, Label)]

    assert "After" in texts
    assert "Before" not in texts


def test_a_stretch_serves_as_long_as_the_view_does_not_come_near_its_ends() -> None:
    made, view = layout_of([entry(1, TimeSpan.at(MIDDLE))]), view_of(3_600.0)

    assert made.widen(view, Marking(), MARGIN)
    assert not made.widen(moved(view, 100), Marking(), MARGIN)
    assert made.widen(moved(view, 300), Marking(), MARGIN)
    assert made.widen(moved(view, 300), Marking(current=1), MARGIN)


def test_what_goes_on_beyond_the_edge_has_a_head_there() -> None:
    long = entry(1, TimeSpan.within(MIDDLE - YEAR, MIDDLE + YEAR), "A long time")
    shown = layout_of([long]).display_list(view_of(float(DAY) / 4), Marking())
    heads = [part for part in shown.primitives() if isinstance(part, Stroke) and part.width == 1.75]

    assert {round(min(ends(head))) for head in heads} == {111, round(WIDTH) - 6}
