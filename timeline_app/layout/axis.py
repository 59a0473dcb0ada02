"""The axis: the names, lines and ticks that a scale asks for, in two strips or in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from timeline_app.layout.axis_levels import LABEL_GAP, SHORTEST_SHARE, TICK_GAP, AxisLevel, level_at
from timeline_app.layout.calendar_steps import Step
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.text import Measure, TextStyle

BEFORE_MAJOR = 20.0  # a minor label this close before a major line is dropped
MAJOR_INDENT = 7.0
MINOR_INDENT = 4.0


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """A name on the axis: the text begins at `x`, its instant lies at `tick`."""

    x: float
    tick: float
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Axis:
    """Everything the axis shows between two x: lines and labels from left to right."""

    level: str
    majors: tuple[AxisLabel, ...]
    major_lines: tuple[float, ...]
    minors: tuple[AxisLabel, ...]
    minor_lines: tuple[float, ...]
    ticks: tuple[float, ...]


def make_axis(
    scale: TimeScale, left: float, right: float, measure: Measure, *, one_strip: bool = False
) -> Axis:
    """The axis between the pixels `left` and `right`.

    With `one_strip` both kinds of labels share a line, so that a major one is short and takes the
    place of its minor neighbours.
    """
    level = level_at(scale, measure)
    begin, end = scale.time_at(left), scale.time_at(right) + 1
    starts = list(level.major.instants(begin, end))
    lines = [scale.x_of(start) for start in starts]
    if one_strip:
        majors = _inline_majors(level, starts, lines, (left, right), measure)
    else:
        majors = _sticky_majors(level, starts, lines, (left, right), measure)
    minor_step = _first_with_room(level.minors, scale, _label_room(level, begin, end, measure))
    seen = list(minor_step.instants(begin, end))
    minors = _minor_labels(level, seen, scale, lines, measure)
    if one_strip:
        minors = _with_context(level, minors, majors, measure, (left, right))
    ticks = _first_with_room(level.ticks, scale, TICK_GAP)
    return Axis(
        level.name,
        tuple(majors),
        tuple(x for x in lines if left <= x <= right),
        tuple(label for label, _ in minors if label.x >= left and label.x + label.width <= right),
        _seen_lines(scale, seen, left, right),
        _seen_lines(scale, list(ticks.instants(begin, end)), left, right),
    )


def _seen_lines(
    scale: TimeScale, instants: Sequence[int], left: float, right: float
) -> tuple[float, ...]:
    """The x of those instants that lie between two x."""
    xs = scale.xs_of(np.array(instants, dtype=np.int64))
    return tuple(xs[(xs >= left) & (xs <= right)].tolist())


def tick_step(scale: TimeScale, measure: Measure) -> Step:
    """The step of the finest ticks that the axis shows at a scale."""
    return _first_with_room(level_at(scale, measure).ticks, scale, TICK_GAP)


def _first_with_room(steps: Iterable[Step], scale: TimeScale, room: float) -> Step:
    chosen = None
    for step in steps:
        chosen = step
        if step.seconds * SHORTEST_SHARE / scale.seconds_per_pixel >= room:
            break
    if chosen is None:
        raise ValueError("a level needs a step")
    return chosen


def _label_room(level: AxisLevel, begin: int, end: int, measure: Measure) -> float:
    samples = {
        level.minor_words(begin),
        level.minor_words(end),
        level.minor_words(begin // 2 + end // 2),
    }
    return max(measure(text, TextStyle.CAPTION) for text in samples) + LABEL_GAP


def _sticky_majors(
    level: AxisLevel,
    starts: list[int],
    lines: list[float],
    window: tuple[float, float],
    measure: Measure,
) -> list[AxisLabel]:
    """Major labels; the first one sticks to the left edge while it has room there."""
    left, right = window
    labels = []
    for index, (start, line) in enumerate(zip(starts, lines, strict=True)):
        text = level.major_words(start)
        width = measure(text, TextStyle.CAPTION_BOLD)
        x = max(line, left) + MAJOR_INDENT
        limit = lines[index + 1] - LABEL_GAP if index + 1 < len(lines) else right
        if x + width <= limit:
            labels.append(AxisLabel(x, line, text, width))
    return labels


def _inline_majors(
    level: AxisLevel,
    starts: list[int],
    lines: list[float],
    window: tuple[float, float],
    measure: Measure,
) -> list[AxisLabel]:
    labels = []
    for start, line in zip(starts, lines, strict=True):
        text = level.short_major(start)
        width = measure(text, TextStyle.CAPTION_BOLD)
        if window[0] <= line and line + MINOR_INDENT + width <= window[1]:
            labels.append(AxisLabel(line + MINOR_INDENT, line, text, width))
    return labels


def _minor_labels(
    level: AxisLevel,
    moments: list[int],
    scale: TimeScale,
    lines: list[float],
    measure: Measure,
) -> list[tuple[AxisLabel, int]]:
    labels: list[tuple[AxisLabel, int]] = []
    for moment in moments:
        text = level.minor_words(moment)
        tick, width = scale.x_of(moment), measure(text, TextStyle.CAPTION)
        x = tick + MINOR_INDENT
        near = max(BEFORE_MAJOR, width + MINOR_INDENT)
        if any(0.5 < line - tick < near for line in lines):
            continue
        if labels and labels[-1][0].x + labels[-1][0].width + LABEL_GAP / 2 > x:
            continue
        labels.append((AxisLabel(x, tick, text, width), moment))
    return labels


def _with_context(
    level: AxisLevel,
    minors: list[tuple[AxisLabel, int]],
    majors: list[AxisLabel],
    measure: Measure,
    window: tuple[float, float],
) -> list[tuple[AxisLabel, int]]:
    """Drop minor labels under major ones, and let the first one after each say its month too."""
    free = [
        (label, moment)
        for label, moment in minors
        if label.x >= window[0] and not any(_too_near(label, major) for major in majors)
    ]
    edges = sorted([major.x for major in majors] + [label.x for label, _ in free])
    kept: list[tuple[AxisLabel, int]] = []
    named_since, is_named = window[0], False
    for label, moment in free:
        passed = [major.tick for major in majors if named_since < major.tick <= label.tick]
        if passed:
            named_since, is_named = passed[-1], False
        limit = next((edge for edge in edges if edge > label.x), window[1])
        longer = _renamed(label, level.nearby(moment), measure)
        fits = not is_named and longer.x + longer.width + LABEL_GAP / 2 <= limit
        kept.append((longer if fits else label, moment))
        is_named = is_named or fits
    return kept


def _renamed(label: AxisLabel, text: str, measure: Measure) -> AxisLabel:
    return AxisLabel(label.x, label.tick, text, measure(text, TextStyle.CAPTION))


def _too_near(label: AxisLabel, major: AxisLabel) -> bool:
    """Whether a minor label would meet a major one."""
    after = label.x + label.width + LABEL_GAP > major.x
    return after and label.x < major.x + major.width + LABEL_GAP
