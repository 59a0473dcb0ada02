"""The rows of the lanes: marks, labels, source counts, numbers, pills, and what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from timeline_app.layout.columns import (
    NUMBER_GAP,
    SOURCE_BOX,
    SOURCE_GAP,
    EntryColumns,
    shows_sources,
)
from timeline_app.layout.display_list import Area, Box, Hit, Label, Mark, Part, Pill
from timeline_app.layout.frame import Frame, Primitives
from timeline_app.layout.marks import MarkShape, place_mark
from timeline_app.layout.packing import CLUSTERED, Cluster, Packing
from timeline_app.layout.text import TextStyle

LEAST_PILL = 28.0
_REACH = 700.0  # how far outside of the view a mark may still show its label, in pixels
_FRAME_PAD = 6.0
_PIN_GAP = 14.0  # between the view's edge and a label that is kept inside


@dataclass(slots=True)
class Rows:
    """The rows of one drawing: what lies behind all labels, the labels, and the marks.

    `current` is where the mark of the current event is drawn, None while it is not in view.
    """

    frames: Primitives = field(default_factory=list)
    labels: Primitives = field(default_factory=list)
    marks: Primitives = field(default_factory=list)
    current: Area | None = None


def make_rows(frame: Frame, columns: EntryColumns, packing: Packing, tops: Sequence[float]) -> Rows:
    """Everything in the rows that can be seen."""
    rows = Rows()
    for index, shape in _visible_shapes(frame, columns, packing):
        lane, row = int(columns.lane[index]), int(packing.row[index])
        y = _row_middle(frame, tops[lane], row)
        if _is_in_view(frame, y):
            _RowPart(frame, columns, packing, rows, index).add(shape, y)
    for cluster in packing.clusters:
        y = _row_middle(frame, tops[cluster.lane], cluster.row)
        if _is_in_view(frame, y):
            _add_pill(frame, columns, rows, cluster, y)
    return rows


def _row_middle(frame: Frame, lane_top: float, row: int) -> float:
    metrics = frame.metrics
    inside = metrics.lane_padding + (row + 0.5) * metrics.row_height
    return frame.bands.lanes.y + lane_top + inside - frame.viewport.scroll


def _is_in_view(frame: Frame, y: float) -> bool:
    lanes, half = frame.bands.lanes, frame.metrics.row_height
    return lanes.y - half < y < lanes.y + lanes.height + half


def _visible_shapes(
    frame: Frame, columns: EntryColumns, packing: Packing
) -> list[tuple[int, MarkShape]]:
    scale, width = frame.viewport.scale, frame.bands.lanes.width
    near = columns.between(scale.time_at(-_REACH), scale.time_at(width + _REACH))
    x2 = scale.xs_of(columns.x2[near])
    c2 = scale.xs_of(columns.c2[near])
    x1, c1 = scale.xs_of(columns.x1[near]), scale.xs_of(columns.c1[near])
    is_near = (np.maximum(x2, c2) > -_REACH) & (x1 < width + _REACH)
    is_near &= packing.row[near] != CLUSTERED
    left = frame.left
    table = np.stack((x1, x2, c1, c2), axis=1) + left
    return [
        (
            near.start + offset,
            place_mark(columns.looks[near.start + offset], *table[offset].tolist()),
        )
        for offset in np.flatnonzero(is_near).tolist()
    ]


class _RowPart:
    """Adds one event to the rows."""

    def __init__(
        self, frame: Frame, columns: EntryColumns, packing: Packing, rows: Rows, index: int
    ) -> None:
        self._frame = frame
        self._rows = rows
        self._entry = columns.entries[index]
        self._text = columns.labels[index]
        self._text_width = float(columns.text_width[index])
        self._shows_label = bool(packing.shows_label[index])
        self._label_is_left = bool(packing.label_is_left[index])

    def add(self, shape: MarkShape, y: float) -> None:
        frame, left, right = self._frame, shape.ink_left, shape.ink_right
        parts: Primitives = []
        label_area = self._label(parts, left, right, y)
        whole_left = min(left, label_area.x) if label_area else left
        whole_right = max(right, label_area.x + label_area.width) if label_area else right
        if whole_right < frame.left or whole_left > frame.right:
            return
        self._number(parts, left, right, y)
        self._frame_box(Area(whole_left, y, whole_right - whole_left, 0.0))
        self._rows.labels += parts
        window = (frame.left, frame.right)
        entry, height = self._entry, frame.metrics.bar_height
        self._rows.marks.append(Mark(shape, y, entry.tone, height, window))
        reach = frame.metrics.row_height / 2
        mark_area = Area(left - 4.0, y - reach, right - left + 8.0, 2 * reach)
        if label_area:
            frame.hits.append(Hit(label_area, Part.LABEL, entry.id))
        frame.hits.append(Hit(mark_area, Part.MARK, entry.id))
        if entry.id == frame.marking.current:
            box = Area(shape.x1, y - 10.0, max(2.0, shape.x2 - shape.x1), 20.0)
            self._rows.current = _inside(frame, box)

    def _label(self, parts: Primitives, left: float, right: float, y: float) -> Area | None:
        """Lay the label beside the mark; a mark that leaves the view keeps its label inside."""
        if not self._shows_label and not self._is_marked:
            return None
        frame, entry = self._frame, self._entry
        bold = self._is_marked
        style = TextStyle.LABEL_BOLD if bold else TextStyle.LABEL
        text_width = frame.measure(self._text, style) if bold else self._text_width
        counts = shows_sources(entry, frame.metrics)
        width = text_width + (SOURCE_GAP + SOURCE_BOX if counts else 0.0)
        x = self._label_x(left, right, width)
        color = "text2" if entry.is_proposed and not bold else "text"
        parts.append(Label(x, y, self._text, text_width, style, color, has_plate=not bold))
        if counts:
            parts += _count_box(frame, x + text_width + SOURCE_GAP, y, entry.source_count)
        half = frame.metrics.row_height / 2
        return Area(x, y - half, width, 2 * half)

    def _label_x(self, left: float, right: float, width: float) -> float:
        frame, gap = self._frame, self._frame.metrics.label_gap
        if self._label_is_left:
            x = left - self._number_width() - gap - width
            is_cut = left < frame.left < right
            return frame.left + _PIN_GAP if is_cut and x < frame.left else x
        x = right + gap + (self._number_width() if self._number_follows(left) else 0.0)
        is_cut = left < frame.right < right
        has_room = right - max(left, frame.left) > width + 2 * _PIN_GAP
        leaves = left < frame.right < x + width and has_room
        return frame.right - _PIN_GAP - width if is_cut or leaves else x

    def _number_width(self) -> float:
        number = self._entry.number
        if number is None or not self._frame.metrics.shows_numbers:
            return 0.0
        return self._frame.measure(str(number), TextStyle.LABEL_BOLD) + NUMBER_GAP

    def _number_follows(self, left: float) -> bool:
        """Whether the number stands after the mark, because the view cuts it before."""
        return left - self._number_width() < self._frame.left

    def _number(self, parts: Primitives, left: float, right: float, y: float) -> None:
        width = self._number_width()
        if not width:
            return
        follows = self._number_follows(left)
        x = right + self._frame.metrics.label_gap if follows else left - width
        text, style = str(self._entry.number), TextStyle.LABEL_BOLD
        parts.append(Label(x, y, text, width - NUMBER_GAP, style, has_plate=True))

    @property
    def _is_marked(self) -> bool:
        marking = self._frame.marking
        return self._entry.id == marking.current or self._entry.id in marking.selected

    def _frame_box(self, whole: Area) -> None:
        """The box round what is selected or under the pointer."""
        frame, marking = self._frame, self._frame.marking
        half = frame.metrics.row_height / 2 - 0.5
        x, width = whole.x - _FRAME_PAD, whole.width + 2 * _FRAME_PAD + 2
        left, right = max(x, frame.left + 1.0), min(x + width, frame.right - 1.0)
        area = Area(left, whole.y - half, max(4.0, right - left), 2 * half)
        if self._is_marked:
            if marking.has_focus and self._entry.id == marking.current:
                ring = Area(area.x - 3, area.y - 3, area.width + 6, area.height + 6)
                self._rows.frames.append(Box(ring, outline="focus", line_width=2.0, radius=6.0))
            self._rows.frames.append(
                Box(area, fill="selected", outline="accent", line_width=1.75, radius=4.0)
            )
        elif self._entry.id == marking.hovered:
            self._rows.frames.append(Box(area, fill="surface", outline="control", radius=4.0))


def _inside(frame: Frame, area: Area) -> Area | None:
    """The part of an area that is in view."""
    left, right = max(area.x, frame.left), min(area.x + area.width, frame.right)
    if left >= right:
        return None
    return Area(left, area.y, right - left, area.height)


def _count_box(frame: Frame, x: float, y: float, count: int) -> Primitives:
    text = str(count)
    width = frame.measure(text, TextStyle.COUNT)
    box = Area(x, y - SOURCE_BOX / 2, SOURCE_BOX, SOURCE_BOX)
    middle = x + (SOURCE_BOX - width) / 2
    return [
        Box(box, fill="surface", outline="control", radius=2.0),
        Label(middle, y, text, width, TextStyle.COUNT, "text2"),
    ]


def _add_pill(frame: Frame, columns: EntryColumns, rows: Rows, cluster: Cluster, y: float) -> None:
    begin, end = frame.x_of(cluster.begin), frame.x_of(cluster.end) - frame.metrics.row_gap
    text = _pill_text(frame, columns, cluster)
    text_width = frame.measure(text, TextStyle.LABEL_BOLD)
    least = max(LEAST_PILL, text_width + 14.0)
    left = min(max(begin, frame.x_of(cluster.first) - LEAST_PILL / 2), end - least)
    right = max(left + least, min(end, frame.x_of(cluster.last) + LEAST_PILL / 2))
    if right < frame.left or left > frame.right:
        return
    height = frame.metrics.pill_height
    area = Area(left, y - height / 2 - 1.0, right - left, height)
    tone = columns.entries[cluster.members[0]].tone
    rows.marks.append(Pill(area, text, text_width, tone))
    ids = tuple(columns.entries[index].id for index in cluster.members)
    frame.hits.append(Hit(area, Part.CLUSTER, ids=ids))
    tag = _common_tag(columns, cluster)
    width = frame.measure(tag, TextStyle.LABEL)
    if tag and right + frame.metrics.label_gap + width < end:
        x = right + frame.metrics.label_gap
        rows.labels.append(Label(x, y, tag, width, TextStyle.LABEL, "text2", has_plate=True))


def _pill_text(frame: Frame, columns: EntryColumns, cluster: Cluster) -> str:
    """The count; on paper the numbers, so that each event can be found in the chronology."""
    numbers = sorted(
        number for index in cluster.members if (number := columns.entries[index].number) is not None
    )
    if not frame.metrics.shows_numbers or not numbers:
        return str(len(cluster.members))
    return ", ".join(_number_ranges(numbers))


def _number_ranges(numbers: Sequence[int]) -> list[str]:
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return [str(a) if a == b else f"{a}–{b}" for a, b in ranges]


def _common_tag(columns: EntryColumns, cluster: Cluster) -> str:
    shared = set(columns.entries[cluster.members[0]].tags)
    for index in cluster.members[1:]:
        shared &= set(columns.entries[index].tags)
    return min(shared, default="")
