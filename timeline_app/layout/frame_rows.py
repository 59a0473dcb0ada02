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
    Flags,
    shows_sources,
)
from timeline_app.layout.display_list import Area, Box, Dots, Hit, Label, Mark, Part
from timeline_app.layout.frame import Frame, Primitives
from timeline_app.layout.frame_clusters import add_cluster
from timeline_app.layout.frame_visible import Visible, visible_clusters, visible_entries
from timeline_app.layout.marks import MarkLook, MarkShape, place_mark
from timeline_app.layout.packing import Packing
from timeline_app.layout.text import TextStyle

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
    visible = visible_entries(frame, columns, packing, tops)
    is_plain = visible.is_dot & ~_marked(frame, columns, visible)
    _add_dots(rows, columns, visible, np.flatnonzero(is_plain).tolist())
    others = np.flatnonzero(~is_plain)
    indices, xs, ys = (part[others].tolist() for part in (visible.indices, visible.xs, visible.ys))
    for index, places, y in zip(indices, xs, ys, strict=True):
        shape = place_mark(columns.looks[index], *places)
        _RowPart(frame, columns, packing, rows, index).add(shape, y)
    for cluster in visible_clusters(frame, packing, tops):
        add_cluster(frame, columns, rows.labels, rows.marks, cluster, tops)
    return rows


def _marked(frame: Frame, columns: EntryColumns, visible: Visible) -> Flags:
    """Which of the visible entries are selected, current, or under the pointer."""
    marking = frame.marking
    ids = {*marking.selected, marking.current, marking.hovered}
    positions = [columns.position[i] for i in ids if i is not None and i in columns.position]
    result: Flags = np.isin(visible.indices, positions)
    return result


def _add_dots(rows: Rows, columns: EntryColumns, visible: Visible, chosen: Sequence[int]) -> None:
    """Gather dots of the same look and colour."""
    groups: dict[tuple[MarkLook, str], list[int]] = {}
    indices = visible.indices.tolist()
    for place in chosen:
        index = indices[place]
        groups.setdefault((columns.looks[index], columns.entries[index].tone), []).append(place)
    xs, ys = visible.xs[:, 2].tolist(), visible.ys.tolist()
    for (look, tone), places in groups.items():
        points = tuple((xs[place], ys[place]) for place in places)
        ids = tuple(columns.entries[indices[place]].id for place in places)
        rows.marks.append(Dots(look, tone, points, ids))


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
        marking = frame.marking
        self._is_marked = self._entry.id == marking.current or self._entry.id in marking.selected

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

    def _frame_box(self, whole: Area) -> None:
        """The box round what is selected or under the pointer."""
        frame, marking = self._frame, self._frame.marking
        if not self._is_marked and self._entry.id != marking.hovered:
            return
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
        else:
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
