"""An event while it is dragged, as it is drawn over the timeline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.timelines import MIDDLE, YEAR, day, entry, layout_of, measure, spans
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.layout import (
    SCREEN,
    Area,
    Box,
    Draft,
    DraftPlace,
    Label,
    Mark,
    TextStyle,
    TimeScale,
    Viewport,
    draft_list,
)

WIDTH, HEIGHT = 900.0, 400.0
DAY = 86_400


def place_at(scale: TimeScale) -> DraftPlace:
    bands = layout_of([]).bands(WIDTH, HEIGHT)
    return DraftPlace(Viewport(scale, WIDTH, HEIGHT), bands, SCREEN, measure)


def draft_of(span: TimeSpan, label: str = "Summit") -> Draft:
    return Draft(entry(1, span, label), 200.0, "Tue 29 Oct 2024", "2024-10-29")


def test_a_draft_has_its_mark_its_label_and_its_date() -> None:
    scale = TimeScale(day(2024, 10, 1), DAY / 20)
    drawn = draft_list(draft_of(parse_edtf("2024-10-08/2024-10-13")), place_at(scale))
    primitives = list(drawn.primitives())

    (mark,) = [part for part in primitives if isinstance(part, Mark)]
    assert (mark.shape.x1, mark.shape.x2) == (110 + 7 * 20, 110 + 13 * 20)
    assert mark.y == 200.0
    texts = {part.text: part.style for part in primitives if isinstance(part, Label)}
    assert texts == {
        "Summit": TextStyle.LABEL_BOLD,
        "Tue 29 Oct 2024": TextStyle.CAPTION_BOLD,
        "2024-10-29": TextStyle.EDTF,
    }
    assert drawn.hits == ()


@given(spans, st.floats(-1.3, 15.0), st.integers(-400 * YEAR, 400 * YEAR))
def test_the_read_out_never_leaves_the_axis(span: TimeSpan, exponent: float, shift: int) -> None:
    place = place_at(TimeScale(MIDDLE + shift, 10.0**exponent))
    axis, lanes = place.bands.axis, place.bands.lanes
    row, read_out = draft_list(draft_of(span), place).layers

    assert row.clip == lanes
    for box in (part.area for part in read_out.primitives if isinstance(part, Box)):
        assert box.x >= axis.x - 1e-6
        assert box.x + box.width <= axis.x + axis.width + 2.0 + 1e-6
    for frame in (part.area for part in row.primitives if isinstance(part, Box)):
        assert Area(lanes.x, 0, lanes.width, HEIGHT).meets(frame) or frame.width <= 2.0


@pytest.mark.parametrize("edtf", ["2024-10-29", "[2024-10-29,2024-11-02]", "[..2024-10-29]"])
def test_the_label_goes_left_where_there_is_no_room(edtf: str) -> None:
    scale = TimeScale(day(2024, 9, 20), DAY / 20)
    drawn = draft_list(draft_of(parse_edtf(edtf), "m" * 30), place_at(scale))

    label = next(
        part
        for part in drawn.primitives()
        if isinstance(part, Label) and part.style is TextStyle.LABEL_BOLD
    )
    assert label.x + label.width <= WIDTH
