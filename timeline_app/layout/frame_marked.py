"""What is selected, current, or under the pointer: drawn over the rows, in boxes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from timeline_app.layout.columns import SOURCE_BOX, SOURCE_GAP, EntryColumns
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.frame import Frame, Parts
from timeline_app.layout.frame_rows import row_cuts, row_marks
from timeline_app.layout.frame_visible import Visible
from timeline_app.layout.placing import Flags
from timeline_app.layout.primitives import Area, Box, Label
from timeline_app.layout.text import TextStyle, elide

_FRAME_PAD = 6.0
_LEAST_LABEL = 60.0  # pixels: less room than this is none, and neighbours are covered instead


@dataclass(frozen=True, slots=True)
class _Words:
    """The label of a boxed event."""

    text: str
    x: float
    width: float
    count: int

    @property
    def end(self) -> float:
        """Where the label ends, with the count of its sources."""
        return self.x + self.width + (SOURCE_GAP + SOURCE_BOX if self.count else 0.0)


def marked_events(frame: Frame, columns: EntryColumns, visible: Visible) -> Parts:
    """The boxes with mark and label; bold where they are selected, with the ring of the focus."""
    is_marked = _marked(frame, columns, visible.slots)
    boxed = np.flatnonzero(is_marked | (columns.arrays.id[visible.slots] == frame.marking.hovered))
    parts: Parts = []
    for place in boxed.tolist():
        parts += _boxed(frame, columns, visible, place, is_marked=bool(is_marked[place]))
    return parts


def _marked(frame: Frame, columns: EntryColumns, slots: Slots) -> Flags:
    """Which entries are selected or current."""
    selected, current = frame.marking.selected, frame.marking.current
    result = np.zeros(len(slots), dtype=np.bool_)
    if selected:
        result |= columns.are_among(selected)[slots]
    if current is not None:
        result |= columns.arrays.id[slots] == current
    return result


def _boxed(
    frame: Frame, columns: EntryColumns, visible: Visible, place: int, *, is_marked: bool
) -> Parts:
    words = _words(frame, columns, visible, place, is_bold=is_marked)
    area = _box_area(frame, visible, place, words)
    parts: Parts = [
        Box(area, fill="selected", outline="accent", line_width=1.75, radius=4.0)
        if is_marked
        else Box(area, fill="surface", outline="control", radius=4.0)
    ]
    alone = visible.those(np.array([place]))
    parts += [*row_marks(frame, columns, alone, fades=False), *row_cuts(frame, columns, alone)]
    if words is not None:
        parts.append(_label(columns, visible, place, words, is_bold=is_marked))
    slot = int(visible.slots[place])
    if is_marked and frame.marking.has_focus and columns.arrays.id[slot] == frame.marking.current:
        ring = Area(area.x - 3, area.y - 3, area.width + 6, area.height + 6)
        parts.append(Box(ring, outline="focus", line_width=2.0, radius=6.0))
    return parts


def _words(
    frame: Frame, columns: EntryColumns, visible: Visible, place: int, *, is_bold: bool
) -> _Words | None:
    """The label; None where it has none and only the pointer is over it.

    A bold one is longer than the room that was kept for it: it is cut before its neighbour. One
    that had no room at all covers its neighbours, if need be.
    """
    slot, slots = int(visible.slots[place]), visible.slots[place : place + 1]
    text, count = columns.text(slot), int(columns.shown_sources(slots)[0])
    x, shows = float(visible.label_x[place]), bool(visible.shows_label[place])
    if not is_bold:
        width = frame.measure(text, TextStyle.LABEL)
        return _Words(text, x, width, count) if shows else None
    width = frame.measure(text, TextStyle.LABEL_BOLD)
    words, gap = _Words(text, x, width, count), frame.metrics.label_gap
    if visible.stays[place]:
        return words
    before, after = _room(frame, visible, place)
    begin, end = float(visible.places.left[place]) - gap, float(visible.places.right[place]) + gap
    is_left = visible.is_left[place] if shows else after - end < _LEAST_LABEL <= begin - before
    extra = words.end - words.x - width
    room = (begin - before if is_left else after - end) - extra
    if shows or room >= _LEAST_LABEL:
        text = elide(text, room, TextStyle.LABEL_BOLD, frame.measure)
        width = frame.measure(text, TextStyle.LABEL_BOLD)
    return _Words(text, begin - width - extra if is_left else end, width, count)


def _room(frame: Frame, visible: Visible, place: int) -> tuple[float, float]:
    """Where the neighbours of an event in its row end and begin."""
    is_near = np.abs(visible.ys - visible.ys[place]) < 1.0
    is_near[place] = False
    left = visible.places.left
    earlier = visible.right[is_near & (left < left[place])]
    later = visible.left[is_near & (left >= left[place])]
    gap = frame.metrics.row_gap / 2
    before = max(earlier.tolist(), default=-np.inf) + gap
    return before, min(later.tolist(), default=np.inf) - gap


def _label(
    columns: EntryColumns, visible: Visible, place: int, words: _Words, *, is_bold: bool
) -> Label:
    """Labels have plates only inside of their own marks: beside them a plate would cut the box."""
    is_pale = not is_bold and columns.looks[columns.arrays.look[visible.slots[place]]].is_hollow
    is_inside = visible.places.left[place] < words.x < visible.places.right[place]
    return Label(
        words.x,
        float(visible.ys[place]),
        words.text,
        words.width,
        TextStyle.LABEL_BOLD if is_bold else TextStyle.LABEL,
        "text2" if is_pale else "text",
        has_plate=bool(is_inside),
        count=words.count,
    )


def _box_area(frame: Frame, visible: Visible, place: int, words: _Words | None) -> Area:
    """From the first to the last pixel of mark and label with a little room, within the view."""
    left, right = float(visible.places.left[place]), float(visible.places.right[place])
    if words is not None:
        left, right = min(left, words.x), max(right, words.end)
    x1 = max(left - _FRAME_PAD, frame.left + 1.0)
    x2 = min(right + _FRAME_PAD + 2, frame.right - 1.0)
    half = frame.metrics.row_height / 2 - 0.5
    return Area(x1, float(visible.ys[place]) - half, max(4.0, x2 - x1), 2 * half)


def current_area(frame: Frame, columns: EntryColumns, visible: Visible) -> Area | None:
    """Where the mark of the current event is drawn; None while it is not in view."""
    slot = columns.slot_of(frame.marking.current)
    found = np.flatnonzero(visible.slots == slot).tolist() if slot is not None else []
    if not found:
        return None
    place = found[0]
    x1, x2 = float(visible.places.x1[place]), float(visible.places.x2[place])
    left, right = max(x1, frame.left), min(max(x1 + 2.0, x2), frame.right)
    return Area(left, float(visible.ys[place]) - 10.0, max(0.0, right - left), 20.0)
