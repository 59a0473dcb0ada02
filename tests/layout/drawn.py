"""What a drawing shows of the events, for tests of its laws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.layout.timelines import measure
from timeline_app.layout import (
    SCREEN,
    Area,
    DisplayList,
    Part,
    Pill,
    TimelineEntry,
    TimelineLayout,
    TimeScale,
    Viewport,
    make_lanes,
)

WIDTH, HEIGHT = 1_000.0, 4_000.0
IN_BLOCKS = replace(SCREEN, most_at_once=4)  # even a lane of a few events is packed in blocks


def in_blocks(entries: Sequence[TimelineEntry]) -> TimelineLayout:
    return TimelineLayout(entries, make_lanes(entries), measure, IN_BLOCKS)


def drawing(layout: TimelineLayout, scale: TimeScale) -> DisplayList:
    return layout.display_list(Viewport(scale, WIDTH, HEIGHT))


def drawn_ids(shown: DisplayList) -> list[int]:
    """The events that have a mark of their own."""
    return [hit.id for hit in shown.hits if hit.part is Part.MARK and hit.id is not None]


def counted_ids(shown: DisplayList) -> list[int]:
    """The events that are counted, as often as they are."""
    return [i for hit in shown.hits if hit.part is Part.CLUSTER for i in hit.ids]


def rows_of(shown: DisplayList) -> dict[int, float]:
    """The height at which each event is drawn."""
    return {
        hit.id: hit.area.y for hit in shown.hits if hit.part is Part.MARK and hit.id is not None
    }


def wholes(shown: DisplayList) -> list[Area]:
    """From the first to the last pixel of each event with its label, and of each pill."""
    assert shown.targets is not None
    at = shown.targets
    areas = []
    for y, *reach in zip(at.ys, at.left, at.right, at.label_left, at.label_right, strict=True):
        left, right, begin, end = (float(x) for x in reach)
        left, right = left + 4.0, right - 4.0  # a mark answers a little beside its ink too
        if begin < end:
            left, right = min(left, begin), max(right, end)
        areas.append(Area(left, float(y), right - left, 1.0))
    for part in shown.primitives():
        if isinstance(part, Pill):
            middle = part.area.y + part.area.height / 2
            areas.append(part.area._replace(y=middle, height=1.0))
    return areas
