"""An event while it is dragged: its mark where it would be, and its date on the axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.layout.display_list import DisplayList, Layer
from timeline_app.layout.entry import TimelineEntry
from timeline_app.layout.frame import Bands, Primitives, Viewport
from timeline_app.layout.frame_axis import DROP_DASH, PLATE_Y
from timeline_app.layout.marks import MarkShape, mark_bounds, place_mark
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.primitives import Area, Box, Label, Mark, Stroke
from timeline_app.layout.text import Measure, TextStyle, elide

_FRAME_PAD = 6.0
_PLATE_HEIGHT, _PLATE_PAD, _PLATE_GAP = 20.0, 8.0, 10.0


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as it would be if it were let go of now.

    `y` is the middle of its row in the drawing, in pixels; `words` and `edtf` tell its date.
    """

    entry: TimelineEntry
    y: float
    words: str
    edtf: str


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Where a draft is drawn: the viewport with its bands, and how texts are measured."""

    viewport: Viewport
    bands: Bands
    metrics: Metrics
    measure: Measure


def draft_list(draft: Draft, place: DraftPlace, companions: Sequence[Draft] = ()) -> DisplayList:
    """What is painted over the timeline while an event is dragged; it answers to no pointer.

    `companions` go along with it: only its own date is told on the axis.
    """
    viewport = place.viewport
    whole = Area(0.0, 0.0, viewport.width, viewport.height)
    shape = _shape(draft.entry, place)
    if shape is None:
        return DisplayList(viewport.width, viewport.height, ())
    rows: Primitives = []
    for each in companions:
        other = _shape(each.entry, place)
        rows += _row(each, other, place) if other is not None else []
    layers = (
        Layer(place.bands.lanes, (*rows, *_row(draft, shape, place))),
        Layer(whole, tuple(_read_out(draft, shape, place))),
    )
    return DisplayList(viewport.width, viewport.height, layers)


def _shape(entry: TimelineEntry, place: DraftPlace) -> MarkShape | None:
    bounds, look = mark_bounds(entry.span, entry.reported_at), entry.look
    if bounds is None or look is None:
        return None
    left, scale = place.bands.lanes.x, place.viewport.scale
    x1, x2, c1, c2 = (
        left + scale.x_of(instant) for instant in (bounds.x1, bounds.x2, bounds.c1, bounds.c2)
    )
    return place_mark(look, x1, x2, c1, c2)


def _row(draft: Draft, shape: MarkShape, place: DraftPlace) -> Primitives:
    lanes, metrics, y = place.bands.lanes, place.metrics, draft.y
    text = elide(draft.entry.label, metrics.max_label, TextStyle.LABEL_BOLD, place.measure)
    width = place.measure(text, TextStyle.LABEL_BOLD)
    x = shape.ink_right + metrics.label_gap
    if x + width > lanes.x + lanes.width:
        x = max(lanes.x + _FRAME_PAD, shape.ink_left - metrics.label_gap - width)
    left, right = min(shape.ink_left, x), max(shape.ink_right, x + width)
    half = metrics.row_height / 2 - 0.5
    window = (lanes.x, lanes.x + lanes.width)
    left, right = max(left - _FRAME_PAD, window[0]), min(right + _FRAME_PAD, window[1])
    frame = Area(left, y - half, max(2.0, right - left), 2 * half)
    ends = sorted({round(shape.x1) + 0.5, round(shape.x2) + 0.5})
    return [
        *(
            Stroke(end, lanes.y, end, y - half, "accent", 1.25, DROP_DASH)
            for end in ends
            if window[0] <= end <= window[1]
        ),
        Box(frame, fill="selected", outline="accent", line_width=1.75, radius=4.0),
        Label(x, y, text, width, TextStyle.LABEL_BOLD),
        Mark(shape, y, draft.entry.tone, metrics.bar_height, window),
    ]


def _read_out(draft: Draft, shape: MarkShape, place: DraftPlace) -> Primitives:
    """The plate on the axis: the date in words and as EDTF, over the stretch it stands for."""
    axis, measure = place.bands.axis, place.measure
    words = measure(draft.words, TextStyle.CAPTION_BOLD)
    edtf = measure(draft.edtf, TextStyle.EDTF)
    width = words + edtf + 2 * _PLATE_PAD + _PLATE_GAP
    x = (shape.x1 + shape.x2) / 2 - width / 2
    x = max(axis.x, min(x, axis.x + axis.width - width))
    y, beside = axis.y + PLATE_Y, x + _PLATE_PAD + words + _PLATE_GAP
    foot = max(axis.x, min(shape.x1, axis.x + axis.width))
    foot_end = max(foot + 2.0, min(shape.x2, axis.x + axis.width))
    return [
        Box(Area(x, y - _PLATE_HEIGHT / 2, width, _PLATE_HEIGHT), fill="accent", radius=3.0),
        Label(x + _PLATE_PAD, y, draft.words, words, TextStyle.CAPTION_BOLD, "on_accent"),
        Label(beside, y, draft.edtf, edtf, TextStyle.EDTF, "on_accent"),
        Box(Area(foot, axis.y + axis.height - 3.0, foot_end - foot, 3.0), fill="accent"),
    ]
