"""What holds for every timeline at every zoom, whatever the layout does inside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.timelines import (
    BIG_BANG,
    MIDDLE,
    YEAR,
    entry,
    entry_lists,
    labels,
    layout_of,
    measure,
    spans,
)
from timeline_app.domain.time import TimeSpan
from timeline_app.layout import (
    SCREEN,
    Area,
    DisplayList,
    Mark,
    Part,
    Pill,
    TimelineEntry,
    TimelineLayout,
    TimeScale,
    Viewport,
)
from timeline_app.layout.axis import AxisLabel, make_axis
from timeline_app.layout.scale import COARSEST, FINEST

WIDTH = 1_000.0
TALL = 20_000.0  # all lanes are in view
LETTERS = 10.0  # the height of what is written in a row
CLOSE = 400.0  # pixels: a mark so near to the edge may have its label in itself
FAR = 12_000.0  # pixels: an event this far away keeps its row, whatever changes

law = settings(deadline=None, max_examples=60)
zooms = st.floats(3.0, 5.7).map(lambda exponent: 10.0**exponent)
pans = st.floats(-3.0, 3.0).map(lambda years: years * YEAR)


@dataclass(frozen=True, slots=True)
class Shape:
    """The ink of an event's mark in a drawing."""

    id: int
    area: Area


def draw(entries: Sequence[TimelineEntry], step: float, pan: float) -> DisplayList:
    scale = TimeScale(MIDDLE + round(pan), step).panned(WIDTH / 2)
    return layout_of(entries).display_list(Viewport(scale, WIDTH, TALL))


def row_labels(shown: DisplayList) -> list[Shape]:
    """The names of events with the counts of their sources."""
    hits = [hit for hit in shown.hits if hit.part is Part.LABEL and hit.id is not None]
    return [Shape(hit.id or 0, letters(hit.area)) for hit in hits]


def letters(area: Area) -> Area:
    return area._replace(y=area.y + area.height / 2 - LETTERS / 2, height=LETTERS)


def event_shapes(shown: DisplayList) -> Iterator[Shape]:
    """The ink of marks by their event: marks and what answers for them come in the same order."""
    marks = [part for part in shown.primitives() if isinstance(part, Mark)]
    hits = [hit for hit in shown.hits if hit.part is Part.MARK and hit.id is not None]
    for mark, hit in zip(marks, hits, strict=True):
        left, right = mark.shape.ink_left, mark.shape.ink_right
        yield Shape(hit.id or 0, Area(left, mark.y - LETTERS / 2, right - left, LETTERS))


def pills(shown: DisplayList) -> list[Area]:
    return [part.area for part in shown.primitives() if isinstance(part, Pill)]


@law
@given(entry_lists(most=80), zooms, pans)
def test_no_two_labels_overlap(entries: list[TimelineEntry], step: float, pan: float) -> None:
    names = [shape.area for shape in row_labels(draw(entries, step, pan))]

    assert not any(one.meets(other) for one, other in combinations(names, 2))


@law
@given(entry_lists(most=80), zooms, pans)
def test_a_label_overlaps_no_shape_but_its_own_that_leaves_the_view(
    entries: list[TimelineEntry], step: float, pan: float
) -> None:
    shown = draw(entries, step, pan)
    shapes = list(event_shapes(shown))
    for name in row_labels(shown):
        for shape in shapes:
            is_own = shape.id == name.id and leaves_view(shape.area)
            assert is_own or not name.area.meets(shape.area)
        assert not any(name.area.meets(pill) for pill in pills(shown))


def leaves_view(area: Area) -> bool:
    return area.x < SCREEN.header_width or area.x + area.width > WIDTH - CLOSE


