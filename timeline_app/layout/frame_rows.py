"""The rows of the lanes: marks, labels, source counts, numbers, and what is selected.

What is not marked is drawn in batches; the few events that are marked get their boxes one by one.
"""

from __future__ import annotations

import numpy as np

from timeline_app.layout.columns import NUMBER_GAP, EntryColumns
from timeline_app.layout.display_list import Area, Box, Label, Labels, Marks, Targets
from timeline_app.layout.entry import FADED_TEXT, FADED_TONE
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.frame import Frame, Parts, Primitives
from timeline_app.layout.frame_visible import Visible
from timeline_app.layout.placing import Flags
from timeline_app.layout.text import TextStyle

_FRAME_PAD = 6.0
_MARK_REACH = 4.0  # how much farther than its ink a mark answers to the pointer


def row_marks(frame: Frame, columns: EntryColumns, visible: Visible) -> Marks:
    """The marks of all of them; those that were not searched for are pale."""
    tone = columns.arrays.tone[visible.slots]
    faded = np.int16(len(columns.tones))
    return Marks(
        columns.looks,
        [*columns.tones, FADED_TONE],
        columns.arrays.look[visible.slots],
        np.where(_faded(frame, columns, visible), faded, tone),
        np.stack(visible.places[:4], axis=1),
        visible.places.left,
        visible.places.right,
        visible.ys,
        frame.metrics.bar_height,
        (frame.left, frame.right),
    )


def row_labels(frame: Frame, columns: EntryColumns, visible: Visible) -> Parts:
    """The labels of what is not marked, with the counts of sources; on paper, with the numbers."""
    plain = visible.shows_label & ~_boxed(frame, columns, visible)
    if frame.metrics.shows_numbers:
        return _numbered_labels(frame, columns, visible)
    hollow = np.array([look.is_hollow for look in columns.looks], dtype=np.bool_)
    is_pale = hollow[columns.arrays.look[visible.slots]] if len(hollow) else plain
    is_faded = _faded(frame, columns, visible)
    return [
        _labels(columns, visible, chosen, color)
        for color, chosen in (
            (FADED_TEXT, np.flatnonzero(plain & is_faded)),
            ("text", np.flatnonzero(plain & ~is_pale & ~is_faded)),
            ("text2", np.flatnonzero(plain & is_pale & ~is_faded)),
        )
        if len(chosen)
    ]


def _faded(frame: Frame, columns: EntryColumns, visible: Visible) -> Flags:
    """Which events are neither marked nor what was searched for."""
    hits = frame.marking.hits
    if hits is None:
        return np.zeros(len(visible.slots), dtype=np.bool_)
    result: Flags = ~columns.are_among(hits)[visible.slots] & ~visible.is_marked
    return result


def _labels(columns: EntryColumns, visible: Visible, chosen: Slots, color: str) -> Labels:
    slots = visible.slots[chosen]
    return Labels(
        visible.label_x[chosen],
        visible.ys[chosen],
        [columns.text(slot) for slot in slots.tolist()],
        columns.text_widths(slots),
        columns.shown_sources(slots),
        color=color,
    )


def _numbered_labels(frame: Frame, columns: EntryColumns, visible: Visible) -> Parts:
    """Label and number of each event together, so that they are read together."""
    parts: Parts = []
    for place in np.argsort(visible.ys, kind="stable").tolist():
        chosen = np.array([place])
        if visible.shows_label[place]:
            parts += _labels(columns, visible, chosen, "text")
        if visible.number_width[place]:
            parts.append(_number(frame, columns, visible, place))
    return parts


def _number(frame: Frame, columns: EntryColumns, visible: Visible, place: int) -> Label:
    """The number before a mark, or after one that begins outside."""
    width = float(visible.number_width[place])
    after = float(visible.places.right[place]) + frame.metrics.label_gap
    x = after if visible.number_follows[place] else float(visible.places.left[place]) - width
    text = str(columns.entry(int(visible.slots[place])).number)
    style = TextStyle.LABEL_BOLD
    return Label(x, float(visible.ys[place]), text, width - NUMBER_GAP, style, has_plate=True)


def _boxed(frame: Frame, columns: EntryColumns, visible: Visible) -> Flags:
    """What is selected, current, or under the pointer."""
    result: Flags = visible.is_marked | (
        columns.arrays.id[visible.slots] == (frame.marking.hovered or 0)
    )
    return result


