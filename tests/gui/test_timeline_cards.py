"""Where a card goes, and what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout import Area
from timeline_app.ui.timeline.card_place import card_area

ROOM = Area(0, 0, 1_000, 600)
SIZE = (340.0, 150.0)


@pytest.mark.parametrize(
    ("beside", "x", "expected"),
    [
        (Area(100, 100, 50, 20), 120, (136, 126)),
        (Area(100, 500, 50, 20), 120, (136, 344)),
        (Area(900, 100, 50, 20), 920, (660, 126)),
        (Area(100, 20, 50, 570), 120, (136, 20)),
        (Area(900, 20, 50, 570), 920, (564, 20)),
    ],
)
def test_a_card_goes_below_or_above_or_to_the_side(
    beside: Area, x: float, expected: tuple[float, float]
) -> None:
    area = card_area(SIZE, beside, ROOM, x)

    assert (area.x, area.y) == expected


@given(st.floats(0, 999), st.floats(0, 580), st.floats(1, 20), st.floats(0, 1), st.floats(0, 1))
def test_a_card_is_never_under_the_pointer_nor_outside_the_window(
    x: float, y: float, height: float, across: float, down: float
) -> None:
    beside = Area(x, y, 1_000 - x, height)
    pointer = x + across * beside.width * 0.999, y + down * height * 0.999
    area = card_area(SIZE, beside, ROOM, pointer[0])

    assert not area.contains(*pointer)
    assert area.x >= ROOM.x
    assert area.x + area.width <= ROOM.x + ROOM.width
    assert area.y >= ROOM.y
    assert area.y + area.height <= ROOM.y + ROOM.height
