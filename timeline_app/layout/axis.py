"""The axis: the names, lines and ticks that a scale asks for, in two strips or in one."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from timeline_app.layout.axis_levels import LABEL_GAP, SHORTEST_SHARE, TICK_GAP, AxisLevel, level_at
from timeline_app.layout.calendar_steps import Step
from timeline_app.layout.scale import FARTHEST, Instants, Pixels, TimeScale
from timeline_app.layout.text import Measure, TextStyle

BEFORE_MAJOR = 20.0  # a minor label this close before a major line is dropped
MAJOR_INDENT = 7.0
MINOR_INDENT = 4.0


class AxisLabel(NamedTuple):
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
    major_lines: Pixels
    minors: tuple[AxisLabel, ...]
    minor_lines: Pixels
    ticks: Pixels


@dataclass(frozen=True, slots=True)
class WideAxis:
    """The names and lines of a stretch of time in two strips, from which views are cut.

    Each of `majors` is at its line, the first of them at or before the stretch, which begins at 0.
    """

    level: str
    majors: tuple[AxisLabel, ...]
    minors: tuple[AxisLabel, ...]
    minor_lines: Pixels
    ticks: Pixels

    def whole(self) -> Axis:
        """All of it, each name at its line."""
        ends = [label.tick - LABEL_GAP for label in self.majors[1:]]
        majors = tuple(
            label._replace(x=label.tick + MAJOR_INDENT)
            for label, end in zip(self.majors, [*ends, math.inf], strict=True)
            if label.tick >= 0 and label.tick + MAJOR_INDENT + label.width <= end
        )
        lines = _between(np.array([label.tick for label in self.majors]), 0.0, math.inf)
        minors = tuple(label for label in self.minors if label.x + label.width > 0)
        return Axis(self.level, majors, lines, minors, self.minor_lines, self.ticks)

    def sticky(self, left: float, right: float) -> AxisLabel | None:
        """The major name that holds on to the left edge of a view, while it has room there."""
        places = enumerate(self.majors)
        place = max((n for n, label in places if label.tick < left), default=None)
        if place is None:
            return None
        label, later = self.majors[place], self.majors[place + 1 : place + 2]
        x, end = left + MAJOR_INDENT, min([right, *(each.tick - LABEL_GAP for each in later)])
        return label._replace(x=x) if x + label.width <= end else None

    def seen(self, left: float, right: float) -> Axis:
        """What lies between two x with all its names inside, the first one at the left edge."""
        whole, first = self.whole(), self.sticky(left, right)
        majors = tuple(label for label in whole.majors if _is_between(label, left, right))
        return Axis(
            self.level,
            majors if first is None else (first, *majors),
            _between(whole.major_lines, left, right),
            tuple(label for label in self.minors if _is_between(label, left, right)),
            _between(self.minor_lines, left, right),
            _between(self.ticks, left, right),
        )


def _is_between(label: AxisLabel, left: float, right: float) -> bool:
    return label.x >= left and label.x + label.width <= right


def wide_axis(scale: TimeScale, left: float, right: float, measure: Measure) -> WideAxis:
    """The axis between two pixels in two strips, from which views are cut."""
    level = level_at(scale, measure)
    begin, end = scale.time_at(left), scale.time_at(right) + 1
    majors = [
        AxisLabel(line, line, text, measure(text, TextStyle.CAPTION_BOLD))
        for start in level.major.instants(begin, end)
        for line, text in ((scale.x_of(start), level.major_words(start)),)
    ]
    step = _minor_step(level, scale, begin, end, measure)
    seen = _instants(step, begin, end)
    lines = [label.tick for label in majors]
    minors = _minor_labels(level, seen.tolist(), scale, lines, measure)
    ticks = _first_with_room(level.ticks, scale, TICK_GAP)
    return WideAxis(
        level.name,
        tuple(majors),
        tuple(label for label, _ in minors),
        _between(scale.xs_of(seen), left, right),
        _between(scale.xs_of(_instants(ticks, begin, end)), left, right),
    )


def make_axis(
    scale: TimeScale, left: float, right: float, measure: Measure, *, one_strip: bool = False
) -> Axis:
    """The axis between the pixels `left` and `right`.

    With `one_strip` both kinds of labels share a line, so that a major one is short and takes the
    place of its minor neighbours.
    """
    if not one_strip:
        return wide_axis(scale, left, right, measure).seen(left, right)
    level = level_at(scale, measure)
    begin, end = scale.time_at(left), scale.time_at(right) + 1
    starts = list(level.major.instants(begin, end))
    lines = [scale.x_of(start) for start in starts]
    majors = _inline_majors(level, starts, lines, (left, right), measure)
    seen = _instants(_minor_step(level, scale, begin, end, measure), begin, end)
    minors = _minor_labels(level, seen.tolist(), scale, lines, measure)
    minors = _with_context(level, minors, majors, measure, (left, right))
    ticks = _first_with_room(level.ticks, scale, TICK_GAP)
    return Axis(
        level.name,
        tuple(majors),
        _between(np.array(lines, dtype=np.float64), left, right),
        tuple(label for label, _ in minors if _is_between(label, left, right)),
        _between(scale.xs_of(seen), left, right),
        _between(scale.xs_of(_instants(ticks, begin, end)), left, right),
    )


def _instants(step: Step, begin: int, end: int) -> Instants:
    """The instants of the steps from the last one at or before `begin` until `end`.

    They are counted up for a longer stretch and kept: the next frame asks for nearly the same.
    """
    grain = 1 << (end - begin).bit_length()
    first = begin // grain * grain
    if abs(first) + 2 * grain > FARTHEST:
        return np.array(list(step.instants(begin, end)), dtype=np.int64)
    kept = _counted_up(step, first, first + 2 * grain)
    return kept[kept.searchsorted(begin, "right") - 1 : kept.searchsorted(end)]


@lru_cache(maxsize=64)
def _counted_up(step: Step, begin: int, end: int) -> Instants:
    return np.array(list(step.instants(begin, end)), dtype=np.int64)


def _between(xs: Pixels, left: float, right: float) -> Pixels:
    """Those between two x."""
    result: Pixels = xs[(xs >= left) & (xs <= right)]
    return result


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


def _minor_step(level: AxisLevel, scale: TimeScale, begin: int, end: int, measure: Measure) -> Step:
    """The step of the minor labels: the first for which names as long as those here have room.

    The names that are measured lie at round instants, so that the step stays while panning.
    """
    grain = 1 << max(0, (end - begin).bit_length() + 1)
    samples = {level.minor_words(begin // grain * grain + grain * n) for n in (0, 1)}
    samples.add(level.minor_words(begin // 2 + end // 2))
    room = max(measure(text, TextStyle.CAPTION) for text in samples) + LABEL_GAP
    return _first_with_room(level.minors, scale, room)


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
    """Drop minor labels under major ones, and let the first one say its month too.

    Unless a major one before it does so.
    """
    free = [
        (label, moment)
        for label, moment in minors
        if label.x >= window[0] and not any(_too_near(label, major) for major in majors)
    ]
    edges = sorted([major.x for major in majors] + [label.x for label, _ in free])
    kept: list[tuple[AxisLabel, int]] = []
    for label, moment in free:
        is_first = not kept and not any(major.tick <= label.tick for major in majors)
        limit = next((edge for edge in edges if edge > label.x), window[1])
        longer = _renamed(label, level.nearby(moment), measure)
        fits = is_first and longer.x + longer.width + LABEL_GAP / 2 <= limit
        kept.append((longer if fits else label, moment))
    return kept


def _renamed(label: AxisLabel, text: str, measure: Measure) -> AxisLabel:
    return AxisLabel(label.x, label.tick, text, measure(text, TextStyle.CAPTION))


def _too_near(label: AxisLabel, major: AxisLabel) -> bool:
    """Whether a minor label would meet a major one."""
    after = label.x + label.width + LABEL_GAP > major.x
    return after and label.x < major.x + major.width + LABEL_GAP
