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
from timeline_app.layout.primitives import Area
from timeline_app.layout.scale import Pixels

_T = TypeVar("_T", bound=np.generic)

PIN_GAP = 14.0  # between the view's edge and a label that is kept inside
_SIGN = ONGOING_LENGTH + 10.0  # the farthest that a mark reaches beyond its instants


@dataclass(frozen=True, slots=True)
class Visible:
    """The entries of which something can be seen, in pixels of the drawing.

    `ys` are the middles of their rows; `label_x` is where a label begins, `label_width` is its
    width with the count of its sources, both without meaning where `shows_label` is False.
    `is_left` tells on which side it stands, `stays` that it may stay in view when its mark leaves.
    `number_width` is the room for a number before the mark, or after it where `number_follows`.
    """

    slots: Slots
    places: MarkPlaces
    ys: Pixels
    shows_label: Flags
    is_left: Flags
    stays: Flags
    label_x: Pixels
    label_width: Pixels
    number_width: Pixels
    number_follows: Flags

    @property
    def left(self) -> Pixels:
        """Where marks or their labels begin."""
        return np.where(self.shows_label & self.is_left, self.label_x, self.places.left)

    @property
    def right(self) -> Pixels:
        """Where marks or their labels end."""
        is_right = self.shows_label & ~self.is_left
        return np.where(is_right, self.label_x + self.label_width, self.places.right)

    def those(self, chosen: Flags | Slots, shift: float = 0.0) -> Visible:
        """Some of them, moved right."""
        return Visible(
            self.slots[chosen],
            MarkPlaces(*(column[chosen] + shift for column in self.places)),
            self.ys[chosen],
            self.shows_label[chosen],
            self.is_left[chosen],
            self.stays[chosen],
            self.label_x[chosen] + shift,
            self.label_width[chosen],
            self.number_width[chosen],
            self.number_follows[chosen],
        )


@dataclass(frozen=True, slots=True)
class LaneView:
    """A lane that can be seen, where it begins in the drawing, and its blocks in view."""

    lane: int
    top: float
    blocks: tuple[Block, ...]


def lanes_in_view(frame: Frame, level: LevelBlocks, tops: Sequence[float]) -> list[LaneView]:
    """The lanes that the scroll position leaves in view."""
    scale, area, scroll = frame.viewport.scale, frame.bands.lanes, frame.viewport.scroll
    begin, end = scale.time_at(0.0), scale.time_at(area.width)
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
    seen = _in_view(frame, places, ys)
    places = MarkPlaces(*(column[seen] for column in places))
    return _with_labels(frame, columns, slots[seen], places, ys[seen], shows[seen], is_left[seen])


def _is_seen(visible: Visible, frame: Frame, shift: float) -> Flags:
    """Which marks have a part in a view: no label stands without its mark."""
    left, right = frame.left - shift, frame.right - shift
    result: Flags = (visible.places.right > left) & (visible.places.left < right)
    return result


def stray_labels(visible: Visible, frame: Frame, shift: float) -> list[Area]:
    """Where labels reach into a view whose marks are outside."""
    left, right, reach = frame.left - shift, frame.right - shift, frame.metrics.label_gap
    begins, ends = visible.label_x, visible.label_x + visible.label_width
    is_out = (visible.places.right <= left) | (visible.places.left >= right)
    reaches = (ends + reach > left) & (begins - reach < right)
    found = np.flatnonzero(is_out & reaches & visible.shows_label & ~visible.stays)
    height = frame.metrics.row_height
    areas = []
    rows = zip(
        begins[found].tolist(), ends[found].tolist(), visible.ys[found].tolist(), strict=True
    )
    for begin, end, y in rows:
        x = max(frame.left, begin + shift - reach)
        width = min(frame.right, end + shift + reach) - x
        areas.append(Area(x, y - height / 2, width, height - 1.0))
    return areas


def _in_view(frame: Frame, places: MarkPlaces, ys: Pixels) -> Slots:
    """The places of the marks that have a part in view."""
    area, half = frame.bands.lanes, frame.metrics.row_height
    result: Slots = np.flatnonzero(
        (places.right > frame.left)
        & (places.left < frame.right)
        & (ys > area.y - half)
        & (ys < area.y + area.height + half)
    )
    return result


def _with_labels(
    frame: Frame,
    columns: EntryColumns,
    slots: Slots,
    places: MarkPlaces,
    ys: Pixels,
    shows: Flags,
    is_left: Flags,
) -> Visible:
    width = np.zeros(len(slots))
    labelled = np.flatnonzero(shows)
    width[labelled] = columns.label_widths(slots[labelled])
    numbers, gap = columns.number_widths(slots), frame.metrics.label_gap
    follows = places.left - numbers < frame.left
    after = places.right + gap + np.where(follows, numbers, 0.0)
    x = np.where(is_left, places.left - numbers - gap - width, after)
    stays = shows & (places.right - places.left > width + 2 * PIN_GAP)
    return Visible(slots, places, ys, shows, is_left, stays, x, width, numbers, follows)


def seen_from(visible: Visible, frame: Frame, shift: float = 0.0) -> Visible:
    """What of them a view shows in which they stand `shift` pixels farther right.

    A mark that leaves the view keeps its label inside, if it is that long.
    """
    seen = visible.those(_is_seen(visible, frame, shift), shift)
    staying = np.flatnonzero(seen.stays)
    if len(staying):
        seen.label_x[staying] = _kept_inside(frame, seen.those(staying))
    return seen


def _kept_inside(frame: Frame, seen: Visible) -> Pixels:
    left, right, x, width = seen.places.left, seen.places.right, seen.label_x, seen.label_width
    length = np.minimum(right, frame.right) - np.maximum(left, frame.left)
    has_room = length > width + 2 * PIN_GAP
    is_cut = (left < frame.left) & (x < frame.left) & has_room & seen.is_left
    leaves = (x + width > frame.right) & has_room & ~seen.is_left
    x = np.where(is_cut, frame.left + PIN_GAP, x)
    result: Pixels = np.where(leaves, frame.right - PIN_GAP - width, x)
    return result


def _row_middles(frame: Frame, top: float, row: Rows) -> Pixels:
    metrics = frame.metrics
    result: Pixels = (
        top + metrics.lane_padding + (row.astype(np.float64) + 0.5) * metrics.row_height
    )
    return result


def _joined(parts: Sequence[npt.NDArray[_T]], kind: type[_T]) -> npt.NDArray[_T]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=kind)
