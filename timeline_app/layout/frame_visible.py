"""What can be seen of a timeline: decided for all entries at once, in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from timeline_app.layout.blocks import Block, LevelBlocks
from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.frame import Frame
from timeline_app.layout.marks import ONGOING_LENGTH
from timeline_app.layout.packing import Rows
from timeline_app.layout.placing import Flags, MarkPlaces
from timeline_app.layout.scale import Pixels
from timeline_app.layout.text import TextStyle

_T = TypeVar("_T", bound=np.generic)

PIN_GAP = 14.0  # between the view's edge and a label that is kept inside
_SIGN = ONGOING_LENGTH + 10.0  # the farthest that a mark reaches beyond its instants


@dataclass(frozen=True, slots=True)
class Visible:
    """The entries whose marks can be seen, in pixels of the drawing.

    `ys` are the middles of their rows; `label_x` is where a label begins, `label_width` is its
    width with the count of its sources, both without meaning where `shows_label` is False.
    `number_width` is the room for a number before the mark, or after it where `number_follows`.
    `is_marked` are selected or current.
    """

    slots: Slots
    places: MarkPlaces
    ys: Pixels
    shows_label: Flags
    label_x: Pixels
    label_width: Pixels
    number_width: Pixels
    number_follows: Flags
    is_marked: Flags


@dataclass(frozen=True, slots=True)
class LaneView:
    """A lane that can be seen, where it begins in the drawing, and its blocks in view."""

    lane: int
    top: float
    blocks: tuple[Block, ...]


def lanes_in_view(frame: Frame, level: LevelBlocks, tops: Sequence[float]) -> list[LaneView]:
    """The lanes that the scroll position leaves in view."""
    scale, area, scroll = frame.viewport.scale, frame.bands.lanes, frame.viewport.scroll
    begin, end = scale.time_at(-_SIGN), scale.time_at(area.width + _SIGN)
    return [
        LaneView(
            lane, area.y + tops[lane] - scroll, tuple(level.near(lane, begin, end, frame.may_pack))
        )
        for lane in range(len(tops) - 1)
        if tops[lane + 1] > scroll and tops[lane] < scroll + area.height
    ]


def visible_entries(frame: Frame, columns: EntryColumns, lanes: Sequence[LaneView]) -> Visible:
    """The entries that have a row and show something of their marks."""
    rows = [(view, block.rows) for view in lanes for block in view.blocks if len(block.rows.slots)]
    slots = _joined([packed.slots for _, packed in rows], np.int64)
    scale = frame.viewport.scale
    places = columns.places(slots, np.int64(scale.origin), scale.seconds_per_pixel)
    shift = frame.left - scale.fraction / scale.seconds_per_pixel
    places = MarkPlaces(*(column + shift for column in places))
    ys = _joined([_row_middles(frame, view.top, packed.row) for view, packed in rows], np.float64)
    shows = _joined([packed.shows_label for _, packed in rows], np.bool_)
    is_left = _joined([packed.label_is_left for _, packed in rows], np.bool_)
    area, half = frame.bands.lanes, frame.metrics.row_height
    seen = np.flatnonzero(
        (places.right > frame.left)
        & (places.left < frame.right)
        & (ys > area.y - half)
        & (ys < area.y + area.height + half)
    )
    places = MarkPlaces(*(column[seen] for column in places))
    return _with_labels(frame, columns, slots[seen], places, ys[seen], shows[seen], is_left[seen])


def _with_labels(
    frame: Frame,
    columns: EntryColumns,
    slots: Slots,
    places: MarkPlaces,
    ys: Pixels,
    shows: Flags,
    is_left: Flags,
) -> Visible:
    marked = _marked(frame, columns, slots)
    shows = shows | marked
    width = np.zeros(len(slots))
    labelled = np.flatnonzero(shows)
    width[labelled] = columns.label_widths(slots[labelled])
    for place in np.flatnonzero(marked).tolist():
        text = columns.text(int(slots[place]))
        bold = frame.measure(text, TextStyle.LABEL_BOLD)
        width[place] += bold - frame.measure(text, TextStyle.LABEL)
    numbers = columns.number_widths(slots)
    follows = places.left - numbers < frame.left
    x = _label_x(frame, places, width, is_left, numbers, follows)
    return Visible(slots, places, ys, shows, x, width, numbers, follows, marked)


def _label_x(
    frame: Frame,
    places: MarkPlaces,
    width: Pixels,
    is_left: Flags,
    numbers: Pixels,
    number_follows: Flags,
) -> Pixels:
    """Beside the mark; one that leaves the view keeps its label inside, if it is that long."""
    gap, left, right = frame.metrics.label_gap, places.left, places.right
    before = left - numbers - gap - width
    seen = np.minimum(right, frame.right) - np.maximum(left, frame.left)
    has_room = seen > width + 2 * PIN_GAP
    is_cut_left = (left < frame.left) & (before < frame.left) & has_room
    before = np.where(is_cut_left, frame.left + PIN_GAP, before)
    after = right + gap + np.where(number_follows, numbers, 0.0)
    leaves = (after + width > frame.right) & has_room
    after = np.where(leaves, frame.right - PIN_GAP - width, after)
    result: Pixels = np.where(is_left, before, after)
    return result


def _marked(frame: Frame, columns: EntryColumns, slots: Slots) -> Flags:
    """Which entries are selected or current."""
    selected, current = frame.marking.selected, frame.marking.current
    result = np.zeros(len(slots), dtype=np.bool_)
    if selected:
        result |= columns.are_among(selected)[slots]
    if current is not None:
        result |= columns.arrays.id[slots] == current
    return result


def _row_middles(frame: Frame, top: float, row: Rows) -> Pixels:
    metrics = frame.metrics
    result: Pixels = (
        top + metrics.lane_padding + (row.astype(np.float64) + 0.5) * metrics.row_height
    )
    return result


def _joined(parts: Sequence[npt.NDArray[_T]], kind: type[_T]) -> npt.NDArray[_T]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=kind)
