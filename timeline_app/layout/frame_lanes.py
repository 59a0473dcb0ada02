"""The heads of the lanes, the lines between them, and where each lane begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from timeline_app.layout.frame import Bands, Frame, Primitives
from timeline_app.layout.lanes import Lane
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.primitives import Area, Box, Label, Stroke
from timeline_app.layout.targets import Hit, Part
from timeline_app.layout.text import TextStyle, elide

_EDGE = 4.0
_INDENT = 14.0
_LEAST_HEAD = 42.0  # a name and a count under it
_LEAST_LOW_HEAD = 24.0  # both in one line
_NAME_Y, _COUNT_Y = 15.0, 32.0
_SIDE = 6.0
_CHEVRON, _CHEVRON_ROOM = 4.0, 22.0
_GRIP = 4.0  # pixels to either side of a lane's lower edge
_MARKER = 2.0


def lane_heights(rows: Sequence[int], lanes: Sequence[Lane], metrics: Metrics) -> list[float]:
    """The height of each lane, of which `rows` tells the number of rows."""
    return [
        max(_least_height(lane, metrics), count * metrics.row_height + 2 * metrics.lane_padding)
        for lane, count in zip(lanes, rows, strict=True)
    ]


def lane_tops(rows: Sequence[int], lanes: Sequence[Lane], metrics: Metrics) -> list[float]:
    """The top of each lane, and the bottom of the last, from the top of the first."""
    return list(accumulate(lane_heights(rows, lanes, metrics), initial=0.0))


def _least_height(lane: Lane, metrics: Metrics) -> float:
    if not metrics.header_width:
        return metrics.row_height
    return _LEAST_LOW_HEAD if lane.is_collapsed or lane.rows else _LEAST_HEAD


def lane_lines(frame: Frame, tops: Sequence[float]) -> Primitives:
    """The lines between lanes."""
    if not frame.metrics.header_width:
        return []
    lanes = frame.bands.lanes
    lines: Primitives = []
    for top in tops[1:]:
        y = round(lanes.y + top - frame.viewport.scroll) - 0.5
        lines.append(Stroke(lanes.x, y, lanes.x + lanes.width, y, "line"))
    return lines


def lane_heads(frame: Frame, lanes: Sequence[Lane], tops: Sequence[float]) -> Primitives:
    """Colour edge, name and count of each lane."""
    area = frame.bands.lanes
    parts: Primitives = [Box(Area(0.0, area.y, area.x, area.height), fill="panel")]
    seen = []
    for index, lane in enumerate(lanes):
        y = area.y + tops[index] - frame.viewport.scroll
        height = tops[index + 1] - tops[index]
        if y <= area.y + area.height and y + height >= area.y:
            parts += _head(frame, lane, Area(0.0, y, area.x, height))
            seen.append((lane, Area(0.0, y + height - _GRIP, area.x, 2 * _GRIP)))
    for lane, grip in seen:  # over the head of the next one
        _add_hit(frame, lane, grip, Part.LANE_EDGE)
    edge = area.x - 0.5
    parts.append(Stroke(edge, area.y, edge, area.y + area.height, "line"))
    return parts


def _head(frame: Frame, lane: Lane, area: Area) -> Primitives:
    _add_hit(frame, lane, area, Part.LANE)
    _add_hit(frame, lane, _chevron_area(area), Part.LANE_CHEVRON)
    bottom = round(area.y + area.height) - 0.5
    return [
        Box(Area(0.0, area.y, _EDGE, area.height - 1.0), fill=lane.tone),
        *_words(frame, lane, area),
        *_chevron(frame, lane, area),
        Stroke(0.0, bottom, area.width, bottom, "line"),
    ]


def _words(frame: Frame, lane: Lane, area: Area) -> Primitives:
    """Name and count: one under the other, or side by side where the lane is low."""
    measure, right = frame.measure, area.width - _SIDE
    if area.height < _LEAST_HEAD:
        text, style = f"{lane.count:,}", TextStyle.COUNT
        right -= _CHEVRON_ROOM - _SIDE if frame.metrics.has_lane_controls else 0.0
        y, width = area.y + area.height / 2, measure(text, style)
        count = Label(right - width, y, text, width, style, "text2")
        right = count.x - 4.0
    else:
        text, style = f"{lane.count:,} event" + ("s" if lane.count != 1 else ""), TextStyle.CAPTION
        y = area.y + _NAME_Y
        count = Label(_INDENT, area.y + _COUNT_Y, text, measure(text, style), style, "text2")
    title = elide(lane.title, right - _INDENT, TextStyle.LABEL_BOLD, measure)
    width = measure(title, TextStyle.LABEL_BOLD)
    return [Label(_INDENT, y, title, width, TextStyle.LABEL_BOLD), count]


def _chevron(frame: Frame, lane: Lane, area: Area) -> Primitives:
    """The sign that opens and closes: it points down where the lane is open."""
    if not frame.metrics.has_lane_controls:
        return []
    place = _chevron_area(area)
    x, y = place.x + place.width / 2, place.y + place.height / 2
    low, high = _CHEVRON / 2, _CHEVRON
    if lane.is_collapsed:
        points = ((x - low, y - high), (x + low, y), (x - low, y + high))
    else:
        points = ((x - high, y - low), (x, y + low), (x + high, y - low))
    return [Stroke(*start, *end, "text3", 1.5) for start, end in pairwise(points)]


def _chevron_area(area: Area) -> Area:
    """Beside the count, so that the name has the whole width."""
    y = _COUNT_Y if area.height >= _LEAST_HEAD else area.height / 2
    half = _CHEVRON_ROOM / 2
    return Area(area.width - 2 * half, area.y + y - half, 2 * half, 2 * half)


def _add_hit(frame: Frame, lane: Lane, area: Area, part: Part) -> None:
    """Let a part of a head answer to the pointer where it is in view."""
    lanes = frame.bands.lanes
    top, bottom = max(area.y, lanes.y), min(area.y + area.height, lanes.y + lanes.height)
    if top < bottom and frame.metrics.has_lane_controls:
        seen = area._replace(y=top, height=bottom - top)
        frame.hits.append(Hit(seen, part, key=lane.key))


def lane_in_hand(
    bands: Bands, tops: Sequence[float], lane: int, gap: int, scroll: float
) -> tuple[Box, Box]:
    """A frame round the head of a lane that is dragged, and the line where it would come to."""
    lanes = bands.lanes
    head = Area(1.0, lanes.y + tops[lane] - scroll, lanes.x - 2.0, tops[lane + 1] - tops[lane])
    y = min(max(lanes.y + tops[gap] - scroll, lanes.y + _MARKER), lanes.y + lanes.height - _MARKER)
    line = Area(0.0, y - _MARKER / 2, lanes.x + lanes.width, _MARKER)
    return Box(head, outline="accent", line_width=_MARKER), Box(line, fill="accent")


def strip_heads(frame: Frame) -> Primitives:
    """The names of the strips above the lanes."""
    width = frame.metrics.header_width
    bands = frame.bands
    parts: Primitives = [Box(Area(0.0, bands.axis.y, width, bands.lanes.y), fill="panel")]
    for area, text in ((bands.eras, "Eras"), (bands.gaps, "Gaps"), (bands.articles, "Articles")):
        if area.height:
            middle, size = area.y + area.height / 2, frame.measure(text, TextStyle.CAPTION)
            parts.append(Label(_INDENT, middle, text, size, TextStyle.CAPTION, "text2"))
            parts.append(Stroke(0.0, area.y - 0.5, width, area.y - 0.5, "line"))
    parts.append(Stroke(width - 0.5, 0.0, width - 0.5, bands.lanes.y, "line"))
    parts.append(Stroke(0.0, bands.lanes.y - 0.5, width, bands.lanes.y - 0.5, "line"))
    return parts