def marked_boxes(frame: Frame, columns: EntryColumns, visible: Visible) -> Primitives:
    """The boxes behind what is selected, current, or under the pointer."""
    boxed = np.flatnonzero(_boxed(frame, columns, visible)).tolist()
    return [_frame_box(frame, visible, place) for place in boxed]


def marked_labels(frame: Frame, columns: EntryColumns, visible: Visible) -> Primitives:
    """The labels in these boxes, bold where they are selected, and the ring of the focus.

    Labels have plates only inside of their own marks: beside them a plate would cut the box.
    """
    parts: Primitives = []
    current = frame.marking.current if frame.marking.has_focus else None
    for place in np.flatnonzero(_boxed(frame, columns, visible)).tolist():
        is_bold = bool(visible.is_marked[place])
        if is_bold or (visible.shows_label[place] and not frame.metrics.shows_numbers):
            parts.append(_single_label(frame, columns, visible, place, is_bold=is_bold))
        if is_bold and columns.arrays.id[visible.slots[place]] == current:
            parts.append(_ring(frame, visible, place))
    return parts


def _single_label(
    frame: Frame, columns: EntryColumns, visible: Visible, place: int, *, is_bold: bool
) -> Label:
    slots = visible.slots[place : place + 1]
    slot = int(slots[0])
    style = TextStyle.LABEL_BOLD if is_bold else TextStyle.LABEL
    text, count = columns.text(slot), int(columns.shown_sources(slots)[0])
    is_pale = not is_bold and columns.looks[columns.arrays.look[slot]].is_hollow
    x, y = float(visible.label_x[place]), float(visible.ys[place])
    is_inside = visible.places.left[place] < x < visible.places.right[place]
    width, color = frame.measure(text, style), "text2" if is_pale else "text"
    return Label(x, y, text, width, style, color, has_plate=bool(is_inside), count=count)


def _frame_box(frame: Frame, visible: Visible, place: int) -> Box:
    """The box round an event."""
    area = _box_area(frame, visible, place)
    if not visible.is_marked[place]:
        return Box(area, fill="surface", outline="control", radius=4.0)
    return Box(area, fill="selected", outline="accent", line_width=1.75, radius=4.0)


def _ring(frame: Frame, visible: Visible, place: int) -> Box:
    """The ring of the focus; it reaches into the rows above and below."""
    x, y, width, height = _box_area(frame, visible, place)
    ring = Area(x - 3, y - 3, width + 6, height + 6)
    return Box(ring, outline="focus", line_width=2.0, radius=6.0)


def _box_area(frame: Frame, visible: Visible, place: int) -> Area:
    left, right = _whole(visible, place)
    x1 = max(left - _FRAME_PAD, frame.left + 1.0)
    x2 = min(right + _FRAME_PAD + 2, frame.right - 1.0)
    half = frame.metrics.row_height / 2 - 0.5
    return Area(x1, float(visible.ys[place]) - half, max(4.0, x2 - x1), 2 * half)


def _whole(visible: Visible, place: int) -> tuple[float, float]:
    """From the first to the last pixel of mark and label."""
    left, right = float(visible.places.left[place]), float(visible.places.right[place])
    if not visible.shows_label[place]:
        return left, right
    x = float(visible.label_x[place])
    return min(left, x), max(right, x + float(visible.label_width[place]))


def current_area(frame: Frame, columns: EntryColumns, visible: Visible) -> Area | None:
    """Where the mark of the current event is drawn; None while it is not in view."""
    slot = columns.slot_of(frame.marking.current)
    found = np.flatnonzero(visible.slots == slot).tolist() if slot is not None else []
    if not found:
        return None
    place = found[0]
    x1, x2 = float(visible.places.x1[place]), float(visible.places.x2[place])
    left, right = max(x1, frame.left), min(max(x1 + 2.0, x2), frame.right)
    return Area(left, float(visible.ys[place]) - 10.0, right - left, 20.0)


def row_targets(frame: Frame, columns: EntryColumns, visible: Visible) -> Targets:
    """Where the rows answer to the pointer."""
    label_end = visible.label_x + np.where(visible.shows_label, visible.label_width, 0.0)
    return Targets(
        columns.arrays.id[visible.slots],
        visible.ys,
        visible.places.left - _MARK_REACH,
        visible.places.right + _MARK_REACH,
        visible.label_x,
        label_end,
        frame.metrics.row_height / 2,
    )