@law
@given(entry_lists(most=120), zooms, pans)
def test_what_lies_in_view_is_drawn_or_counted_once(
    entries: list[TimelineEntry], step: float, pan: float
) -> None:
    made = layout_of(entries)
    scale = TimeScale(MIDDLE + round(pan), step).panned(WIDTH / 2)
    shown = made.display_list(Viewport(scale, WIDTH, TALL))
    told = Counter(shape.id for shape in event_shapes(shown))
    for hit in shown.hits:
        if hit.part is Part.CLUSTER:
            told.update(hit.ids)
    for each in entries:
        place = made.place_of(each.id, scale)
        assert place is not None
        is_inside = 0 <= scale.x_of(place.instant) <= WIDTH - SCREEN.header_width
        assert told[each.id] == 1 if is_inside else told[each.id] <= 1


@law
@given(entry_lists(most=80), zooms, pans)
def test_pointing_finds_what_is_drawn(
    entries: list[TimelineEntry], step: float, pan: float
) -> None:
    shown = draw(entries, step, pan)
    for shape in event_shapes(shown):
        left = max(SCREEN.header_width, shape.area.x)
        right = min(WIDTH, shape.area.x + shape.area.width)
        if left < right:
            hit = shown.hit((left + right) / 2, shape.area.y + LETTERS / 2)
            assert hit is not None
            assert hit.id == shape.id


@law
@given(entry_lists(most=120), zooms, spans, labels)
def test_one_more_event_moves_only_what_is_near_it(
    entries: list[TimelineEntry], step: float, span: TimeSpan, label: str
) -> None:
    crowd = [replace(each, lane="") for each in entries]
    shift = 8 * YEAR + round(FAR * step)
    guests = [entry(900 + each.id, guest_span(each, shift), each.label) for each in crowd]
    view = Viewport(TimeScale(MIDDLE + shift, step).panned(WIDTH / 2), WIDTH, TALL)

    before = labels_by_event(layout_of([*crowd, *guests]), view)
    after = labels_by_event(layout_of([*crowd, *guests, entry(800, span, label)]), view)

    assert before == after


def guest_span(each: TimelineEntry, shift: int) -> TimeSpan:
    """A day as far from the others as `shift` says."""
    begin = each.span.earliest_start
    return TimeSpan.at((MIDDLE if begin is None else begin) + shift)


def labels_by_event(made: TimelineLayout, view: Viewport) -> dict[int | None, Area]:
    """Where the names of events are drawn."""
    hits = made.display_list(view).hits
    return {hit.id: hit.area for hit in hits if hit.part is Part.LABEL}


scales = st.builds(
    TimeScale,
    st.one_of(
        st.integers(BIG_BANG, MIDDLE + 1_000 * YEAR),
        st.integers(MIDDLE - 6_000 * YEAR, MIDDLE + 100 * YEAR),
    ),
    st.floats(-1.3, 15.0).map(lambda power: min(COARSEST, max(FINEST, 10.0**power))),
    st.floats(0.0, 0.999),
)


@settings(deadline=None, max_examples=500)
@given(scales, st.floats(0, 4_000))
def test_an_x_returns_from_time_within_a_pixel(scale: TimeScale, x: float) -> None:
    """Where seconds are wider than a pixel, within half a second: instants are whole seconds."""
    reach = max(1.0, 0.5 / scale.seconds_per_pixel + 1e-6)

    assert abs(scale.x_of(scale.time_at(x)) - x) <= reach


@settings(deadline=None, max_examples=500)
@given(scales, st.floats(300, 4_000), st.booleans())
def test_the_axis_is_never_blank_and_its_names_never_overlap(
    scale: TimeScale, width: float, one_strip: bool
) -> None:
    axis = make_axis(scale, 0.0, width, measure, one_strip=one_strip)
    strips = [axis.majors + axis.minors] if one_strip else [axis.majors, axis.minors]

    assert not any(overlap(strip) for strip in strips)
    assert axis.majors or axis.minors
    assert len(axis.minor_lines) or len(axis.ticks)


def overlap(names: Sequence[AxisLabel]) -> bool:
    ordered = sorted(names, key=lambda name: name.x)
    return any(a.x + a.width > b.x for a, b in pairwise(ordered))
