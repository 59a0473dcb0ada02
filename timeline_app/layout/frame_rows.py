"""The rows of the lanes: marks, labels, source counts and numbers, all in batches."""

from __future__ import annotations

import numpy as np

from timeline_app.layout.columns import NUMBER_GAP, EntryColumns
from timeline_app.layout.entry import FADED_TEXT, FADED_TONE
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.frame import Frame, Parts
from timeline_app.layout.frame_visible import Visible
from timeline_app.layout.marks import MarkLook, ink_token
from timeline_app.layout.placing import Flags
from timeline_app.layout.primitives import CUT, Cuts, Label, Labels, Marks
from timeline_app.layout.targets import Targets
from timeline_app.layout.text import TextStyle

_BEYOND = 64.0
_MARK_REACH = 4.0  # how much farther than its ink a mark answers to the pointer


def row_marks(
    frame: Frame, columns: EntryColumns, visible: Visible, *, fades: bool = True
) -> Marks:
    """The marks of all of them; if it `fades`, what was not searched for is pale."""
    tone = columns.arrays.tone[visible.slots]
    if fades and frame.marking.hits is not None:
        faded = np.int16(len(columns.tones))
        tone = np.where(_faded(frame, columns, visible), faded, tone)
    return Marks(
        columns.looks,
        [*columns.tones, FADED_TONE],
        columns.arrays.look[visible.slots],
        tone,
        np.stack(visible.places[:4], axis=1),
        visible.places.left,
        visible.places.right,
        visible.ys,
        frame.metrics.bar_height,
        _window(frame),
    )


def _window(frame: Frame) -> tuple[float, float]:
    """Where marks are cut: on paper at the edges; elsewhere views have heads there, see `Cuts`."""
    beyond = 0.0 if frame.metrics.shows_numbers else _BEYOND
    return frame.left - beyond, frame.right + beyond


def row_labels(
    frame: Frame, columns: EntryColumns, visible: Visible, *, staying: bool = False
) -> Parts:
    """The labels with the counts of sources; those that stay in view with their marks go apart."""
    chosen = visible.shows_label & (visible.stays == staying)
    hollow = np.array([look.is_hollow for look in columns.looks], dtype=np.bool_)
    is_pale = hollow[columns.arrays.look[visible.slots]] if len(hollow) else chosen
    is_faded = _faded(frame, columns, visible)
    return [
        _labels(columns, visible, places, color)
        for color, places in (
            (FADED_TEXT, np.flatnonzero(chosen & is_faded)),
            ("text", np.flatnonzero(chosen & ~is_pale & ~is_faded)),
            ("text2", np.flatnonzero(chosen & is_pale & ~is_faded)),
        )
        if len(places)
    ]


def _faded(frame: Frame, columns: EntryColumns, visible: Visible) -> Flags:
    """Which events were not searched for."""
    hits = frame.marking.hits
    if hits is None:
        return np.zeros(len(visible.slots), dtype=np.bool_)
    result: Flags = ~columns.are_among(hits)[visible.slots]
    return result


def row_cuts(frame: Frame, columns: EntryColumns, visible: Visible) -> list[Cuts]:
    """Heads over the marks that the edges of the view cut."""
    left, right = visible.places.left, visible.places.right
    is_cut = (left < frame.left) & (right > frame.left + CUT)
    is_cut_right = (left < frame.right - CUT) & (right > frame.right)
    return [
        _cuts(frame, columns, visible, np.flatnonzero(cut), way)
        for way, cut in ((-1, is_cut), (1, is_cut_right))
        if cut.any()
    ]


def _cuts(frame: Frame, columns: EntryColumns, visible: Visible, cut: Slots, way: int) -> Cuts:
    is_faded = _faded(frame, columns, visible)
    tones = [
        FADED_TONE if is_faded[place] else ink_token(*_look_and_tone(columns, visible, place))
        for place in cut.tolist()
    ]
    edge = frame.left if way < 0 else frame.right
    return Cuts(edge, way, visible.ys[cut].tolist(), tones, frame.metrics.bar_height)


def _look_and_tone(columns: EntryColumns, visible: Visible, place: int) -> tuple[MarkLook, str]:
    arrays, slot = columns.arrays, visible.slots[place]
    return columns.looks[arrays.look[slot]], columns.tones[arrays.tone[slot]]


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


def numbered_labels(frame: Frame, columns: EntryColumns, visible: Visible) -> Parts:
    """Label and number of each event together, so that they are read together: for paper."""
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
